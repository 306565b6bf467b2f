"""The button that is a whole row: steps of the rail, places of the sidebar, tasks, ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from candour.gui.metrics import RING, Type
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import literal
from candour.gui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class RowButton(QPushButton):
    """Wrapped words in a row as wide as its column; `left` and `right` say what room the marks need."""

    _step = Type.BODY
    _step_when_current = Type.STRONG
    _least = 36
    _pad = 7

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(literal(words), parent)
        self.words = words
        self.current = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Measure anew after a change of words, theme or text size."""
        step = self._step_when_current if self.current else self._step
        self.metrics = theme_of(self).metrics
        self._block = TextBlock(self.words, self.metrics.font(step))
        self.updateGeometry()
        self.update()

    def left(self) -> int:
        """Return where the words begin, in pixels."""
        return RING + self.metrics.px(12)

    def right(self) -> int:
        """Return the room that is kept free at the right, in pixels."""
        return RING + self.metrics.px(12)

    def room(self, width: int) -> int:
        """Return how wide the words may be in a row of that width."""
        return width - self.left() - self.right()

    def words_height(self, width: int) -> int:
        """Return how tall the words are in a row of that width."""
        return self._block.height(self.room(width))

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the wrapped row."""
        px = self.metrics.px
        return max(self.words_height(width) + 2 * px(self._pad), px(self._least)) + 2 * RING

    def sizeHint(self) -> QSize:
        """Return the size with all words on one line."""
        width = int(self._block.size().width()) + self.left() + self.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word."""
        width = self._block.least_width() + self.left() + self.right()
        return QSize(width, self.metrics.px(self._least) + 2 * RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
