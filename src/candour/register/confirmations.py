"""When keys were confirmed and offices given: read by the places of their entries, which no clock can move."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from candour.domain.confirmation import last_given
from candour.domain.people import CONFIRMED_OFFICES, Enrolment, Holding, KeyConfirmed
from candour.register.rows import rows
from candour.register.tables import ENTRIES, TABLES

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

_HOLDING = TABLES[Holding].c
_CONFIRMED = TABLES[KeyConfirmed].c
_ENROLMENT = TABLES[Enrolment].c


class Given(NamedTuple):
    """An office that somebody holds or will hold, where its giving stands in the journal, and who gave it."""

    holding: Holding
    position: int
    by: str


def given(at: Connection, on: date, person: str = "") -> list[Given]:
    """Return every office that is confirmed, held on a day or later, of one person or of all."""
    wanted = _HOLDING.office.in_(CONFIRMED_OFFICES)
    entries = select(ENTRIES.c.position, _ENROLMENT.person).join(TABLES[Holding], _HOLDING.entry == ENTRIES.c.uuid)
    authors = entries.outerjoin(TABLES[Enrolment], _ENROLMENT.key == ENTRIES.c.author)
    places = at.execute(authors.where(wanted).order_by(_HOLDING.row_id)).all()
    histories: dict[str, list[Given]] = {}
    for holding, (position, by) in zip(rows(at, Holding, wanted), places, strict=True):
        histories.setdefault(holding.holding, []).append(Given(holding, position, by or ""))
    standing = [_given(history) for history in histories.values() if _lasts(history[-1].holding, on)]
    return [each for each in standing if person in ("", each.holding.person)]


def confirmed_at(at: Connection, person: str = "") -> dict[str, int]:
    """Return where the newest confirmation of each key stands in the journal, of one person's keys or of all.

    A person's word about their own key is none.
    """
    author = TABLES[Enrolment].alias()
    found = (
        select(_CONFIRMED.key, ENTRIES.c.position)
        .join(ENTRIES, _CONFIRMED.entry == ENTRIES.c.uuid)
        .join(author, author.c.key == ENTRIES.c.author)
        .where(author.c.person != _CONFIRMED.person)
    )
    if person:
        found = found.where(_CONFIRMED.person == person)
    ordered = at.execute(found.order_by(ENTRIES.c.position))
    return {row.key: row.position for row in ordered}


def _lasts(holding: Holding, on: date) -> bool:
    return holding.until is None or holding.until >= on


def _given(history: list[Given]) -> Given:
    at = last_given([each.holding for each in history])
    return Given(history[-1].holding, history[at].position, history[at].by)
