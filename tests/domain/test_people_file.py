from __future__ import annotations

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.exports import as_it_was, neutral
from candour.domain.people_file import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, letter, read_file, read_text
from candour.errors import Refused

HEAD = "Staff code,Surname,Forename,Job title"
ROW = "0091,Müller,Zoë,Cook"


def cells(content):
    file = read_file(content)
    return file.encoding, file.delimiter, [record.cells for record in file.records]


def refusal(content):
    with pytest.raises(Refused) as refused:
        read_file(content if isinstance(content, bytes) else content.encode())
    return str(refused.value)


@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_the_encoding_is_found_and_said(codec, said):
    assert cells(f"{HEAD}\r\n{ROW}\r\n".encode(codec)) == (said, ",", [("0091", "Müller", "Zoë", "Cook")])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_delimiter_and_the_line_ends_are_found(delimiter, end):
    text = f"{HEAD}{end}{ROW}{end}".replace(",", delimiter)
    assert cells(text.encode()) == ("UTF-8", delimiter, [("0091", "Müller", "Zoë", "Cook")])


def test_a_quoted_cell_keeps_its_delimiter_and_its_line_break_as_a_space():
    record = read_text(f'{HEAD}\n0091,Müller,Zoë,"Cook, and\ncleaner"\n').records[0]
    assert record.cells[3] == "Cook, and cleaner"


def test_rows_are_numbered_as_a_spreadsheet_numbers_them_and_lines_as_an_editor_does():
    file = read_text(f'{HEAD}\n0091,M,Z,"Cook\nand cleaner"\n\n0092,N,Y,Cook\n')
    assert [(each.number, each.line) for each in file.records] == [(2, 2), (4, 5)]


def test_headings_of_the_same_words_and_empty_ones_are_told_apart():
    assert read_text("Code,Name,Name,\n1,a,b,c\n").headings == ("Code", "Name", "Name (column C)", "(column D)")


@pytest.mark.parametrize(("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (703, "AAA")])
def test_columns_have_the_letters_of_a_spreadsheet(column, letters):
    assert letter(column) == letters


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (f'{HEAD}\n{ROW}\n0092,"N,Y,Cook\n', "Row 3: a quotation mark in column B (line 3) is not closed"),
        (f'{HEAD}\n0092,N,"Y,Cook\n{ROW}\n0093,"M",Z,Cook\n', "Row 2: a quotation mark in column C (line 2)"),
        (f"{HEAD}\n0091,Mü\0ller,Zoë,Cook\n", "Line 2, character 8 is a NUL"),
        ("", "Row 1 is empty"),
        ("\n\n", "Row 1 is empty"),
        (f"{HEAD}\n,,,\n", "There is nobody under the headings"),
        (f"{ROW}\n0092,N,Y,Cook\n", "Row 1, column A (line 1) reads “0091”: the first row must name the columns"),
        ("Nia,nia@school.example\nNat,nat@school.example\n", "Row 1, column B (line 1) reads “nia@school.example”"),
        (f"{HEAD}\n{'x,' * (MOST_COLUMNS + 1)}\n", "Row 2 (line 2) has more than 200 columns"),
        (f"{HEAD}\n{'x,' * 2_000_000}\n", "Line 2 has more than 200 columns"),
        (f"{HEAD}\n0091,{'M' * 1001},Z,Cook\n", "Row 2: column B (line 2) holds more than 1,000 characters"),
        (f'{HEAD}\n0091,"{"M" * 140_000}",Z,Cook\n', "Row 2 (line 2) holds a cell that is too long"),
    ],
    ids=range(12),
)
def test_what_cannot_be_read_is_refused_with_its_row_line_and_column(content, says):
    assert says in refusal(content)


def test_a_byte_that_no_encoding_has_is_named_with_its_line():
    assert "Line 2 is not Windows-1252 text" in refusal(f"{HEAD}\n".encode() + b"0091,M\x81ller\xfc,Z,Cook\n")


def test_a_file_that_is_too_large_is_not_parsed():
    assert "larger than 16 MB" in refusal(b"x" * (MOST_BYTES + 1))


def test_too_many_rows_are_refused():
    assert f"more than {MOST_ROWS:,} rows" in refusal(HEAD + "\n" + "1,a,b,c\n" * (MOST_ROWS + 1))


@given(st.text(alphabet="=+-@|%'\"\tab ", min_size=1).map(lambda text: " ".join(text.split())).filter(bool))
def test_what_looks_like_a_formula_is_data_and_loses_at_most_the_mark_before_it(text):
    written = io.StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([("Code", "Name"), ("0091", text)])
    assert read_file(written.getvalue().encode()).records[0].cells[1] == as_it_was(text)


@given(st.text(alphabet="=+-@'ab", min_size=1))
def test_what_our_own_export_wrote_is_read_back_as_it_was(text):
    written = io.StringIO(newline="")
    csv.writer(written).writerows([("Code", "Name"), ("0091", neutral(text))])
    assert read_file(written.getvalue().encode()).records[0].cells[1] == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_and_nothing_else(content):
    with suppress(Refused):
        assert read_file(content).records
