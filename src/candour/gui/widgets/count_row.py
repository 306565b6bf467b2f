"""A row with its count at the right: what waits on whom, to press for who it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from candour.gui.metrics import RING, Type
from candour.gui.painting import inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.row_button import RowButton
from candour.gui.widgets.text_block import TextBlock

_LEAST_BESIDE_EM = 9
"""The words stand above the number where they would have fewer em beside it."""


class CountRow(RowButton):
    """Words at the left and a number at the right, heavier, or below the words where it is narrow.

    `late` paints the number as what is late is painted.
    """

    _least = 30
    _pad = 4

    def __init__(self, words: str, count: str, *, late: bool = False) -> None:
        self._count, self._late = count, late
        super().__init__(words)
        self.setAccessibleName(f"{words}: {count}")

    def retheme(self) -> None:
        """Measure anew."""
        self._number = TextBlock(self._count, theme_of(self).metrics.font(Type.STRONG))
        super().retheme()

    def left(self) -> int:
        """Begin where text begins."""
        return RING

    def right(self) -> int:
        """Leave no more room than the ring needs."""
        return RING

    def _stacked(self, width: int) -> bool:
        room = width - 2 * RING - self._number.size().width() - self.metrics.px(12)
        return room < min(self._block.size().width(), _LEAST_BESIDE_EM * self.metrics.em)

    def room(self, width: int) -> int:
        """Return how wide the words may be: beside the number, or above it."""
        beside = 0 if self._stacked(width) else int(self._number.size().width()) + self.metrics.px(12)
        return super().room(width) - beside

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the wrapped row."""
        below = self._number.height(super().room(width)) if self._stacked(width) else 0
        return super().heightForWidth(width) + below

    def sizeHint(self) -> QSize:
        """Return the size with words and number beside each other."""
        wanted = super().sizeHint()
        return QSize(wanted.width() + int(self._number.size().width()) + self.metrics.px(12), wanted.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words and number."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens = theme.tokens
        if self.underMouse() or self.isDown():
            paint_box(painter, inside(self), tokens.of("primary_soft"))
        stacked, words, whole = (
            self._stacked(self.width()),
            self.words_height(self.width()),
            super().room(self.width()),
        )
        ink = tokens.of("danger" if self._late else "text")
        top = (self.height() - words - (self._number.height(whole) if stacked else 0)) / 2
        self._block.paint(painter, QPointF(self.left(), top), self.room(self.width()), tokens.of("text"))
        if stacked:
            self._number.paint(painter, QPointF(self.left(), top + words), whole, ink)
        else:
            wide = self._number.size().width() + 1
            self._number.paint(painter, QPointF(self.width() - RING - wide, top), wide, ink)
        if self.hasFocus():
            paint_ring(painter, inside(self), theme)
        painter.end()
