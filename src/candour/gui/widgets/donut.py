"""The donut: how many of how many, in four states that differ by hatch, count and word before colour."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from candour.domain.shares import TURN, Arc, apart, arcs_of
from candour.gui.hatching import paint_state
from candour.gui.metrics import Type
from candour.gui.theme import theme_of
from candour.gui.widgets.pictured import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.hatching import ChartState

_GAP = 3
_STEPS: Final = (Type.NUMBER, Type.H1, Type.H2, Type.H3, Type.STRONG)


@dataclass(frozen=True, slots=True)
class Share:
    """One part of the whole: the key that a press carries, its state, how many, and the word after the number."""

    key: object
    state: ChartState
    count: int
    word: str


@dataclass(frozen=True, slots=True)
class _Measures:
    """How wide it would like to be, the least, its stroke, and the room around it for the counts."""

    side: int
    least: int
    stroke: int
    around: int


_LARGE, _SMALL = _Measures(196, 120, 24, 24), _Measures(128, 120, 14, 19)


class Donut(Picture):
    """A ring of shares with their counts around it, and `number` over `of` in its hole, such as "31" and "of 42".

    Where the hole has no room for them they stand below. A screen reader meets a chart: `title` is its name, and
    `sentence`, which holds all the numbers, its description.
    """

    def __init__(
        self, title: str, sentence: str, shares: Sequence[Share], number: str, of: str, *, small: bool = False
    ) -> None:
        super().__init__(title, sentence)
        self.small = small
        self._measures = _SMALL if small else _LARGE
        self._number, self._of = number, of
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_of(self).changed.connect(self.retheme)
        self.show_shares(title, sentence, shares, number, of)

    def show_shares(self, title: str, sentence: str, shares: Sequence[Share], number: str, of: str) -> None:
        """Show other numbers."""
        self.shares, self._number, self._of = tuple(shares), number, of
        self.say(title, sentence)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        self.updateGeometry()
        self.update()

    def _side(self, width: int) -> float:
        return min(width, theme_of(self).metrics.px(self._measures.side))

    def _hole(self, side: float) -> float:
        """Return the radius of the hole."""
        px = theme_of(self).metrics.px
        return side / 2 - px(self._measures.around) - px(self._measures.stroke)

    def step_in_hole(self, side: float) -> Type | None:
        """Return the largest step of type in which number and word fit the hole, or None where none does."""
        font, hole = theme_of(self).metrics.font, self._hole(side)
        tail = QFontMetricsF(font(Type.CAPTION))
        for step in _STEPS:
            head = QFontMetricsF(font(step))
            half = max(head.horizontalAdvance(self._number), tail.horizontalAdvance(self._of)) / 2
            if half**2 + ((head.ascent() + tail.height()) / 2) ** 2 < hole**2:
                return step
        return None

    def hasHeightForWidth(self) -> bool:
        """Say that it is as tall as it is wide, and that words may stand below."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels at that width."""
        side = self._side(width)
        below = (
            QFontMetricsF(theme_of(self).metrics.font(Type.H2)).height() if self.step_in_hole(side) is None else 0
        )
        return round(side + below)

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        side = theme_of(self).metrics.px(self._measures.side)
        return QSize(side, self.heightForWidth(side))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows a ring."""
        side = theme_of(self).metrics.px(self._measures.least)
        return QSize(side, self.heightForWidth(side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring, its counts, and what stands in the hole or below."""
        painter = QPainter(self)
        side = self._side(self.width())
        square = QRectF((self.width() - side) / 2, 0, side, side)
        arcs = arcs_of([share.count for share in self.shares])
        for share, shape in zip(self.shares, self.shapes(square, arcs), strict=True):
            paint_state(painter, shape, share.state, theme_of(self))
        self._paint_counts(painter, square, arcs)
        self._paint_whole(painter, square)
        painter.end()

    def shapes(self, square: QRectF, arcs: Sequence[Arc]) -> list[QPainterPath]:
        """Return the shape of each arc, 3 px of the surface between neighbours; where nothing is, no shape."""
        px = theme_of(self).metrics.px
        outer, inner = square.width() / 2 - px(self._measures.around), self._hole(square.width())
        return [_shape(square.center(), (outer, inner), arc, px(_GAP)) for arc in arcs]

    def _paint_counts(self, painter: QPainter, square: QRectF, arcs: Sequence[Arc]) -> None:
        metrics = theme_of(self).metrics
        font = metrics.font(Type.CAPTION_STRONG)
        far = square.width() / 2 - metrics.px(self._measures.around) / 2 + metrics.px(1)
        there = [place for place, share in enumerate(self.shares) if share.count]
        line = QFontMetricsF(font).height()
        around = apart([arcs[place].middle for place in there], degrees(1.1 * line / far))
        painter.setFont(font)
        painter.setPen(theme_of(self).tokens.of("text"))
        for place, at in zip(there, around, strict=True):
            spot = _towards(square.center(), at, far)
            box = QRectF(spot.x() - line * 2, spot.y() - line / 2, line * 4, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, f"{self.shares[place].count:,}")

    def _paint_whole(self, painter: QPainter, square: QRectF) -> None:
        theme = theme_of(self)
        step = self.step_in_hole(square.width())
        painter.setPen(theme.tokens.of("text"))
        centred = Qt.AlignmentFlag.AlignCenter
        if step is None:
            painter.setFont(theme.metrics.font(Type.H2))
            below = QRectF(0, square.bottom(), self.width(), self.height() - square.bottom())
            painter.drawText(below, centred, f"{self._number} {self._of}")
            return
        head, tail = QFontMetricsF(theme.metrics.font(step)), QFontMetricsF(theme.metrics.font(Type.CAPTION))
        top = square.center().y() - (head.ascent() + tail.height()) / 2
        painter.setFont(theme.metrics.font(step))
        painter.drawText(
            QPointF(_left(square, head, self._number), top + head.capHeight() + head.descent() / 2), self._number
        )
        painter.setFont(theme.metrics.font(Type.CAPTION))
        painter.setPen(theme.tokens.of("muted"))
        painter.drawText(QPointF(_left(square, tail, self._of), top + head.ascent() + tail.ascent()), self._of)


def _left(square: QRectF, metrics: QFontMetricsF, words: str) -> float:
    return square.center().x() - metrics.horizontalAdvance(words) / 2


def _towards(centre: QPointF, direction: float, far: float) -> QPointF:
    """Return the point so far from the centre, in degrees clockwise from the top."""
    return QPointF(centre.x() + far * sin(radians(direction)), centre.y() - far * cos(radians(direction)))


def _shape(centre: QPointF, radii: tuple[float, float], arc: Arc, gap: float) -> QPainterPath:
    path = QPainterPath()
    if not arc.span:
        return path
    outer, inner = radii
    if arc.span >= TURN:
        path.addEllipse(centre, outer, outer)
        path.addEllipse(centre, inner, inner)
        return path
    for radius, way in ((outer, 1), (inner, -1)):
        trim = min(degrees(asin(gap / 2 / radius)), arc.span / 2.5)
        begin = 90 - arc.start - trim if way > 0 else 90 - arc.start - arc.span + trim
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        if way > 0:
            path.arcMoveTo(box, begin)
        path.arcTo(box, begin, -way * (arc.span - 2 * trim))
    path.closeSubpath()
    return path
