"""H4 How it is going: the pictures of a check, for HR and, without ways to anybody, for whoever decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.overview import begun
from candour.domain.register_view import By
from candour.gui.language import day_words
from candour.gui.pages.going_cards import ExceptionsCard, HandsCard, settled_card
from candour.gui.pages.picture_cards import PictureCards
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.register_pictures import NotBegun
from candour.gui.places import GOING
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.card_grid import CardGrid

if TYPE_CHECKING:
    from candour.domain.going import Going
    from candour.domain.overview import Overview
    from candour.gui.places import Frame
    from candour.gui.widgets.card import Card


class GoingPage(PlacedPage):
    """`wanted` carries what the register is to keep, `opened` a person's id; `decisions_wanted` leads to requests.

    `is_hr`: whoever looks may see the register, so that a press on a picture leads there.
    """

    page_id: ClassVar[str] = "going"
    place: ClassVar[str] = GOING

    wanted = Signal(object)
    opened = Signal(str)
    decisions_wanted = Signal()
    register_wanted = Signal()

    def __init__(self, frame: Frame, going: Going | None, *, is_hr: bool) -> None:
        super().__init__("", frame)
        self.going, self._is_hr = going, is_hr
        if going is None:
            self.introduce(self.tr("How it is going"))
            line, sentence = self.tr("No check is open"), self.tr("This fills in once a check has opened.")
            self.content.addWidget(EmptyState(line, sentence, art="calendar"))
            return
        seen = going.overview
        self.introduce(self.tr("How it is going {round}").format(round=seen.round), self._how(seen))
        if is_hr:
            self.main_button = self.register = SecondaryButton(self.tr("Open the register"))
            self.register.clicked.connect(self.register_wanted)
            self.put_beside_heading(self.register)
        self._add_pictures(going)

    def _how(self, seen: Overview) -> str:
        late = self.tr("%n people are overdue.", "", seen.overdue) if seen.overdue else ""
        due = self.tr("To sign by {day}.").format(day=day_words(seen.due))
        signed = self.tr("{signed} of {of} have signed.").format(signed=f"{seen.signed:,}", of=f"{seen.of:,}")
        return " ".join(part for part in (signed, due, late) if part)

    def _add_pictures(self, going: Going) -> None:
        seen, cards = going.overview, PictureCards(self, pressable=self._is_hr)
        if not begun(seen.completion):
            self.content.addWidget(CardGrid([NotBegun(), *self._for_who_looks(going)]))
            return
        self.completion, self.trend = cards.completion(seen.completion), cards.trend(seen.progress)
        self.ageing = cards.ageing(seen)
        by = ((By.ROLE, seen.by_role), (By.PHASE, seen.by_phase))
        self.groups = [cards.groups(each, found) for each, found in by if found]
        for card in (self.completion, self.trend, self.ageing, *self.groups):
            card.chosen.connect(self.wanted)
        shown: list[Card] = [self.completion, self.trend, self.ageing, *self._for_who_looks(going), *self.groups]
        if going.settled is not None:
            shown.append(settled_card(going.settled))
        self.content.addWidget(CardGrid(shown))

    def _for_who_looks(self, going: Going) -> list[Card]:
        """Return who may need a hand for HR, and exceptions for whoever decides."""
        cards: list[Card] = []
        if self._is_hr:
            self.hands = HandsCard(going.hand, going.overview.today)
            self.hands.opened.connect(self.opened)
            cards.append(self.hands)
        if going.exceptions is not None:
            self.exceptions = ExceptionsCard(going.exceptions)
            self.exceptions.pressed.connect(self.decisions_wanted)
            cards.append(self.exceptions)
        return cards
