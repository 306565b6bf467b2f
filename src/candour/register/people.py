"""Who is at the school, who holds which office, and whom the stop card names: read from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from candour.domain.people import Away, BackupPlace, Columns, Contact, Holding, Left, Opened, Person, School
from candour.domain.round import Note
from candour.register.rows import last, newest, rows
from candour.register.tables import ENTRIES, TABLES

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Connection

_PERSON = TABLES[Person].c
_HOLDING = TABLES[Holding].c
_OPENED = TABLES[Opened].c


def school(at: Connection) -> School | None:
    """Return the school that the register belongs to; None before it is opened."""
    return last(at, School)


def current(at: Connection) -> list[Person]:
    """Return everybody as they now stand, leavers included (`here` says so)."""
    return rows(at, Person, newest(Person, "person"))


def person(at: Connection, person_id: str) -> Person | None:
    """Return one person as they now stand, or None."""
    return last(at, Person, _PERSON.person == person_id)


def find(at: Connection, number_or_email: str) -> Person | None:
    """Return the person whose current staff number or school e-mail this is, small and capital letters alike.

    Of several, somebody who is here, and of these the one entered last.
    """
    wanted = number_or_email.strip().lower()
    same = or_(func.lower(_PERSON.number) == wanted, func.lower(_PERSON.email) == wanted)
    found = rows(at, Person, newest(Person, "person"), same) if wanted else []
    return max(reversed(found), key=lambda one: one.here, default=None)


def holdings(at: Connection, on: date) -> list[Holding]:
    """Return every office held on a day, the first and the last day included."""
    return rows(at, Holding, *_held(on))


def holder(at: Connection, office: str, on: date) -> Person | None:
    """Return who holds an office on a day: somebody acting before the one they stand in for, or None."""
    found = rows(at, Holding, *_held(on), _HOLDING.office == office)
    held = max(reversed(found), key=lambda one: one.acting, default=None)
    return None if held is None else person(at, held.person)


def contacts(at: Connection) -> list[Contact]:
    """Return whom the stop card names, the newest for each office; a row without a name takes it off the card."""
    return rows(at, Contact, newest(Contact, "office"), TABLES[Contact].c.name != "")


def away_until(at: Connection, person_id: str, on: date) -> date | None:
    """Return the day until which somebody is away, that day included, or None when they are not away on a day."""
    away = last(at, Away, TABLES[Away].c.person == person_id)
    return away.until if away is not None and away.until is not None and away.until >= on else None


def left_on(at: Connection, person_id: str) -> date | None:
    """Return the last day of somebody who left, the newest if they left twice, or None when they never did."""
    left = last(at, Left, TABLES[Left].c.person == person_id)
    return None if left is None else left.on


def notes_of(at: Connection, person_id: str) -> list[Note]:
    """Return where the notes are kept that a person added beside their checks, oldest first."""
    return rows(at, Note, TABLES[Note].c.person == person_id)


def openings(at: Connection, person_id: str) -> list[tuple[Opened, str]]:
    """Return who opened what is sealed about a person, oldest first, each with its entry's time (UTC, ISO 8601)."""
    received = select(ENTRIES.c.received).join(TABLES[Opened], _OPENED.entry == ENTRIES.c.uuid)
    times = at.execute(received.where(_OPENED.person == person_id).order_by(_OPENED.row_id)).scalars()
    return list(zip(rows(at, Opened, _OPENED.person == person_id), times, strict=True))


def columns(at: Connection, header: str) -> Columns | None:
    """Return how the columns under a header line (its SHA-256) were matched last time, or None."""
    return last(at, Columns, TABLES[Columns].c.header == header)


def backup_place(at: Connection) -> str:
    """Return the folder to which back-ups go as well, or "" while none was named."""
    place = last(at, BackupPlace)
    return "" if place is None else place.folder


def _held(on: date) -> tuple[ColumnElement[bool], ...]:
    still = or_(_HOLDING.until.is_(None), _HOLDING.until >= on)
    return newest(Holding, "holding"), _HOLDING.since <= on, still
