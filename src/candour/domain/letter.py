"""The facts of a decision letter: what the decider signs, as frozen values; the page is their rendering."""

from __future__ import annotations

from datetime import date
from typing import Literal

from candour.domain.declaration import Fact, PersonFact, PolicyFact, SchoolFact, SeenHead

FORMAT = "candour-letter/1"
"""Names the schema of the facts and the drawing that renders them; a change of either is a new number."""

Decision = Literal["approved", "approved with conditions", "not approved"]
"""What was decided (design.md, glossary)."""


class SaidFact(Fact, frozen=True):
    """Something that was asked for, in the asker's own words, under a label ("Who", "Where")."""

    label: str
    words: str


class PointFact(Fact, frozen=True):
    """A point of the policy that the decision covers, with its place in the school's document."""

    point: str
    place: str
    words: str


class DeciderFact(Fact, frozen=True):
    """Who decides: the name, the office in words ("Headteacher", "acting Headteacher"), the signing key in hex."""

    name: str
    office: str
    key: str


class LetterFacts(Fact, frozen=True):
    """All that a decision letter says; canonical JSON of it is the attachment and the record.

    `person` is who asked and `asked` what they wrote, `request` its kind in words. `conditions` are ready ones,
    `line` a free one ("" for none); `reason` stands only when it was not approved, and then no condition and no
    end do. `ends` says in words what ends it, `until` the day. `happens` says what happens next, `again` how to
    ask again or complain, each sentence a paragraph. `letter_words.build_letter` puts all of it into words.
    """

    format: str
    kind: Literal["decision letter"]
    reference: str
    round: str
    title: str
    summary: str
    school: SchoolFact
    policy: PolicyFact
    person: PersonFact
    request: str
    asked_on: date
    asked: tuple[SaidFact, ...]
    decision: Decision
    conditions: tuple[str, ...]
    line: str
    reason: str
    ends: str
    until: date | None
    decided_on: date
    decided_by: DeciderFact
    covers: tuple[PointFact, ...]
    happens: tuple[str, ...]
    again: tuple[str, ...]
    head: SeenHead


def check_decision(facts: LetterFacts) -> None:
    """Raise ValueError unless decision, conditions, reason and end of a letter fit each other."""
    refused = facts.decision == "not approved"
    if refused != bool(facts.reason):
        raise ValueError("a reason stands when, and only when, it was not approved")
    if refused and (facts.conditions or facts.line or facts.ends or facts.until):
        raise ValueError("what was not approved has no conditions and no end")
    if (facts.decision == "approved with conditions") != bool(facts.conditions or facts.line):
        raise ValueError("conditions stand when, and only when, it was approved with conditions")
