"""The stop card: go and tell somebody, now; this page tells nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts, Points
from candour.gui.widgets.labels import BodyLabel, HeadingLabel, TextLabel
from candour.gui.widgets.row_button import RowButton
from candour.gui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence


class WayOn(RowButton):
    """A card that is a button: words, and under them what pressing it does."""

    _step = Type.STRONG
    _least = 46
    _pad = 13

    def __init__(self, words: str, hint: str = "", parent: QWidget | None = None) -> None:
        self.hint = hint
        super().__init__(words, parent)
        self.setAccessibleDescription(hint)

    def retheme(self) -> None:
        """Measure anew after a change of words, theme or text size."""
        self._hint = TextBlock(self.hint, theme_of(self).metrics.font(Type.CAPTION))
        super().retheme()

    def left(self) -> int:
        """Return where the words begin, in pixels."""
        return RING + self.metrics.px(16)

    def words_height(self, width: int) -> int:
        """Return how tall words and hint are."""
        return super().words_height(width) + self._hint.height(self.room(width))

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = int(max(self._block.size().width(), self._hint.size().width())) + self.left() + self.right()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint card, words and hint."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, room = theme.tokens, self.room(self.width())
        lit = self.underMouse() or self.isDown()
        ground, border = tokens.of("chosen" if lit else "surface"), tokens.of("primary" if lit else "control")
        paint_box(painter, inside(self), ground, border, width=border_width(theme))
        top = (self.height() - self.words_height(self.width())) / 2
        self._block.paint(painter, QPointF(self.left(), top), room, tokens.of("text"))
        below = QPointF(self.left(), top + self._block.height(room))
        self._hint.paint(painter, below, room, tokens.of("muted"))
        if self.hasFocus():
            paint_ring(painter, inside(self), theme)
        painter.end()


class StopCard(QFrame):
    """Dark red head with white text; `body` holds what to do, whom to tell and the ways on."""

    def __init__(self, heading: str, below: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = HeadingLabel(heading, 1)
        self.heading.set_ink("on_stop")
        self.below = TextLabel(below, ink="on_stop", measure=None)
        self._head = QWidget()
        self._head_column = QVBoxLayout(self._head)
        self._head_column.addWidget(self.heading)
        self._head_column.addWidget(self.below)
        self.body = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self.body)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        px = theme_of(self).metrics.px
        side = px(26) + RING
        self._head_column.setContentsMargins(side, px(20) + RING, side, px(20))
        self._head_column.setSpacing(px(6))
        self.body.setContentsMargins(side, px(20), side, px(16) + RING)
        self.body.setSpacing(px(10))
        self.update()

    def say(self, text: str) -> None:
        """Add a sentence."""
        self.body.addWidget(BodyLabel(text, measure=None))

    def add_facts(self, facts: Sequence[tuple[str, str, int]]) -> Facts:
        """Add whom to tell: name, what it is, and how many of its first characters are heavier."""
        box, grid = Card(ground="quiet", border="quiet", padding=16), Facts()
        for name, value, strong in facts:
            grid.add(name, value, strong=strong)
        box.body.addWidget(grid)
        self.body.addWidget(box)
        return grid

    def add_points(self, points: Sequence[str]) -> None:
        """Add what to do and what not."""
        self.body.addWidget(Points(points))

    def add_way(self, words: str, hint: str = "") -> WayOn:
        """Add a way on and return it."""
        way = WayOn(words, hint)
        self.body.addWidget(way)
        return way

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, its head dark red."""
        painter = QPainter(self)
        theme, box = theme_of(self), inside(self)
        tokens = theme.tokens
        width = border_width(theme)
        paint_box(painter, box, tokens.of("surface"), tokens.of("stop"), width=width, radius=10)
        painter.setClipRect(QRectF(box.left(), box.top(), box.width(), self._head.height() - RING))
        paint_box(painter, box, tokens.of("stop"), None, radius=10)
        painter.end()
