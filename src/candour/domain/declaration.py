"""The facts of a declaration: what is signed, as frozen values; the page is their rendering."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

FORMAT = "candour-declaration/1"
"""Names the schema of the facts and the drawing that renders them; a change of either is a new number."""


class Fact(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the facts: closed-world, so that a field that we do not know refuses the whole file."""


class SchoolFact(Fact, frozen=True):
    """The school, its register and the fingerprint (SHA-256, hex) of its root certificate."""

    name: str
    register: str
    root: str


class PolicyFact(Fact, frozen=True):
    """The policy: its title and date, the pack's hash, and the hash of the school's own document ("" if none)."""

    title: str
    dated: date
    pack: str
    document: str


class PersonFact(Fact, frozen=True):
    """Who declares; `key` is the signing key: the compressed P-256 point, in hex."""

    name: str
    number: str
    role: str
    key: str


class LineFact(Fact, frozen=True):
    """One statement with its outcome in words; `mark` says which sign stands before the words."""

    point: str
    place: str
    statement: str
    mark: Literal["confirmed", "except", "waiting", "open"]
    outcome: str


class ExceptionFact(Fact, frozen=True):
    """One exception: its reference and what may be printed of it (kind, state, dates, ticked conditions)."""

    reference: str
    words: str


class AskedFact(Fact, frozen=True):
    """A question as it was asked, with its options."""

    number: str
    point: str
    question: str
    options: tuple[str, ...]


class AnswerFact(Fact, frozen=True):
    """What was answered to one question, in words; on the full copy alone."""

    number: str
    question: str
    answer: str


class SeenHead(Fact, frozen=True):
    """The head of the journal that the author last saw: position, and chain hash in hex."""

    position: int
    hash: str


class DeclarationFacts(Fact, frozen=True):
    """All that a declaration or a full copy says; canonical JSON of it is the attachment and the record."""

    format: str
    kind: Literal["declaration", "full copy"]
    reference: str
    supersedes: str
    round: str
    checklist: str
    checklist_version: int
    signed_on: date
    title: str
    summary: str
    school: SchoolFact
    policy: PolicyFact
    person: PersonFact
    lines: tuple[LineFact, ...]
    exceptions: tuple[ExceptionFact, ...]
    declaration: str
    note: str
    asked: tuple[AskedFact, ...]
    answers: tuple[AnswerFact, ...]
    head: SeenHead
