from __future__ import annotations

from datetime import date

from candour.domain.dates import uk_date


def test_a_day_is_written_the_british_way_without_leading_zero():
    assert uk_date(date(2026, 10, 30)) == "30 October 2026"
    assert uk_date(date(2027, 1, 4)) == "4 January 2027"


def test_a_day_may_carry_its_weekday():
    assert uk_date(date(2026, 10, 30), weekday=True) == "Friday 30 October 2026"
