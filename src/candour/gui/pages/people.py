"""R7 People: everybody on the list, found by a few letters, and the ways to add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from candour.gui.pages.placed import PlacedPage
from candour.gui.places import PEOPLE
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.people_table import PeopleTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.places import Frame
    from candour.services.people_results import PersonLine


class PeoplePage(PlacedPage):
    """The list of people: `opened` carries one person's id, `codes_wanted` the ids of those who get new codes."""

    page_id: ClassVar[str] = "people"
    place: ClassVar[str] = PEOPLE

    opened = Signal(str)
    add_wanted = Signal()
    import_wanted = Signal()
    codes_wanted = Signal(list)

    def __init__(self, frame: Frame, lines: Sequence[PersonLine], said: str = "") -> None:
        super().__init__("", frame)
        self._announcer = Announcer(self)
        here = sum(line.here for line in lines)
        self.introduce(self.tr("People"), self.tr("%n people are here.", "", here))
        self.search = LabelledField(self.tr("Find somebody"), self.tr("A part of the name, role or staff number"))
        self.table = PeopleTable(lines)
        self.empty = EmptyState(self.tr("No one matches"), self.tr("Type fewer letters."), art="person")
        if said:
            self.content.addWidget(Banner(said, role="done"))
        for part in (self.search, self.empty, self.table):
            self.content.addWidget(part)
        self.empty.hide()
        self._add_buttons()
        self.let_content_grow()
        self.search.field.textChanged.connect(self._search)
        self.table.opened.connect(self.opened)
        self.table.chose.connect(self._show_chosen)
        self._show_chosen(0)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _add_buttons(self) -> None:
        self.main_button = self.add = PrimaryButton(self.tr("Add a person"))
        self.import_list = SecondaryButton(self.tr("Import or paste a list"))
        self.open = SecondaryButton(self.tr("Open"))
        self.codes = SecondaryButton(self.tr("New codes"))
        self.add.clicked.connect(self.add_wanted)
        self.import_list.clicked.connect(self.import_wanted)
        self.open.clicked.connect(lambda: self.opened.emit(self.table.chosen()[0]))
        self.codes.clicked.connect(lambda: self.codes_wanted.emit(self.table.chosen()))
        for button in (self.add, self.import_list, self.open, self.codes):
            self.footer.add(button)

    def _show_chosen(self, count: int) -> None:
        self.open.setEnabled(count == 1)
        self.codes.setEnabled(count > 0)
        self.codes.setText(self.tr("New codes for %n people", "", count) if count > 1 else self.tr("New code"))

    def _search(self, text: str) -> None:
        found = self.table.people.search(text)
        self.table.setVisible(found > 0)
        self.empty.setVisible(found == 0)
        self._show_chosen(0)
        self._announcer.say(self.tr("%n people match", "", found))

    def fold(self) -> None:
        """Leave columns out where there is no room for them."""
        super().fold()
        self.table.show_narrow(narrow=self.narrow)
