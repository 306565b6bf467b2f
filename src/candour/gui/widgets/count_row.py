"""A row with its count at the right: what waits on whom, to press for who it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent

from candour.gui.metrics import RING, Type
from candour.gui.painting import inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.row_button import RowButton
from candour.gui.widgets.text_block import TextBlock


class CountRow(RowButton):
    """Words at the left and a number at the right, heavier; `late` paints it as what is late is painted."""

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
        """Leave room for the number."""
        return RING + int(self._number.size().width()) + self.metrics.px(12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint words and number."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens = theme.tokens
        if self.underMouse() or self.isDown():
            paint_box(painter, inside(self), tokens.of("primary_soft"))
        top = (self.height() - self.words_height(self.width())) / 2
        self._block.paint(painter, QPointF(self.left(), top), self.room(self.width()), tokens.of("text"))
        wide = self._number.size().width()
        ink = tokens.of("danger" if self._late else "text")
        self._number.paint(painter, QPointF(self.width() - RING - wide - 1, top), wide + 1, ink)
        if self.hasFocus():
            paint_ring(painter, inside(self), theme)
        painter.end()
