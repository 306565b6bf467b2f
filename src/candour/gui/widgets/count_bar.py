"""How far a count is, large enough for a hall: it says nothing aloud, since words stand above it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from candour.gui.painting import border_width, paint_box
from candour.gui.theme import theme_of


class CountBar(QWidget):
    """How far it is, for the eye: the words above say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_of(self).changed.connect(self.retheme)

    def retheme(self) -> None:
        """Follow theme and text size."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size for where no window says how tall."""
        px = theme_of(self).metrics.px
        return QSize(px(240), px(28))

    def show_share(self, share: float) -> None:
        """Show a share between nothing and one."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove, and over it what is done."""
        painter = QPainter(self)
        theme = theme_of(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground, edge, radius = theme.tokens.of("surface"), theme.tokens.of("control"), box.height() / 2
        paint_box(painter, box, ground, edge, width=2 * border_width(theme), radius=radius)
        done = QRectF(box)
        done.setWidth(box.width() * self._share)
        if done.width() >= box.height():
            paint_box(painter, done, theme.tokens.of("primary"), None, radius=radius)
        painter.end()
