from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.reminding import (
    GAPS,
    MOST,
    Holiday,
    LeftOut,
    again_from,
    is_school_day,
    left_out,
    school_day_from,
    school_years,
)

DAY = date(2026, 10, 6)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def holiday(first, days=5):
    return Holiday(f"h{first}", "Half-term", first, first + timedelta(days=days - 1), removed=False)


HOLIDAYS = st.lists(st.builds(holiday, DAYS, st.integers(1, 70)), max_size=8)


def why(signed=False, away=False, times=0, last=None, today=DAY):  # noqa: FBT002 - as a register says it
    return left_out(signed=signed, away=away, times=times, last=last, today=today)


def test_whoever_was_never_reminded_may_be():
    assert why() is None


@pytest.mark.parametrize(("times", "days"), [(1, 7), (2, 14), (3, 21)])
def test_the_gap_widens_and_its_last_day_is_still_too_soon(times, days):
    last = DAY - timedelta(days=days)
    assert why(times=times, last=last) is None
    assert why(times=times, last=last + timedelta(days=1)) is LeftOut.SOON
    assert again_from(times, last) == DAY


def test_the_fifth_time_never_comes():
    assert why(times=MOST, last=date(2020, 1, 1)) is LeftOut.OFTEN
    assert again_from(MOST, DAY) is None


@given(times=st.integers(0, 9), last=st.none() | DAYS, today=DAYS)
def test_nobody_who_has_signed_or_is_away_is_ever_reminded(times, last, today):
    assert why(signed=True, times=times, last=last, today=today) is LeftOut.SIGNED
    assert why(away=True, times=times, last=last, today=today) is LeftOut.AWAY


@given(start=DAYS, wait=st.lists(st.integers(0, 60), max_size=40))
def test_however_often_somebody_tries_nobody_is_reminded_five_times_or_sooner_than_the_gap(start, wait):
    done: list[date] = []
    today = start
    for days in wait:
        today += timedelta(days=days)
        if why(times=len(done), last=done[-1] if done else None, today=today) is None:
            done.append(today)
    assert len(done) <= MOST
    assert all(later - earlier >= gap for earlier, later, gap in zip(done, done[1:], GAPS, strict=False))


@given(day=DAYS, holidays=HOLIDAYS)
def test_the_next_school_day_is_one_and_no_day_before_it_is(day, holidays):
    found = school_day_from(day, holidays)
    assert is_school_day(found, holidays)
    assert found >= day
    between = [day + timedelta(days=passed) for passed in range((found - day).days)]
    assert not any(is_school_day(each, holidays) for each in between)


@pytest.mark.parametrize("day", [date(2026, 10, 24), date(2026, 10, 25), date(2026, 10, 26), date(2026, 10, 30)])
def test_weekends_and_both_ends_of_a_holiday_are_no_school_days(day):
    half_term = [holiday(date(2026, 10, 26))]
    assert not is_school_day(day, half_term)
    assert school_day_from(day, half_term) == date(2026, 11, 2)


@pytest.mark.parametrize(
    ("today", "first"), [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 5), 2026)]
)
def test_a_school_year_begins_in_september_and_two_are_looked_at(today, first):
    assert school_years(today) == (date(first, 9, 1), date(first + 2, 8, 31))
