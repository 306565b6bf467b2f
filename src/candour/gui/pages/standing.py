"""Standing approvals: what is approved for all or some staff, a new one, and ending one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.deciding import NewStanding
from candour.gui.language import day_words
from candour.gui.pages.month_field import ListField
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.tick_group import TickGroup
from candour.gui.pages.year_cards import YearCard
from candour.gui.places import STANDING
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.fields import LabelledField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from candour.gui.places import Frame
    from candour.services.deciding_results import StandingGround, StandingLine


class StandingPage(PlacedPage):
    """`made` carries what is approved anew, `ended` the id of what ends."""

    page_id: ClassVar[str] = "standing"
    place: ClassVar[str] = STANDING

    made = Signal(object)
    ended = Signal(str)

    def __init__(self, frame: Frame, ground: StandingGround, said: str = "") -> None:
        super().__init__("", frame)
        self._ground = ground
        self.introduce(
            self.tr("Standing approvals"),
            self.tr("What you approve here is shown to staff, and they need not ask. HR sees it too."),
        )
        if said:
            self.content.addWidget(Banner(said, role="done"))
        self.ends: dict[str, QAbstractButton] = {}
        self.content.addWidget(self._list())
        self.content.addWidget(self._form())
        self.main_button = self.make = PrimaryButton(self.tr("Approve this"))
        self.make.clicked.connect(self._make)
        self.footer.add(self.make)

    def _list(self) -> YearCard:
        card = YearCard(self.tr("Approved"))
        for line in self._ground.lines:
            card.add_row(line.words, self._terms(line), self._end(line))
        if not self._ground.lines:
            card.say_empty(self.tr("Nothing is approved for everybody yet."))
        return card

    def _terms(self, line: StandingLine) -> str:
        whom = self.tr("all staff") if line.everyone else ", ".join(line.people)
        since = self.tr("since {day}").format(day=day_words(line.since))
        until = self.tr("until {day}").format(day=day_words(line.until)) if line.until else self.tr("no last day")
        return " · ".join(part for part in (line.about, whom, since, until) if part)

    def _end(self, line: StandingLine) -> QWidget:
        if line.over:
            return Chip(self.tr("Ended"), "neutral")
        button = SecondaryButton(self.tr("End it"))
        button.setAccessibleName(self.tr("End it: {words}").format(words=line.words))
        button.clicked.connect(lambda: self.ended.emit(line.approval))
        self.ends[line.approval] = button
        return button

    def _form(self) -> Card:
        card = Card(self.tr("Approve something new"), padding=24)
        abouts = [about for _, about in self._ground.questions]
        self.words = LabelledField(
            self.tr("What is approved"), self.tr("As staff will read it, such as “The residential trip’s phone”")
        )
        self.question = ListField(self.tr("Offered at the question about"), abouts, self.tr("Choose one"))
        self.has_end = TickCard(self.tr("It has a last day"))
        self.until = DateField(self.tr("Last day"), self._ground.today)
        self.until.set_range(
            self._ground.today, self._ground.today.replace(year=self._ground.today.year + 3, day=1)
        )
        self.some = TickCard(self.tr("For some staff only"), self.tr("Else it is for everybody but yourself"))
        self.people = TickGroup(self.tr("For whom"), [(key, name, "") for key, name in self._ground.staff])
        for part in (self.words, self.question, self.has_end, self.until, self.some, self.people):
            card.body.addWidget(part)
        self.has_end.toggled.connect(self.until.setVisible)
        self.some.toggled.connect(self.people.setVisible)
        self.until.hide()
        self.people.hide()
        return card

    def _make(self) -> None:
        people = self.people.ticked() if self.some.isChecked() else ()
        lacking: list[tuple[QWidget, str]] = []
        if not self.words.text().strip():
            lacking.append((self.words, self.tr("Write what is approved, as staff will read it")))
        if not self.question.words():
            lacking.append((self.question, self.tr("Choose where it is offered")))
        if self.some.isChecked() and not people:
            lacking.append((self.people, self.tr("Tick for whom it is")))
        self.show_errors(lacking)
        if not lacking:
            question = next(key for key, about in self._ground.questions if about == self.question.words())
            until = self.until.date() if self.has_end.isChecked() else None
            self.made.emit(NewStanding(question, self.words.text(), until, people))

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was approved or ended, and what to do."""
        self.show_errors([(self.heading, sentence)])
