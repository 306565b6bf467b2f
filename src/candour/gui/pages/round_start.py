"""R8 Start this year's check from last year's: its days, who is in it, and what happens then."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.round_dates import round_name, year_of
from candour.gui.language import day_words
from candour.gui.pages.leave_out import LeaveOut
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.set_up_page import beside
from candour.gui.places import ROUNDS
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.facts import Points
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.round_results import StartGround


class RoundStartPage(PlacedPage):
    """`asked` carries the year, the first and the last day, and the ids of those who are left out."""

    page_id: ClassVar[str] = "round-start"
    place: ClassVar[str] = ROUNDS

    asked = Signal(int, object, object, object)

    def __init__(self, frame: Frame, ground: StartGround) -> None:
        super().__init__("", frame)
        self._ground = ground
        still = self.tr("Nothing happens before you press the button.")
        lead = self.tr("Proposed from the check of {round}, a year on.").format(round=ground.last)
        self.introduce(self.tr("Start the check"), f"{lead} {still}" if ground.last else still)
        self.opens = DateField(self.tr("First day"), ground.proposed.opens)
        self.due = DateField(self.tr("Day to sign by"), ground.proposed.due)
        self.people = LeaveOut(ground.people)
        self.name = BodyLabel(strong=True)
        self._lay_out()
        self.main_button = self.start = PrimaryButton(self.tr("Open the check"))
        self.back = SecondaryButton(self.tr("Back"))
        self.start.clicked.connect(self.go_on)
        self.back.clicked.connect(self.went_back)
        for button in (self.start, self.back):
            self.footer.add(button)
        for field in (self.opens, self.due):
            field.field.dateChanged.connect(self._preview)
        self.people.changed.connect(self._preview)
        self._preview()

    def _lay_out(self) -> None:
        when = Card(self.tr("When"), padding=24)
        when.body.addWidget(self.name)
        when.body.addWidget(beside(self.opens, self.due))
        who = Card(self.tr("Who is in it"), padding=24)
        who.body.addWidget(self.people)
        self._then = Card(self.tr("What happens"), padding=24)
        self.preview = Points(())
        self._then.body.addWidget(self.preview)
        for card in (when, who, self._then):
            self.content.addWidget(card)

    def _year(self) -> int:
        return year_of(self.opens.date())

    def _preview(self) -> None:
        self.name.setText(self.tr("This is the check of {round}.").format(round=round_name(self._year())))
        old, self.preview = self.preview, Points(self._steps())
        self._then.body.replaceWidget(old, self.preview)
        old.hide()
        old.deleteLater()

    def _steps(self) -> tuple[str, ...]:
        pack, count = self._ground.pack, self.people.count()
        opens, due = day_words(self.opens.date(), weekday=True), day_words(self.due.date(), weekday=True)
        people = self.tr("%n people are asked to sign by {due}.", "", count).format(due=due)
        policy = self.tr("It asks by “{title}” of {day}.")
        steps = [
            self.tr("It opens on {opens}, and shows to everybody in it when they sign in.").format(opens=opens),
            people,
            policy.format(title=pack.title, day=day_words(pack.policy_date)),
            self.tr("Accounts, and family and others, come from last year to confirm. All else is asked afresh."),
            self.tr("Who is added later comes into it, with four weeks to sign."),
            self.tr("Who has no passphrase needs a slip. You make the slips next."),
        ]
        left = self.people.names()
        if left:
            steps.insert(2, self.tr("Not in it: {names}.").format(names=", ".join(left)))
        return tuple(steps)

    def go_on(self) -> None:
        """Open the check, or say what is missing."""
        errors: list[tuple[QWidget, str]] = []
        name = round_name(self._year())
        if name in self._ground.names:
            words = self.tr("The check of {round} is open already. Choose a first day in another school year")
            errors.append((self.opens, words.format(round=name)))
        if self.due.date() < self.opens.date():
            errors.append((self.due, self.tr("Choose a day that is not before the first day")))
        if not self.people.count():
            errors.append((self.people.picker, self.tr("Put somebody back: nobody is left in the check")))
        self.show_errors(errors)
        if not errors:
            self.start.setEnabled(False)
            self.asked.emit(self._year(), self.opens.date(), self.due.date(), self.people.left_out())

    def show_refused(self, sentence: str) -> None:
        """Say why it was not opened, and what to do."""
        self.start.setEnabled(True)
        self.show_errors([(self.start, sentence)])

    def show_trouble(self, sentence: str) -> None:
        """Say what of the computer failed; the button can be pressed again."""
        self.start.setEnabled(True)
        super().show_trouble(sentence)
