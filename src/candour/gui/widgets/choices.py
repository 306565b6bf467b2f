"""Answers to choose from: cards that are real radio buttons and check boxes, wrapped and painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGroupBox, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, inside, paint_box, paint_dot, paint_ring, paint_tick_box
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import literal
from candour.gui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.theme import Theme


class _CardLook:
    """How a card is measured and painted; the button that wears it stays a real button."""

    _PAD_SIDE, _PAD_TOP, _DOT, _GAP, _RULE = 16, 14, 20, 13, 10

    def __init__(self, button: QAbstractButton, label: str, hint: str) -> None:
        self.button = button
        self.label, self.hint = label, hint
        self.consequence, self.who_sees = "", ""
        self.remeasure()

    @property
    def theme(self) -> Theme:
        return theme_of(self.button)

    def remeasure(self) -> None:
        self.metrics = self.theme.metrics
        font = self.metrics.font
        self._label = TextBlock(self.label, font(Type.STRONG))
        self._hint = TextBlock(self.hint, font(Type.CAPTION))
        revealed = f"{self.consequence} {self.who_sees}".strip()
        colon = self.consequence.find(":") + 1
        self._revealed = TextBlock(revealed, font(Type.CAPTION), strong=colon)
        shown = revealed if self.button.isChecked() else ""
        self.button.setAccessibleDescription(" ".join(part for part in (self.hint, shown) if part))
        self.button.updateGeometry()
        self.button.update()

    @property
    def reveals(self) -> bool:
        return self.button.isChecked() and bool(self.consequence or self.who_sees)

    @property
    def _left(self) -> int:
        px = self.metrics.px
        return RING + px(self._PAD_SIDE) + px(self._DOT) + px(self._GAP)

    def _room(self, width: int) -> int:
        return width - self._left - RING - self.metrics.px(self._PAD_SIDE)

    def height(self, width: int) -> int:
        px, room = self.metrics.px, self._room(width)
        height = self._label.height(room) + 2 * px(self._PAD_TOP) + 2 * RING
        if self.hint:
            height += self._hint.height(room) + px(1)
        if self.reveals:
            height += self._revealed.height(room) + 2 * px(self._RULE)
        return height

    def least_size(self) -> QSize:
        width = self._label.least_width() + self._left + RING + self.metrics.px(self._PAD_SIDE)
        return QSize(width, self.metrics.px(44) + 2 * RING)

    def wanted_size(self) -> QSize:
        metrics = self.metrics
        widest = max(self._label.size().width(), self._hint.size().width(), 20 * metrics.em)
        width = int(min(widest, 36 * metrics.em)) + self._left + RING + metrics.px(self._PAD_SIDE)
        return QSize(width, self.height(width))

    def dot(self) -> QRectF:
        px = self.metrics.px
        top = RING + px(self._PAD_TOP) + (self._label.line_height - px(self._DOT)) / 2
        return QRectF(RING + px(self._PAD_SIDE), top, px(self._DOT), px(self._DOT))

    def paint(self, painter: QPainter) -> None:
        theme, on = self.theme, self.button.isChecked()
        tokens, box = theme.tokens, inside(self.button)
        lit = on or self.button.isDown()
        ground = tokens.of("chosen" if lit else "surface" if self.button.isEnabled() else "quiet")
        border = tokens.of(self._border())
        paint_box(painter, box, ground, border, width=border_width(theme, heavy=on))
        self._paint_words(painter)
        if self.button.hasFocus():
            paint_ring(painter, box, theme)

    def _border(self) -> str:
        if not self.button.isEnabled():
            return "line"
        return "primary" if self.button.isChecked() or self.button.underMouse() else "control"

    def _paint_words(self, painter: QPainter) -> None:
        px, tokens = self.metrics.px, self.theme.tokens
        room, left, top = self._room(self.button.width()), self._left, RING + px(self._PAD_TOP)
        self._label.paint(
            painter, QPointF(left, top), room, tokens.of("text" if self.button.isEnabled() else "muted")
        )
        top += self._label.height(room) + px(1)
        if self.hint:
            self._hint.paint(painter, QPointF(left, top), room, tokens.of("muted"))
            top += self._hint.height(room)
        if self.reveals:
            top += px(self._RULE)
            painter.fillRect(QRectF(left, top, room, 1), tokens.of("line"))
            self._revealed.paint(painter, QPointF(left, top + px(self._RULE)), room, tokens.of("text"))


if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class _Card(_Button):
    """What both cards share beside their look; mixed into a real Qt button."""

    _look: _CardLook

    def _wear(self, label: str, hint: str) -> None:
        self._look = _CardLook(self, label, hint)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_of(self).changed.connect(self.retheme)
        self.toggled.connect(self.retheme)

    def set_consequence(self, declaration: str, who_sees: str = "") -> None:
        """Say what appears under the card once it is chosen; words before a colon are set heavier."""
        self._look.consequence, self._look.who_sees = declaration, who_sees
        self._look.remeasure()

    @property
    def label(self) -> str:
        """Return the words of the answer."""
        return self._look.label

    def retheme(self) -> None:
        """Measure anew after a change of theme, text size or choice."""
        self._look.remeasure()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere on the card."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels of the wrapped card."""
        return self._look.height(width)

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return self._look.wanted_size()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word."""
        return self._look.least_size()

    def _mark(self, painter: QPainter, where: QRectF) -> None:
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and its mark."""
        painter = QPainter(self)
        self._look.paint(painter)
        self._mark(painter, self._look.dot())
        painter.end()


class ChoiceCard(_Card, QRadioButton):
    """One answer of a group: label, hint and, once chosen, what the declaration will say and who sees what.

    A screen reader meets a radio button with the label as name; hint and consequence are its description.
    """

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        QRadioButton.__init__(self, literal(label), parent)
        self._wear(label, hint)

    def _mark(self, painter: QPainter, where: QRectF) -> None:
        paint_dot(painter, where, self._look.theme, on=self.isChecked())


class TickCard(_Card, QCheckBox):
    """Something to tick, with the look of a choice card."""

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        QCheckBox.__init__(self, literal(label), parent)
        self._wear(label, hint)

    def _mark(self, painter: QPainter, where: QRectF) -> None:
        paint_tick_box(painter, where, self._look.theme, self.checkState())


class ChoiceGroup(QGroupBox):
    """Cards under one question: a screen reader meets a grouping with the question as its name.

    The question itself is painted by the page's heading; the group paints nothing.
    """

    def __init__(
        self, question: str, cards: Sequence[ChoiceCard | TickCard] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(literal(question), parent)
        self.setAccessibleName(question)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.cards: list[ChoiceCard | TickCard] = []
        theme_of(self).changed.connect(self.retheme)
        self.retheme()
        for card in cards:
            self.add(card)

    def retheme(self) -> None:
        """Space the cards anew."""
        self._column.setSpacing(max(0, theme_of(self).metrics.px(10) - 2 * RING))

    def add(self, card: ChoiceCard | TickCard) -> None:
        """Put one more card at the end."""
        self._column.addWidget(card)
        self.cards.append(card)

    def chosen(self) -> list[int]:
        """Return the places of the chosen cards, from 0; one at most where they are answers."""
        return [place for place, card in enumerate(self.cards) if card.isChecked()]

    def minimumSizeHint(self) -> QSize:
        """Return what the cards need: the unpainted title asks for nothing."""
        return self._column.totalMinimumSize()

    def sizeHint(self) -> QSize:
        """Return what the cards would like."""
        return self._column.totalSizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint no frame and no title."""
