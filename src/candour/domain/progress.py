"""How a round goes on, week by week, as shapes without colour or size: window and printed page paint them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.register_view import RegisterView

_DAY, _WEEK = timedelta(days=1), timedelta(days=7)

LEAST_DATA = timedelta(weeks=3)
"""Nothing is foretold before a round has been open for so long; the pace is that of the last weeks as many."""

_FURTHEST = timedelta(days=300)
"""A day further off than this is no promise to anybody, so it is not told."""


@dataclass(frozen=True)
class Step:
    """How many had signed by the end of a day, and which part of everybody that is."""

    day: date
    signed: int
    share: float


@dataclass(frozen=True)
class Progress:
    """How many had signed by the end of each week, and last year on the same days of its round.

    The first step of each line is nought, on the day before the round opened; the last of `steps` is today.
    `last_year` is empty where there was none, `of_last_year` how many were in it. `ends` is where the picture ends,
    `this_week` how many signed in the last seven days, `finish` the day by which all have signed at this pace.
    """

    opens: date
    due: date
    today: date
    ends: date
    of: int
    steps: tuple[Step, ...]
    last_year: tuple[Step, ...]
    of_last_year: int
    this_week: int
    finish: date | None

    @property
    def signed(self) -> int:
        """Return how many have signed."""
        return self.steps[-1].signed

    def across(self, day: date) -> float:
        """Return where the end of a day stands between the left of the picture, 0, and its right, 1."""
        return ((day - self.opens).days + 1) / ((self.ends - self.opens).days + 1)

    def before(self, day: date) -> Step | None:
        """Return last year's step on a day of this year, or None."""
        return next((step for step in self.last_year if step.day == day), None)


def progress_of(view: RegisterView) -> Progress:
    """Return how a round goes on; who signed before it opened, or by a clock set ahead, counts at its edges."""
    today = max(view.opens, view.today)
    signings = sorted(min(line.first_signed, today) for line in view.lines if line.first_signed is not None)
    ends, of = max(view.due, today), len(view.lines)
    weeks = _weeks(view.opens, ends)
    so_far = (*(day for day in weeks if day < today), today)
    last = view.last_year
    before: tuple[Step, ...] = ()
    if last is not None and last.of:
        later = view.opens - last.opens
        before = _steps([day + later for day in sorted(last.signed)], sorted({*weeks, today}), last.of)
    return Progress(
        view.opens,
        view.due,
        today,
        ends,
        of,
        _steps(signings, so_far, of),
        before,
        0 if last is None else last.of,
        _since(signings, today - _WEEK),
        _finish(view.opens, today, signings, of),
    )


def _weeks(opens: date, ends: date) -> tuple[date, ...]:
    """Return the day before a round opens, and the last day of each of its weeks."""
    count = (ends - opens).days // 7 + 1
    return tuple(opens - _DAY + place * _WEEK for place in range(count + 1) if opens - _DAY + place * _WEEK <= ends)


def _steps(signings: Sequence[date], days: Sequence[date], of: int) -> tuple[Step, ...]:
    counts = [0, *(bisect_right(signings, day) for day in days[1:])]
    return tuple(Step(day, count, count / of if of else 0.0) for day, count in zip(days, counts, strict=True))


def _since(signings: Sequence[date], day: date) -> int:
    return len(signings) - bisect_right(signings, day)


def _finish(opens: date, today: date, signings: Sequence[date], of: int) -> date | None:
    lately, left = _since(signings, today - LEAST_DATA), of - len(signings)
    if today - opens < LEAST_DATA or not lately or not left:
        return None
    needs = timedelta(days=ceil(left * LEAST_DATA.days / lately))
    return today + needs if needs <= _FURTHEST else None
