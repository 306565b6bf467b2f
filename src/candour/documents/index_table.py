"""The index of an export: the same rows as CSV for any program, and as XLSX with typed columns."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table, TableStyleInfo

from candour.documents.cells import plain, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.exports import ExportLine

HEADINGS = (
    *("Reference", "Name", "Staff number", "Role", "Part of the school", "Checklist", "Signed on", "Sealed"),
    *("Open", "Next date", "Exceptions", "File", "SHA-256", "On paper"),
)
_WIDTHS = (16, 28, 14, 28, 18, 20, 12, 8, 7, 12, 26, 52, 68, 52)


Value = str | int | date | None
"""What a cell holds; whether something is sealed is said as yes or no."""


def index_csv(lines: Sequence[ExportLine]) -> bytes:
    """Return the index as CSV (RFC 4180, UTF-8 with a mark, so that Excel reads the letters): dates in ISO 8601.

    A cell that a spreadsheet could take for a formula begins with an apostrophe; our own import reads it back.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(HEADINGS)
    for line in lines:
        writer.writerow([plain(value) for value in _values(line)])
    return written.getvalue().encode("utf-8-sig")


def index_xlsx(lines: Sequence[ExportLine]) -> bytes:
    """Return the index as a workbook: dates are dates, counts are numbers, and every text is a text.

    A text that looks like a formula is written as the text that it is, marked so that it stays one when edited.
    """
    book = Workbook()
    sheet = book.active
    sheet.title = "Declarations"
    sheet.append(HEADINGS)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, line in enumerate(lines, start=2):
        for column, value in enumerate(_values(line), start=1):
            put(sheet.cell(number, column), value)
    for column, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "C2"
    if lines:
        table = Table(displayName="Declarations", ref=f"A1:{get_column_letter(len(HEADINGS))}{len(lines) + 1}")
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
        sheet.add_table(table)
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def _values(line: ExportLine) -> tuple[Value, ...]:
    return (
        *(line.reference, line.name, line.number, line.role, line.phase, line.checklist),
        *(
            line.signed_on,
            "yes" if line.sealed else "no",
            line.open_lines,
            line.next_date,
            ", ".join(line.exceptions),
        ),
        *(f"{line.folder}/{line.file}" if line.on_paper else line.file, line.digest, line.on_paper),
    )
