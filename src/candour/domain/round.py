"""Rounds, who is in them, and what becomes of a check: rows of the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from candour.domain.journal import Row

if TYPE_CHECKING:
    from collections.abc import Collection


class CheckState(StrEnum):
    """What HR sees of a check; never how far somebody is (screens 2.1)."""

    NOT_STARTED = "Not started"
    IN_PROGRESS = "In progress"
    SIGNED = "Signed"
    SIGNED_OPEN = "Signed, with something open"


SIGNED = frozenset({CheckState.SIGNED, CheckState.SIGNED_OPEN})


def together(states: Collection[CheckState]) -> CheckState:
    """Return how somebody stands in a round: signed once all that they are asked is signed, and no sooner.

    This is the only meaning of "signed" for HR: whoever has signed one of two checklists is in progress.
    """
    if states and SIGNED.issuperset(states):
        return CheckState.SIGNED_OPEN if CheckState.SIGNED_OPEN in states else CheckState.SIGNED
    begun = any(state is not CheckState.NOT_STARTED for state in states)
    return CheckState.IN_PROGRESS if begun else CheckState.NOT_STARTED


@dataclass(frozen=True)
class PackAdopted(Row):
    """A policy pack that the school took into force: its text, known by the hash of that text.

    `document` and `document_name` are the school's own policy document by SHA-256 ("" until one is attached).
    """

    pack: str
    text: str
    document: str
    document_name: str


@dataclass(frozen=True)
class Round(Row):
    """One yearly cycle: its name ("2026–27"), the year it starts, and the pack in force; a later row supersedes."""

    round: str
    year: int
    opens: date
    due: date
    pack: str

    @property
    def year_over(self) -> date:
        """Return the first day of the school year after its own."""
        return date(self.year + 1, 9, 1)


@dataclass(frozen=True)
class InRound(Row):
    """That a person is in a round, and their own due date; a later row supersedes (more time, a joiner)."""

    round: str
    person: str
    due: date


@dataclass(frozen=True)
class KeptOut(Row):
    """That HR left a person out of a round on purpose; they are in it once a later `InRound` names them."""

    round: str
    person: str


@dataclass(frozen=True)
class AskedAgain(Row):
    """That a pack taken into force while a round ran asks whoever had signed before this question again.

    `point` is the one that changed; the question's follow-ups are asked with it.
    """

    round: str
    pack: str
    point: str
    checklist: str
    question: str


@dataclass(frozen=True)
class Draft(Row):
    """That somebody's check is under way; its answers are the sealed `content`, never an open row."""

    person: str
    round: str
    checklist: str
    content: str


@dataclass(frozen=True)
class Declared(Row):
    """A signed declaration: its reference, the stored PDF, the sealed full copy, and what is open in it."""

    reference: str
    person: str
    round: str
    checklist: str
    key: str
    signed_on: date
    facts: str
    pdf: str
    full_copy: str
    supersedes: str
    open_lines: int
    next_date: date | None


@dataclass(frozen=True)
class SignedUnder(Row):
    """The policy pack that a declaration was signed under; one without this row: the pack its round opened with."""

    reference: str
    pack: str


@dataclass(frozen=True)
class DeclaredLine(Row):
    """One line of a declaration as HR sees it: the outcome in words and its date, if it has one."""

    reference: str
    line: str
    point: str
    outcome: str
    until: date | None


@dataclass(frozen=True)
class SealedDeclaration(Row):
    """The school's seal on a declaration: the sealed PDF, made once and kept."""

    reference: str
    pdf: str


@dataclass(frozen=True)
class Request(Row):
    """An exception request as HR sees it; who and why are the sealed `content`. A later row supersedes."""

    reference: str
    person: str
    round: str
    kind: str
    state: str
    asked_on: date
    until: date | None
    content: str


@dataclass(frozen=True)
class Note(Row):
    """That a person keeps something confidential beside their checks; what it is stands in the sealed `content`."""

    person: str
    content: str
