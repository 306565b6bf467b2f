"""Cards two by two, those of a row equally tall; under each other where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from candour.gui.theme import theme_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_FOLD = 720


class CardGrid(QWidget):
    """Shows cards in their order; an odd last one takes its whole row."""

    def __init__(self, cards: Sequence[QWidget]) -> None:
        super().__init__()
        self._cards = tuple(cards)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._across = 0
        theme_of(self).changed.connect(self._fold)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px = theme_of(self).metrics.px
        self._grid.setSpacing(px(14))
        across = 1 if self.width() < px(_FOLD) else 2
        if across == self._across:
            return
        self._across = across
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self._cards):
            alone = across > 1 and place == len(self._cards) - 1 and place % across == 0
            self._grid.addWidget(card, place // across, place % across, 1, across if alone else 1)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
