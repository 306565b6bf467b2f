"""What a request's state and dates mean: for a declaration, for who asked, and when it is time to look again."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from candour.domain.request_moves import APPROVED, MOVES, UNDECIDED, RequestState

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.checklist import Decision
    from candour.domain.request_moves import Mover, RequestAct

REMIND_DAYS: Final = 60
"""So many days before an exception ends its asker is reminded that it does."""

AGAIN_DAYS: Final = 14
"""So many days before its end the reminder becomes pressing."""

YEAR_DAYS: Final = 365


class Reminder(StrEnum):
    """Why to look at an exception again: it ends, it ends very soon, or a year has gone since it was looked at."""

    ENDS = "ends"
    ENDS_SOON = "ends soon"
    STILL_RIGHT = "still right"


def counts_as(state: str) -> Decision:
    """Return how a request's state counts for a line of a declaration."""
    stands = RequestState(state)
    if stands in APPROVED:
        return "approved"
    return "waiting" if stands in UNDECIDED or stands is RequestState.DRAFT else "closed"


def acts_open_to(mover: Mover, state: RequestState) -> tuple[RequestAct, ...]:
    """Return the acts by which a mover may move a request from a state, in the table's order."""
    return tuple(act for (stands, act), (who, _) in MOVES.items() if stands is state and who is mover)


def reminder_on(day: date, state: str, until: date | None, looked_at: date) -> Reminder | None:
    """Return of what to remind on a day; `looked_at` is when it was approved, or last said to be still right."""
    if RequestState(state) not in APPROVED:
        return None
    left = None if until is None else (until - day).days
    if left is not None and left <= REMIND_DAYS:
        return Reminder.ENDS_SOON if left <= AGAIN_DAYS else Reminder.ENDS
    return Reminder.STILL_RIGHT if (day - looked_at).days >= YEAR_DAYS else None
