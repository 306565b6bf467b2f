"""The trend: how many had signed week by week, towards everybody and the day to sign by, with last year behind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from candour.gui.metrics import Type
from candour.gui.painting import paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.pictured import Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from candour.domain.progress import Progress, Step

_TALL, _SMALL, _WIDE, _LEAST = 150, 100, 260, 130


@dataclass(frozen=True, slots=True)
class TrendWords:
    """What stands at the line: where it begins, the day to sign by, and what the fainter one is."""

    opens: str
    due: str
    this_year: str
    last_year: str


class Trend(Picture):
    """A line that rises to how many have signed by today; dashes above stand for everybody, upright for the day."""

    def __init__(
        self, title: str, sentence: str, progress: Progress, words: TrendWords, *, small: bool = False
    ) -> None:
        super().__init__(title, sentence)
        self.progress, self._words = progress, words
        self._tall = _SMALL if small else _TALL
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        self._font = theme_of(self).metrics.font(Type.CAPTION)
        self._strong = theme_of(self).metrics.font(Type.CAPTION_STRONG)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        px = theme_of(self).metrics.px
        return QSize(px(_WIDE), px(self._tall))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows a line."""
        px = theme_of(self).metrics.px
        return QSize(px(_LEAST), px(self._tall))

    def plot(self) -> QRectF:
        """Return where the lines are: below the room for the number, above the days."""
        px, line = theme_of(self).metrics.px, QFontMetricsF(self._font).height()
        wide = min(float(self.width()), px(620))
        return QRectF(px(4), px(6), wide - px(10), self.height() - px(6) - line - px(4))

    def point(self, step: Step) -> QPointF:
        """Return where a step stands."""
        plot = self.plot()
        across = min(1.0, max(0.0, self.progress.across(step.day)))
        return QPointF(plot.left() + across * plot.width(), plot.bottom() - step.share * (plot.height() - 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the days, last year, this year, and what they are called."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, px = theme_of(self).tokens, theme_of(self).metrics.px
        self._paint_frame(painter)
        self._line(painter, self.progress.last_year, tokens.of("chart_not_started"), px(1.6), dotted=True)
        self._line(painter, self.progress.steps, tokens.of("primary"), px(2.6), dotted=False)
        self._paint_end(painter)
        if self.progress.last_year:
            self._paint_key(painter)
        painter.end()

    def _paint_frame(self, painter: QPainter) -> None:
        tokens, px, plot = theme_of(self).tokens, theme_of(self).metrics.px, self.plot()
        painter.setPen(QPen(tokens.of("control"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(plot.topLeft() + QPointF(0, 2), plot.topRight() + QPointF(0, 2))
        due = plot.left() + self.progress.across(self.progress.due) * plot.width()
        painter.drawLine(QPointF(due, plot.top()), QPointF(due, plot.bottom()))
        painter.setPen(QPen(tokens.of("control"), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        metrics = QFontMetricsF(self._font)
        base = plot.bottom() + px(2) + metrics.ascent()
        wide = metrics.horizontalAdvance(self._words.due)
        left = max(plot.left(), min(due - wide / 2, plot.right() - wide))
        painter.setFont(self._font)
        painter.setPen(tokens.of("muted"))
        painter.drawText(QPointF(left, base), self._words.due)
        if plot.left() + metrics.horizontalAdvance(self._words.opens) + px(12) < left:
            painter.drawText(QPointF(plot.left(), base), self._words.opens)

    def _line(self, painter: QPainter, steps: Sequence[Step], ink: QColor, width: float, *, dotted: bool) -> None:
        style = Qt.PenStyle.DotLine if dotted else Qt.PenStyle.SolidLine
        painter.setPen(QPen(ink, width, style, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(QPolygonF([self.point(step) for step in steps]))

    def _paint_end(self, painter: QPainter) -> None:
        tokens, px = theme_of(self).tokens, theme_of(self).metrics.px
        at, words = self.point(self.progress.steps[-1]), f"{self.progress.signed:,}"
        painter.setPen(QPen(tokens.of("surface"), 2))
        painter.setBrush(tokens.of("primary"))
        painter.drawEllipse(at, px(4.5), px(4.5))
        metrics = QFontMetricsF(self._strong)
        wide = metrics.horizontalAdvance(words)
        left = min(at.x() + px(9), self.width() - wide)
        below = at.y() - self.plot().top() < metrics.height() or left < at.x() + px(6)
        base = at.y() + (metrics.ascent() + px(7) if below else metrics.ascent() / 2 - px(2))
        base = min(base, self.plot().bottom() - px(4))
        plate = QRectF(left - px(2), base - metrics.ascent(), wide + px(4), metrics.height())
        paint_box(painter, plate, tokens.of("surface"), None, radius=3)
        painter.setFont(self._strong)
        painter.setPen(tokens.of("text"))
        painter.drawText(QPointF(left, base), words)

    def _paint_key(self, painter: QPainter) -> None:
        """Paint which line is which, in the corner that a rising line leaves free."""
        tokens, px, plot = theme_of(self).tokens, theme_of(self).metrics.px, self.plot()
        metrics, long = QFontMetricsF(self._font), px(22)
        painter.setFont(self._font)
        rows = (
            (self._words.this_year, tokens.of("primary"), px(2.6), Qt.PenStyle.SolidLine),
            (self._words.last_year, tokens.of("chart_not_started"), px(1.6), Qt.PenStyle.DotLine),
        )
        for place, (words, ink, width, style) in enumerate(rows):
            top = plot.top() + px(8) + place * metrics.height()
            middle = top + metrics.height() / 2
            painter.setPen(QPen(ink, width, style, Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(plot.left() + px(2), middle), QPointF(plot.left() + px(2) + long, middle))
            painter.setPen(tokens.of("text"))
            painter.drawText(QPointF(plot.left() + long + px(10), top + metrics.ascent()), words)
