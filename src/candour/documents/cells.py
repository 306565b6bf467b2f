"""The cells of the tables that go out: what a spreadsheet could take for a formula stays the text that it is."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from candour.domain.exports import neutral

if TYPE_CHECKING:
    from datetime import date

    from openpyxl.cell.cell import Cell


_DATE, _MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"


def plain(value: str | int | date | None) -> str:
    """Return a value as a cell of CSV: dates in ISO 8601, a text that looks like a formula after an apostrophe."""
    if isinstance(value, str):
        return neutral(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", timespec="minutes")
    return "" if value is None else str(value)


def put(cell: Cell, value: str | int | date | None) -> None:
    """Write a value into a cell of a workbook, typed; a text is marked, so that it stays one when it is edited."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # else a text that begins with = becomes a formula
        cell.quotePrefix = neutral(value) != value
    elif value is not None and not isinstance(value, int):
        cell.number_format = _MOMENT if isinstance(value, datetime) else _DATE
