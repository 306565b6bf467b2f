"""What HR's register shows of a whole round at once: each list is one query, however many people there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from candour.domain.put_right import OpenPoint
from candour.domain.round import Declared, DeclaredLine, InRound
from candour.register.rows import newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from sqlalchemy import Connection

_DECLARED, _LINE = TABLES[Declared].c, TABLES[DeclaredLine].c


def in_force(at: Connection, round_name: str, checklist: str) -> dict[str, Declared]:
    """Return the declaration in force of everybody who has signed a round's checklist, by person id."""
    of_round = (_DECLARED.round == round_name, _DECLARED.checklist == checklist)
    found = rows(at, Declared, *of_round, newest(Declared, "round", "person", "checklist"))
    return {each.person: each for each in found}


def outcomes_with_exceptions(at: Connection, round_name: str) -> dict[str, str]:
    """Return, by reference, the outcomes of a round's declarations that name an exception, joined by spaces."""
    named = select(_LINE.reference, _LINE.outcome).join_from(
        TABLES[DeclaredLine], TABLES[Declared], _DECLARED.reference == _LINE.reference
    )
    found: dict[str, str] = {}
    for reference, outcome in at.execute(named.where(_DECLARED.round == round_name, _LINE.outcome.contains("E-"))):
        found[reference] = f"{found.get(reference, '')} {outcome}".strip()
    return found


def due_dates(at: Connection, round_name: str) -> dict[str, InRound]:
    """Return everybody's own row in a round, by person id, in the order in which they came into it."""
    found = rows(at, InRound, TABLES[InRound].c.round == round_name, newest(InRound, "round", "person"))
    return {each.person: each for each in found}


def first_signed(at: Connection, rounds: Sequence[str], checklist: str) -> dict[str, dict[str, date]]:
    """Return for each of these rounds who has signed its checklist, and on which day for the first time."""
    of_rounds = (_DECLARED.round.in_(rounds), _DECLARED.checklist == checklist)
    each = (_DECLARED.round, _DECLARED.person)
    found: dict[str, dict[str, date]] = {name: {} for name in rounds}
    for name, person, day in at.execute(
        select(*each, func.min(_DECLARED.signed_on)).where(*of_rounds).group_by(*each)
    ):
        found[name][person] = day
    return found


def open_points(at: Connection, round_name: str, checklist: str) -> list[OpenPoint]:
    """Return every point that a declaration of a round says is open until a day, superseded ones included."""
    said = select(_DECLARED.person, _LINE.point, newest(Declared, "round", "person", "checklist")).join_from(
        TABLES[DeclaredLine], TABLES[Declared], _DECLARED.reference == _LINE.reference
    )
    of_round = (_DECLARED.round == round_name, _DECLARED.checklist == checklist, _LINE.until.is_not(None))
    return [OpenPoint(person, point, bool(still)) for person, point, still in at.execute(said.where(*of_round))]
