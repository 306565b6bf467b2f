"""Who wants to be heard: would rather talk, brought to the Headteacher, and what became of it.

Rows name whom they are about and where the sealed content stands; what it says, nobody but its readers knows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.journal import Row
from candour.domain.people import Office
from candour.errors import Refused

MOST_PICTURES = 6
"""How many pictures go with one thing that is brought to the Headteacher."""

LONGEST_NOTE = 600
"""Characters of the note beside them: what it is and where it stands, not a case record."""

LONGEST_REFERENCE = 24

_REFERENCE = re.compile(rf"(?=.*\d)[A-Za-z0-9#./:_-]{{1,{LONGEST_REFERENCE}}}")


@dataclass(frozen=True)
class Wish(Row):
    """That somebody saved or signed a check, written once for each who can be asked for a talk (an office).

    Everybody writes one for each of them every time: whether they do want to talk stands in the sealed `content`.
    """

    person: str
    checklist: str
    listener: str
    content: str


@dataclass(frozen=True)
class Brought(Row):
    """That a person brought something to the Headteacher, or to the chair; what it is stands in the `content`."""

    person: str
    content: str


@dataclass(frozen=True)
class Handled(Row):
    """That an office took a step with something: `content` says what and whose to the office, `told` to the person.

    It names nobody: else the register's key would tell with whom the Headteacher has spoken.
    """

    content: str
    told: str


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept: decoded and drawn anew, so that it carries no place, time or device."""

    kind: str
    content: bytes
    width: int
    height: int


class Step(StrEnum):
    """How far something is."""

    NEW = "new"
    SEEN = "seen"
    SPOKEN = "we have spoken"
    RECORDED = "recorded"
    DEALT_WITH = "dealt with"
    CLOSED = "closed"


NEXT: dict[str, tuple[Step, ...]] = {
    "report": (Step.NEW, Step.SEEN, Step.SPOKEN, Step.RECORDED),
    "talk": (Step.NEW, Step.SEEN, Step.SPOKEN),
    "brought": (Step.NEW, Step.SEEN, Step.DEALT_WITH, Step.CLOSED),
}
"""The steps of each kind of thing, in their order; one may be left out, none is taken back."""

_PLACEHOLDERS = {
    "{headteacher}": Office.HEADTEACHER,
    "{lead}": Office.DESIGNATED_LEAD,
    "{deputy}": Office.DEPUTY_LEAD,
}


def listener_of(entry: str) -> Office | None:
    """Return the office that an entry of the pack's `talk_to` means; None for a person whom it names itself."""
    return next((office for words, office in _PLACEHOLDERS.items() if words in entry), None)


def steps_after(kind: str, step: Step) -> tuple[Step, ...]:
    """Return the steps that may still be taken."""
    steps = NEXT[kind]
    return steps[steps.index(step) + 1 :]


def checked_reference(step: Step, text: str) -> str:
    """Return the safeguarding system's reference; raises Refused where one is missing, or is more than that."""
    reference = text.strip()
    if step is not Step.RECORDED:
        return ""
    if not _REFERENCE.fullmatch(reference):
        most = f"up to {LONGEST_REFERENCE} letters and digits, no spaces"
        raise Refused(f"Write the reference alone, such as MC-2026-118: {most}.")
    return reference


def checked_note(text: str, pictures: int) -> str:
    """Return the note beside what is brought; raises Refused where there is nothing, or too much."""
    note = text.strip()
    if not note and not pictures:
        raise Refused("Write a short note, or add a picture.")
    if len(note) > LONGEST_NOTE:
        raise Refused(f"Keep the note to {LONGEST_NOTE} characters: {len(note) - LONGEST_NOTE} fewer.")
    if pictures > MOST_PICTURES:
        raise Refused(f"Add up to {MOST_PICTURES} pictures.")
    return note
