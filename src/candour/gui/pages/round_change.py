"""R8 A check that was opened: another day for who has not signed, and somebody who comes into it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.language import day_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import ROUNDS
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.name_picker import NamePicker

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.round_results import ChangeGround


class RoundChangePage(PlacedPage):
    """`moved` carries the new day, `added` a person's id and their own day."""

    page_id: ClassVar[str] = "round-change"
    place: ClassVar[str] = ROUNDS

    moved = Signal(object)
    added = Signal(str, object)

    def __init__(self, frame: Frame, ground: ChangeGround) -> None:
        super().__init__("", frame)
        self._ground = ground
        found = ground.round
        self.introduce(
            self.tr("Change the check of {round}").format(round=found.round),
            self.tr("It is to be signed by {day}.").format(day=day_words(found.due, weekday=True)),
        )
        self.content.addWidget(self._day())
        self.content.addWidget(self._people())
        self.main_button = self.move_day = PrimaryButton(self.tr("Move the day"))
        self.back = SecondaryButton(self.tr("Back"))
        self.move_day.clicked.connect(self._move)
        self.back.clicked.connect(self.went_back)
        for button in (self.move_day, self.back):
            self.footer.add(button)

    def _day(self) -> Card:
        card = Card(self.tr("Another day to sign by"), padding=24)
        words = self.tr("%n people have not signed.", "", self._ground.waiting)
        keeps = self.tr("Only for them the day moves. Who has a later day of their own keeps it.")
        self.due = DateField(self.tr("Day to sign by"), max(self._ground.round.due, self._ground.today))
        card.body.addWidget(BodyLabel(words, strong=True))
        card.body.addWidget(BodyLabel(keeps))
        card.body.addWidget(self.due)
        return card

    def _people(self) -> Card:
        card = Card(self.tr("Add somebody"), padding=24)
        outside = self._ground.outside
        self.picker = NamePicker(self.tr("Who"), self.tr("Those who are here and not in this check"))
        self.picker.set_names([(each.person, f"{each.name} ({each.number})") for each in outside])
        self.own = DateField(self.tr("They sign by"), self._ground.proposed_due)
        self.add = SecondaryButton(self.tr("Add to the check"), icon="plus")
        self.add.clicked.connect(self._add)
        for part in (self.picker, self.own):
            card.body.addWidget(part)
            part.setVisible(bool(outside))
        card.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.setVisible(bool(outside))
        if not outside:
            card.body.addWidget(BodyLabel(self.tr("Everybody who is here is in it."), muted=True))
        return card

    def _move(self) -> None:
        day, found = self.due.date(), self._ground.round
        wrong = ""
        if day < self._ground.today:
            wrong = self.tr("Choose today or a later day")
        elif day < found.opens:
            wrong = self.tr("Choose a day that is not before the first day")
        elif day == found.due:
            wrong = self.tr("Choose another day: this is the one that stands")
        self.show_errors([(self.due, wrong)] if wrong else [])
        if not wrong:
            self.moved.emit(day)

    def _add(self) -> None:
        person, day = self.picker.chosen(), self.own.date()
        if person is None:
            self.show_errors([(self.picker, self.tr("Choose who comes into the check"))])
        elif day < self._ground.today:
            self.show_errors([(self.own, self.tr("Choose today or a later day"))])
        else:
            self.show_errors([])
            self.added.emit(person, day)

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was done, and what to do."""
        self.show_errors([(self.heading, sentence)])
