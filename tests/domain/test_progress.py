from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.register_lines import DUE, OPENS, TODAY, line, signed, view

from candour.domain.progress import progress_of
from candour.domain.register_view import Filter, LastYear


def day(number: int):
    """Return a day of the round, the first being 0."""
    return OPENS + timedelta(days=number)


def signings(*numbers: int, unsigned: int = 0, **changed):
    lines = [signed(day(number)) for number in numbers] + [line() for _ in range(unsigned)]
    return progress_of(view(*lines, **changed))


def test_each_week_ends_with_how_many_had_signed_by_then():
    progress = signings(0, 6, 7, 20, unsigned=1, today=day(21))
    assert [(step.day, step.signed) for step in progress.steps] == [
        (day(-1), 0),
        (day(6), 2),
        (day(13), 3),
        (day(20), 4),
        (day(21), 4),
    ]
    assert progress.steps[-1].share == 4 / 5


@given(st.lists(st.integers(-5, 60), max_size=30), st.integers(0, 80))
def test_the_last_point_is_the_count_of_the_register_and_the_line_never_falls(numbers, today):
    seen = view(*(signed(day(number)) for number in numbers), line(), today=day(today))
    progress = progress_of(seen)
    assert progress.steps[-1].signed == progress.signed == seen.count(Filter.SIGNED)
    assert progress.steps[-1].day == seen.today
    for before, after in pairwise(progress.steps):
        assert before.day < after.day
        assert before.signed <= after.signed
    assert [0.0 <= progress.across(step.day) <= 1.0 for step in progress.steps] == [True] * len(progress.steps)


def test_the_picture_goes_from_the_opening_to_the_day_to_sign_by_or_to_today():
    assert (signings(1, today=day(3)).ends, signings(1, today=DUE + timedelta(days=9)).ends) == (DUE, day(48))
    progress = signings(1, today=day(3))
    assert (progress.across(day(-1)), progress.across(DUE)) == (0.0, 1.0)


def test_last_year_stands_on_the_same_days_of_its_round_to_the_end_of_the_picture():
    opened = OPENS - timedelta(days=363)
    last = LastYear(opened, 4, (opened + timedelta(days=2), opened + timedelta(days=10)))
    progress = signings(1, unsigned=3, today=day(8), last_year=last)
    assert progress.before(day(6)).signed == 1
    assert progress.before(day(8)).signed == 1
    assert progress.before(day(13)).signed == 2
    assert progress.last_year[-1].day > day(30)
    assert (progress.last_year[-1].share, progress.of_last_year) == (0.5, 4)


def test_without_a_last_year_no_second_line_stands():
    assert signings(1).last_year == ()
    assert signings(1, last_year=LastYear(OPENS - timedelta(days=364), 0, ())).last_year == ()


@pytest.mark.parametrize(("today", "told"), [(20, False), (21, True)])
def test_nothing_is_foretold_before_three_weeks_of_data(today, told):
    assert (signings(1, 2, 3, unsigned=1, today=day(today)).finish is not None) is told


def test_the_pace_is_that_of_the_last_three_weeks():
    assert signings(*range(10, 31), unsigned=6, today=day(30)).finish == day(30 + 6)
    assert signings(0, 0, 0, 30, unsigned=2, today=day(30)).finish == day(30 + 42)


def test_no_end_is_foretold_where_nobody_signs_or_all_have_or_it_is_too_far():
    assert signings(0, unsigned=3, today=day(30)).finish is None
    assert signings(20, 25, today=day(30)).finish is None
    assert signings(30, unsigned=15, today=day(30)).finish is None
    assert signings(30, unsigned=14, today=day(30)).finish == day(30 + 14 * 21)


def test_who_signed_in_the_last_seven_days_is_counted():
    assert signings(23, 24, 30, today=day(30)).this_week == 2


def test_a_round_of_nobody_has_a_line_of_nought():
    progress = progress_of(view(today=TODAY))
    assert {(step.signed, step.share) for step in progress.steps} == {(0, 0.0)}
