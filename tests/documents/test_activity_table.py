from __future__ import annotations

import csv
import tracemalloc
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from openpyxl import load_workbook

from candour.documents import activity_table
from candour.documents.activity_table import HEADINGS, write_activity
from candour.domain.activity import ActivityLine, Group
from candour.domain.exports import as_it_was
from candour.errors import Trouble

AT = datetime(2026, 10, 16, 10, 42, tzinfo=UTC)
LINE = ActivityLine(AT, "Harriet Resource", "Made a new code", "Anna Beispiel", Group.KEYS, "p38")
HOSTILE = replace(LINE, who='=HYPERLINK("http://invented.example")', whom="+cmd")


def always():
    return True


def csv_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_the_csv_has_a_row_for_each_line_and_neutral_formulas(tmp_path):
    write_activity([LINE, HOSTILE], tmp_path / "a.csv", always)
    headings, plain, hostile = csv_of(tmp_path / "a.csv")
    assert tuple(headings) == HEADINGS
    assert plain == ["2026-10-16 10:42", "Harriet Resource", "Made a new code", "Anna Beispiel", "Keys and codes"]
    assert hostile[1].startswith("'=")
    assert (as_it_was(hostile[1]), as_it_was(hostile[3])) == (HOSTILE.who, HOSTILE.whom)


def test_the_workbook_has_moments_and_texts_that_stay_texts(tmp_path):
    write_activity([LINE, HOSTILE], tmp_path / "a.xlsx", always)
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert sheet["A2"].value == AT.replace(tzinfo=None)
    assert sheet["A2"].is_date
    assert (sheet["B3"].data_type, sheet["B3"].value) == ("s", HOSTILE.who)
    assert sheet["B3"].quotePrefix
    assert not sheet["B2"].quotePrefix
    assert sheet.freeze_panes == "A2"


def test_more_than_a_sheet_takes_goes_on_a_further_one(tmp_path, monkeypatch):
    monkeypatch.setattr(activity_table, "MOST_ROWS", 3)
    lines = [replace(LINE, what=f"Act {number}") for number in range(7)]
    write_activity(lines, tmp_path / "a.xlsx", always)
    book = load_workbook(tmp_path / "a.xlsx")
    told = [[row[2] for row in sheet.iter_rows(min_row=2, values_only=True)] for sheet in book]
    assert book.sheetnames == ["Activity", "Activity 2", "Activity 3"]
    assert told == [["Act 0", "Act 1", "Act 2"], ["Act 3", "Act 4", "Act 5"], ["Act 6"]]


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_table_that_is_stopped_leaves_what_was_there_and_nothing_else(tmp_path, ending):
    target = tmp_path / f"a.{ending}"
    target.write_text("older")
    left = iter([True, True])
    write_activity([LINE] * 9, target, lambda: next(left, False))
    assert target.read_text() == "older"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_does_not_take_it_is_trouble(tmp_path):
    with pytest.raises(Trouble, match="could not be written"):
        write_activity([LINE], tmp_path / "none" / "a.csv", always)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_ten_times_the_lines_take_no_more_memory(tmp_path, ending):
    def peak(count):
        tracemalloc.start()
        write_activity((LINE for _ in range(count)), tmp_path / f"a.{ending}", always)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(10)  # what is imported and kept once
    assert peak(4_000) < peak(400) + 100_000
