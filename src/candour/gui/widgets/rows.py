"""Rows of a list: tasks on the home page, and answers to check before signing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from candour.gui.icons import paint_icon
from candour.gui.metrics import Type
from candour.gui.painting import inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.card import Line
from candour.gui.widgets.chip import CHIP_ICONS, Chip, ChipRole
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.row_button import RowButton
from candour.gui.widgets.text_block import TextBlock

_LEAST_BESIDE_EM = 7


class TaskRow(RowButton):
    """A button as wide as its column: the name left, how it stands right; done rows are plain, with a tick."""

    _step = Type.STRONG
    _least = 44
    _pad = 10

    def __init__(self, words: str, state: str, role: ChipRole = "neutral", parent: QWidget | None = None) -> None:
        self.state, self._role = state, role
        super().__init__(words, parent)
        self.show_state(state, role)

    def show_state(self, state: str, role: ChipRole) -> None:
        """Show how the task stands."""
        self.state, self._role = state, role
        self.setAccessibleName(f"{self.words}, {state}")
        self.retheme()

    def retheme(self) -> None:
        """Measure anew after a change of words, theme or text size."""
        self._state = TextBlock(self.state, theme_of(self).metrics.font(Type.CAPTION_STRONG))
        super().retheme()

    def _chip_width(self) -> int:
        return int(self._state.size().width()) + self.metrics.px(9 + 13 + 5 + 9)

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
        return min(super().room(width), self._chip_width()) - self.metrics.px(9 + 13 + 5 + 9)

    def sizeHint(self) -> QSize:
        """Return the size with name and state beside each other."""
        wanted = super().sizeHint()
        width = wanted.width() + self._chip_width() + self.metrics.px(24)
        return QSize(width, wanted.height())

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
        wide = self._state_room(width) + theme.metrics.px(9 + 13 + 5 + 9)
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
        top = box.top() + px(2) + (self._state.line_height - px(13)) / 2
        paint_icon(
            painter, CHIP_ICONS[self._role], QRectF(box.left() + px(9), top, px(13), px(13)), tokens.of(self._role)
        )
        where = QPointF(box.left() + px(9 + 13 + 5), box.top() + px(2))
        self._state.paint(painter, where, self._state_room(self.width()) + 1, tokens.of(self._role))


@dataclass(frozen=True, slots=True)
class Answer:
    """One line of Check answers: `about` completes "Change answer about …"; no `change` means no link."""

    key: str
    value: str
    outcome: str
    role: ChipRole
    about: str
    change: Callable[[], None] | None = None


class AnswerRow(QWidget):
    """Key, value, outcome and Change beside each other, or under each other where it is narrow."""

    _FOLD = 620

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = BodyLabel(answer.key, strong=True)
        self.value = BodyLabel(answer.value)
        self.chip = Chip(answer.outcome, answer.role)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.change: LinkButton | None = None
        self._row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.value, 1, Qt.AlignmentFlag.AlignVCenter)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self._outcome = QWidget()
        holder = QVBoxLayout(self._outcome)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self.chip, 0, left)
        self._row.addWidget(self._outcome, 0, Qt.AlignmentFlag.AlignVCenter)
        if answer.change is not None:
            self.change = LinkButton("Change")
            self.change.setAccessibleName(f"Change answer about {answer.about}")
            self.change.clicked.connect(answer.change)
            self._row.addWidget(self.change, 0, left)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        px = theme_of(self).metrics.px
        self._row.setContentsMargins(0, px(1), 0, px(1))
        self._row.setSpacing(px(8))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns of all rows in line."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < theme_of(self).metrics.px(self._FOLD)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
        for part, share in ((self.key, 0.29), (self._outcome, 0.25)):
            part.setMinimumWidth(0 if narrow else int(self.width() * share))
            part.setMaximumWidth(16_777_215 if narrow else int(self.width() * share))


class AnswerGrid(QWidget):
    """All answers to check, a line between them; `rows` in the order given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AnswerRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def add(self, answer: Answer) -> AnswerRow:
        """Add one answer at the end."""
        if self.rows:
            self._column.addWidget(Line())
        row = AnswerRow(answer)
        self.rows.append(row)
        self._column.addWidget(row)
        return row
