"""A page to read: Help, Who sees my answers, What signing means, What the school promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer

from candour.gui.pages.centred import CentredPage
from candour.gui.pages.reading_text import Reading, reading
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.facts import Points
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.gui.pages.reading_text import ReadingPart

__all__ = ["ReadingPage", "reading"]


class ReadingPage(CentredPage):
    """Shows a text; Back returns to where the person was. `show_part` brings what is about a page into view."""

    page_id: ClassVar[str] = "reading"
    wide = 760

    def __init__(self, text: Reading) -> None:
        super().__init__("")
        self.introduce(text.title, text.lead)
        self.cards: dict[str, Card] = {}
        self._wanted: Card | None = None
        for part in text.parts:
            card = _card(part)
            self.cards |= dict.fromkeys(part.pages, card)
            self.content.addWidget(card)
        self.main_button = back = PrimaryButton(self.tr("Back"))
        back.clicked.connect(self.went_back)
        self.footer.add(back)

    def show_part(self, page_id: str) -> None:
        """Bring the part about a page into view, marked, the focus on its heading; without one begin at the top."""
        self._wanted = self.cards.get(page_id)
        if self._wanted is not None:
            self._wanted.beside_title(Chip(self.tr("About where you were"), "waiting"))
            self._go_to(self._wanted)

    def begin(self) -> None:
        """Begin at the part that was asked for, if there is one."""
        super().begin()
        if self._wanted is not None:
            self._go_to(self._wanted)

    def _go_to(self, card: Card) -> None:
        if card.title is not None:
            card.title.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, card, lambda: self.area.ensureWidgetVisible(card))


def _card(part: ReadingPart) -> Card:
    card = Card(part.heading, padding=24)
    if part.points:
        card.body.addWidget(Points(part.points))
    for words in part.paragraphs:
        card.body.addWidget(BodyLabel(words, measure=42))
    return card
