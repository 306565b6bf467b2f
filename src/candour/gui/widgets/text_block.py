"""A paragraph as typed: wrapped, measured and painted, never parsed."""

from __future__ import annotations

from functools import cached_property
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from candour.gui.metrics import LINE_HEIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

_UNBOUNDED = 100_000.0
_LONGEST_UNBROKEN_EM = 11


class TextBlock:
    """Text in one font, its first `strong` characters heavier, lines 1.35 apart.

    Line breaks in the text are kept; a word longer than a line is broken anywhere.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        *,
        strong: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        underline: bool = False,
    ) -> None:
        self._text = text.replace("\n", "\u2028")
        self._font = QFont(font)
        self._font.setUnderline(underline)
        self._strong = strong
        self._align = align
        self._measured: dict[float, QSizeF] = {}
        self._heights: dict[float, int] = {}
        self._painted: tuple[float, QTextLayout] | None = None

    def _layout(self, width: float) -> QTextLayout:
        layout = QTextLayout(self._text, self._font)
        option = QTextOption(self._align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if self._strong:
            layout.setFormats([self._heavier()])
        step = self.line_height
        layout.beginLayout()
        line, top = layout.createLine(), 0.0
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            line, top = layout.createLine(), top + step
        layout.endLayout()
        return layout

    def _heavier(self) -> QTextLayout.FormatRange:
        heavier = QTextCharFormat()
        heavier.setFontWeight(QFont.Weight.DemiBold)
        lead = QTextLayout.FormatRange()
        lead.start, lead.length, lead.format = 0, self._strong, heavier
        return lead

    @cached_property
    def line_height(self) -> float:
        """Return the distance from line to line in pixels."""
        return max(QFontMetricsF(self._font).height(), QFontInfo(self._font).pixelSize() * LINE_HEIGHT)

    def size(self, width: float = _UNBOUNDED) -> QSizeF:
        """Return the size in pixels that the text takes when it may be so wide."""
        if width not in self._measured:
            self._measured[width] = self._whole(width) or self._measure(width)
        return self._measured[width]

    def _whole(self, width: float) -> QSizeF | None:
        # Where the whole text fits there is nothing to wrap; layouts ask about many such widths.
        if width == _UNBOUNDED:
            return None
        natural = self.size()
        return natural if natural.width() <= width else None

    def _measure(self, width: float) -> QSizeF:
        layout = self._layout(max(width, 1.0))
        lines = [layout.lineAt(index).naturalTextWidth() for index in range(layout.lineCount())]
        return QSizeF(ceil(max(lines, default=0.0)), ceil(self.line_height * len(lines)))

    def height(self, width: float) -> int:
        """Return the height in whole pixels at that width."""
        if width not in self._heights:
            self._heights[width] = self._between(width) or int(self.size(width).height()) if self._text else 0
        return self._heights[width]

    def _between(self, width: float) -> int:
        # More room never takes more lines: between two widths of one height every width has that height.
        below = max((known for known in self._heights if known < width), default=None)
        above = min((known for known in self._heights if known > width), default=None)
        if below is None or above is None or self._heights[below] != self._heights[above]:
            return 0
        return self._heights[below]

    def least_width(self) -> int:
        """Return the width of the longest word, or of 11 em of it, in whole pixels."""
        metrics = QFontMetricsF(self._font)
        longest = max((metrics.horizontalAdvance(word) for word in self._text.split()), default=0.0)
        longest *= 1.1 if self._strong else 1.0
        return ceil(min(longest + 1, _LONGEST_UNBROKEN_EM * metrics.averageCharWidth() * 2))

    def paint(self, painter: QPainter, where: QPointF, width: float, colour: QColor) -> None:
        """Paint the text with its top left corner at `where`."""
        painter.setPen(colour)
        if self._painted is None or self._painted[0] != width:
            self._painted = (width, self._layout(max(width, 1.0)))
        self._painted[1].draw(painter, where)
