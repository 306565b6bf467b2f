"""Reminding: whom, on which day and how often at most; and the holidays in which nobody is reminded.

The rule follows Probo's for its signatures (four at most, after 1, 2 and 3 times the interval, never on a weekend),
with two things that only a school has: its own holidays, and staff who are away. The interval is a week, since a
school works week by week and somebody part-time is there at least once in one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from candour.domain.journal import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 4
"""So often is one person reminded in one round; after that somebody speaks to them."""

GAPS = (timedelta(days=7), timedelta(days=14), timedelta(days=21))
"""How long nobody reminds a person again, after the first, the second and the third time."""

_SATURDAY = 5


class Way(StrEnum):
    """How somebody was reminded."""

    DRAFT = "draft"
    COPIED = "copied"
    SLIP = "slip"
    LIST = "list"
    CALENDAR = "calendar"


BY_MAIL = frozenset({Way.DRAFT, Way.LIST})
"""The ways that need an e-mail address."""


@dataclass(frozen=True)
class Reminded(Row):
    """That somebody was reminded in a round, on which day and how (`Way`); once a day at most."""

    round: str
    person: str
    on: date
    how: str


@dataclass(frozen=True)
class Holiday(Row):
    """Days on which the school is closed, both ends included; a later row of the same `holiday` supersedes."""

    holiday: str
    name: str
    first: date
    last: date
    removed: bool


class LeftOut(Enum):
    """Why somebody is not reminded today."""

    SIGNED = "signed"
    AWAY = "away"
    OFTEN = "often enough"
    SOON = "too soon"


def left_out(*, signed: bool, away: bool, times: int, last: date | None, today: date) -> LeftOut | None:
    """Return why somebody of the running round is not reminded today, None for whoever is.

    `times` is how often they were reminded in the round so far, `last` when last.
    """
    if signed:
        return LeftOut.SIGNED
    if away:
        return LeftOut.AWAY
    if times >= MOST:
        return LeftOut.OFTEN
    again = again_from(times, last)
    return LeftOut.SOON if again is not None and today < again else None


def again_from(times: int, last: date | None) -> date | None:
    """Return from which day on somebody may be reminded again; None for never so far, or never more."""
    if last is None or not 0 < times < MOST:
        return None
    return last + GAPS[times - 1]


def is_school_day(day: date, holidays: Iterable[Holiday]) -> bool:
    """Return whether the school is open: no weekend, and in no holiday."""
    return day.weekday() < _SATURDAY and not any(each.first <= day <= each.last for each in holidays)


def school_day_from(day: date, holidays: Sequence[Holiday]) -> date:
    """Return the first school day that is not before a day: the day itself where it is one."""
    found = day
    while not is_school_day(found, holidays):
        ends = [each.last for each in holidays if each.first <= found <= each.last]
        found = max([found, *ends]) + timedelta(days=1)
    return found


def school_years(today: date) -> tuple[date, date]:
    """Return the first and the last day of this school year and the next, which begin on 1 September."""
    begun = today.year if today.month >= 9 else today.year - 1  # noqa: PLR2004 - September
    return date(begun, 9, 1), date(begun + 2, 8, 31)
