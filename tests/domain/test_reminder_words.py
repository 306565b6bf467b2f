from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.reminder_words import (
    Addressee,
    filled,
    filled_for_all,
    first_name,
    mailable,
    proposed,
    strange_places,
)

TODAY = date(2026, 10, 6)
ANNA = Addressee("Anna Beispiel", "anna@school.example", date(2026, 10, 16), "Rae Headworth")
LATE = replace(ANNA, name="Ben Sample", due=date(2026, 10, 2))


def test_the_proposal_is_the_design_s_and_speaks_of_a_day_to_come():
    assert proposed([ANNA], TODAY) == (
        "Hi {first name}, your social media check is due on {date}. It takes about 10 minutes plus the time to "
        "look through your apps, and you can stop and come back. If anything is stopping you, tell me or have a "
        "word with {Headteacher}."
    )


def test_on_the_day_itself_it_is_due_and_the_day_after_it_was():
    assert "check is due on {date}" in proposed([replace(ANNA, due=TODAY)], TODAY)
    assert "check was due on {date}" in proposed([LATE], TODAY)


def test_where_some_days_are_past_and_some_are_not_each_reads_what_is_true_for_them():
    text = proposed([ANNA, LATE], TODAY)
    assert "Hi Anna, your social media check is due on Friday 16 October 2026." in filled(text, ANNA, TODAY)
    assert "Hi Ben, your social media check was due on Friday 2 October 2026." in filled(text, LATE, TODAY)
    assert filled(text, ANNA, TODAY).endswith("have a word with Rae Headworth.")


def test_what_all_read_names_nobody_and_no_day_that_is_not_theirs():
    text = filled_for_all(proposed([ANNA, LATE], TODAY), [ANNA, LATE], TODAY)
    assert "Hi all, your social media check is or was due on the day that your check shows." in text
    assert not {"Anna", "Ben", "16 October", "2 October"} & {w for w in ("Anna", "Ben", "16 October") if w in text}
    same = filled_for_all(proposed([ANNA], TODAY), [ANNA, replace(ANNA, name="Siân Sample")], TODAY)
    assert "is due on Friday 16 October 2026." in same


@given(st.text(max_size=300))
def test_what_stands_in_no_bracket_comes_out_as_it_was_typed(text):
    plain = text.replace("{", "").replace("}", "")
    assert filled(plain, ANNA, TODAY) == filled_for_all(plain, [ANNA], TODAY) == plain


@given(st.text(max_size=40))
def test_a_name_that_looks_like_a_place_is_not_filled_again(name):
    assert filled("{first name}", replace(ANNA, name="{date} " + name), TODAY) == "{date}"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Anna Beispiel", "Anna"),
        ("Nguyễn Thị Mẫu", "Nguyễn"),
        ("Dr. Ada Example", "Dr. Ada Example"),
        ("Cher", "Cher"),
    ],
)
def test_somebody_is_greeted_by_the_first_word_unless_it_is_a_title(name, first):
    assert first_name(name) == first


def test_places_that_nothing_fills_are_found():
    assert strange_places("Hi {first name}, by {day} {day} or {Date}") == ("{day}", "{Date}")


@pytest.mark.parametrize("email", ["anna@school.example", "a.b+c@sub.school.example", "A_1@School.Example"])
def test_a_plain_address_can_be_mailed(email):
    assert mailable(email)


@pytest.mark.parametrize(
    "email",
    [
        "",
        "anna",
        "anna@school",
        "a b@school.example",
        "a@b.c, d@e.f",
        "a@b.c\nBcc: x@y.z",
        "<a@b.c>",
        "ä@b.c",
        "a@@b.c",
    ],
)
def test_what_is_no_single_plain_address_is_not_mailed(email):
    assert not mailable(email)
