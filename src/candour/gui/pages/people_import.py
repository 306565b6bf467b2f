"""R7 Import a list: a file or a paste, then which column is which."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.domain.people_columns import Field
from candour.gui.pages.month_field import ListField
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import PEOPLE
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.fields import LabelledText
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.people_results import ImportFile


class PeopleImportPage(PlacedPage):
    """Where the list comes from: `file_wanted` asks for a file, `pasted` carries what was pasted."""

    page_id: ClassVar[str] = "people-import"
    place: ClassVar[str] = PEOPLE

    file_wanted = Signal()
    pasted = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Import or paste a list"),
            self.tr("You see what it would change first. Nothing is imported while anything in it is wrong."),
        )
        self.content.addWidget(self._file_card())
        self.content.addWidget(self._paste_card())
        self.back = SecondaryButton(self.tr("Back"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)

    def _file_card(self) -> Card:
        card = Card(self.tr("A file"), padding=24)
        card.body.addWidget(
            BodyLabel(self.tr("A CSV export of your staff list. Columns that are not needed do no harm."))
        )
        self.main_button = self.choose = PrimaryButton(self.tr("Choose a file"))
        self.choose.clicked.connect(self.file_wanted)
        card.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _paste_card(self) -> Card:
        card = Card(self.tr("Or from a spreadsheet"), padding=24)
        self.text = LabelledText(
            self.tr("Paste the rows here"), self.tr("Copy the row with the headings too, such as Staff code, Name")
        )
        self.read = SecondaryButton(self.tr("Read what I pasted"))
        self.read.clicked.connect(self._read)
        card.body.addWidget(self.text)
        card.body.addWidget(self.read, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _read(self) -> None:
        if self.text.text().strip():
            self.show_errors([])
            self.pasted.emit(self.text.text())
        else:
            self.show_errors([(self.text, self.tr("Paste the rows first"))])

    def show_refused(self, sentence: str, *, pasted: bool) -> None:
        """Say what cannot be read, with row, line and column."""
        self.show_errors([(self.text if pasted else self.choose, sentence)])


class PeopleColumnsPage(PlacedPage):
    """Which column is which; `matched` carries that as from field to heading, and whether the file is complete."""

    page_id: ClassVar[str] = "people-columns"
    place: ClassVar[str] = PEOPLE

    matched = Signal(object, bool)

    def __init__(self, frame: Frame, found: ImportFile) -> None:
        super().__init__("", frame)
        how = (
            self.tr("Matched as you did last time.") if found.remembered else self.tr("Matched by their headings.")
        )
        rows = self.tr("%n rows, read as {encoding}.", "", len(found.file.records)).format(
            encoding=found.file.encoding
        )
        self.introduce(self.tr("Which column is which?"), f"{rows} {how}")
        self._nothing = self.tr("Not in this list")
        self.columns: dict[Field, ListField] = {}
        for field, words in self._words().items():
            box = ListField(words, (self._nothing, *found.file.headings), self._nothing)
            box.choose(found.matched.get(field, self._nothing))
            self.columns[field] = box
            self.content.addWidget(box)
        self.complete = TickCard(
            self.tr("This list is complete"), self.tr("Whoever is not in it has left. You see their names first.")
        )
        self.content.addWidget(self.complete)
        self.main_button = self.go_on = PrimaryButton(self.tr("Show what would change"))
        self.back = SecondaryButton(self.tr("Back"))
        self.go_on.clicked.connect(self._go_on)
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.go_on)
        self.footer.add(self.back)

    def _words(self) -> dict[Field, str]:
        return {
            Field.NUMBER: self.tr("Staff code or number"),
            Field.FORENAME: self.tr("Forename"),
            Field.SURNAME: self.tr("Surname"),
            Field.NAME: self.tr("Whole name, where it is one column"),
            Field.ROLE: self.tr("Role or job title"),
            Field.PHASE: self.tr("Phase or team"),
            Field.EMAIL: self.tr("School e-mail"),
            Field.POSTS: self.tr("Posts for the school (yes or no)"),
        }

    def _go_on(self) -> None:
        chosen = {field: box.words() for field, box in self.columns.items()}
        matched = {field: words for field, words in chosen.items() if words and words != self._nothing}
        self.show_errors([])
        self.matched.emit(matched, self.complete.isChecked())

    def show_refused(self, sentence: str) -> None:
        """Say which column is still to be matched."""
        unmatched = next((box for box in self.columns.values() if box.words() == self._nothing), self.go_on)
        self.show_errors([(unmatched, sentence)])
