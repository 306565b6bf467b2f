from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.exports import (
    LONGEST,
    LONGEST_BYTES,
    another_name,
    as_it_was,
    beyond_260,
    copy_names,
    file_name,
    is_copy,
    neutral,
    one_name,
    safe_name,
)

DAY = date(2026, 10, 16)


def test_a_file_is_named_by_the_day_the_surname_and_the_first_name():
    assert file_name(DAY, "Siân Łukasz Example", "D-2026-0038", set()) == (
        "2026-10-16 Declaration - Example, Siân Łukasz.pdf"
    )
    assert file_name(DAY, "Ann Example", "D-2026-0038-S", set(), "School accounts declaration") == (
        "2026-10-16 School accounts declaration - Example, Ann.pdf"
    )
    assert file_name(DAY, "Mononym", "D-2026-0038", set()) == "2026-10-16 Declaration - Mononym.pdf"


def test_two_people_of_one_name_are_told_apart_by_the_reference():
    taken = {"2026-10-16 declaration - example, ann.pdf"}
    assert file_name(DAY, "ANN Example", "D-2026-0041", taken) == (
        "2026-10-16 Declaration - Example, ANN D-2026-0041.pdf"
    )


@given(st.text(max_size=300))
def test_a_name_holds_nothing_that_windows_refuses(text):
    name = safe_name(text)
    assert 0 < len(name) <= LONGEST
    assert len(name.encode()) <= LONGEST_BYTES
    assert not set(name) & set('<>:"/\\|?*') and name.isprintable()  # noqa: PT018 - one sentence
    assert name == name.rstrip(". ")


def test_marks_that_turn_the_direction_of_writing_are_left_out():
    assert safe_name("Declaration \u202efdp.exe") == "Declaration fdp.exe"


def test_of_a_long_name_the_end_that_tells_it_apart_stays():
    name = "Nguyễn " * 40 + "Mẫu"
    plain = file_name(DAY, name, "D-2026-0038", set())
    told_apart = file_name(DAY, name, "D-2026-0041", {one_name(plain)})
    assert told_apart.endswith(" D-2026-0041.pdf")
    assert len(f"{told_apart} (99)".encode()) <= 255


@pytest.mark.parametrize("text", ["CON", "nul.pdf", "Com1", "LPT² .txt", "AUX.", "conin$"])
def test_a_name_that_windows_keeps_for_a_device_gets_a_sign_before_it(text):
    assert safe_name(text).startswith("_")


@pytest.mark.parametrize("text", ["CONSTANCE", "COM10", "Console", "nul-one"])
def test_a_name_that_only_begins_like_a_device_stays(text):
    assert safe_name(text) == text


def test_names_are_one_name_where_only_capitals_or_the_way_of_writing_accents_differ():
    assert one_name("Zoë Example.pdf") == one_name("ZOE\u0308 EXAMPLE.PDF")
    assert one_name("Zoe Example.pdf") != one_name("Zoë Example.pdf")


@pytest.mark.parametrize(
    ("path", "long"),
    [
        ("C:\\School\\out", "\\\\?\\C:\\School\\out"),
        ("\\\\server\\share\\out", "\\\\?\\UNC\\server\\share\\out"),
        ("\\\\?\\C:\\out", "\\\\?\\C:\\out"),
    ],
)
def test_windows_reaches_more_than_260_characters_deep_by_a_prefix(path, long):
    assert beyond_260(path) == long


def test_another_name_counts_on():
    assert another_name("A.pdf", {"a.pdf", "a (2).pdf"}) == "A (3).pdf"


def test_the_copy_for_printing_says_which_part_it_is_where_there_are_several():
    assert copy_names(0) == ()
    assert copy_names(1) == ("Copy for printing.pdf",)
    assert copy_names(2) == ("Copy for printing 1 of 2.pdf", "Copy for printing 2 of 2.pdf")
    assert all(is_copy(name) for parts in (1, 12) for name in copy_names(parts))
    assert not is_copy("Copy for printing (mine).pdf")


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 1632", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "'quoted", "  =1+1", "＝1", "%1", "|x"]
)
def test_a_cell_that_could_be_a_formula_is_neutral(text):
    assert neutral(text) == f"'{text}"


@given(st.text())
def test_every_cell_reads_back_as_it_was(text):
    assert as_it_was(neutral(text)) == text
