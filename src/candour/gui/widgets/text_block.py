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
_LONGEST_UNBROKEN_EM = 12


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
            layout = self._layout(max(width, 1.0))
            lines = [layout.lineAt(index).naturalTextWidth() for index in range(layout.lineCount())]
            self._measured[width] = QSizeF(ceil(max(lines, default=0.0)), ceil(self.line_height * len(lines)))
        return self._measured[width]

    def height(self, width: float) -> int:
        """Return the height in whole pixels at that width."""
        return int(self.size(width).height()) if self._text else 0

    def least_width(self) -> int:
        """Return the width of the longest word, or of 12 em of it, in whole pixels."""
        metrics = QFontMetricsF(self._font)
        longest = max((metrics.horizontalAdvance(word) for word in self._text.split()), default=0.0)
        longest *= 1.1 if self._strong else 1.0
        return ceil(min(longest + 1, _LONGEST_UNBROKEN_EM * metrics.averageCharWidth() * 2))

    def paint(self, painter: QPainter, where: QPointF, width: float, colour: QColor) -> None:
        """Paint the text with its top left corner at `where`."""
        painter.setPen(colour)
        self._layout(max(width, 1.0)).draw(painter, where)
