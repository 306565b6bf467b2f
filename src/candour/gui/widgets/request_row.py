"""A row that is a whole request: who, how long ago, what, and how it stands; a list of them for the arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from candour.gui.icons import paint_icon
from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.chip import CHIP_ICONS, ChipRole
from candour.gui.widgets.row_button import RowButton
from candour.gui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RequestRow(RowButton):
    """A button with a box around it: a heavy line and a small word beside it, a muted line, and a chip below."""

    _step = Type.STRONG
    _step_when_current = Type.STRONG
    _pad = 12

    def __init__(self, words: str, beside: str, below: str, chip: str, role: ChipRole) -> None:
        self._said = (beside, below, chip)
        self._role = role
        super().__init__(words)
        self.say_current(current=False)

    def say_current(self, *, current: bool) -> None:
        """Mark the row whose request is shown."""
        self.current = current
        here = [self.tr("shown here")] if current else []
        self.setAccessibleName(", ".join(part for part in (self.words, *self._said, *here) if part))
        self.retheme()

    def retheme(self) -> None:
        """Measure anew after a change of words, theme or text size."""
        font = theme_of(self).metrics.font
        beside, below, chip = self._said
        self._beside = TextBlock(beside, font(Type.CAPTION))
        self._below = TextBlock(below, font(Type.CAPTION))
        self._chip = TextBlock(chip, font(Type.CAPTION_STRONG))
        super().retheme()

    def left(self) -> int:
        """Return where the words begin, in pixels."""
        return RING + self.metrics.px(16)

    def right(self) -> int:
        """Return the room that is kept free at the right, in pixels."""
        return RING + self.metrics.px(16)

    def _side(self) -> int:
        return int(self._beside.size().width()) + self.metrics.px(12) if self._said[0] else 0

    def _narrow(self, width: int) -> bool:
        return width - self.left() - self.right() - self._side() < 6 * self.metrics.em

    def _words_room(self, width: int) -> int:
        return self.room(width) - (0 if self._narrow(width) else self._side())

    def _chip_room(self, width: int) -> int:
        return self.room(width) - self.metrics.px(9 + 13 + 5 + 9)

    def _chip_height(self, width: int) -> int:
        return self._chip.height(self._chip_room(width)) + 2 * self.metrics.px(2)

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the wrapped row."""
        px, room = self.metrics.px, self.room(width)
        height = self._block.height(self._words_room(width)) + 2 * px(self._pad) + 2 * RING
        if self._said[0] and self._narrow(width):
            height += self._beside.height(room)
        if self._said[1]:
            height += self._below.height(room) + px(2)
        return height + (self._chip_height(width) + px(6) if self._said[2] else 0)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = int(min(self._block.size().width(), 18 * self.metrics.em)) + self._side()
        width += self.left() + self.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word, and the height that it then has."""
        least = max(self._block.least_width(), self._below.least_width(), self._chip.least_width())
        width = least + self.left() + self.right() + self.metrics.px(36)
        return QSize(width, self.metrics.px(44) + 2 * RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Up and Down to the list: Qt's own would go on to any other button."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, the lines and the chip."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, box = theme.tokens, inside(self)
        lit = self.current or self.underMouse() or self.isDown()
        ground, border = tokens.of("chosen" if lit else "surface"), tokens.of("primary" if lit else "line")
        paint_box(painter, box, ground, border, width=border_width(theme, heavy=self.current))
        self._paint_lines(painter)
        if self.hasFocus():
            paint_ring(painter, box, theme)
        painter.end()

    def _paint_lines(self, painter: QPainter) -> None:
        px, tokens, width = self.metrics.px, theme_of(self).tokens, self.width()
        left, top, room = self.left(), float(RING + px(self._pad)), self.room(width)
        words = self._words_room(width)
        self._block.paint(painter, QPointF(left, top), words, tokens.of("text"))
        drop = (self._block.line_height - self._beside.line_height) / 2
        where = QPointF(width - self.right() - self._side() + px(12), top + drop)
        top += self._block.height(words)
        if self._said[0] and self._narrow(width):
            where = QPointF(left, top)
            top += self._beside.height(room)
        self._beside.paint(painter, where, room, tokens.of("muted"))
        if self._said[1]:
            self._below.paint(painter, QPointF(left, top + px(2)), room, tokens.of("muted"))
            top += self._below.height(room) + px(2)
        if self._said[2]:
            self._paint_chip(painter, QPointF(left, top + px(6)))

    def _paint_chip(self, painter: QPainter, at: QPointF) -> None:
        theme = theme_of(self)
        px, tokens, room = theme.metrics.px, theme.tokens, self._chip_room(self.width())
        wide = min(self._chip.size(room).width(), room) + px(9 + 13 + 5 + 9)
        border = tokens.of(self._role) if theme.is_high_contrast else None
        box = QRectF(at.x(), at.y(), wide, self._chip_height(self.width()))
        paint_box(painter, box, tokens.of(f"{self._role}_soft"), border, width=2, radius=4)
        mark = QRectF(at.x() + px(9), at.y() + px(2) + (self._chip.line_height - px(13)) / 2, px(13), px(13))
        paint_icon(painter, CHIP_ICONS[self._role], mark, tokens.of(self._role))
        self._chip.paint(painter, at + QPointF(px(9 + 13 + 5), px(2)), room, tokens.of(self._role))


class RowList(QWidget):
    """Rows under each other: Up and Down go from one to the next, Enter opens; `opened` carries a row's key."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Space the rows anew."""
        self._column.setSpacing(max(0, theme_of(self).metrics.px(10) - 2 * RING))

    def add(self, key: str, row: QPushButton) -> None:
        """Put a row at the end."""
        row.clicked.connect(lambda: self.opened.emit(key))
        self.rows[key] = row
        self._column.addWidget(row)

    def add_part(self, part: QWidget) -> None:
        """Put something between the rows, such as a heading."""
        self._column.addWidget(part)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up or down from row to row."""
        by = _STEPS.get(event.key())
        if by is None or not _step(list(self.rows.values()), by):
            super().keyPressEvent(event)


def _step(rows: Sequence[QPushButton], by: int) -> bool:
    at = QApplication.focusWidget()
    place = next((number for number, row in enumerate(rows) if row is at), None)
    if place is None:
        return False
    rows[min(max(place + by, 0), len(rows) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
    return True
