from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.exports import LONGEST, another_name, as_it_was, file_name, neutral, safe_name

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
    assert len(name) <= LONGEST
    assert not set(name) & set('<>:"/\\|?*') and name.isprintable()  # noqa: PT018 - one sentence
    assert name == name.rstrip(". ")


def test_marks_that_turn_the_direction_of_writing_are_left_out():
    assert safe_name("Declaration \u202efdp.exe") == "Declaration fdp.exe"


def test_another_name_counts_on():
    assert another_name("a.pdf", {"a.pdf", "a (2).pdf"}) == "a (3).pdf"


@pytest.mark.parametrize("text", ["=1+1", "+44 1632", "-2", "@SUM(A1)", "\tx", "\rx", "'quoted"])
def test_a_cell_that_could_be_a_formula_is_neutral(text):
    assert neutral(text) == f"'{text}"


@given(st.text())
def test_every_cell_reads_back_as_it_was(text):
    assert as_it_was(neutral(text)) == text
