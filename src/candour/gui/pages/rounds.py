"""R8 Rounds and policy: the check that runs, those to come and before, the policy that they ask by."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.language import day_words, short_day_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.year_cards import YearCard
from candour.gui.places import HOLIDAYS, ROUNDS
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.round_results import PackCard, RoundCard, RoundsView


class RoundsPage(PlacedPage):
    """`change_wanted` carries the name of a round; the others ask for what their button says."""

    page_id: ClassVar[str] = "rounds"
    place: ClassVar[str] = ROUNDS

    start_wanted = Signal()
    change_wanted = Signal(str)
    slips_wanted = Signal()
    pack_wanted = Signal()
    document_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, frame: Frame, view: RoundsView, said: str = "") -> None:
        super().__init__("", frame)
        self._view = view
        self.introduce(self.tr("Rounds and policy"), self.tr("The yearly check, and the policy that it asks by."))
        self.changes: dict[str, SecondaryButton] = {}
        if said:
            self.content.addWidget(Banner(said, role="done"))
        self._warn()
        self._checks()
        self.content.addWidget(self._policy(view.pack))
        self.content.addWidget(self._before())
        self._add_buttons()

    def _warn(self) -> None:
        review = self._view.review
        if review is None:
            return
        past = review.past(self._view.today)
        soon = self.tr("The policy is to be reviewed: {when}")
        title = self.tr("The policy was to be reviewed: {when}") if past else soon
        words = self.tr("Review it with the Headteacher. Then take the new version, or its new review date, below.")
        when = self._view.pack.review_due
        self.content.addWidget(Banner(title.format(when=when), words, "danger" if past else "todo"))

    def _checks(self) -> None:
        view = self._view
        if view.running is None and not view.coming:
            words = self.tr("Start this year’s check when the Headteacher has signed in.")
            self.content.addWidget(EmptyState(self.tr("No check is open."), words, art="calendar"))
        cards = [self._check(view.running, Chip(self.tr("Runs"), "done"))] if view.running is not None else []
        for each in view.coming:
            chip = Chip(self.tr("Opens {day}").format(day=short_day_words(each.opens)), "waiting")
            cards.append(self._check(each, chip))
        slips = self._slips()
        cards += [slips] if slips is not None else []
        if len(cards) == 1:
            self.content.addWidget(cards[0])
        elif cards:
            columns = TwoColumns(shares=(1, 1))
            for place, card in enumerate(cards):
                (columns.right if place else columns.left).addWidget(card)
            self.content.addWidget(columns)

    def _check(self, found: RoundCard, chip: Chip) -> Card:
        card = Card(self.tr("The check of {round}").format(round=found.round), padding=24)
        card.beside_title(chip)
        facts = Facts()
        facts.add(self.tr("First day"), day_words(found.opens, weekday=True))
        facts.add(self.tr("Day to sign by"), day_words(found.due, weekday=True))
        facts.add(self.tr("Signed"), self.tr("{signed} of {of}").format(signed=found.signed, of=found.of))
        if found.kept_out:
            facts.add(self.tr("Left out"), self.tr("%n people", "", found.kept_out))
        card.body.addWidget(facts)
        change = SecondaryButton(self.tr("Change its day, or add people"))
        change.setAccessibleName(self.tr("Change the day of {round}, or add people").format(round=found.round))
        change.clicked.connect(lambda: self.change_wanted.emit(found.round))
        self.changes[found.round] = change
        card.body.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _slips(self) -> Card | None:
        view = self._view
        self.slips = SecondaryButton(self.tr("Make slips"), icon="printer")
        self.slips.clicked.connect(self._make_slips)
        if not view.need_codes and view.slips_from is None:
            return None
        card = Card(self.tr("Slips"), padding=24)
        if view.need_codes:
            words = self.tr("%n people are to sign and cannot sign in yet.", "", view.need_codes)
            card.body.addWidget(BodyLabel(words, strong=True))
        if view.unused:
            words = self.tr("%n of them have a code that they have not used. New slips end it.", "", view.unused)
            card.body.addWidget(BodyLabel(words))
        if view.slips_from is not None:
            words = self.tr("For the next check, make slips from {day} on: a code is good for 30 days.")
            card.body.addWidget(BodyLabel(words.format(day=day_words(view.slips_from)), muted=True))
        if view.need_codes and view.gives_codes:
            card.body.addWidget(self.slips, 0, Qt.AlignmentFlag.AlignLeft)
        if view.need_codes and not view.gives_codes:
            card.body.addWidget(BodyLabel(self.tr("A keeper makes slips: ask one of them."), muted=True))
        return card

    def _make_slips(self) -> None:
        self.slips.setEnabled(False)
        self.slips_wanted.emit()

    def _policy(self, pack: PackCard) -> Card:
        card = Card(self.tr("The policy pack in force"), padding=24)
        facts = Facts()
        policy = self.tr("{title}, {day}").format(title=pack.title, day=day_words(pack.policy_date))
        facts.add(self.tr("Policy"), policy)
        facts.add(self.tr("Written by"), pack.written_by)
        facts.add(self.tr("Due for review"), pack.review_due)
        asked = self.tr("%n questions", "", pack.questions)
        points = self.tr("%n points", "", pack.points)
        facts.add(self.tr("What is in it"), f"{points}, {asked}")
        facts.add(self.tr("The school’s own document"), pack.document or self.tr("None is attached yet."))
        card.body.addWidget(facts)
        later = self._view.next_pack
        if later is not None:
            words = self.tr("From the next check on: {title}, {day}.")
            said = words.format(title=later.title, day=day_words(later.policy_date))
            card.body.addWidget(BodyLabel(said, strong=True, measure=None))
        self.new_pack = SecondaryButton(self.tr("Look at a new version …"), icon="document")
        replace = self.tr("Attach a newer PDF …") if pack.document else self.tr("Attach the document (PDF) …")
        self.document = SecondaryButton(replace)
        self.copy = SecondaryButton(self.tr("Save the pack to edit it …"), icon="save")
        self.new_pack.clicked.connect(self.pack_wanted)
        self.document.clicked.connect(self.document_wanted)
        self.copy.clicked.connect(self.copy_wanted)
        card.body.addWidget(EvenRow(self.new_pack, self.document, self.copy))
        return card

    def _before(self) -> QWidget:
        card = YearCard(self.tr("Checks before"))
        for each in self._view.earlier:
            words = self.tr("{signed} of {of} signed").format(signed=each.signed, of=each.of)
            days = self.tr("{opens} to {due}").format(opens=day_words(each.opens), due=day_words(each.due))
            policy = self.tr("policy of {day}").format(day=day_words(each.pack.policy_date))
            card.add_row(each.round, f"{days} · {policy}", Chip(words, "neutral"))
        if not self._view.earlier:
            card.say_empty(self.tr("There was none before."))
        return card

    def _add_buttons(self) -> None:
        fresh = self._view.running is None and not self._view.coming
        words = self.tr("Start this year’s check") if fresh else self.tr("Start the next check")
        self.main_button = self.start = PrimaryButton(words)
        self.start.clicked.connect(self.start_wanted)
        self.footer.add(self.start)
        self.term_dates = SecondaryButton(self.tr("Term dates and holidays"))
        self.term_dates.clicked.connect(lambda: self.went.emit(HOLIDAYS))
        self.footer.add(self.term_dates)

    def show_refused(self, sentence: str) -> None:
        """Say what to do; a pack with several faults has one line for each."""
        self._free()
        lines = sentence.splitlines()
        self.show_errors([(self.heading, line) for line in lines])

    def show_trouble(self, sentence: str) -> None:
        """Say what of the computer failed; the buttons can be pressed again."""
        self._free()
        super().show_trouble(sentence)

    def show_made(self, count: int) -> None:
        """Say that slips were made."""
        self._free()
        words = self.tr("%n slips were made. Their codes are kept nowhere.", "", count)
        self.said.setText(words)
        self.said.show()
        self._announcer.say(words)

    def _free(self) -> None:
        self.slips.setEnabled(True)
