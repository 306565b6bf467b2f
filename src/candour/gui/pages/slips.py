"""Paper decisions: the chair's answer slips that were entered, and how each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.language import day_words
from candour.gui.pages.deciding_words import until_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import SLIPS
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.gui.widgets.chip import ChipRole
    from candour.services.deciding_results import SlipGround, SlipLine


class SlipsPage(PlacedPage):
    """`compare_wanted` and `drop_wanted` carry a slip's id; `enter_wanted` asks to enter one."""

    page_id: ClassVar[str] = "slips"
    place: ClassVar[str] = SLIPS

    enter_wanted = Signal()
    compare_wanted = Signal(str)
    drop_wanted = Signal(str)

    def __init__(self, frame: Frame, ground: SlipGround, said: str = "") -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Paper decisions"),
            self.tr("The chair’s answer slips. Each counts once a second person has compared it with its scan."),
        )
        self.cards: dict[str, SlipCard] = {}
        if said:
            self.content.addWidget(Banner(said, role="done"))
        if not ground.lines:
            self.content.addWidget(EmptyState(self.tr("No slip was entered yet."), art="document"))
        for line in ground.lines:
            card = self.cards[line.paper] = SlipCard(line)
            card.compare.clicked.connect(lambda _on=False, which=line.paper: self.compare_wanted.emit(which))
            card.drop.clicked.connect(lambda _on=False, which=line.paper: self.drop_wanted.emit(which))
            self.content.addWidget(card)
        if ground.may_enter:
            self.main_button = self.enter = PrimaryButton(self.tr("Enter a slip"))
            self.enter.clicked.connect(self.enter_wanted)
            self.footer.add(self.enter)

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was done, and what to do."""
        self.show_errors([(self.heading, sentence)])


class SlipCard(Card):
    """One slip: what it says, how it stands, and the ways on."""

    def __init__(self, line: SlipLine) -> None:
        super().__init__(line.reference, padding=24)
        self.beside_title(Chip(*self._stands(line)))
        self.body.addWidget(slip_facts(line))
        if line.why_not:
            self.body.addWidget(BodyLabel(line.why_not, muted=True, caption=True, measure=None))
        self.compare = SecondaryButton(self.tr("Compare and confirm"))
        self.compare.setAccessibleName(self.tr("Compare and confirm {reference}").format(reference=line.reference))
        self.drop = LinkButton(self.tr("Take it back"))
        self.drop.setAccessibleName(self.tr("Take back {reference}").format(reference=line.reference))
        row = EvenRow(self.compare, self.drop)
        self.compare.setVisible(line.can_confirm)
        self.drop.setVisible(line.can_drop)
        row.setVisible(line.can_confirm or line.can_drop)
        self.body.addWidget(row)

    def _stands(self, line: SlipLine) -> tuple[str, ChipRole]:
        if line.confirmed_by:
            return self.tr("Confirmed by {name}").format(name=line.confirmed_by), "done"
        if line.overtaken:
            return self.tr("Decided or withdrawn meanwhile"), "neutral"
        return self.tr("Waits for a second person"), "waiting"


def slip_facts(line: SlipLine) -> Facts:
    """Return what a slip says, fact by fact."""
    facts = Facts()
    facts.add(facts.tr("Decision"), line.decision.value)
    if line.conditions:
        facts.add(facts.tr("Conditions"), "; ".join(line.conditions))
    if line.decision.value != "Not approved":
        facts.add(facts.tr("Until"), until_words(line.until))
    signed = facts.tr("{name}, {day}").format(name=line.signed_by, day=day_words(line.decided_on))
    facts.add(facts.tr("Signed by"), signed)
    facts.add(facts.tr("Entered by"), line.entered_by)
    return facts
