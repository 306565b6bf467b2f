"""A closed envelope that came with a paper: what to do with it, and the word that it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.language import day_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import TODAY
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts, Points

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.paper_results import EnvelopeLine


class EnvelopePage(PlacedPage):
    """`dealt` says that the envelope was opened and decided."""

    page_id: ClassVar[str] = "envelope"
    place: ClassVar[str] = TODAY

    dealt = Signal()

    def __init__(self, frame: Frame, line: EnvelopeLine) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("An envelope from {name}").format(name=line.name),
            self.tr("It came with a declaration on paper, and only you open it."),
        )
        card = Card(padding=24)
        facts = Facts()
        facts.add(self.tr("Signed on paper"), day_words(line.signed_on))
        facts.add(self.tr("Except, for"), ", ".join(line.points))
        card.body.addWidget(facts)
        card.body.addWidget(
            Points(
                (
                    self.tr("Not with you yet? Ask the school office for it: it is to reach you closed."),
                    self.tr("Decide, and tell them in person or in a letter. What is in it is not typed in here."),
                    self.tr("Keep the sheet where only you can read it."),
                )
            )
        )
        self.content.addWidget(card)
        self.main_button = self.done = PrimaryButton(self.tr("I have dealt with it"))
        self.back = SecondaryButton(self.tr("Back to Today"))
        self.done.clicked.connect(self.dealt)
        self.back.clicked.connect(self.went_back)
        for button in (self.done, self.back):
            self.footer.add(button)

    def show_refused(self, sentence: str) -> None:
        """Say why it was not noted, and what to do."""
        self.show_errors([(self.heading, sentence)])
