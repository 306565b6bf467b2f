"""What is meant for one office or person alone: found by who can read it, never by what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from candour.domain.round import Note
from candour.domain.speaking import Brought, Handled, Wish
from candour.register.rows import last, newest, rows
from candour.register.tables import SEALED_KEYS, TABLES

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection

_WISH = TABLES[Wish].c


def notes_for(at: Connection, readers: Collection[str]) -> list[Note]:
    """Return the notes from stop cards that any of the reading keys opens, oldest first."""
    return rows(at, Note, _readable(Note, readers))


def brought_for(at: Connection, readers: Collection[str]) -> list[Brought]:
    """Return what was brought that any of the reading keys opens, oldest first."""
    return rows(at, Brought, _readable(Brought, readers))


def handled_for(at: Connection, readers: Collection[str]) -> list[Handled]:
    """Return what was done by whom the reading keys belong to, oldest first."""
    return rows(at, Handled, _readable(Handled, readers))


def wishes_for(at: Connection, readers: Collection[str]) -> list[Wish]:
    """Return everybody's newest wish, or none, to talk with whom the reading keys belong to."""
    return rows(at, Wish, newest(Wish, "person", "checklist", "listener"), _readable(Wish, readers))


def wish_of(at: Connection, person: str, checklist: str, listener: str) -> Wish | None:
    """Return what a person last wrote for one listener, or None before the first save."""
    return last(at, Wish, _WISH.person == person, _WISH.checklist == checklist, _WISH.listener == listener)


def brought_by(at: Connection, person: str) -> list[Brought]:
    """Return what a person brought, oldest first."""
    return rows(at, Brought, TABLES[Brought].c.person == person)


def handled_told(at: Connection, reader: str) -> list[Handled]:
    """Return the steps that the person whom a reading key belongs to is told of, oldest first."""
    readable = select(SEALED_KEYS.c.content).where(SEALED_KEYS.c.reader == reader)
    return rows(at, Handled, TABLES[Handled].c.told.in_(readable))


def _readable(row_class: type[Note | Brought | Handled | Wish], readers: Collection[str]) -> ColumnElement[bool]:
    readable = select(SEALED_KEYS.c.content).where(SEALED_KEYS.c.reader.in_(readers))
    return TABLES[row_class].c.content.in_(readable)
