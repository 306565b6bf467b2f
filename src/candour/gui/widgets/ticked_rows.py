"""Rows with a tick box before their first words, and the heading whose box ticks them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyle, QStyleOptionViewItem, QTableView

from candour.gui.metrics import Type
from candour.gui.painting import paint_ring, paint_tick_box
from candour.gui.theme import theme_of
from candour.gui.widgets.record_table import RecordTable
from candour.gui.widgets.row_lines import RowLines

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from candour.gui.theme import Theme

_BOX, _EDGE, _AFTER = 18, 8, 12
_EMPTY = "—"


def tick_box(cell: QRect, theme: Theme) -> QRectF:
    """Return where the box of a cell is."""
    px = theme.metrics.px
    side = px(_BOX)
    return QRectF(cell.left() + px(_EDGE), cell.center().y() - side / 2 + 0.5, side, side)


def ticks_take(theme: Theme) -> int:
    """Return how much of a cell's left the box takes, in pixels."""
    return theme.metrics.px(_EDGE + _BOX + _AFTER)


class SoftRows(RowLines):
    """Rows of which those that are chosen have a soft ground: their tick says so first."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Take the soft ground in place of the strong one."""
        super().initStyleOption(option, index)
        table = self.parent()
        if isinstance(table, QTableView):
            tokens = theme_of(table).tokens
            option.palette.setColor(QPalette.ColorRole.Highlight, tokens.of("primary_soft"))
            option.palette.setColor(QPalette.ColorRole.HighlightedText, tokens.of("text"))


class PlainCells(SoftRows):
    """Cells whose words are a dash where there is nothing to say; nothing is ever announced of the dash."""

    def displayText(self, value: object, locale: object) -> str:
        """Return the words of a cell."""
        return super().displayText(value, locale) or _EMPTY  # type: ignore[arg-type]


class TickedCells(SoftRows):
    """Cells of the first column: the box of their row, then their words, heavier."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row's ground as in every cell, then box and words; the box of the current row has the ring."""
        table = self.parent()
        if not isinstance(table, RecordTable):
            raise TypeError("ticked cells stand in a table of records")
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        words, plain.text = plain.text, ""
        plain.state &= ~QStyle.StateFlag.State_HasFocus
        table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, table)
        theme = theme_of(table)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        box = tick_box(option.rect, theme)
        painter.save()
        paint_tick_box(painter, box, theme, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        if table.hasFocus() and index.row() == table.currentIndex().row():
            paint_ring(painter, box, theme, radius=4)
        font = theme.metrics.font(Type.STRONG)
        room = QRectF(option.rect).adjusted(ticks_take(theme), 0, -theme.metrics.px(4), 0)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(theme.tokens.of("text"))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
        self.paint_line(painter, option.rect)


class TickingHeader(QHeaderView):
    """Headings with a mark behind the one that the table is sorted by; the box of the first ticks all rows."""

    ticked = Signal()

    def __init__(self, table: RecordTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._records = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def tick_state(self) -> Qt.CheckState:
        """Return whether all rows, some or none are ticked."""
        count, whole = self._records.count_chosen(), self._records.model().rowCount()
        if not count:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if count == whole else Qt.CheckState.PartiallyChecked

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one heading."""
        theme = theme_of(self)
        tokens, px, font = theme.tokens, theme.metrics.px, theme.metrics.font(Type.CAPTION_STRONG)
        painter.save()
        painter.fillRect(rect, tokens.of("quiet"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.of("line"))
        left: float = rect.left() + px(8)
        if self.visualIndex(section) == 0:
            paint_tick_box(painter, tick_box(rect, theme), theme, self.tick_state())
            left = rect.left() + ticks_take(theme)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        painter.setFont(font)
        painter.setPen(tokens.of("muted"))
        metrics = QFontMetricsF(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.right() - left - px(14))
        painter.drawText(
            QRectF(left, rect.top(), rect.right() - left, rect.height()), Qt.AlignmentFlag.AlignVCenter, shown
        )
        if self.isSortIndicatorShown() and self.sortIndicatorSection() == section:
            at = QPointF(left + metrics.horizontalAdvance(shown) + px(9), rect.center().y() + 1)
            self._paint_mark(painter, at)
        painter.restore()

    def _paint_mark(self, painter: QPainter, at: QPointF) -> None:
        half = theme_of(self).metrics.px(4)
        up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        foot = half if up else -half
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme_of(self).tokens.of("muted"))
        painter.setPen(Qt.PenStyle.NoPen)
        corners = (QPointF(-half, foot * 0.7), QPointF(half, foot * 0.7), QPointF(0, -foot * 0.7))
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick all rows, or none once all are; elsewhere sort."""
        if event.position().x() < ticks_take(theme_of(self)) - self.offset():
            self.ticked.emit()
        else:
            super().mouseReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave a press on the box to the box."""
        if event.position().x() >= ticks_take(theme_of(self)) - self.offset():
            super().mousePressEvent(event)
