"""How a check stands, person by person, as HR may see it: lines, filters and counts from one definition each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cached_property
from typing import Final

from candour.domain.reminding import LeftOut, left_out
from candour.domain.round import CheckState

SOON: Final = timedelta(days=60)
"""An exception that ends within so many days is told of."""


@dataclass(frozen=True)
class RegisterLine:
    """One person in a round: nothing in it tells more than outcomes, dates and references (screens 2.1).

    `state` is that of all that they are asked together (`round.together`), `school` that of School accounts alone
    (None: not asked of them), and `signed_on` the day on which the last of it was signed, as `first_signed` is that
    of the first time. `open_lines` is how many lines of their declarations are open, `next_date` the first day of
    these, `exceptions` the references that they name; `away_until` counts today. `reminders` is how often they were
    reminded in this round, `reminded_on` when last. `on_paper`: something of it was entered for them from paper.
    `undecided` is how many of their requests wait for a decision, `exception_ends` the first last day of an
    exception of theirs that holds.
    """

    person: str
    number: str
    name: str
    role: str
    phase: str
    state: CheckState
    signed_on: date | None
    due: date
    open_lines: int
    next_date: date | None
    exceptions: tuple[str, ...]
    away_until: date | None
    reminders: int = 0
    reminded_on: date | None = None
    on_paper: bool = False
    first_signed: date | None = None
    undecided: int = 0
    exception_ends: date | None = None
    school: CheckState | None = None

    @property
    def signed(self) -> bool:
        """Whether they have signed, with or without something open."""
        return self.state is CheckState.SIGNED or self.state is CheckState.SIGNED_OPEN

    def overdue(self, today: date) -> bool:
        """Whether their day is past and they have neither signed nor are away: a label of dates, no state."""
        return not self.signed and self.away_until is None and self.due < today

    def days_over(self, today: date) -> int:
        """Return for how many days they are overdue, 0 for whoever is not."""
        return (today - self.due).days if self.overdue(today) else 0

    def late(self, today: date) -> bool:
        """Whether a day that they promised for something open is past."""
        return self.next_date is not None and self.next_date < today

    def left_out(self, today: date) -> LeftOut | None:
        """Return why they are not reminded today, or None for whoever is."""
        return left_out(
            signed=self.signed,
            away=self.away_until is not None,
            times=self.reminders,
            last=self.reminded_on,
            today=today,
        )


class Filter(Enum):
    """The filters of the register; the value is what stands on the chip before the count.

    Two sets of them part people without rest: `COMPLETION` everybody, `AGEING` whoever has not signed and is
    not away.
    """

    EVERYONE = "Everyone"
    SIGNED = "Signed"
    NOT_SIGNED = "Not signed"
    OVERDUE = "Overdue"
    OPEN = "Something open"
    LATE = "Promised day past"
    EXCEPTIONS = "Exceptions"
    SCHOOL = "School accounts"
    AWAY = "Away"
    ON_PAPER = "On paper"
    UNDER_WAY = "In progress, not overdue"
    NOT_BEGUN = "Not started, not overdue"
    DUE_LATER = "Due later"
    OVER_A_WEEK = "1 to 7 days overdue"
    OVER_TWO_WEEKS = "8 to 14 days overdue"
    OVER_LONGER = "15 days or more overdue"
    UNDECIDED = "Headteacher to decide"
    ENDING = "Exceptions ending within 60 days"


COMPLETION: Final = (Filter.SIGNED, Filter.UNDER_WAY, Filter.NOT_BEGUN, Filter.OVERDUE)
AGEING: Final = (Filter.DUE_LATER, Filter.OVER_A_WEEK, Filter.OVER_TWO_WEEKS, Filter.OVER_LONGER)


class By(Enum):
    """What people may be grouped by."""

    ROLE = "role"
    PHASE = "phase"

    def name_of(self, line: RegisterLine) -> str:
        """Return the group of a line: its phase, or its role as far as the first comma.

        "Class teacher, Year 2" and "Class teacher, Year 5" do the same work.
        """
        return line.phase if self is By.PHASE else line.role.partition(",")[0].strip()


@dataclass(frozen=True)
class Among:
    """A filter that keeps everybody of one role or phase, whatever else is so of them."""

    by: By
    name: str


Wanted = Filter | Among
"""What a table can be asked to keep."""

_KEEPS: Final[dict[Filter, Callable[[RegisterLine, date], bool]]] = {
    Filter.EVERYONE: lambda _line, _today: True,
    Filter.SIGNED: lambda line, _today: line.signed,
    Filter.NOT_SIGNED: lambda line, _today: not line.signed,
    Filter.OVERDUE: RegisterLine.overdue,
    Filter.OPEN: lambda line, _today: line.state is CheckState.SIGNED_OPEN,
    Filter.LATE: RegisterLine.late,
    Filter.EXCEPTIONS: lambda line, _today: bool(line.exceptions),
    Filter.SCHOOL: lambda line, _today: line.school is not None,
    Filter.AWAY: lambda line, _today: line.away_until is not None,
    Filter.ON_PAPER: lambda line, _today: line.on_paper,
    Filter.UNDER_WAY: lambda line, today: line.state is CheckState.IN_PROGRESS and not line.overdue(today),
    Filter.NOT_BEGUN: lambda line, today: line.state is CheckState.NOT_STARTED and not line.overdue(today),
    Filter.DUE_LATER: lambda line, today: not line.signed and line.away_until is None and line.due >= today,
    Filter.OVER_A_WEEK: lambda line, today: 1 <= line.days_over(today) <= 7,  # noqa: PLR2004 - as it is called
    Filter.OVER_TWO_WEEKS: lambda line, today: 8 <= line.days_over(today) <= 14,  # noqa: PLR2004 - as it is called
    Filter.OVER_LONGER: lambda line, today: line.days_over(today) >= 15,  # noqa: PLR2004 - as it is called
    Filter.UNDECIDED: lambda line, _today: line.undecided > 0,
    Filter.ENDING: lambda line, today: (
        line.exception_ends is not None and today <= line.exception_ends <= today + SOON
    ),
}


def keeping(which: Wanted, today: date) -> Callable[[RegisterLine], bool]:
    """Return what says of a line whether a filter keeps it; every count on every page is taken with it."""
    if isinstance(which, Among):
        return lambda line: which.by.name_of(line) == which.name
    keeps_on = _KEEPS[which]
    return lambda line: keeps_on(line, today)


@dataclass(frozen=True)
class LastYear:
    """The round before: when it opened, how many were in it, and the days on which they first signed."""

    opens: date
    of: int
    signed: tuple[date, ...]


@dataclass(frozen=True)
class RegisterView:
    """A round with everybody in it who is here; `away` people count, since they sign when they are back.

    `school_day` is whether today is one: on no other is anybody reminded.
    """

    round: str
    opens: date
    due: date
    today: date
    lines: tuple[RegisterLine, ...]
    school_day: bool = True
    last_year: LastYear | None = None

    @cached_property
    def to_remind(self) -> tuple[str, ...]:
        """Return the ids of those who may be reminded today."""
        if not self.school_day:
            return ()
        return tuple(line.person for line in self.lines if line.left_out(self.today) is None)

    def count(self, which: Wanted) -> int:
        """Return how many lines a filter keeps."""
        if isinstance(which, Filter):
            return self._counts[which]
        return self._count(which)

    @cached_property
    def _counts(self) -> dict[Filter, int]:
        return {which: self._count(which) for which in Filter}

    def _count(self, which: Wanted) -> int:
        return sum(map(keeping(which, self.today), self.lines))
