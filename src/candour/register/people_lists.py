"""Lists over all people at once, each one query however many there are: for HR's pages and the import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from candour.domain.people import Away, Enrolment, Holding, Invitation, KeyClosed
from candour.register.rows import newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

_AWAY = TABLES[Away].c
_HOLDING = TABLES[Holding].c
_INVITATION = TABLES[Invitation].c
_ENROLMENT = TABLES[Enrolment].c
_CLOSED = TABLES[KeyClosed].c


def away(at: Connection, on: date) -> dict[str, date]:
    """Return who is away on a day, and until when."""
    found = rows(at, Away, newest(Away, "person"), _AWAY.until >= on)
    return {each.person: each.until for each in found if each.until is not None}


def with_keys(at: Connection) -> set[str]:
    """Return who has a key that is not closed."""
    closed = exists().where(_CLOSED.key == _ENROLMENT.key)
    return set(at.execute(select(_ENROLMENT.person).where(~closed)).scalars())


def with_codes(at: Connection, on: date) -> dict[str, date]:
    """Return who has a code that nobody has used and that still holds on a day, and its last day."""
    used = exists().where(_ENROLMENT.invitation == _INVITATION.invitation)
    found = select(_INVITATION.person, _INVITATION.expires).where(_INVITATION.expires >= on, ~used)
    ordered = at.execute(found.order_by(TABLES[Invitation].c.row_id))
    return {row.person: row.expires for row in ordered}


def enrolled(at: Connection) -> list[Enrolment]:
    """Return every key that was ever enrolled, oldest first."""
    return rows(at, Enrolment)


def closed_keys(at: Connection) -> set[str]:
    """Return the keys that sign nothing any more."""
    return set(at.execute(select(_CLOSED.key)).scalars())


def holdings_of(at: Connection, person: str) -> list[Holding]:
    """Return every office that a person held, holds or will hold, as it now stands."""
    return rows(at, Holding, newest(Holding, "holding"), _HOLDING.person == person)


def holdings_of_office(at: Connection, office: str) -> list[Holding]:
    """Return everybody's holding of an office, past and coming, as it now stands."""
    return rows(at, Holding, newest(Holding, "holding"), _HOLDING.office == office)


def holding(at: Connection, holding_id: str) -> Holding | None:
    """Return one holding as it now stands, or None."""
    found = rows(at, Holding, newest(Holding, "holding"), _HOLDING.holding == holding_id)
    return found[0] if found else None
