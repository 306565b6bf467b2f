"""Paper declarations: what was entered, what waits to be compared, and what counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Signal

from candour.gui.language import day_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.year_cards import YearCard
from candour.gui.places import PAPER
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.paper_results import PaperGround, PaperView


class PapersPage(PlacedPage):
    """`compare_wanted` and `back_wanted` carry a paper's id; the others ask to enter papers and to print forms."""

    page_id: ClassVar[str] = "papers"
    place: ClassVar[str] = PAPER

    enter_wanted = Signal()
    print_wanted = Signal()
    compare_wanted = Signal(str)
    back_wanted = Signal(str)

    def __init__(self, frame: Frame, ground: PaperGround | None, said: str = "") -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Paper declarations"),
            self.tr("For who would rather sign on paper. Each counts once a second person has compared the scan."),
        )
        self.cards: dict[str, PaperCard] = {}
        self.again: dict[str, LinkButton] = {}
        if said:
            self.content.addWidget(Banner(said, role="done"))
        if ground is None:
            self._say_none()
        else:
            self._add(ground)

    def _say_none(self) -> None:
        sentence = self.tr("Papers are entered once this year’s check has opened.")
        self.content.addWidget(EmptyState(self.tr("No check is open"), sentence, art="calendar"))

    def _add(self, ground: PaperGround) -> None:
        self.count = BodyLabel(count_words(ground), strong=True)
        self.content.addWidget(self.count)
        if not ground.papers:
            sentence = self.tr("Print forms for who would rather sign on paper, then enter what comes back.")
            self.content.addWidget(EmptyState(self.tr("No paper was entered yet"), sentence, art="document"))
        for paper in ground.to_compare:
            card = self.cards[paper.paper] = PaperCard(paper)
            card.compare.clicked.connect(lambda _on=False, which=paper.paper: self.compare_wanted.emit(which))
            card.back.clicked.connect(lambda _on=False, which=paper.paper: self.back_wanted.emit(which))
            self.content.addWidget(card)
        if ground.confirmed:
            self._add_confirmed(ground.confirmed)
        if ground.may_enter:
            self._add_buttons()

    def _add_confirmed(self, papers: tuple[PaperView, ...]) -> None:
        card = YearCard(self.tr("Confirmed"))
        for paper in papers:
            link = self.again[paper.paper] = LinkButton(self.tr("See it again"))
            link.setAccessibleName(self.tr("See {reference} again").format(reference=paper.reference))
            link.clicked.connect(lambda _on=False, which=paper.paper: self.compare_wanted.emit(which))
            words = self.tr("{reference}, signed {day}, confirmed by {name}").format(
                reference=paper.reference, day=day_words(paper.signed_on), name=paper.confirmed_by
            )
            if not paper.counts:
                words = self.tr("{words}. Something signed later counts instead.").format(words=words)
            card.add_row(paper.name, words, link)
        self.content.addWidget(card)

    def _add_buttons(self) -> None:
        self.main_button = self.enter = PrimaryButton(self.tr("Enter papers"))
        self.print = SecondaryButton(self.tr("Print forms"))
        self.enter.clicked.connect(self.enter_wanted)
        self.print.clicked.connect(self.print_wanted)
        for button in (self.enter, self.print):
            self.footer.add(button)

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was done, and what to do."""
        self.show_errors([(self.heading, sentence)])


class PaperCard(Card):
    """One paper that waits: whose, what is not plainly confirmed, and the ways on."""

    def __init__(self, paper: PaperView) -> None:
        super().__init__(paper.name, padding=24)
        self.beside_title(Chip(self.tr("Waits for a second person"), "waiting"))
        self.body.addWidget(paper_facts(paper, every_point=False))
        if paper.why_not:
            self.body.addWidget(BodyLabel(paper.why_not, muted=True, caption=True, measure=None))
        self.compare = SecondaryButton(self.tr("Compare and confirm"))
        self.compare.setAccessibleName(self.tr("Compare and confirm {name}").format(name=paper.name))
        self.back = LinkButton(self.tr("Take it back"))
        self.back.setAccessibleName(self.tr("Take back the paper of {name}").format(name=paper.name))
        self.compare.setVisible(paper.can_confirm)
        self.body.addWidget(EvenRow(self.compare, self.back))


def paper_facts(paper: PaperView, *, every_point: bool) -> Facts:
    """Return what a paper says, fact by fact: every point in its words, or all of them in short."""
    facts = Facts()
    facts.add(facts.tr("For"), facts.tr("{name}, {number}").format(name=paper.name, number=paper.number))
    facts.add(facts.tr("Reference"), paper.reference)
    facts.add(facts.tr("Signed on paper"), day_words(paper.signed_on))
    if every_point:
        for point, statement, _, outcome in paper.lines:
            facts.add(point, _said(facts, statement, outcome), strong=len(outcome))
    else:
        facts.add(facts.tr("What it says"), _in_short(facts, paper))
    if paper.envelope:
        facts.add(facts.tr("Closed envelope"), envelope_words(paper))
    facts.add(facts.tr("Entered by"), paper.entered_by)
    return facts


def envelope_words(paper: PaperView) -> str:
    """Return how the closed envelope of a paper stands."""
    if paper.dealt is None:
        return QCoreApplication.translate("PapersPage", "For the Headteacher, who has not dealt with it yet")
    name, day = paper.dealt
    words = QCoreApplication.translate("PapersPage", "{name} dealt with it on {day}")
    return words.format(name=name, day=day_words(day))


def _said(facts: QWidget, statement: str, outcome: str) -> str:
    return facts.tr("{outcome}: {statement}").format(outcome=outcome, statement=statement)


def _in_short(facts: QWidget, paper: PaperView) -> str:
    """Return what is not plainly confirmed, each outcome with its points."""
    points: dict[str, dict[str, None]] = {}
    for point, _, mark, outcome in paper.lines:
        if mark != "confirmed":
            points.setdefault(outcome, {})[point] = None
    said = [
        facts.tr("{outcome}: {points}").format(outcome=outcome, points=", ".join(which))
        for outcome, which in points.items()
    ]
    return "\n".join([*said, facts.tr("Everything else confirmed") if said else facts.tr("Everything confirmed")])


def count_words(ground: PaperGround) -> str:
    """Return how many papers were entered, and how they stand."""
    entered = QCoreApplication.translate("PapersPage", "%n papers entered", "", len(ground.papers))
    rest = QCoreApplication.translate("PapersPage", "{waiting} to compare, {confirmed} confirmed.")
    rest = rest.format(waiting=len(ground.to_compare), confirmed=len(ground.confirmed))
    return f"{entered}: {rest}"
