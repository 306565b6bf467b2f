"""A page to read: Help, Who sees my answers, What signing means, What the school promises."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from candour.gui.pages.centred import CentredPage
from candour.gui.pages.reading_text import Reading, reading
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Points
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.gui.pages.reading_text import ReadingPart

__all__ = ["ReadingPage", "reading"]


class ReadingPage(CentredPage):
    """Shows a text; Back returns to where the person was."""

    page_id: ClassVar[str] = "reading"
    wide = 760

    def __init__(self, text: Reading) -> None:
        super().__init__("")
        self.introduce(text.title, text.lead)
        for part in text.parts:
            self.content.addWidget(_card(part))
        self.main_button = back = PrimaryButton(self.tr("Back"))
        back.clicked.connect(self.went_back)
        self.footer.add(back)


def _card(part: ReadingPart) -> Card:
    card = Card(part.heading, padding=24)
    if part.points:
        card.body.addWidget(Points(part.points))
    for words in part.paragraphs:
        card.body.addWidget(BodyLabel(words, measure=42))
    return card
