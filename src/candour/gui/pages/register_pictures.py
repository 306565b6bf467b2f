"""The three cards above the register: how many have signed, week by week, and what waits on whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from candour.domain.overview import begun
from candour.domain.progress import progress_of
from candour.domain.register_view import COMPLETION, Filter
from candour.gui.pages.filter_words import filter_words
from candour.gui.pages.picture_cards import PictureCards
from candour.gui.theme import theme_of
from candour.gui.widgets.card import Card
from candour.gui.widgets.count_row import CountRow
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from candour.domain.register_view import RegisterView

WAITING: Final = (Filter.UNDECIDED, Filter.LATE, Filter.ENDING)
_FOLD = 760
_SHARES = (11, 12, 11)


class RegisterPictures(QWidget):
    """Cards beside each other, or under each other where it is narrow; `wanted` carries what a press keeps."""

    wanted = Signal(object)

    def __init__(self, view: RegisterView) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        counts = tuple((which, view.count(which)) for which in COMPLETION)
        cards = PictureCards(self, pressable=True)
        self.cards: list[Card] = []
        if begun(counts):
            self.completion = cards.completion(counts, small=True)
            self.trend = cards.trend(progress_of(view), small=True)
            self.cards += [self.completion, self.trend]
            self.completion.chosen.connect(self.wanted)
        else:
            self.cards.append(NotBegun())
        self.waiting = WaitingCard(view)
        self.waiting.wanted.connect(self.wanted)
        self.cards.append(self.waiting)
        for card, share in zip(self.cards, _SHARES, strict=False):
            self._row.addWidget(card, share)
        theme_of(self).changed.connect(self._fold)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards under each other where there is no room beside."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px = theme_of(self).metrics.px
        self._row.setSpacing(px(12))
        narrow = self.width() < px(_FOLD)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)


class WaitingCard(Card):
    """What waits on somebody, counted in people, each a way to who they are."""

    wanted = Signal(object)

    def __init__(self, view: RegisterView) -> None:
        super().__init__(padding=16, spacing=2)
        counts = {which: view.count(which) for which in WAITING}
        waits = any(counts.values())
        title = self.tr("Waiting on somebody") if waits else self.tr("Nothing waits on anybody")
        self.body.addWidget(HeadingLabel(title, 3, small=True))
        self.rows: dict[Filter, CountRow] = {}
        for which, count in counts.items():
            row = CountRow(filter_words(which), f"{count:,}", late=which is Filter.LATE and count > 0)
            row.clicked.connect(lambda _on=False, which=which: self.wanted.emit(which))
            self.rows[which] = row
            self.body.addWidget(row)
        self.body.addWidget(BodyLabel(self.tr("Counted in people."), muted=True, caption=True))


class NotBegun(Card):
    """What stands in place of the pictures before anybody has begun."""

    def __init__(self) -> None:
        super().__init__(padding=16, spacing=6)
        self.body.addWidget(HeadingLabel(self.tr("No one has started yet"), 3, small=True))
        self.body.addWidget(BodyLabel(self.tr("This fills in as people sign."), muted=True))
