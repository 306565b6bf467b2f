"""A filter with its count: pressed, it keeps only what it names."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.text_block import TextBlock


class FilterChip(QAbstractButton):
    """A checkable button of words and a count, such as "Signed 38"; the one that is on has a heavier border."""

    def __init__(self, words: str, count: int) -> None:
        super().__init__()
        self.setText(f"{words} {count}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def say(self, words: str, count: int) -> None:
        """Show another count."""
        self.setText(f"{words} {count}")
        self.retheme()

    def retheme(self) -> None:
        """Follow theme and text size."""
        self._block = TextBlock(self.text(), theme_of(self).metrics.font(Type.CAPTION_STRONG))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for the words, at least 32 pixels tall at 100 per cent."""
        px, size = theme_of(self).metrics.px, self._block.size()
        tall = max(px(32), int(size.height()) + px(8))
        return QSize(int(size.width()) + 2 * px(12) + 2 * RING + 1, tall + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a filter is short and is never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip: chosen with a heavy border, else plain."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, px = theme.tokens, theme.metrics.px
        box = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        on = self.isChecked()
        ground, border = ("primary_soft", "primary") if on else ("surface", "control")
        radius = box.height() / 2
        paint_box(
            painter, box, tokens.of(ground), tokens.of(border), width=border_width(theme, heavy=on), radius=radius
        )
        top = (self.height() - self._block.size().height()) / 2
        room = int(self._block.size().width()) + 1
        self._block.paint(painter, QPointF(RING + px(12), top), room, tokens.of("primary" if on else "text"))
        if self.hasFocus():
            paint_ring(painter, box, theme, radius=radius)
        painter.end()
