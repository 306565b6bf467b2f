"""The ring that fills with what is done; what it shows stands beside it in words, so it has no name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from candour.gui.icons import paint_icon
from candour.gui.metrics import Type
from candour.gui.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

_SIDE, _STROKE = 104, 11
_TURN = 360 * 16
"""A whole turn in the sixteenths of a degree in which Qt measures arcs."""


class ProgressRing(QWidget):
    """`done` of `of` as an arc with the numbers inside, or a tick once all is done."""

    def __init__(self, done: int, of: int) -> None:
        super().__init__()
        self._done, self._of = done, of
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        side = theme_of(self).metrics.px(_SIDE)
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, the arc, and what stands inside."""
        theme = theme_of(self)
        tokens, stroke = theme.tokens, theme.metrics.px(_STROKE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = stroke / 2 + 1
        box = QRectF(self.rect()).adjusted(half, half, -half, -half)
        self._arc(painter, box, tokens.of("line"), stroke if not theme.is_high_contrast else 2, _TURN)
        if self._done:
            self._arc(painter, box, tokens.of("primary"), stroke, round(_TURN * self._done / self._of))
        if self._done and self._done >= self._of:
            inset = self.width() * 0.32
            inside = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, "tick", inside, tokens.of("primary"))
        else:
            painter.setFont(theme.metrics.font(Type.H2))
            painter.setPen(tokens.of("text"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{self._done}/{self._of}")
        painter.end()

    @staticmethod
    def _arc(painter: QPainter, box: QRectF, ink: QColor, width: float, span: int) -> None:
        pen = QPen(ink, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, _TURN // 4, -span)
