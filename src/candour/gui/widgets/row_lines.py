"""The thin line that parts the rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from candour.gui.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

_Index = QModelIndex | QPersistentModelIndex


class RowLines(QStyledItemDelegate):
    """Paints a cell, and a thin line under it that parts the rows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the cell as the house does, then its line."""
        super().paint(painter, option, index)
        self.paint_line(painter, option.rect)

    def paint_line(self, painter: QPainter, cell: QRect) -> None:
        """Paint the line along the foot of a cell."""
        table = self.parent()
        if isinstance(table, QTableView):
            line = QRect(cell.left(), cell.bottom(), cell.width(), 1)
            painter.fillRect(line, theme_of(table).tokens.of("line"))
