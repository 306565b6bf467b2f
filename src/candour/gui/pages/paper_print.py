"""Printing forms: for all who have not signed, for one person, or blank; in large print too."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.pages.answers import Choices
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import PAPER
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.choices import ChoiceGroup, TickCard
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.name_picker import NamePicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.paper_results import PaperGround

ALL, ONE, BLANK = "all", "one", "blank"


class PaperPrintPage(PlacedPage):
    """`wanted` carries the people (ids) to print a form for, none: a blank one, and whether in large print."""

    page_id: ClassVar[str] = "paper-print"
    place: ClassVar[str] = PAPER

    wanted = Signal(tuple, bool)

    def __init__(self, frame: Frame, ground: PaperGround) -> None:
        super().__init__("", frame)
        self._unsigned = tuple(each.person for each in ground.people if not each.signed)
        self.introduce(
            self.tr("Print forms"),
            self.tr("Each form comes with a sheet for a closed envelope, on a sheet of its own."),
        )
        card = Card(padding=24)
        everybody = self.tr("For %n people who have not signed", "", len(self._unsigned))
        self.whom = Choices(
            self.tr("For whom"),
            (
                (ALL, everybody, self.tr("One form each, with name and staff number.")),
                (ONE, self.tr("For one person"), ""),
                (BLANK, self.tr("A blank form"), self.tr("Name and staff number are written by hand.")),
            ),
        )
        self.one = NamePicker(self.tr("Who"))
        self.one.set_names([(each.person, f"{each.name}, {each.number}") for each in ground.people])
        self.large = TickCard(self.tr("Large print"), self.tr("Letters of 16 points, on more pages."))
        parts: tuple[QWidget, ...] = (
            BodyLabel(self.tr("For whom"), strong=True),
            self.whom,
            ChoiceGroup(self.tr("How it is printed"), [self.large]),
        )
        for part in parts:
            card.body.addWidget(part)
        self.whom.put_under(ONE, self.one)
        self.whom.cards[ALL].setEnabled(bool(self._unsigned))
        self.content.addWidget(card)
        self.main_button = self.show_forms = PrimaryButton(self.tr("Show the forms"))
        self.back = SecondaryButton(self.tr("Back to the papers"))
        self.show_forms.clicked.connect(self._show)
        self.back.clicked.connect(self.went_back)
        for button in (self.show_forms, self.back):
            self.footer.add(button)
        self.whom.chose.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.one.setVisible(self.whom.chosen() == ONE)

    def _show(self) -> None:
        chosen, person = self.whom.chosen(), self.one.chosen()
        lacking: list[tuple[QWidget, str]] = []
        if not chosen:
            lacking.append((self.whom, self.tr("Choose for whom the forms are")))
        elif chosen == ONE and person is None:
            lacking.append((self.one, self.tr("Choose who it is for")))
        self.show_errors(lacking)
        if not lacking:
            people = {ALL: self._unsigned, ONE: (person,), BLANK: ()}[chosen]
            self.wanted.emit(people, self.large.isChecked())

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was drawn, and what to do."""
        self.show_errors([(self.heading, sentence)])
