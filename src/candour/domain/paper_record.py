"""What leaves the register for a declaration on paper: a record of what was entered, with the scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.wording import Mark


@dataclass(frozen=True)
class RecordLine:
    """One point: its place in the policy, its statement, and what the paper says of it."""

    point: str
    place: str
    statement: str
    mark: Mark
    outcome: str


@dataclass(frozen=True)
class RecordEntry:
    """Who did something with the paper, on which day, and by which entry of the journal ("" while it waits)."""

    name: str
    day: date
    entry: str


@dataclass(frozen=True)
class PaperRecord:
    """All that a record says; `scan` is the SHA-256 of the scan in hex, `kind` the ending of its file's name."""

    school: str
    title: str
    policy: str
    reference: str
    round: str
    name: str
    number: str
    role: str
    signed_on: date
    lines: tuple[RecordLine, ...]
    entered: RecordEntry
    confirmed: RecordEntry
    scan: str
    kind: str
