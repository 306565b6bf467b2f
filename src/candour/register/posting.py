"""Who posts for the school, round by round: read from the list of people as it stood then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from candour.domain.people import Person
from candour.domain.round import Round
from candour.register.tables import ENTRIES, TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

_PERSON, _ROUND = TABLES[Person].c, TABLES[Round].c


def posting(at: Connection, round_: Round, person: str = "") -> set[str]:
    """Return who posts for the school in a round (ids): as the list stands, or stood when the next round opened.

    So a tick counts at once in the round that runs, and changes nothing in one that is over. With `person` the
    others are not looked at.
    """
    later = at.execute(select(func.min(_ROUND.opens)).where(_ROUND.opens > round_.opens)).scalar_one()
    ever = select(_PERSON.person).where(_PERSON.posts_for_school)
    who = _PERSON.person == person if person else _PERSON.person.in_(ever)
    found = select(_PERSON.person, _PERSON.posts_for_school).where(who)
    if later is not None:
        entered = select(ENTRIES.c.uuid).where(ENTRIES.c.received < later.isoformat())
        found = found.where(_PERSON.entry.in_(entered))
    newest = {who: posts for who, posts in at.execute(found.order_by(_PERSON.row_id))}  # noqa: C416 - typed rows
    return {who for who, posts in newest.items() if posts}
