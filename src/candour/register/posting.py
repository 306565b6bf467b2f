"""Who posts for the school, round by round: read from the list of people as it stood then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from candour.domain.people import Person
from candour.domain.round import Round
from candour.register.tables import ENTRIES, TABLES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

_PERSON, _ROUND = TABLES[Person].c, TABLES[Round].c
_EVER = select(_PERSON.person).where(_PERSON.posts_for_school)


def posting(at: Connection, round_: Round) -> set[str]:
    """Return who posts for the school in a round (ids): as the list stands, or stood when the round was over.

    So a tick counts at once in the round that runs, and changes nothing in one that is over: from when the next one
    opens, and from the next school year on, for which HR brings the list up to date before that.
    """
    return _posting(at, round_, _PERSON.person.in_(_EVER))


def posts(at: Connection, round_: Round, person: str) -> bool:
    """Return whether one person posts for the school in a round."""
    ever = at.execute(_EVER.where(_PERSON.person == person).limit(1)).one_or_none() is not None
    return ever and person in _posting(at, round_, _PERSON.person == person)


def _posting(at: Connection, round_: Round, who: ColumnElement[bool]) -> set[str]:
    opens = at.execute(select(func.min(_ROUND.opens)).where(_ROUND.opens > round_.opens)).scalar_one()
    over = round_.year_over if opens is None else min(opens, round_.year_over)
    entered = select(ENTRIES.c.uuid).where(ENTRIES.c.received < over.isoformat())
    found = select(_PERSON.person, _PERSON.posts_for_school).where(who, _PERSON.entry.in_(entered))
    newest = {each.person: each.posts_for_school for each in at.execute(found.order_by(_PERSON.row_id))}
    return {person for person, posting_now in newest.items() if posting_now}
