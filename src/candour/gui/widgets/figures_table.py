"""Figures in a table that shows all of its rows: words wrap, nothing scrolls inside, and nothing is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from candour.gui.theme import theme_of
from candour.gui.widgets.record_table import RecordModel, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_FIRST, _OTHER = 46, 27
"""The widths of the columns, in parts of the whole."""


class FiguresTable(RecordTable):
    """Rows of what was counted, and a figure for each heading after the first."""

    def __init__(self, name: str, headings: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        shares = (_FIRST, *[_OTHER] * (len(headings) - 1))
        super().__init__(RecordModel(rows, headings, lambda row: row), name, shares, ())
        self.setWordWrap(True)
        self.setSelectionMode(self.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to do in it, and the page scrolls
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setMinimumSectionSize(1)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words wrap anew."""
        super().resizeEvent(event)
        self._grow()

    def retheme(self) -> None:
        """Follow the text size."""
        super().retheme()
        if self.model() is not None:
            self._grow()

    def _grow(self) -> None:
        """Make every row as tall as its words, and the table as tall as its rows."""
        least = theme_of(self).metrics.px(40)
        rows = range(self.model().rowCount())
        for row in rows:
            self.setRowHeight(row, max(least, self.sizeHintForRow(row)))
        header = self.horizontalHeader()
        header.setFixedHeight(least)
        self.setFixedHeight(least + sum(self.rowHeight(row) for row in rows) + 2 * self.frameWidth())
