"""The activity of a school as HR may read it: who did what, when, about whom; nothing confidential is part of it.

Nothing here counts or numbers entries of the journal: a hole in such numbers would tell that somebody saved.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar, cast

from candour.domain.journal import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

RowT = TypeVar("RowT", bound=Row)

A_PAGE = 100
"""How many lines are read at once."""


class Group(StrEnum):
    """What an act has to do with; the value is what stands on the chip before the count."""

    SIGNING = "Signing"
    PEOPLE = "People"
    KEYS = "Keys and codes"
    EXCEPTIONS = "Exceptions"
    OPENINGS = "Answers opened"
    OFFICES = "Offices"
    ROUNDS = "Rounds and policy"
    EXPORTS = "Exports and seals"
    SCHOOL = "The school"


@dataclass(frozen=True)
class Deed:
    """An entry with what its words are made from: the first row that it added of each class, where one is kept."""

    kind: str
    subject: str
    rows: Mapping[type[Row], Row] = field(default_factory=dict)

    def row(self, row_class: type[RowT]) -> RowT | None:
        """Return the first row of a class, None where the entry added none or it was deleted since."""
        return cast("RowT | None", self.rows.get(row_class))


@dataclass(frozen=True)
class ActivityLine:
    """One act in plain words: `at` to the minute, `whom` a name or how many people, "" for the school.

    `person` is the id of the one person whom it is about, "" where there are several or none.
    """

    at: datetime
    who: str
    what: str
    whom: str
    group: Group
    person: str


@dataclass(frozen=True)
class Sought:
    """Which lines are sought: `text` is words of a name, `person` an id, the days are of this computer's calendar.

    A person counts as who did it and as whom it is about.
    """

    group: Group | None = None
    text: str = ""
    person: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class ActivityPage:
    """Lines, newest first; `last` names the place after which the next are read, "" when these were the last."""

    lines: tuple[ActivityLine, ...]
    last: str


@dataclass(frozen=True)
class TimelineLine:
    """One act of somebody's timeline: the day, what it was, and who did it where that was another ("")."""

    day: date
    what: str
    who: str


@dataclass(frozen=True)
class TimelineYear:
    """What came in one round and the time after it, newest first; `round` is "" before the first."""

    round: str
    lines: tuple[TimelineLine, ...]
