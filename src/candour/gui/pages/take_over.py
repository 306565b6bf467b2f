"""Taking an office over with its own recovery sheet: the 24 words, typed by who holds the office today."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.pages.office_words import office_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import OFFICES
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.fields import LabelledText

if TYPE_CHECKING:
    from candour.gui.places import Frame


class TakeOverPage(PlacedPage):
    """`taken` carries the words; they are in no file and in no log."""

    page_id: ClassVar[str] = "take-over"
    place: ClassVar[str] = OFFICES

    taken = Signal(str)

    def __init__(self, frame: Frame, office: str) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Take over with the sheet"),
            self.tr("For when nobody can hand over. The sheet lies in an envelope of its own."),
            office_words(office),
        )
        self.words = LabelledText(
            self.tr("The 24 words of the office’s sheet"),
            self.tr("In the order of the sheet, with blanks or lines between."),
        )
        card = Card(padding=24)
        card.body.addWidget(self.words)
        self.content.addWidget(card)
        self.main_button = self.take = PrimaryButton(self.tr("Take over"))
        self.take.clicked.connect(self._take)
        self.back = SecondaryButton(self.tr("Back, nothing changes"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.take)
        self.footer.add(self.back)

    def _take(self) -> None:
        words = self.words.text().strip()
        self.show_errors([] if words else [(self.words, self.tr("Type the 24 words of the sheet"))])
        if words:
            self.taken.emit(words)

    def show_refused(self, sentence: str) -> None:
        """Say what to do, beside the words."""
        self.show_errors([(self.words, sentence)])
