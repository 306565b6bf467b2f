"""The table of a picture: the same numbers, each row what it counts and how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from candour.gui.theme import theme_of
from candour.gui.widgets.record_table import RecordModel, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST = 6
"""So many rows show at once; the rest is scrolled to."""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One row: the key that it carries when it is opened, None for none, and its cells."""

    key: object
    cells: tuple[str, ...]


class NumberTable(RecordTable):
    """Rows of a picture; `chosen` carries the key of the row that was opened."""

    chosen = Signal(object)

    def __init__(self, title: str, headings: Sequence[str], rows: Sequence[NumberRow]) -> None:
        model: RecordModel[NumberRow] = RecordModel(rows, headings, lambda row: row.cells)
        self._shown = min(len(rows), _MOST)
        super().__init__(model, title, (3, *(1 for _ in headings[1:])), ())
        self.row_opened.connect(lambda row: self.chosen.emit(model.line(row).key))

    def retheme(self) -> None:
        """Follow the text size: as tall as its rows, up to six."""
        super().retheme()
        self.verticalHeader().setDefaultSectionSize(theme_of(self).metrics.px(34))
        row = self.verticalHeader().sectionSize(0) if self._shown else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + row * self._shown + 2 * self.frameWidth())

    def _share(self) -> None:
        """Give the numbers what their headings need, and the words the rest."""
        head, spare = self.horizontalHeader(), self.viewport().width()
        for column in range(1, len(self._shares)):
            wide = min(head.sectionSizeHint(column), self.viewport().width() // len(self._shares))
            self.setColumnWidth(column, wide)
            spare -= wide
        self.setColumnWidth(0, spare)
