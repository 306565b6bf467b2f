"""Parts of pages that are read: bullets, facts beside their names, and words in a numbered grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import BodyLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_FOLD = 420


class BulletLabel(BodyLabel):
    """A line of running text with a dot before it."""

    def insets(self) -> QMargins:
        """Leave room for the dot."""
        return super().insets() + QMargins(theme_of(self).metrics.px(20), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot and the words."""
        super().paintEvent(event)
        painter = QPainter(self)
        theme = theme_of(self)
        side = theme.metrics.px(5)
        corner = QPointF(RING + theme.metrics.px(4), (self._block.line_height - side) / 2)
        paint_box(painter, QRectF(corner, corner + QPointF(side, side)), theme.tokens.of("text"), radius=side / 2)
        painter.end()


class Facts(QWidget):
    """What something is called, and beside it what it is; under each other where it is narrow."""

    def __init__(self, facts: Sequence[tuple[str, str]], *, strong: bool = True, key_width: int = 190) -> None:
        super().__init__()
        self.facts = tuple(facts)
        self._key_width = key_width
        self._folded: bool | None = None
        self._grid = QGridLayout(self)
        self._labels = [(BodyLabel(name, muted=True), _value(words, strong=strong)) for name, words in facts]
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Space the rows anew."""
        px = theme_of(self).metrics.px
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._fold(again=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold(again=False)

    def _fold(self, *, again: bool) -> None:
        px = theme_of(self).metrics.px
        folded = self.width() < px(_FOLD)
        if folded == self._folded and not again:
            return
        self._folded = folded
        for row, (name, value) in enumerate(self._labels):
            self._grid.addWidget(name, 2 * row, 0, Qt.AlignmentFlag(0) if folded else Qt.AlignmentFlag.AlignTop)
            where = (2 * row + 1, 0) if folded else (2 * row, 1)
            self._grid.addWidget(value, *where)
        self._grid.setColumnMinimumWidth(0, 0 if folded else px(self._key_width))
        self._grid.setColumnStretch(0, 1 if folded else 0)
        self._grid.setColumnStretch(1, 0 if folded else 1)
        self._grid.setVerticalSpacing(px(2) if folded else px(4))


def _value(words: str, *, strong: bool) -> TextLabel:
    """Return a label whose first part, up to a middle dot, is heavier."""
    return TextLabel(words, measure=None, strong=len(words.partition(" · ")[0]) if strong else 0)


class WordGrid(QWidget):
    """Words with their numbers, read down the columns as people write them down: recovery words, six words."""

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
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


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


def small(words: str) -> TextLabel:
    """Return a muted line in the small size."""
    return TextLabel(words, step=Type.CAPTION, ink="muted")
