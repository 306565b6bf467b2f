"""The clock of the sample school: its past is played at its own time, and nothing ever comes after now."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from candour.services.ports import Clock

AUTUMN = 9
"""The month in which a school year, and so a round, begins."""

FRIDAY = 4


class PlayedClock:
    """A clock that the sample school sets: it begins on a day of the past, goes on, and never goes back."""

    def __init__(self, clock: Clock, begins: date) -> None:
        self._clock = clock
        now = clock()
        self._moved = _at(begins, now) - now

    def __call__(self) -> datetime:
        """Return the played time, with the zone of this computer."""
        return self._clock() + self._moved

    def set(self, day: date) -> None:
        """Play on from the afternoon of that day, or from now if that is earlier; never go back."""
        now = self._clock()
        self._moved = max(self._moved, min(_at(day, now) - now, timedelta()))

    def catch_up(self) -> None:
        """Play on from now."""
        self._moved = timedelta()


def _at(day: date, now: datetime) -> datetime:
    return datetime.combine(day, time(15, 40), now.tzinfo)


def school_year(today: date) -> int:
    """Return the year in which the running school year started."""
    return today.year if today.month >= AUTUMN else today.year - 1


def working_day(day: date) -> date:
    """Return the day itself, or the Friday before a Saturday or Sunday."""
    return day - timedelta(days=max(day.weekday() - FRIDAY, 0))
