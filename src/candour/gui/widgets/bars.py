"""Horizontal bars: each with its words and its count, filled by the states of a picture, to press for who it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from candour.domain.shares import spans_of
from candour.gui.hatching import paint_state
from candour.gui.metrics import Type
from candour.gui.painting import paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.number_table import NumberTable
from candour.gui.widgets.pictured import Picture, Pictured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from candour.gui.hatching import ChartState
    from candour.gui.widgets.number_table import NumberRow

_TALL, _LONGEST, _FOLD, _GAP = 24, 420, 420, 3


@dataclass(frozen=True, slots=True)
class BarParts:
    """One bar: the key that a press carries (None: nothing to press), its words, its parts, what stands after it.

    Each part is a state and how many; `whole` is how many would fill the whole length.
    """

    key: object
    words: str
    parts: tuple[tuple[ChartState, int], ...]
    whole: int
    after: str


class Strip(QWidget):
    """The painted bar: parts end to end, 3 px of the surface between them, and its count in words behind.

    `longest` are the longest of the words behind the bars of one chart: all leave the same room for them.
    """

    pressed = Signal()

    def __init__(self, bar: BarParts, longest: str, *, numbered: bool) -> None:
        super().__init__()
        self.bar, self._longest, self._numbered = bar, longest, numbered
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if bar.key is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        self._font = theme_of(self).metrics.font(Type.CAPTION_STRONG)
        self.updateGeometry()
        self.update()

    def _after(self) -> float:
        return QFontMetricsF(self._font).horizontalAdvance(self._longest) + theme_of(self).metrics.px(8)

    def sizeHint(self) -> QSize:
        """Return the length of the longest bar, and what stands after it."""
        px = theme_of(self).metrics.px
        return QSize(px(_LONGEST) + int(self._after()), px(_TALL))

    def minimumSizeHint(self) -> QSize:
        """Return the least that still shows a bar."""
        px = theme_of(self).metrics.px
        return QSize(px(60) + int(self._after()) + 1, px(_TALL))

    def shapes(self) -> list[QRectF]:
        """Return the box of each part; one of nobody has no width."""
        px = theme_of(self).metrics.px
        longest = max(0.0, min(self.width() - self._after(), px(_LONGEST)))
        spans = spans_of([count for _, count in self.bar.parts], self.bar.whole)
        return [
            QRectF(span.start * longest, px(2), max(0.0, span.length * longest - px(_GAP)), self.height() - px(4))
            for span in spans
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts, their numbers where there is room, and the words after them."""
        painter = QPainter(self)
        theme = theme_of(self)
        end = 0.0
        for (state, count), box in zip(self.bar.parts, self.shapes(), strict=True):
            if not count:
                continue
            shape = QPainterPath()
            shape.addRoundedRect(box, 3, 3)
            paint_state(painter, shape, state, theme)
            end = box.right()
            if self._numbered:
                self._paint_number(painter, box, f"{count:,}")
        painter.setFont(self._font)
        painter.setPen(theme.tokens.of("text"))
        after = QRectF(end + theme.metrics.px(8 if end else 0), 0, self._after(), self.height())
        painter.drawText(after, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.bar.after)
        painter.end()

    def _paint_number(self, painter: QPainter, box: QRectF, number: str) -> None:
        theme, metrics = theme_of(self), QFontMetricsF(self._font)
        wide = metrics.horizontalAdvance(number) + theme.metrics.px(8)
        if wide + theme.metrics.px(6) > box.width():
            return
        plate = QRectF(0, 0, wide, min(metrics.height(), box.height() - 4))
        plate.moveCenter(QPointF(box.center()))
        paint_box(painter, plate, theme.tokens.of("surface"), None, radius=plate.height() / 2)
        painter.setFont(self._font)
        painter.setPen(theme.tokens.of("text"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Press, where there is something to press."""
        if self.bar.key is not None and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class BarsChart(Picture):
    """Bars under each other: words at the left, or above where it is narrow; `chosen` carries a bar's key."""

    chosen = Signal(object)

    def __init__(self, title: str, sentence: str, bars: Sequence[BarParts], *, numbered: bool) -> None:
        super().__init__(title, sentence)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        longest = max((bar.after for bar in bars), key=len, default="")
        self.strips = [Strip(bar, longest, numbered=numbered) for bar in bars]
        self.words = [self._word(bar) for bar in bars]
        for strip in self.strips:
            strip.pressed.connect(lambda key=strip.bar.key: self.chosen.emit(key))
        self._narrow: bool | None = None
        theme_of(self).changed.connect(self._fold)
        self._fold()

    def _word(self, bar: BarParts) -> QWidget:
        if bar.key is None:
            return BodyLabel(bar.words, measure=None)
        link = LinkButton(bar.words)
        link.setAccessibleName(f"{bar.words}: {bar.after}")
        link.clicked.connect(lambda: self.chosen.emit(bar.key))
        return link

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words above their bars where there is no room beside."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px = theme_of(self).metrics.px
        narrow = self.width() < px(_FOLD)
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(2 if narrow else 4))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for part in (*self.words, *self.strips):
            self._grid.removeWidget(part)
        for place, (word, strip) in enumerate(zip(self.words, self.strips, strict=True)):
            if narrow:
                self._grid.addWidget(word, 2 * place, 0, 1, 2)
                self._grid.addWidget(strip, 2 * place + 1, 0, 1, 2)
            else:
                self._grid.addWidget(word, place, 0, Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(strip, place, 1, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setColumnStretch(0, 0 if narrow else 2)
        self._grid.setColumnStretch(1, 1 if narrow else 3)


class Bars(Pictured):
    """Bars with the table of the same numbers."""

    def __init__(self, chart: BarsChart, headings: Sequence[str], rows: Sequence[NumberRow]) -> None:
        super().__init__(chart.accessibleName(), chart)
        self.chart = chart
        chart.chosen.connect(self.chosen)
        self.column.addWidget(chart)
        self.put_table(NumberTable(self.title, headings, rows))
