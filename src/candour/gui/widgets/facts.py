"""Lists of facts and of points: what stands beside what, and one thing under another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from candour.gui.icons import paint_icon
from candour.gui.metrics import RING
from candour.gui.painting import paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.chip import CHIP_ICONS
from candour.gui.widgets.labels import BodyLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMargins

    from candour.gui.widgets.chip import ChipRole


class Facts(QWidget):
    """Names at the left, muted, and what they are at the right; `names` is the left side's part of ten."""

    def __init__(self, parent: QWidget | None = None, *, names: int = 3) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, names)
        self._grid.setColumnStretch(1, 10 - names)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        self._grid.setHorizontalSpacing(theme_of(self).metrics.px(16))
        self._grid.setVerticalSpacing(theme_of(self).metrics.px(8))

    def add(self, name: str, value: str | QWidget, *, strong: int = 0) -> QWidget:
        """Add one fact and return the part at the right; its first `strong` characters are heavier."""
        row = self._grid.rowCount()
        part = value if isinstance(value, QWidget) else TextLabel(value, strong=strong, measure=None)
        self._grid.addWidget(BodyLabel(name, muted=True), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(part, row, 1, Qt.AlignmentFlag.AlignTop)
        return part


class Finding(TextLabel):
    """Words with an icon before them that says how good they are; the words say it too."""

    def __init__(self, text: str, role: ChipRole, *, strong: int = 0) -> None:
        self.role = role
        super().__init__(text, measure=None, strong=strong)

    def insets(self) -> QMargins:
        """Leave room for the icon."""
        margins = super().insets()
        margins.setLeft(RING + self._metrics.px(30))
        return margins

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the icon on its ground beside the first line."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        tokens, px = theme.tokens, theme.metrics.px
        ground = QRectF(RING + 1, (self._block.line_height - px(20)) / 2, px(22), px(20))
        border = tokens.of(self.role) if theme.is_high_contrast else None
        paint_box(painter, ground, tokens.of(f"{self.role}_soft"), border, width=2, radius=4)
        mark = QRectF(0, 0, px(12), px(12))
        mark.moveCenter(ground.center())
        paint_icon(painter, CHIP_ICONS[self.role], mark, tokens.of(self.role))
        painter.end()


class _Point(TextLabel):
    """One point with a bullet before it."""

    def insets(self) -> QMargins:
        margins = super().insets()
        margins.setLeft(RING + theme_of(self).metrics.px(20))
        return margins

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        side = theme.metrics.px(5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens.of("text"))
        centre = QPointF(RING + theme.metrics.px(6), self._block.line_height / 2)
        painter.drawEllipse(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side))
        painter.end()


class Points(QWidget):
    """Points under each other, each with a bullet."""

    def __init__(self, points: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for point in points:
            self._column.addWidget(_Point(point, measure=None))
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        self._column.setSpacing(theme_of(self).metrics.px(8))
