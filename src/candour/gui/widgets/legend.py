"""The words beside a donut: each share with its hatch, its number and its word, to press for who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMargins, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from candour.gui.hatching import paint_state
from candour.gui.metrics import RING, Type
from candour.gui.painting import inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import TextLabel
from candour.gui.widgets.number_table import NumberRow, NumberTable
from candour.gui.widgets.pictured import Pictured
from candour.gui.widgets.row_button import RowButton
from candour.gui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from candour.gui.widgets.donut import Donut, Share

_FOLD = 380
_FOLD_SMALL = 230
_SIDE, _BEFORE, _AFTER = 18, 4, 8


class LegendRow(RowButton):
    """One share in words, "35 signed", beside a patch that is filled as its arc is."""

    _least = 26
    _pad = 1

    def __init__(self, share: Share) -> None:
        self.share = share
        super().__init__(f"{share.count:,} {share.word}")

    def retheme(self) -> None:
        """Measure anew, the number heavier."""
        super().retheme()
        digits = len(f"{self.share.count:,}")
        self._block = TextBlock(self.words, self.metrics.font(self._step), strong=digits)

    def left(self) -> int:
        """Leave room for the patch."""
        return RING + self.metrics.px(_BEFORE + _SIDE + _AFTER)

    def right(self) -> int:
        """Leave no more room than the ring needs."""
        return RING + self.metrics.px(4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint patch and words."""
        painter = QPainter(self)
        theme = theme_of(self)
        if self.underMouse() or self.isDown():
            paint_box(painter, inside(self), theme.tokens.of("primary_soft"))
        top = (self.height() - self.words_height(self.width())) / 2
        self._block.paint(painter, QPointF(self.left(), top), self.room(self.width()), theme.tokens.of("text"))
        _paint_patch(painter, self, self.share, top, self._block.line_height)
        if self.hasFocus():
            paint_ring(painter, inside(self), theme)
        painter.end()


class LegendWords(TextLabel):
    """One share in words beside its patch, where there is nothing to press."""

    def __init__(self, share: Share) -> None:
        self.share = share
        super().__init__(f"{share.count:,} {share.word}", strong=len(f"{share.count:,}"), step=Type.BODY)

    def insets(self) -> QMargins:
        """Leave room for the patch."""
        px = theme_of(self).metrics.px
        return QMargins(RING + px(_BEFORE + _SIDE + _AFTER), px(4), RING, px(4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint patch and words."""
        painter = QPainter(self)
        self._paint_words(painter)
        _paint_patch(painter, self, self.share, self.insets().top(), self._block.line_height)
        painter.end()


def _paint_patch(painter: QPainter, part: QWidget, share: Share, top: float, line: float) -> None:
    theme = theme_of(part)
    side = theme.metrics.px(_SIDE)
    patch = QPainterPath()
    patch.addRoundedRect(QRectF(RING + theme.metrics.px(_BEFORE), top + (line - side) / 2, side, side), 4, 4)
    paint_state(painter, patch, share.state, theme)


class DonutWithWords(Pictured):
    """A donut and its words beside it, or below it where it is narrow; `chosen` carries the key of a share.

    With `pressable` False there is nothing to press.
    """

    def __init__(self, donut: Donut, *, pressable: bool = True) -> None:
        super().__init__(donut.accessibleName(), donut)
        self.donut, self._pressable = donut, pressable
        self.rows: list[LegendRow | LegendWords] = []
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.column.addLayout(self._row)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._row.addWidget(donut, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._words, 1)
        self.show_words(donut.shares)
        theme_of(self).changed.connect(self._fold)
        self._fold()

    def show_words(self, shares: Sequence[Share]) -> None:
        """Show the words of these shares, and their table."""
        rows = [NumberRow(share.key, (share.word, f"{share.count:,}")) for share in shares]
        self.put_table(NumberTable(self.donut.accessibleName(), (_tr("State"), _tr("People")), rows))
        while self.rows:
            row = self.rows.pop()
            self._words.removeWidget(row)
            row.hide()
            row.deleteLater()
        while self._words.takeAt(0) is not None:
            pass
        self._words.addStretch(1)
        for share in shares:
            self._add(share)
        self._words.addStretch(1)
        self.parts = [self.donut, *self.rows]

    def _add(self, share: Share) -> None:
        row = LegendRow(share) if self._pressable else LegendWords(share)
        if isinstance(row, LegendRow):
            row.clicked.connect(lambda: self.chosen.emit(share.key))
        self.rows.append(row)
        self._words.addWidget(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words below where there is no room beside."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px = theme_of(self).metrics.px
        self._row.setSpacing(px(4 if self.donut.small else 12))
        narrow = self.width() < px(_FOLD_SMALL if self.donut.small else _FOLD)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)


def _tr(words: str) -> str:
    return QCoreApplication.translate("ShareTable", words)
