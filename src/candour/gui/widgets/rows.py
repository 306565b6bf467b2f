"""The row of a list of tasks: what it is at the left, how it stands at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from candour.gui.icons import paint_icon
from candour.gui.metrics import Type
from candour.gui.painting import inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.chip import CHIP_ICONS, ChipRole
from candour.gui.widgets.row_button import RowButton
from candour.gui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_LEAST_BESIDE_EM = 7


class TaskRow(RowButton):
    """A button as wide as its column: the name left, how it stands right; done rows are plain, with a tick."""

    _step = Type.STRONG
    _least = 44
    _pad = 10

    def __init__(self, words: str, state: str, role: ChipRole = "neutral", parent: QWidget | None = None) -> None:
        self.state, self._role = state, role
        super().__init__(words, parent)
        self.setAccessibleName(f"{words}, {state}")

    def retheme(self) -> None:
        """Measure anew after a change of words, theme or text size."""
        self._state = TextBlock(self.state, theme_of(self).metrics.font(Type.CAPTION_STRONG))
        super().retheme()

    def _sides(self) -> int:
        return self.metrics.px(9 + 13 + 5 + 9)

    def _chip_width(self) -> int:
        return int(self._state.size().width()) + self._sides()

    def _stacked(self, width: int) -> bool:
        room = width - self.left() - self._chip_width() - self.metrics.px(24)
        return room < _LEAST_BESIDE_EM * self.metrics.em

    def room(self, width: int) -> int:
        """Return how wide the name may be: beside the state, or above it where it is narrow."""
        taken = 0 if self._stacked(width) else self._chip_width() + self.metrics.px(12)
        return super().room(width) - taken

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the wrapped row."""
        return super().heightForWidth(width) + (self._state_height(width) if self._stacked(width) else 0)

    def _state_height(self, width: int) -> int:
        return self._state.height(self._state_room(width)) + 2 * self.metrics.px(2)

    def _state_room(self, width: int) -> int:
        return min(super().room(width), self._chip_width()) - self._sides()

    def sizeHint(self) -> QSize:
        """Return the size with name and state beside each other."""
        wanted = super().sizeHint()
        return QSize(wanted.width() + self._chip_width() + self.metrics.px(24), wanted.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name and state."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, width, stacked = theme.tokens, self.width(), self._stacked(self.width())
        if self.underMouse() or self.isDown():
            paint_box(painter, inside(self), tokens.of("primary_soft"))
        words, state = self.words_height(width), self._state_height(width)
        top = (self.height() - words - (state if stacked else 0)) / 2
        self._block.paint(painter, QPointF(self.left(), top), self.room(width), tokens.of("text"))
        wide = self._state_room(width) + self._sides()
        if stacked:
            self._paint_state(painter, QRectF(self.left(), top + words, wide, state))
        else:
            at = self.width() - self.right() - wide
            self._paint_state(painter, QRectF(at, (self.height() - state) / 2, wide, state))
        if self.hasFocus():
            paint_ring(painter, inside(self), theme)
        painter.end()

    def _paint_state(self, painter: QPainter, box: QRectF) -> None:
        theme = theme_of(self)
        tokens, px = theme.tokens, theme.metrics.px
        if self._role != "done":
            border = tokens.of(self._role) if theme.is_high_contrast else None
            paint_box(painter, box, tokens.of(f"{self._role}_soft"), border, width=2, radius=4)
        ink = tokens.of(self._role)
        top = box.top() + px(2) + (self._state.line_height - px(13)) / 2
        paint_icon(painter, CHIP_ICONS[self._role], QRectF(box.left() + px(9), top, px(13), px(13)), ink)
        where = QPointF(box.left() + px(9 + 13 + 5), box.top() + px(2))
        self._state.paint(painter, where, self._state_room(self.width()) + 1, ink)
