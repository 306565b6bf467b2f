"""The activity as a table, written as it is read: a million lines take no more memory than a thousand."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from candour.documents.cells import plain, put
from candour.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

    from candour.domain.activity import ActivityLine

HEADINGS: Final = ("When", "Who", "What", "About", "Group")
_WIDTHS: Final = {"A": 18, "B": 30, "C": 60, "D": 30, "E": 20}

MOST_ROWS: Final = 1_000_000
"""How many lines go on one sheet, of the 1,048,576 that XLSX has; what is more goes on a further one."""


def write_activity(lines: Iterable[ActivityLine], target: Path, wanted: Callable[[], bool]) -> None:
    """Write lines as CSV or XLSX, by the file's ending; where it is `wanted` no more, nothing is left.

    Raises Trouble where the folder does not take it.
    """
    write = _write_xlsx if target.suffix.lower() == ".xlsx" else _write_csv
    try:
        with _aside(target) as aside:
            write(takewhile(lambda _: wanted(), lines), aside)
            if wanted():
                aside.replace(target)
    except OSError as reason:
        raise Trouble(
            f"{target.name} could not be written ({reason.strerror}): choose another folder, or make room."
        ) from reason


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """Give a place beside the file, so that it is there whole or not at all."""
    aside = target.with_name(f".{target.name}.part")
    try:
        yield aside
    finally:
        aside.unlink(missing_ok=True)


def _values(line: ActivityLine) -> tuple[datetime | str, ...]:
    when = line.at.replace(tzinfo=None)  # a cell has no zone: it is this computer's
    return when, line.who, line.what, line.whom, line.group.value


def _write_csv(lines: Iterator[ActivityLine], target: Path) -> None:
    """Write CSV (RFC 4180, UTF-8 with a mark, so that Excel reads the letters)."""
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows([plain(value) for value in _values(line)] for line in lines)


def _write_xlsx(lines: Iterator[ActivityLine], target: Path) -> None:
    book = Workbook(write_only=True)
    _fill(_sheet(book, "Activity"), islice(lines, MOST_ROWS))
    number = 2
    while (more := next(lines, None)) is not None:
        _fill(_sheet(book, f"Activity {number}"), chain((more,), islice(lines, MOST_ROWS - 1)))
        number += 1
    book.save(target)


def _sheet(book: Workbook, title: str) -> WriteOnlyWorksheet:
    sheet = book.create_sheet(title)
    for column, width in _WIDTHS.items():
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A2"
    headings = [WriteOnlyCell(sheet, heading) for heading in HEADINGS]
    for cell in headings:
        cell.font = Font(bold=True)
    sheet.append(headings)
    return sheet


def _fill(sheet: WriteOnlyWorksheet, lines: Iterable[ActivityLine]) -> None:
    for line in lines:
        cells = [WriteOnlyCell(sheet) for _ in HEADINGS]
        for cell, value in zip(cells, _values(line), strict=True):
            put(cell, value)
        sheet.append(cells)
