"""The offices' reading keys: which rows count, so that nobody puts a key of their own in an office's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from candour.domain.people import Enrolment, Holding, KeyConfirmed, OfficeKey
from candour.register.journal import first_entry
from candour.register.tables import ENTRIES, TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from candour.domain.journal import LinkedEntry

_OFFICE_KEY = TABLES[OfficeKey].c
_HOLDING = TABLES[Holding].c
_CONFIRMED = TABLES[KeyConfirmed].c
_ENROLMENT = TABLES[Enrolment].c


class _Made(NamedTuple):
    """Where a row stands in the journal, and who signed it."""

    position: int
    author: str
    person: str


def office_key(at: Connection, office: str) -> OfficeKey | None:
    """Return an office's reading key in force, or None while nobody has made one."""
    counted = office_keys(at, office)
    return counted[-1] if counted else None


def office_keys(at: Connection, office: str) -> list[OfficeKey]:
    """Return every row of an office's reading keys that counts, oldest first: made, handed over and renewed.

    What is sealed from now on goes to the last of them, so a new key counts only from who held the office: whoever
    can write into the register, HR too, could else have every answer sealed to a key of their own. The first key
    is made at a first sign-in, which nobody can have confirmed yet.
    """
    return [row for row, _, counts in _judged(at, office) if counts]


def pushed_in(at: Connection, office: str) -> list[int]:
    """Return the entries that would put a key in an office's place without having held it, by their position."""
    return [position for _, position, counts in _judged(at, office) if not counts]


def entry_of_office_key(at: Connection, office: str) -> LinkedEntry | None:
    """Return the entry that first made an office a reader, or None while none did."""
    counted = office_keys(at, office)
    if not counted:
        return None
    return first_entry(at, select(_OFFICE_KEY.entry).where(_OFFICE_KEY.reading_key == counted[0].reading_key))


def _judged(at: Connection, office: str) -> list[tuple[OfficeKey, int, bool]]:
    known: set[str] = set()
    judged = []
    for row, made in _rows_made(at, office):
        may = made.person == row.holder and _may_make(at, office, made, first=not known)
        counts = row.reading_key in known or may
        if counts:
            known.add(row.reading_key)
        judged.append((row, made.position, counts))
    return judged


def _rows_made(at: Connection, office: str) -> list[tuple[OfficeKey, _Made]]:
    author = select(_ENROLMENT.person).where(_ENROLMENT.key == ENTRIES.c.author).limit(1).scalar_subquery()
    found = (
        select(_OFFICE_KEY.reading_key, _OFFICE_KEY.holder, ENTRIES.c.position, ENTRIES.c.author, author)
        .join(ENTRIES, _OFFICE_KEY.entry == ENTRIES.c.uuid)
        .where(_OFFICE_KEY.office == office)
        .order_by(_OFFICE_KEY.row_id)
    )
    return [
        (OfficeKey(office, reading_key, holder), _Made(position, key, person or ""))
        for reading_key, holder, position, key, person in at.execute(found)
    ]


def _may_make(at: Connection, office: str, made: _Made, *, first: bool) -> bool:
    """Whether the author held the office before, and a second person had confirmed them for it since."""
    given = (
        select(ENTRIES.c.position)
        .join(TABLES[Holding], _HOLDING.entry == ENTRIES.c.uuid)
        .where(_HOLDING.office == office, _HOLDING.person == made.person)
    )
    held = [position for position in at.execute(given).scalars() if position <= made.position]
    if first or not held:
        return bool(held)
    by = TABLES[Enrolment].alias()
    confirmed = (
        select(ENTRIES.c.position)
        .join(TABLES[KeyConfirmed], _CONFIRMED.entry == ENTRIES.c.uuid)
        .join(by, by.c.key == ENTRIES.c.author)
        .where(_CONFIRMED.key == made.author, by.c.person != made.person)
    )
    return any(min(held) < position < made.position for position in at.execute(confirmed).scalars())
