"""People, the offices they hold, and the keys they sign with: rows of the register."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.journal import Row


class Office(StrEnum):
    """What somebody may hold from–to, beside being staff."""

    HEADTEACHER = "headteacher"
    DESIGNATED_LEAD = "designated lead"
    DEPUTY_LEAD = "deputy lead"
    CHAIR = "chair of governors"
    HR = "hr"
    KEEPER = "keeper"


READING_OFFICES = (Office.HEADTEACHER, Office.DESIGNATED_LEAD, Office.CHAIR)
"""The offices that content is sealed to, each with a reading key of its own (design: sealed content)."""

CONFIRMED_OFFICES = (Office.HEADTEACHER, Office.DESIGNATED_LEAD, Office.CHAIR, Office.KEEPER)
"""The offices whose keys wait for a second person's confirmation."""


@dataclass(frozen=True)
class School(Row):
    """The school that the register belongs to; `root` and `seal` are DER certificates.

    `root_signature` is the root's own signature over the opening, beside that of whoever set the school up.
    """

    school: str
    register: str
    name: str
    root: bytes
    seal: bytes
    root_signature: bytes


@dataclass(frozen=True)
class Person(Row):
    """A member of staff as of one entry; a later row of the same `person` supersedes it."""

    person: str
    number: str
    name: str
    email: str
    role: str
    phase: str
    posts_for_school: bool
    here: bool


@dataclass(frozen=True)
class Holding(Row):
    """An office held by a person from–to, or acting; a later row of the same `holding` supersedes it."""

    holding: str
    office: str
    person: str
    since: date
    until: date | None
    acting: bool


@dataclass(frozen=True)
class Contact(Row):
    """Where somebody for the stop card is found: the lead, the deputy, the chair, the local authority."""

    office: str
    name: str
    room: str
    phone: str


@dataclass(frozen=True)
class Invitation(Row):
    """A one-time authority for one person to make their own certificate; none is taken after `expires`.

    `invited_by` is the person (an opaque id) who made it.
    """

    invitation: str
    person: str
    invited_by: str
    authority: bytes
    expires: date


@dataclass(frozen=True)
class Enrolment(Row):
    """A person's signing and reading key, certified by their invitation's authority, which signed it too."""

    key: str
    reading_key: str
    person: str
    invitation: str
    certificate: bytes
    statement: bytes
    authority_signature: bytes
    made_on: date


@dataclass(frozen=True)
class KeyConfirmed(Row):
    """A second person's word that a key, or an office's holder, is who it says."""

    key: str
    person: str
    confirmed_by: str


@dataclass(frozen=True)
class KeyClosed(Row):
    """A key that signs nothing any more from this entry on, and why ("signed once", "lost", "left")."""

    key: str
    person: str
    why: str


@dataclass(frozen=True)
class OfficeKey(Row):
    """An office's reading key (its public half), and who held the office when it was made or handed over."""

    office: str
    reading_key: str
    holder: str


@dataclass(frozen=True)
class Away(Row):
    """That somebody is away until a day, and is not reminded; no reason is kept. None: they are back."""

    person: str
    until: date | None


@dataclass(frozen=True)
class Left(Row):
    """The last day of somebody who left; the period of keeping counts from it."""

    person: str
    on: date


@dataclass(frozen=True)
class Columns(Row):
    """How the columns of a school's own staff file were matched, remembered by its header.

    `header` is the SHA-256 of the header line, `matched` canonical JSON from our field to their column's name.
    """

    header: str
    matched: str


@dataclass(frozen=True)
class BackupPlace(Row):
    """The second place to which back-ups go: a folder of this computer account's."""

    folder: str


@dataclass(frozen=True)
class Opened(Row):
    """That somebody opened what is sealed about a person, and why; that person can see it."""

    person: str
    by: str
    what: str
    why: str
