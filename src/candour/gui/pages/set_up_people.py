"""Set up, page 4: the people, one by one or pasted from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.domain.setting_up import SomebodyAsked
from candour.gui.pages.set_up_page import SetUpPage, beside
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.facts import Points
from candour.gui.widgets.fields import LabelledField, LabelledText
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

SHOWN = 60
"""How many names are listed here; all of them stand in People."""


class SetUpPeoplePage(SetUpPage):
    """Adds people: `added` carries a `SomebodyAsked`, `pasted` the lines, `continued` goes on."""

    page_id: ClassVar[str] = "set-up-people"
    step = "people"

    added = Signal(SomebodyAsked)
    pasted = Signal(str)
    continued = Signal()

    def __init__(self, staff: Sequence[SomebodyAsked], reached: str) -> None:
        super().__init__("", "", reached)
        self.introduce(
            self.tr("People"),
            self.tr("Everybody who works here and has not been named yet. More can be added at any time."),
            self.kicker.text(),
        )
        self._announcer = Announcer(self)
        self._by_hand()
        self._by_pasting()
        self.count = BodyLabel(strong=True)
        self.list: Points | None = None
        self.there = self.card(self.tr("Added so far"), [self.count])
        self.show_staff(staff)
        self._refused: QWidget = self.number

    def _by_hand(self) -> None:
        self.number = LabelledField(self.tr("Staff number"))
        self.name = LabelledField(self.tr("Name"))
        self.email = LabelledField(self.tr("School e-mail (you can leave it empty)"))
        self.role = LabelledField(self.tr("Role"))
        self.add = SecondaryButton(self.tr("Add this person"), icon="plus")
        self.add.clicked.connect(self._add)
        self._fields = (self.number, self.name, self.email, self.role)
        card = self.card(self.tr("One by one"), [beside(self.name, self.number), beside(self.role, self.email)])
        card.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def _by_pasting(self) -> None:
        self.lines = LabelledText(
            self.tr("Lines to add"),
            self.tr("Number, name, e-mail and role on each line, with tabs or commas between."),
        )
        self.paste = SecondaryButton(self.tr("Add these people"), icon="plus")
        self.paste.clicked.connect(self._paste)
        card = self.card(self.tr("From a spreadsheet or a list"), [self.lines])
        card.body.addWidget(self.paste, 0, Qt.AlignmentFlag.AlignLeft)

    def show_staff(self, staff: Sequence[SomebodyAsked]) -> None:
        """Show who is there, and empty what was added."""
        self.count.setText(self.tr("%n people", "", len(staff)) if staff else self.tr("Nobody yet"))
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
        named = [", ".join(part for part in (each.name, each.number, each.role) if part) for each in staff]
        more = [self.tr("and {count} more").format(count=len(staff) - SHOWN)] if len(staff) > SHOWN else []
        self.list = Points(named[:SHOWN] + more)
        self.there.body.addWidget(self.list)

    def show_added(self, staff: Sequence[SomebodyAsked], *, pasted: bool) -> None:
        """Show who is there after some were added, and make room for the next."""
        self.show_ready()
        self.show_staff(staff)
        self._announcer.say(self.count.text())
        if pasted:
            self.lines.field.clear()
            self.lines.field.setFocus()
        else:
            for field in self._fields:
                field.setText("")
            self.number.field.setFocus()

    def problem_part(self) -> QWidget:
        """Return the part that was last used to add somebody."""
        return self._refused

    def _add(self) -> None:
        self._refused = self.number
        errors: list[tuple[QWidget, str]] = [
            (field, sentence)
            for field, sentence in (
                (self.number, self.tr("Write the staff number")),
                (self.name, self.tr("Write the name")),
            )
            if not field.text().strip()
        ]
        self.show_errors(errors)
        if not errors:
            self.added.emit(SomebodyAsked(*(field.text().strip() for field in self._fields)))

    def _paste(self) -> None:
        self._refused = self.lines
        self.pasted.emit(self.lines.text())

    def go_on(self) -> None:
        """Go on, unless somebody was typed and not added."""
        errors: list[tuple[QWidget, str]] = []
        if any(field.text().strip() for field in self._fields):
            errors.append((self.number, self.tr("Add this person first, or empty the fields")))
        if self.lines.text().strip():
            errors.append((self.lines, self.tr("Add these people first, or empty the box")))
        self.show_errors(errors)
        if not errors:
            self.continued.emit()

    def main_words(self) -> str:
        """Return what stands on the main button."""
        return self.tr("Continue")
