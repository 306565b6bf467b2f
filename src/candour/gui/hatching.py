"""How the four states of a picture are filled, so that each is told without its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainterPath

    from candour.gui.theme import Theme

ChartState = Literal["signed", "under_way", "not_started", "overdue"]

_HATCHED: Final[dict[ChartState, tuple[int, tuple[int, ...]]]] = {"under_way": (7, (1,)), "overdue": (10, (1, -1))}
"""From one line of a hatch to the next in pixels at 100 per cent, and the slopes of its lines.

Who has signed is full, who has not started an outline.
"""


def paint_state(painter: QPainter, shape: QPainterPath, state: ChartState, theme: Theme) -> None:
    """Fill a shape as its state is filled: full, with lines, with crossed lines, or as an outline."""
    colour, surface = theme.tokens.of(f"chart_{state}"), theme.tokens.of("surface")
    width = theme.metrics.px(2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipPath(shape)
    if state == "not_started":
        painter.setBrush(surface)
        painter.setPen(QPen(colour, 2 * width))  # the outer half is clipped away
        painter.drawPath(shape)
    else:
        painter.fillPath(shape, colour)
        painter.setPen(QPen(surface, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        step, slopes = _HATCHED.get(state, (0, ()))
        for slope in slopes:
            painter.drawLines(_lines(shape.boundingRect(), slope, theme.metrics.px(step)))
    painter.restore()


def _lines(box: QRectF, slope: int, step: int) -> list[QLineF]:
    tall = box.height()
    count = int((box.width() + tall) / step) + 1
    tops = [box.left() - (tall if slope < 0 else 0) + place * step for place in range(count)]
    return [QLineF(top, box.top(), top - slope * tall, box.bottom()) for top in tops]
