"""An exception request: what a person writes when they ask the Headteacher."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.dates import uk_date
from candour.domain.policy import RequestKind


@dataclass(frozen=True)
class AskedFor:
    """What a person writes when they ask for an exception; all of it is sealed but the kind and the end."""

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


KIND_WORDS = {"connection": "Family or other connection", "prior approval": "Prior approval"}
"""The kinds of a request in words."""


def printed_words(kind: str, state: str, asked_on: date, until: date | None) -> str:
    """Return what a declaration prints of an exception: kind, state and dates, the same whoever is behind it."""
    asked = f"asked for on {uk_date(asked_on)}"
    ends = f", until {uk_date(until)}" if until else ""
    return f"{KIND_WORDS[kind]}: {state[0].lower()}{state[1:]}, {asked}{ends}."
