"""R3 Person: all that HR keeps of one person, and what HR does for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.domain.round import CheckState
from candour.gui.language import day_words
from candour.gui.pages.person_offices import OfficesCard
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.your_keys import key_state_words
from candour.gui.places import PEOPLE
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.people_table import state_words
from candour.gui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from candour.gui.places import Frame
    from candour.gui.widgets.chip import ChipRole
    from candour.services.people_results import PersonFile, RoundLine

_ROLES: dict[str, ChipRole] = {
    CheckState.NOT_STARTED: "neutral",
    CheckState.IN_PROGRESS: "waiting",
    CheckState.SIGNED: "done",
    CheckState.SIGNED_OPEN: "todo",
}


class PersonPage(PlacedPage):
    """One person's file; every signal is something that HR asks for, with the day that they chose."""

    page_id: ClassVar[str] = "person"
    place: ClassVar[str] = PEOPLE

    change_wanted = Signal()
    code_wanted = Signal()
    asked_by = Signal(object)
    remind_wanted = Signal()
    away_until = Signal(object)
    office_given = Signal(str, object, object, bool)
    office_ended = Signal(str, object)
    left_wanted = Signal()
    activity_wanted = Signal()

    def __init__(self, frame: Frame, file: PersonFile, said: str = "") -> None:
        super().__init__("", frame)
        self.file = file
        self.introduce(file.line.name, state_words(file.line), file.line.role)
        if said:
            self.content.addWidget(Banner(said, role="done"))
        self._add_cards()
        self.back = SecondaryButton(self.tr("Back to the list"))
        self.back.clicked.connect(self.went_back)
        if file.line.here and file.gives_codes:
            self.main_button = self.code = PrimaryButton(self.tr("New code"))
            self.code.clicked.connect(self.code_wanted)
            self.footer.add(self.code)
        else:
            self.main_button = self.back
        self.footer.add(self.back)

    def _add_cards(self) -> None:
        self.content.addWidget(self._details())
        self.content.addWidget(self._checks())
        self.offices = OfficesCard(self.file.holdings, self.file.today, here=self.file.line.here)
        self.offices.given.connect(self.office_given)
        self.offices.ended.connect(self.office_ended)
        self.content.addWidget(self.offices)
        if self.file.line.here:
            self.content.addWidget(self._away())
            self.content.addWidget(self._left())

    def _details(self) -> Card:
        card, details = Card(self.tr("Details"), padding=24), self.file.details
        facts = Facts()
        nothing = self.tr("none")
        facts.add(self.tr("Staff number"), details.number)
        facts.add(self.tr("Phase or team"), details.phase or nothing)
        facts.add(self.tr("School e-mail"), details.email or nothing)
        facts.add(self.tr("Posts for the school"), self.tr("yes") if details.posts_for_school else self.tr("no"))
        for key in self.file.keys:
            words = self.tr("{state}: made on {day}, invited by {name}")
            said = words.format(day=day_words(key.made_on), name=key.invited_by, state=key_state_words(key.state))
            facts.add(self.tr("Key"), said)
        if self.file.left_on is not None:
            facts.add(self.tr("Last day"), day_words(self.file.left_on))
        card.body.addWidget(facts)
        words = self.tr("Change details") if self.file.line.here else self.tr("Bring back to the list")
        self.change = self._button(card, SecondaryButton(words))
        self.change.clicked.connect(self.change_wanted)
        return card

    def _checks(self) -> Card:
        card = Card(self.tr("Checks, year by year"), padding=24)
        if not self.file.rounds:
            card.body.addWidget(BodyLabel(self.tr("They have been in no check so far.")))
        rounds = {line.round: line for line in self.file.rounds}
        years = {year.round: year.lines for year in self.file.years}
        before = self.tr("Before the first check") if rounds else self.tr("So far")
        for name in sorted({*rounds, *years}, reverse=True):
            card.body.addWidget(BodyLabel(name or before, strong=True))
            if name in rounds:
                self._add_state(card, rounds[name])
            if name in years:
                card.body.addWidget(Timeline(years[name], name or before))
        self.activity = self._button(card, SecondaryButton(self.tr("All their activity")))
        self.activity.clicked.connect(self.activity_wanted)
        if self.file.line.here and self.file.asked and not self._has_signed():
            self._add_due(card)
        return card

    def _add_state(self, card: Card, line: RoundLine) -> None:
        card.body.addWidget(Chip(line.state, _ROLES.get(line.state, "neutral")), 0, Qt.AlignmentFlag.AlignLeft)
        if len(line.parts) > 1:
            card.body.addWidget(self._parts(line))
        card.body.addWidget(BodyLabel(self._when(line), muted=True, caption=True))

    def _parts(self, line: RoundLine) -> Facts:
        facts = Facts()
        for part in line.parts:
            day = self.tr("{state}, {day}")
            words = part.state.value
            if part.signed_on is not None:
                words = day.format(state=words, day=day_words(part.signed_on))
            facts.add(part.title, words)
        return facts

    def _has_signed(self) -> bool:
        return any(line.round == self.file.asked and line.signed_on is not None for line in self.file.rounds)

    def _add_due(self, card: Card) -> None:
        known = self.file.due is not None
        self.due = DateField(self.tr("Sign by"), max(self.file.due or self.file.today, self.file.today))
        words = self.tr("Extend the due date") if known else self.tr("Ask in this year’s check")
        card.body.addWidget(self.due)
        self.extend = self._button(card, SecondaryButton(words))
        self.extend.clicked.connect(lambda: self.asked_by.emit(self.due.date()))
        if known:
            self.remind = self._button(card, SecondaryButton(self.tr("Remind them")))
            self.remind.clicked.connect(self.remind_wanted)

    def _when(self, line: RoundLine) -> str:
        if line.signed_on is not None and line.on_paper:
            return self.tr("Entered for them from paper, signed {day}").format(day=day_words(line.signed_on))
        if line.signed_on is not None:
            return self.tr("Signed {day}").format(day=day_words(line.signed_on))
        return self.tr("Due {day}").format(day=day_words(line.due))

    def _away(self) -> Card:
        card = Card(self.tr("Away"), padding=24)
        card.body.addWidget(BodyLabel(self.tr("Nobody reminds them meanwhile. No reason is asked or kept.")))
        self.until = DateField(self.tr("Away until"), self.file.line.away_until or self.file.today)
        card.body.addWidget(self.until)
        self.away = self._button(card, SecondaryButton(self.tr("Note that they are away")))
        self.away.clicked.connect(lambda: self.away_until.emit(self.until.date()))
        if self.file.line.away_until is not None:
            self.back_again = self._button(card, SecondaryButton(self.tr("They are back")))
            self.back_again.clicked.connect(lambda: self.away_until.emit(None))
        return card

    def _left(self) -> Card:
        card = Card(self.tr("Left the school"), padding=24)
        card.body.addWidget(BodyLabel(self.tr("What they signed stays valid. The time of keeping begins.")))
        self.left_school = self._button(card, DangerButton(self.tr("They have left …")))
        self.left_school.clicked.connect(self.left_wanted)
        return card

    def _button(self, card: Card, button: QAbstractButton) -> QAbstractButton:
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def show_refused(self, sentence: str, field: QWidget | None = None) -> None:
        """Say why something was not done, and what to do."""
        self.show_errors([(field or self.change, sentence)])
