"""The story of the sample school, told from any day of the year."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from candour.sample.story import whole_story

DAYS = [date(2026, 1, 1), date(2026, 7, 31), date(2026, 8, 1), date(2026, 8, 31), date(2026, 9, 1), date(2028, 2, 29)]


@pytest.mark.parametrize("today", DAYS)
def test_what_is_asked_for_this_year_is_never_past_by_the_day_it_is_decided(today):
    turns = [turn for _, turns in whole_story(today)[-1].days for turn in turns]
    asked = [turn.asks.until for turn in turns if turn.asks is not None]
    assert asked
    assert all(today <= until <= today + timedelta(days=366) for until in asked)
