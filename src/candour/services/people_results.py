"""What HR's pages of people show: frozen values, none of which holds anything that is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.activity import TimelineYear
from candour.domain.people import Person
from candour.domain.people_columns import Matched
from candour.domain.people_file import PeopleFile
from candour.domain.people_import import Ground, Plan
from candour.domain.round import SIGNED, CheckState
from candour.services.results import KeyLine


@dataclass(frozen=True)
class PersonLine:
    """One line of the list of people; `code_until` is the last day of a code that nobody has used yet."""

    person: str
    number: str
    name: str
    role: str
    phase: str
    here: bool
    away_until: date | None
    has_key: bool
    code_until: date | None
    offices: tuple[str, ...]


@dataclass(frozen=True)
class HoldingLine:
    """An office that somebody held, holds or will hold."""

    holding: str
    office: str
    since: date
    until: date | None
    acting: bool
    over: bool


@dataclass(frozen=True)
class PartLine:
    """How somebody stands in one checklist of a round; `signed_on` is the day of its newest declaration."""

    title: str
    state: CheckState
    signed_on: date | None


@dataclass(frozen=True)
class RoundLine:
    """How somebody stands in one round, as HR may see it: in all that they were asked, and in each part.

    `on_paper`: something of it was entered for them from paper.
    """

    round: str
    state: CheckState
    due: date
    parts: tuple[PartLine, ...]
    on_paper: bool = False

    @property
    def signed_on(self) -> date | None:
        """Return the day on which the last of it was signed, None while something is left."""
        days = [part.signed_on for part in self.parts if part.signed_on is not None]
        return max(days) if self.state in SIGNED else None


@dataclass(frozen=True)
class PersonFile:
    """All that HR keeps of one person; `asked` is the running round that they may be asked in, "" without one.

    `due` is their day in it, None where they are not in it yet; `gives_codes` is whether whoever looks is a keeper;
    `years` what came about them, newest first.
    """

    line: PersonLine
    details: Person
    today: date
    holdings: tuple[HoldingLine, ...]
    rounds: tuple[RoundLine, ...]
    keys: tuple[KeyLine, ...]
    left_on: date | None
    asked: str
    due: date | None
    gives_codes: bool
    years: tuple[TimelineYear, ...] = ()


@dataclass(frozen=True)
class Joins:
    """The running round that somebody new comes into, and by when they sign unless HR says another day."""

    round: str
    due: date


@dataclass(frozen=True)
class WaitingKey:
    """A key that waits for a second person: whose, made when, invited by whom, and its six words.

    `left_to` names who confirms it rather than whoever looks, who brought them in or waits themselves. `signed` is
    the reference and the day of what was signed once with a code whose key is let go, so that its owner can show no
    six words any more: they are asked whether they signed that.
    """

    key: str
    name: str
    role: str
    offices: tuple[str, ...]
    made_on: date
    invited_by: str
    six_words: tuple[str, ...]
    left_to: tuple[str, ...] = ()
    signed: tuple[str, date] | None = None


@dataclass(frozen=True)
class ImportFile:
    """A file as it was read, and how its columns are matched: remembered from last time, or proposed."""

    file: PeopleFile
    matched: Matched
    remembered: bool


@dataclass(frozen=True)
class Imported:
    """What an import did: how many were added, changed (those who came back included), left."""

    added: int
    changed: int
    left: int


@dataclass(frozen=True)
class Preview:
    """What an import would do, the file and matches that it would do it with, and the list as it stood then.

    `joins` is the running round that whoever is added or back comes into.
    """

    file: PeopleFile
    matched: Matched
    complete: bool
    ground: Ground
    plan: Plan
    joins: Joins | None = None
