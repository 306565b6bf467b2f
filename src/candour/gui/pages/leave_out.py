"""Everybody is in, but for those who are left out by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.gui.theme import theme_of
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.name_picker import NamePicker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.services.round_results import Member


class LeaveOut(QWidget):
    """How many are in, a search to leave somebody out, and a way back for each; `changed` tells of it."""

    changed = Signal()

    def __init__(self, people: Sequence[Member]) -> None:
        super().__init__()
        self._people = {each.person: each for each in people}
        self._out: list[str] = []
        self._announcer = Announcer(self)
        self.how_many = BodyLabel(strong=True)
        self.picker = NamePicker(self.tr("Leave somebody out"), self.tr("Everybody here is in it unless you do."))
        self.leave = SecondaryButton(self.tr("Leave them out"))
        self.leave.clicked.connect(self._leave)
        self.picker.picked.connect(lambda chosen: self.leave.setEnabled(chosen is not None))
        self._rows = QVBoxLayout()
        self.backs: dict[str, SecondaryButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.how_many)
        self._column.addWidget(self.picker)
        self._column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addLayout(self._rows)
        self.setFocusProxy(self.picker)
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self._show()

    def _measure(self) -> None:
        for layout in (self._column, self._rows):
            layout.setSpacing(theme_of(self).metrics.px(12))

    def count(self) -> int:
        """Return how many are in."""
        return len(self._people) - len(self._out)

    def left_out(self) -> tuple[str, ...]:
        """Return the ids of those who are left out."""
        return tuple(self._out)

    def names(self) -> tuple[str, ...]:
        """Return the names of those who are left out."""
        return tuple(self._people[each].name for each in self._out)

    def _leave(self) -> None:
        chosen = self.picker.chosen()
        if chosen is not None:
            self._out.append(chosen)
            self._tell()
            self.picker.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_back(self, person: str) -> None:
        self._out.remove(person)
        self._tell()
        self.picker.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        self._show()
        self._announcer.say(self.how_many.text())
        self.changed.emit()

    def _show(self) -> None:
        self.how_many.setText(self._words())
        inside = [each for each in self._people.values() if each.person not in self._out]
        self.picker.set_names([(each.person, f"{each.name} ({each.number})") for each in inside])
        self.leave.setEnabled(False)
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.backs = {}
        for person in self._out:
            self._rows.addWidget(self._row(self._people[person]))

    def _words(self) -> str:
        inside = self.tr("%n people are in it", "", self.count())
        left = self.tr("%n people left out", "", len(self._out))
        return f"{inside}, {left}." if self._out else f"{inside}."

    def _row(self, member: Member) -> EvenRow:
        back = self.backs[member.person] = SecondaryButton(self.tr("Put back"))
        back.setAccessibleName(self.tr("Put back {name}, {number}").format(name=member.name, number=member.number))
        back.clicked.connect(lambda: self._put_back(member.person))
        return EvenRow(BodyLabel(f"{member.name}, {member.role}"), back)
