"""R1 and R2 Register: how the check stands, and everybody in it, in outcomes and dates alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from candour.domain.register_view import Filter, keeps
from candour.gui.language import day_words
from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import REGISTER
from candour.gui.theme import theme_of
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.filter_chip import FilterChip
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.register_table import RegisterTable

if TYPE_CHECKING:
    from candour.domain.register_view import RegisterView
    from candour.gui.places import Frame


_ALWAYS = frozenset({Filter.EVERYONE, Filter.SIGNED, Filter.NOT_SIGNED})
"""The filters that show though they keep nobody; the others come with the first whom they keep."""


class RegisterPage(PlacedPage):
    """`opened` carries a person's id, `export_wanted` the ids of those to export, none chosen: everybody."""

    page_id: ClassVar[str] = "register"
    place: ClassVar[str] = REGISTER

    opened = Signal(str)
    export_wanted = Signal(list)

    def __init__(self, frame: Frame, view: RegisterView) -> None:
        super().__init__("", frame)
        self._view = view
        self._announcer = Announcer(self)
        self.introduce(self.tr("Register {round}").format(round=view.round), self._how_it_goes())
        self.search = LabelledField(
            self.tr("Find somebody"), self.tr("A part of the name, role, state or reference")
        )
        self.filters = self._chips()
        self.table = RegisterTable(view)
        self.empty = EmptyState(
            self.tr("No one matches"), self.tr("Type fewer letters, or choose “Everyone”."), art="person"
        )
        self.empty.hide()
        note = BodyLabel(self.tr("Answers are only for the person and the Headteacher."), muted=True, caption=True)
        parts: tuple[QWidget, ...] = (self.search, self._chip_row, self.empty, self.table, note)
        for part in parts:
            self.content.addWidget(part)
        self._add_buttons()
        self.let_content_grow()
        self.search.field.textChanged.connect(self._search)
        self.table.opened.connect(self.opened)
        self.table.chose.connect(self._show_chosen)
        self._show_chosen(0)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _how_it_goes(self) -> str:
        view = self._view
        signed = self.tr("{signed} of {count} have signed.").format(
            signed=view.count(Filter.SIGNED), count=view.count(Filter.EVERYONE)
        )
        return f"{signed} {self._time_left()}"

    def _time_left(self) -> str:
        days = (self._view.due - self._view.today).days
        if days < 0:
            return self.tr("The day to sign by was {day}.").format(day=day_words(self._view.due))
        if days == 0:
            return self.tr("Today is the day to sign by.")
        return self.tr("%n days left.", "", days)

    def _chips(self) -> dict[Filter, FilterChip]:
        words = {
            Filter.EVERYONE: self.tr("Everyone"),
            Filter.SIGNED: self.tr("Signed"),
            Filter.NOT_SIGNED: self.tr("Not signed"),
            Filter.OVERDUE: self.tr("Overdue"),
            Filter.OPEN: self.tr("Open"),
            Filter.LATE: self.tr("Promised day past"),
            Filter.EXCEPTIONS: self.tr("Exceptions"),
            Filter.SCHOOL: self.tr("School accounts"),
            Filter.AWAY: self.tr("Away"),
        }
        self._chip_row = QWidget()
        self._chips_flow = row = FlowLayout(self._chip_row)
        theme_of(self).changed.connect(self._space_chips)
        self._space_chips()
        made = {}
        for which, said in words.items():
            chip = FilterChip(said, self._view.count(which))
            chip.clicked.connect(lambda _on=False, which=which: self.keep(which))
            chip.setVisible(which in _ALWAYS or self._view.count(which) > 0)
            row.addWidget(chip)
            made[which] = chip
        made[Filter.EVERYONE].setChecked(True)
        return made

    def _space_chips(self) -> None:
        self._chips_flow.setSpacing(theme_of(self).metrics.px(8))

    def keep(self, which: Filter) -> None:
        """Show only the lines that a filter keeps."""
        for each, chip in self.filters.items():
            chip.setChecked(each is which)
        self.table.show_school(shown=which is Filter.SCHOOL)
        self._show_found(self.table.register.want(lambda line: keeps(which, line, self._view.today)))

    def _search(self, text: str) -> None:
        self._show_found(self.table.register.search(text))

    def _show_found(self, found: int) -> None:
        self.table.setVisible(found > 0)
        self.empty.setVisible(found == 0)
        self._show_chosen(0)
        self._announcer.say(self.tr("%n people match", "", found))

    def _add_buttons(self) -> None:
        self.main_button = self.export = PrimaryButton(self.tr("Export PDFs"))
        self.open = SecondaryButton(self.tr("Open"))
        self.export.clicked.connect(lambda: self.export_wanted.emit(self.table.chosen()))
        self.open.clicked.connect(lambda: self.opened.emit(self.table.chosen()[0]))
        for button in (self.export, self.open):
            self.footer.add(button)

    def _show_chosen(self, count: int) -> None:
        self.open.setEnabled(count == 1)
        words = self.tr("Export PDFs of {count}") if count else self.tr("Export PDFs")
        self.export.setText(words.format(count=count))

    def fold(self) -> None:
        """Leave columns out where there is no room for them."""
        super().fold()
        self.table.show_narrow(narrow=self.narrow)
