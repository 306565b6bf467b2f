"""H5, second half: the answers of one person, and their signed full copy; nothing is saved from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.language import day_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import ANSWERS
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.office_results import OpenedAnswers, OpenedCopy


class AnswersOfOnePage(PlacedPage):
    """Shows what was opened; `copy_wanted` carries the reference whose full copy is looked at."""

    page_id: ClassVar[str] = "answers-of-one"
    place: ClassVar[str] = ANSWERS

    copy_wanted = Signal(str)

    def __init__(self, frame: Frame, opened: OpenedAnswers) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Answers of {name}").format(name=opened.name),
            self.tr("This opening is noted, with the reason: {why}.").format(why=opened.why),
            opened.role,
        )
        self.copies: dict[str, SecondaryButton] = {}
        for copy in opened.copies:
            self.content.addWidget(self._card(copy))
        words = self.tr("If something suggests that a child may be at risk, act on it as the policy says.")
        self.content.addWidget(BodyLabel(words, muted=True))
        self.main_button = self.close_again = PrimaryButton(self.tr("Close the answers"))
        self.close_again.clicked.connect(self.went_back)
        self.footer.add(self.close_again)

    def _card(self, copy: OpenedCopy) -> Card:
        words = self.tr("{reference}, signed {day}")
        card = Card(words.format(reference=copy.reference, day=day_words(copy.signed_on)), padding=24)
        facts = Facts()
        for question, answer in copy.answers:
            facts.add(question, answer)
        card.body.addWidget(facts)
        button = SecondaryButton(self.tr("See the full copy"))
        button.setAccessibleName(self.tr("See the full copy of {reference}").format(reference=copy.reference))
        button.clicked.connect(lambda: self.copy_wanted.emit(copy.reference))
        self.copies[copy.reference] = button
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card
