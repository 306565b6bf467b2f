"""Words in a numbered grid, as people write them down: the words of a recovery sheet, the six words of a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from candour.gui.painting import border_width, paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence


class WordGrid(QWidget):
    """Words with their numbers, read down the columns."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = tuple(words)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._labels = [_Word(number, word) for number, word in enumerate(words, start=1)]
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Space the words anew."""
        self._grid.setSpacing(theme_of(self).metrics.px(8))
        self._fill(again=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use as many columns as fit."""
        super().resizeEvent(event)
        self._fill(again=False)

    def _fill(self, *, again: bool) -> None:
        room = self.width() // theme_of(self).metrics.px(150)
        columns = next(count for count in (4, 3, 2, 1) if count <= max(1, room))
        if columns == self._columns and not again:
            return
        self._columns = columns
        rows = -(-len(self._labels) // columns)
        for place, label in enumerate(self._labels):
            self._grid.addWidget(label, place % rows, place // rows)
        used = -(-len(self._labels) // rows)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < used else 0)


class _Word(TextLabel):
    def __init__(self, number: int, word: str) -> None:
        super().__init__(f"{number}  {word}", measure=None)
        self.setAccessibleName(f"{number}: {word}")

    def insets(self) -> QMargins:
        """Leave room for the box."""
        px = theme_of(self).metrics.px
        return QMargins(px(12), px(7), px(12), px(7))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box and the words."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens = theme.tokens
        paint_box(painter, QRectF(self.rect()), tokens.of("quiet"), tokens.of("line"), width=border_width(theme))
        painter.end()
        super().paintEvent(event)
