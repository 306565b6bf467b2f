from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.faults_in_packs import answer, assert_named, lead_in, planted, refusal
from tests.domain.packs_and_paths import harbour, harbour_text, milton, milton_text

from candour.domain.pack_file import pack_hash, read_pack
from candour.errors import Refused

SHAPES = {
    "a missing field": (lead_in("ties") + 'kind = "connections"\n', lead_in("ties"), lead_in("ties"), "kind"),
    "a number for text": ('review_due = "January 2028"', "review_due = 2028", "review_due = 2028", "whole number"),
    "text for a number": ("extension_days = 5", 'extension_days = "5"', 'extension_days = "5"', "whole number"),
    "text for a date": ("= 2026-01-12", '= "2026-01-12"', 'policy_date = "2026-01-12"', "a date such as"),
    "text that is no date": ("= 2026-01-12", '= "soon"', 'policy_date = "soon"', "date"),
    "a time for a date": ("= 2026-01-12", "= 2026-01-12T10:00:00", "policy_date = 2026", "a date"),
    "text for a list": ('safeguards = ["No talk of school"]', 'safeguards = "x"', 'safeguards = "x"', "a list"),
    "a table for text": ('rail = "Ties"', "rail = { a = 1 }", "rail = { a = 1 }", "text in quotation marks"),
    "an unknown key": ('about = "ties"', 'about = "ties"\nabuot = "ties"', "abuot", "abuot"),
    "an unknown key of the whole": ("extension_days = 5", "extension_days = 5\nbonus = 1", "bonus", "bonus"),
    "an unknown outcome": (
        answer("will", "I will from now on") + 'outcome = "open"',
        answer("will", "I will from now on") + 'outcome = "opne"',
        'outcome = "opne"',
        "opne",
    ),
    "a key that stands in the wrong table": ("leaves_at = 16", "leaves_at = 16\nref = 3", "ref = 3", "ref"),
    "a number in a list of text": ('connections = ["My own child"]', "connections = [\n1]", "1]", "text in"),
}


SYNTAX = {
    "an unclosed quotation mark": ('rail = "Filming"', 'rail = "Filming', 'rail = "Filming'),
    "a key without a value": ('rail = "Filming"', "rail =", "rail =\n"),
    "a key that stands twice": ('rail = "Filming"', 'rail = "Filming"\nrail = "Films"', 'rail = "Films"'),
    "a header that is cut": ("[promise]", "[promise", "[promise"),
    "a bad date": ("= 2026-01-12", "= 2026-02-30", "policy_date = 2026-02-30"),
    "no number and no text": ("extension_days = 5", "extension_days = five", "extension_days = five"),
}


@pytest.mark.parametrize("case", SHAPES)
def test_a_fault_of_shape_is_named_with_its_line(case):
    assert_named(harbour_text(), *SHAPES[case])


@pytest.mark.parametrize("case", SYNTAX)
def test_broken_toml_is_named_with_its_line(case):
    text, line = planted(harbour_text(), *SYNTAX[case])
    assert refusal(text).startswith((f"Line {line}: this is not TOML", f"Line {line + 1}: this is not TOML"))


def test_a_number_of_thousands_of_digits_is_named_with_its_line():
    text, line = planted(harbour_text(), "extension_days = 5", "extension_days = " + "9" * 5000, "extension_days")
    assert refusal(text) == f"Line {line}: this number is too long; correct it."


def test_a_text_cut_off_at_its_end_names_the_last_line():
    text = 'title = "x"\nlist = [\n'
    assert refusal(text).startswith("Line 3: this is not TOML")


def test_lists_without_end_are_refused():
    assert "without end" in refusal("a = " + "[" * 100_000)


def test_comments_change_the_hash_and_not_what_is_read():
    commented = harbour_text() + "\n# the end"
    assert read_pack(commented) == harbour()
    assert pack_hash(commented) != pack_hash(harbour_text())


def test_a_pack_from_windows_is_the_same_pack():
    windows = "\ufeff" + milton_text().replace("\n", "\r\n")
    assert read_pack(windows) == milton()
    assert pack_hash(windows) == pack_hash(milton_text())


def test_the_line_of_a_fault_is_the_same_with_windows_line_endings():
    text, line = planted(harbour_text(), "days = 0", "days = 61", "days = 61")
    assert refusal("\ufeff" + text.replace("\n", "\r\n")).startswith(f"Line {line}: ")


def test_the_hash_is_that_of_the_text_and_any_change_makes_another():
    assert pack_hash("a = 1\n") == hashlib.sha256(b"a = 1\n").hexdigest()
    assert pack_hash("a = 1\n") != pack_hash("a = 1 \n")


@given(st.integers(0, 10**6), st.characters(codec="utf-8"))
def test_no_slip_of_the_pen_makes_more_than_a_refusal(place, character):
    text = harbour_text()
    place %= len(text)
    message = refused_with(text[:place] + character + text[place + 1 :])
    assert message is None or message.startswith("Line ")


@pytest.mark.parametrize("times", [0, 2])
def test_a_line_left_out_or_written_twice_makes_no_more_than_a_refusal(times):
    lines = harbour_text().splitlines(keepends=True)
    for place, line in enumerate(lines):
        message = refused_with("".join([*lines[:place], line * times, *lines[place + 1 :]]))
        assert message is None or message.startswith("Line "), line


@pytest.mark.parametrize(
    "field", ["id", "kind", "rail", "about", "heading", "error", "line", "also_lines", "alone", "request"]
)
def test_a_field_left_out_of_a_question_is_missed_in_that_question(field):
    start = harbour_text().index(lead_in("ties"))
    question, rest = harbour_text()[start:].split("\n\n", 1)
    without = "\n".join(row for row in question.splitlines() if not row.startswith(f"{field} ="))
    message = refused_with(f"{harbour_text()[:start]}{without}\n\n{rest}")
    header = harbour_text()[:start].count("\n") + 1
    assert message is None if field in ("alone", "also_lines") else f"Line {header}: " in message


def refused_with(text):
    try:
        read_pack(text)
    except Refused as refused:
        return str(refused)
    return None
