from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, datetime

from openpyxl import load_workbook

from candour.documents.index_table import HEADINGS, index_csv, index_xlsx
from candour.domain.exports import ExportLine, as_it_was

LINE = ExportLine(
    reference="D-2026-0038",
    name="Anna Beispiel",
    number="0038",
    role="Teaching assistant",
    phase="Key Stage 1",
    checklist="Personal accounts",
    signed_on=date(2026, 10, 16),
    sealed=True,
    open_lines=1,
    next_date=date(2026, 10, 30),
    exceptions=("E-2026-014",),
    digest="ab" * 32,
    file="2026-10-16 Declaration - Beispiel, Anna.pdf",
)
HOSTILE = replace(
    LINE, reference="D-2026-0041", name='=HYPERLINK("http://invented.example")', role="+cmd", next_date=None
)


def rows_of_csv(lines):
    return list(csv.DictReader(io.StringIO(index_csv(lines).decode("utf-8-sig"))))


def sheet_of(lines):
    return load_workbook(io.BytesIO(index_xlsx(lines))).active


def test_the_csv_has_a_row_for_each_file_and_dates_of_iso():
    (row,) = rows_of_csv([LINE])
    assert tuple(row) == HEADINGS
    assert (row["Signed on"], row["Next date"], row["Open"], row["Sealed"]) == (
        "2026-10-16",
        "2026-10-30",
        "1",
        "yes",
    )


def test_in_the_csv_a_formula_is_neutral_and_reads_back_as_it_was():
    row = rows_of_csv([HOSTILE])[0]
    assert row["Name"].startswith("'=")
    assert (as_it_was(row["Name"]), as_it_was(row["Role"])) == (HOSTILE.name, HOSTILE.role)


def test_the_workbook_has_typed_columns():
    sheet = sheet_of([LINE, HOSTILE])
    said = dict(zip(HEADINGS, sheet[2], strict=True))
    assert said["Signed on"].value == datetime(2026, 10, 16)  # noqa: DTZ001 - a day in a sheet has no zone
    assert said["Signed on"].is_date
    assert said["Open"].data_type == "n"
    assert said["Staff number"].value == "0038"
    assert sheet["J3"].value is None


def test_in_the_workbook_a_formula_is_a_text_and_stays_as_it_was():
    cell = sheet_of([HOSTILE])["B2"]
    assert (cell.data_type, cell.value) == ("s", HOSTILE.name)
    assert cell.quotePrefix


def test_an_export_of_nothing_still_has_its_headings():
    assert [cell.value for cell in sheet_of([])[1]] == list(HEADINGS)
    assert rows_of_csv([]) == []
