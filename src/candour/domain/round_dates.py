"""The days of a round: what is proposed from last year's, for a joiner, and when the policy wants a review."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from candour.domain.dates import MONTHS

AUTUMN = 9
"""The month in which a school year begins."""

SIX_WEEKS = timedelta(days=42)
"""The time for signing that is proposed where there was no round before."""

JOINERS_HAVE = timedelta(weeks=4)
"""The least time for signing of who comes while a round runs, from the day on which they were entered."""

NOTICE = timedelta(days=90)
"""How long before its review HR is told that the policy wants one."""

SUMMER = 7
"""The month from which on nobody joins the round of the ending school year: the next one is for them."""

_MONTH = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})", re.IGNORECASE)
_SATURDAY = 5


@dataclass(frozen=True)
class Proposed:
    """The days that a new round is proposed with."""

    year: int
    opens: date
    due: date


@dataclass(frozen=True)
class Review:
    """When a policy is to be reviewed: the first and the last day that its words name."""

    first: date
    last: date

    def near(self, today: date) -> bool:
        """Whether the review comes within the time of notice, or is past."""
        return self.first - today <= NOTICE

    def past(self, today: date) -> bool:
        """Whether the last day for it is over."""
        return self.last < today


def round_name(year: int) -> str:
    """Return a round's name from the year in which it starts: 2026 is "2026–27"."""
    return f"{year}–{(year + 1) % 100:02d}"


def year_of(opens: date) -> int:
    """Return the year in which the school year of a day started."""
    return opens.year if opens.month >= AUTUMN else opens.year - 1


def proposed(last: Proposed | None, today: date) -> Proposed:
    """Return the days of the next round: last year's, moved a year and to a working day, and never in the past.

    Where that day is past already, it opens today, with as long for signing as last year.
    """
    if last is None:
        opens = working_day(today)
        return Proposed(year_of(opens), opens, working_day(opens + SIX_WEEKS))
    year = max(last.year + 1, year_of(today))
    opens, due = (working_day(_years_on(day, year - last.year)) for day in (last.opens, last.due))
    if opens < today:
        opens, due = working_day(today), working_day(today + (last.due - last.opens))
    return Proposed(year, opens, due)


def joiner_due(due: date, entered: date) -> date:
    """Return by when somebody signs who was entered while a round ran: its day, or four weeks if that is later."""
    return max(due, working_day(entered + JOINERS_HAVE))


def takes_joiners(year: int, today: date) -> bool:
    """Whether whoever is entered today comes into the round of that school year."""
    return today < date(year + 1, SUMMER, 1)


def moved_due(own: date, was: date, due: date) -> date:
    """Return somebody's day once their round's goes from `was` to `due`; a later day of their own they keep.

    So neither more time nor a joiner's four weeks are lost when a round is shortened.
    """
    return due if own == was else max(own, due)


def review_of(words: str) -> Review | None:
    """Return when a policy says that it is due for review ("February 2027"); None for words that name no month."""
    found = _MONTH.search(words)
    if found is None:
        return None
    month = [each.casefold() for each in MONTHS].index(found[2].casefold()) + 1
    year = int(found[3])
    if not date.min.year <= year < date.max.year:
        return None
    days = calendar.monthrange(year, month)[1]
    if found[1] is None:
        return Review(date(year, month, 1), date(year, month, days))
    day = date(year, month, min(max(int(found[1]), 1), days))
    return Review(day, day)


def working_day(day: date) -> date:
    """Return the day itself, or the Monday after a Saturday or Sunday."""
    return day + timedelta(days=7 - day.weekday()) if day.weekday() >= _SATURDAY else day


def _years_on(day: date, years: int) -> date:
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))
