"""Exception requests as HR sees them: read from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, cast, func, select

from candour.domain.people import OfficeKey
from candour.domain.request_moves import APPROVED
from candour.domain.round import Request
from candour.register.rows import last, newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import Connection

_REQUEST, _OFFICE_KEY = TABLES[Request].c, TABLES[OfficeKey].c


def of_person(at: Connection, person: str) -> list[Request]:
    """Return a person's requests as they now stand, oldest change first."""
    return rows(at, Request, _REQUEST.person == person, newest(Request, "reference"))


def request(at: Connection, reference: str) -> Request | None:
    """Return a request by its reference ("E-2026-014") as it now stands, or None."""
    return last(at, Request, _REQUEST.reference == reference)


def next_number(at: Connection, year: int) -> int:
    """Return the next free number of a year's requests; inside a writing unit nobody else can take it."""
    start = f"E-{year}-"
    number = cast(func.substr(_REQUEST.reference, len(start) + 1), Integer)
    highest = select(func.max(number)).where(_REQUEST.reference.startswith(start, autoescape=True))
    return (at.execute(highest).scalar_one() or 0) + 1


def past(at: Connection, day: date) -> list[Request]:
    """Return the requests that stand as approved though their last day was before a day: they are to lapse."""
    approved = _REQUEST.state.in_([state.value for state in APPROVED])
    return rows(at, Request, newest(Request, "reference"), approved, _REQUEST.until < day)


def holding_on(at: Connection, day: date) -> list[Request]:
    """Return the exceptions that hold on a day and have a last day, that day included."""
    approved = _REQUEST.state.in_([state.value for state in APPROVED])
    return rows(at, Request, newest(Request, "reference"), approved, _REQUEST.until >= day)


def office_behind(at: Connection, readers: Iterable[str]) -> str | None:
    """Return the office whose reading key, of today or of before, is among the readers of something sealed."""
    key = last(at, OfficeKey, _OFFICE_KEY.reading_key.in_(list(readers)))
    return None if key is None else key.office
