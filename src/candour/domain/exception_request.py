"""An exception request: what a person writes when they ask the Headteacher."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from candour.domain.dates import uk_date
from candour.domain.policy import RequestKind


@dataclass(frozen=True)
class AskedFor:
    """What a person writes when they ask for an exception; all of it is sealed but the kind and the end.

    `staff` is the member of staff whom it is about (a person's id), "" for nobody at the school: whoever it names
    does not decide it. `same_as` is an earlier request of theirs with the same terms, "" for a new one.
    """

    kind: RequestKind
    question: str
    connection: str
    who: str
    where: tuple[str, ...]
    safeguards: tuple[str, ...]
    line: str
    ends: str
    until: date | None
    group: bool
    about_headteacher: bool
    staff: str = ""
    same_as: str = ""


@dataclass(frozen=True)
class DecidedWords:
    """What is sealed of a decision: to its asker and to the office that decided.

    `line` is the free condition or remark, `reason` why it was not approved, `decided_by` the name and `office`
    the office as it was held ("acting headteacher"); `letter` the signed PDF in base64, "" for one on paper.
    """

    line: str
    reason: str
    decided_by: str
    office: str
    letter: str


KIND_WORDS = {"connection": "Family or other connection", "prior approval": "Prior approval"}
"""The kinds of a request in words."""


def printed_words(kind: str, state: str, asked_on: date, until: date | None) -> str:
    """Return what a declaration prints of an exception: kind, state and dates, the same whoever is behind it."""
    asked = f"asked for on {uk_date(asked_on)}"
    ends = f", until {uk_date(until)}" if until else ""
    return f"{KIND_WORDS[kind]}: {state[0].lower()}{state[1:]}, {asked}{ends}."


_REFERENCE = re.compile(r"E-\d{4}-\d+")


def references_in(words: str) -> tuple[str, ...]:
    """Return the references ("E-2026-014") that outcomes name, each once, in their order."""
    return tuple(sorted(set(_REFERENCE.findall(words))))
