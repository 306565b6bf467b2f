"""How a check stands, person by person, as HR may see it: lines, filters and counts from one definition each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from candour.domain.round import SIGNED, CheckState


@dataclass(frozen=True)
class RegisterLine:
    """One person in a round: nothing in it tells more than outcomes, dates and references (screens 2.1).

    `state` is that of all that they are asked together (`round.together`), `school` that of School accounts alone
    (None: not asked of them), and `signed_on` the day on which the last of it was signed. `open_lines` is how many
    lines of their declarations are open, `next_date` the first day of these, `exceptions` the references that they
    name; `away_until` counts today.
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
    school: CheckState | None = None

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


@dataclass(frozen=True)
class RegisterView:
    """A round with everybody in it who is here; `away` people count, since they sign when they are back."""

    round: str
    opens: date
    due: date
    today: date
    lines: tuple[RegisterLine, ...]

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
    SCHOOL = "School accounts"
    AWAY = "Away"


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
        Filter.SCHOOL: line.school is not None,
        Filter.AWAY: line.away_until is not None,
    }[which]
