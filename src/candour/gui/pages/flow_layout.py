"""A row that goes on in the next line where the window is too narrow for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


class FlowLayout(QLayout):
    """Lays its parts out from left to right, line after line, each at the width that it would like.

    What was added after `push_right` stands at the right end of its line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._right_from: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def push_right(self) -> None:
        """Let what is added from now on stand at the right; `add_left` still puts parts before it."""
        self._right_from = len(self._items)

    def add_left(self, part: QWidget) -> None:
        """Add a part after those at the left."""
        self.addWidget(part)
        if self._right_from is not None:
            self._items.insert(self._right_from, self._items.pop())
            self._right_from += 1

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more part; Qt calls it."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one part, or None past the end, as Qt asks."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give one part away, or None past the end, as Qt asks."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no more room than the parts need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of all lines at that width."""
        return sum(height for _, height in self._lines(width)) + self._gaps(width)

    def _gaps(self, width: int) -> int:
        return self.spacing() * max(0, len(list(self._lines(width))) - 1)

    def sizeHint(self) -> QSize:
        """Return the size with everything on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the width of the widest part at its narrowest, and the height of one line."""
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[tuple[list[tuple[QLayoutItem, QSize]], int]]:
        line: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._shown():
            size = _size_within(item, width)
            if line and used + size.width() > width:
                yield line, max(taken.height() for _, taken in line)
                line, used = [], 0
            line.append((item, size))
            used += size.width() + self.spacing()
        if line:
            yield line, max(taken.height() for _, taken in line)

    def setGeometry(self, rect: QRect) -> None:
        """Place the parts, each in the middle of its line's height."""
        super().setGeometry(rect)
        top = rect.top()
        for line, height in self._lines(rect.width()):
            left = rect.left()
            spare = rect.width() - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
            for item, size in line:
                if self._begins_right(item):
                    left, spare = left + spare, 0
                item.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self.spacing()
            top += height + self.spacing()

    def _begins_right(self, item: QLayoutItem) -> bool:
        first = self._right_from
        return first is not None and item is self._items[first]


def _size_within(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint()
    if size.width() <= width:
        return size
    return QSize(width, item.heightForWidth(width) if item.hasHeightForWidth() else size.height())
