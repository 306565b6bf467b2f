"""Invitations, enrolled keys and the offices' reading keys: read from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from candour.domain.people import Enrolment, Invitation, KeyClosed, KeyConfirmed
from candour.register.journal import first_entry
from candour.register.rows import last, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from candour.domain.journal import LinkedEntry

_INVITATION = TABLES[Invitation].c
_ENROLMENT = TABLES[Enrolment].c
_CONFIRMED = TABLES[KeyConfirmed].c
_CLOSED = TABLES[KeyClosed].c


def enrolments(at: Connection, person: str) -> list[Enrolment]:
    """Return every key that was ever enrolled for a person, oldest first."""
    return rows(at, Enrolment, _ENROLMENT.person == person)


def enrolment_of_key(at: Connection, key: str) -> Enrolment | None:
    """Return the enrolment of a signing key, or None."""
    return last(at, Enrolment, _ENROLMENT.key == key)


def open_keys(at: Connection, person: str) -> list[Enrolment]:
    """Return the enrolments of a person's keys that are not closed, oldest first."""
    closed = exists().where(_CLOSED.key == _ENROLMENT.key)
    return rows(at, Enrolment, _ENROLMENT.person == person, ~closed)


def closed(at: Connection, key: str) -> KeyClosed | None:
    """Return that and why a key was closed, or None while it is open."""
    return last(at, KeyClosed, _CLOSED.key == key)


def entry_of_closing(at: Connection, key: str) -> LinkedEntry | None:
    """Return the entry that closed a key, the first if there are several, or None while it is open."""
    closings = select(_CLOSED.entry).where(_CLOSED.key == key)
    return first_entry(at, closings)


def confirmed(at: Connection, key: str) -> KeyConfirmed | None:
    """Return a second person's confirmation of a key, or None while it waits for one."""
    return last(at, KeyConfirmed, _CONFIRMED.key == key)


def invitation(at: Connection, invitation_id: str) -> Invitation | None:
    """Return an invitation by its id, or None."""
    return last(at, Invitation, _INVITATION.invitation == invitation_id)


def open_invitations(at: Connection, person: str, on: date) -> list[Invitation]:
    """Return a person's invitations that nobody has used and that still hold on a day, newest first."""
    used = exists().where(_ENROLMENT.invitation == _INVITATION.invitation)
    found = rows(at, Invitation, _INVITATION.person == person, _INVITATION.expires >= on, ~used)
    return found[::-1]
