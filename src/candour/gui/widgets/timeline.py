"""A timeline: days at the left, what came then at the right, and between them a line with a mark for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QGridLayout, QWidget

from candour.gui.language import day_words, short_day_words
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import BodyLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.activity import TimelineLine


class _Item(TextLabel):
    """What came on a day; a screen reader hears the day before it, as one item of the list."""

    def __init__(self, line: TimelineLine) -> None:
        self._face: QAccessibleWidget | None = None
        words = _tr("{what}, by {name}").format(what=line.what, name=line.who) if line.who else line.what
        super().__init__(words, measure=None)
        self.setAccessibleName(f"{day_words(line.day)}: {words}")

    def line_height(self) -> float:
        """Return the height of one line of the words."""
        return self._block.line_height

    def face(self) -> QAccessibleWidget:
        """Return the accessible interface, kept as long as the part lives."""
        if self._face is None:
            self._face = QAccessibleWidget(self, QAccessible.Role.ListItem)
        return self._face


class Timeline(QWidget):
    """Lines newest first, a list for a screen reader; the line and its marks are for the eye alone."""

    def __init__(self, lines: Sequence[TimelineLine], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: QAccessibleWidget | None = None
        self.setAccessibleName(_tr("What came: {name}").format(name=name))
        self.items = [_Item(line) for line in lines]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 8)
        for row, (line, item) in enumerate(zip(lines, self.items, strict=True)):
            day = BodyLabel(short_day_words(line.day), muted=True)
            self._grid.addWidget(day, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(item, row, 1, Qt.AlignmentFlag.AlignTop)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        metrics = theme_of(self).metrics
        self._grid.setHorizontalSpacing(metrics.px(32))
        self._grid.setVerticalSpacing(metrics.px(10))
        self._grid.setColumnMinimumWidth(0, round(6 * metrics.em))
        self.update()

    def face(self) -> QAccessibleWidget:
        """Return the accessible interface, kept as long as the part lives."""
        if self._face is None:
            self._face = QAccessibleWidget(self, QAccessible.Role.List)
        return self._face

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line, and a mark beside the first line of each item."""
        theme = theme_of(self)
        tokens, px = theme.tokens, theme.metrics.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middles = [QPointF(self._across(item), item.y() + item.line_height() / 2) for item in self.items]
        if middles:
            top, foot = middles[0], middles[-1]
            painter.fillRect(QRectF(top.x() - 1, top.y(), 2, foot.y() - top.y()), tokens.of("line"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.of("primary"))
        for middle in middles:
            painter.drawEllipse(middle, px(5), px(5))
        painter.end()

    def _across(self, item: QWidget) -> float:
        return item.x() - self._grid.horizontalSpacing() / 2


def _timeline_face(_class_name: str, part: QObject | None) -> QAccessibleInterface | None:
    return part.face() if isinstance(part, Timeline | _Item) else None


QAccessible.installFactory(_timeline_face)


def _tr(words: str) -> str:
    return QCoreApplication.translate("timeline", words)
