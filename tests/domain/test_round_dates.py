from __future__ import annotations

from datetime import date, timedelta

import pytest

from candour.domain.round_dates import (
    Proposed,
    Review,
    joiner_due,
    moved_due,
    proposed,
    review_of,
    round_name,
    takes_joiners,
    working_day,
    year_of,
)

LAST = Proposed(2025, date(2025, 9, 15), date(2025, 10, 17))


@pytest.mark.parametrize(
    ("year", "name"), [(2026, "2026–27"), (2008, "2008–09"), (2098, "2098–99"), (2099, "2099–00")]
)
def test_a_round_is_named_after_its_school_year(year, name):
    assert round_name(year) == name


@pytest.mark.parametrize(("day", "year"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026)])
def test_a_school_year_starts_in_september(day, year):
    assert year_of(day) == year


def test_last_year_s_days_move_a_year_and_to_a_working_day():
    assert proposed(LAST, date(2026, 7, 1)) == Proposed(2026, date(2026, 9, 15), date(2026, 10, 19))
    assert date(2026, 10, 17).weekday() == 5


def test_days_that_are_past_become_today_with_as_long_for_signing():
    today = date(2026, 11, 26)
    found = proposed(LAST, today)
    assert (found.year, found.opens, found.due) == (2026, today, today + timedelta(days=32))


def test_a_year_without_a_round_is_skipped():
    assert proposed(LAST, date(2027, 8, 31)).year == 2026
    assert proposed(LAST, date(2027, 9, 1)) == Proposed(2027, date(2027, 9, 15), date(2027, 10, 18))


def test_the_29th_of_february_moves_to_the_28th():
    leap = Proposed(2027, date(2028, 2, 29), date(2028, 3, 31))
    assert proposed(leap, date(2028, 7, 1)).opens == date(2029, 2, 28)


def test_the_first_round_of_a_school_opens_today_for_six_weeks():
    assert proposed(None, date(2026, 9, 5)) == Proposed(2026, date(2026, 9, 7), date(2026, 10, 19))


@pytest.mark.parametrize(
    ("entered", "due"),
    [
        (date(2026, 9, 14), date(2026, 10, 16)),
        (date(2026, 9, 18), date(2026, 10, 16)),
        (date(2026, 9, 21), date(2026, 10, 19)),
        (date(2026, 9, 19), date(2026, 10, 19)),
    ],
)
def test_a_joiner_has_the_round_s_day_or_four_weeks_to_a_working_day(entered, due):
    assert joiner_due(date(2026, 10, 16), entered) == due


def test_from_july_on_nobody_joins_the_ending_year_s_round():
    assert takes_joiners(2025, date(2026, 6, 30))
    assert not takes_joiners(2025, date(2026, 7, 1))


@pytest.mark.parametrize(("own", "due"), [(16, 9), (12, 12), (20, 20), (5, 9)])
def test_a_moved_day_leaves_a_later_one_of_one_s_own(own, due):
    assert moved_due(date(2026, 10, own), date(2026, 10, 16), date(2026, 10, 9)) == date(2026, 10, due)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("February 2027", date(2027, 2, 1), date(2027, 2, 28)),
        ("in february 2028, or sooner", date(2028, 2, 1), date(2028, 2, 29)),
        ("12 March 2027", date(2027, 3, 12), date(2027, 3, 12)),
        ("31 April 2027", date(2027, 4, 30), date(2027, 4, 30)),
        ("0 May 2027", date(2027, 5, 1), date(2027, 5, 1)),
    ],
)
def test_the_review_is_read_from_the_pack_s_words(words, first, last):
    assert review_of(words) == Review(first, last)


@pytest.mark.parametrize("words", ["when it must be", "2027", "Spring 2027", "May 0000", "May 9999"])
def test_words_that_name_no_month_give_no_notice(words):
    assert review_of(words) is None


def test_the_review_is_near_from_90_days_before_and_past_after_its_last_day():
    review = Review(date(2027, 2, 1), date(2027, 2, 28))
    assert not review.near(date(2026, 11, 2))
    assert review.near(date(2026, 11, 3))
    assert not review.past(date(2027, 2, 28))
    assert review.past(date(2027, 3, 1))
    assert review.near(date(2027, 3, 1))


@pytest.mark.parametrize(("day", "becomes"), [(16, 16), (17, 19), (18, 19), (19, 19)])
def test_a_weekend_moves_to_the_monday_after(day, becomes):
    assert working_day(date(2026, 10, day)) == date(2026, 10, becomes)
