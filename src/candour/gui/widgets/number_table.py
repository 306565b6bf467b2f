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
        px = theme_of(self).metrics.px
        self.verticalHeader().setDefaultSectionSize(px(34))
        self.setFixedHeight(px(34) * (self._shown + 1) + 2 * self.frameWidth())
