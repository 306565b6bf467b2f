"""The words beside a donut: each share with its hatch, its number and its word, to press for who it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from candour.gui.hatching import paint_state
from candour.gui.metrics import RING
from candour.gui.painting import inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.record_table import RecordModel, RecordTable
from candour.gui.widgets.row_button import RowButton
from candour.gui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from candour.gui.widgets.donut import Donut, Share

_FOLD = 380


class LegendRow(RowButton):
    """One share in words, "35 signed", beside a patch that is filled as its arc is."""

    _least = 32
    _pad = 4

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
        return RING + self.metrics.px(8 + 18 + 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint patch and words."""
        painter = QPainter(self)
        theme = theme_of(self)
        if self.underMouse() or self.isDown():
            paint_box(painter, inside(self), theme.tokens.of("primary_soft"))
        words, side = self.words_height(self.width()), theme.metrics.px(18)
        top = (self.height() - words) / 2
        self._block.paint(painter, QPointF(self.left(), top), self.room(self.width()), theme.tokens.of("text"))
        patch = QPainterPath()
        at = top + (self._block.line_height - side) / 2
        patch.addRoundedRect(QRectF(RING + theme.metrics.px(8), at, side, side), 4, 4)
        paint_state(painter, patch, self.share.state, theme)
        if self.hasFocus():
            paint_ring(painter, inside(self), theme)
        painter.end()


class ShareTable(RecordTable):
    """The shares of a donut as rows: the word, and how many."""

    def __init__(self, title: str, shares: Sequence[Share]) -> None:
        headings = (_tr("State"), _tr("People"))
        model: RecordModel[Share] = RecordModel(shares, headings, _cells, _order)
        super().__init__(model, title, (3, 1), ())


def _cells(share: Share) -> tuple[str, ...]:
    return share.word, f"{share.count:,}"


def _order(share: Share, column: int) -> object:
    return share.count if column else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("ShareTable", words)


class DonutWithWords(QWidget):
    """A donut and its words beside it, or below it where it is narrow; `chosen` carries the key of a share.

    Under them the same numbers stand as a table for whoever asks for it (screens.md, section 5).
    """

    chosen = Signal(str)

    def __init__(self, donut: Donut) -> None:
        super().__init__()
        self.donut = donut
        self.rows: list[LegendRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.addLayout(self._row)
        self.as_table = LinkButton(self.tr("Show as a table"), caption=True)
        self.as_table.setAccessibleName(self.tr("Show as a table: {title}").format(title=donut.accessibleName()))
        self.as_table.clicked.connect(self._turn)
        self._column.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignLeft)
        self.table = ShareTable(donut.accessibleName(), donut.shares)
        self.table.hide()
        self._column.addWidget(self.table)
        self._words = QVBoxLayout()
        self._words.setSpacing(0)
        self._row.addWidget(donut, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(self._words, 1)
        self.show_words(donut.shares)
        theme_of(self).changed.connect(self._fold)
        self._fold()

    def show_words(self, shares: Sequence[Share]) -> None:
        """Show the words of these shares, and their table."""
        asked, before = not self.table.isHidden(), self.table
        self.table = ShareTable(self.donut.accessibleName(), shares)
        self.table.setVisible(asked)
        self._column.replaceWidget(before, self.table)
        before.hide()
        before.deleteLater()
        while self.rows:
            row = self.rows.pop()
            self._words.removeWidget(row)
            row.hide()
            row.deleteLater()
        while self._words.takeAt(0) is not None:
            pass
        self._words.addStretch(1)
        for share in shares:
            row = LegendRow(share)
            row.clicked.connect(lambda _on=False, key=share.key: self.chosen.emit(key))
            self.rows.append(row)
            self._words.addWidget(row)
        self._words.addStretch(1)

    def _turn(self) -> None:
        shown = not self.table.isHidden()
        self.table.setVisible(not shown)
        self.as_table.setText(self.tr("Show as a table") if shown else self.tr("Hide the table"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words below where there is no room beside."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px = theme_of(self).metrics.px
        self._row.setSpacing(px(12))
        narrow = self.width() < px(_FOLD)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)
