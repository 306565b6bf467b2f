"""How a check stands, person by person, as HR may see it: lines, filters and counts from one definition each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from candour.domain.reminding import LeftOut, left_out
from candour.domain.round import CheckState

SIGNED = frozenset({CheckState.SIGNED, CheckState.SIGNED_OPEN})


@dataclass(frozen=True)
class RegisterLine:
    """One person in a round: nothing in it tells more than outcomes, dates and references (screens 2.1).

    `open_lines` is how many lines of their declaration are open, `next_date` the first day of these, `exceptions`
    the references that it names; `away_until` counts today. `reminders` is how often they were reminded in this
    round, `reminded_on` when last. `on_paper`: it was entered for them from paper.
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

    @property
    def signed(self) -> bool:
        """Whether they have signed, with or without something open."""
        return self.state in SIGNED

    def overdue(self, today: date) -> bool:
        """Whether their day is past and they have neither signed nor are away: a label of dates, no state."""
        return not self.signed and self.away_until is None and self.due < today

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

    def to_remind(self) -> tuple[str, ...]:
        """Return the ids of those who may be reminded today."""
        if not self.school_day:
            return ()
        return tuple(line.person for line in self.lines if line.left_out(self.today) is None)

    def count(self, which: Filter) -> int:
        """Return how many lines a filter keeps."""
        return sum(keeps(which, line, self.today) for line in self.lines)


class Filter(Enum):
    """The filters of the register; the value is what stands on the chip before the count."""

    EVERYONE = "Everyone"
    SIGNED = "Signed"
    NOT_SIGNED = "Not signed"
    OVERDUE = "Overdue"
    OPEN = "Something open"
    LATE = "Promised day past"
    EXCEPTIONS = "Exceptions"
    AWAY = "Away"
    ON_PAPER = "On paper"


def keeps(which: Filter, line: RegisterLine, today: date) -> bool:
    """Return whether a filter keeps a line; every count on every page is taken with this one function."""
    return {
        Filter.EVERYONE: True,
        Filter.SIGNED: line.signed,
        Filter.NOT_SIGNED: not line.signed,
        Filter.OVERDUE: line.overdue(today),
        Filter.OPEN: line.state is CheckState.SIGNED_OPEN,
        Filter.LATE: line.late(today),
        Filter.EXCEPTIONS: bool(line.exceptions),
        Filter.AWAY: line.away_until is not None,
        Filter.ON_PAPER: line.on_paper,
    }[which]
