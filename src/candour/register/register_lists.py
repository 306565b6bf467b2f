"""What HR's register shows of a whole round at once: each list is one query, however many people there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, union_all

from candour.domain.put_right import OpenPoint
from candour.domain.round import Declared, DeclaredLine, InRound
from candour.register import signed
from candour.register.papers import PAPER, counting
from candour.register.rows import newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

_DECLARED, _LINE = TABLES[Declared].c, TABLES[DeclaredLine].c


def in_force(at: Connection, round_name: str, checklist: str, person: str = "") -> dict[str, signed.InForce]:
    """Return what counts for everybody who has signed a checklist, on paper too, by person id; or for one."""
    counts = signed.in_force(round_name, checklist)
    query = select(counts)
    found = at.execute(query.where(counts.c.person == person) if person else query)
    return {person: signed.InForce(person, *rest) for person, *rest in found}


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


def first_signed(at: Connection, round_name: str, checklist: str) -> dict[str, date]:
    """Return who has signed a round's checklist, on paper too, and on which day for the first time."""
    app = select(_DECLARED.person, func.min(_DECLARED.signed_on)).where(
        _DECLARED.round == round_name, _DECLARED.checklist == checklist
    )
    paper = select(PAPER.c.person, PAPER.c.signed_on).where(
        PAPER.c.round == round_name, PAPER.c.checklist == checklist, *counting()
    )
    found = at.execute(union_all(app.group_by(_DECLARED.person), paper))
    return {row.person: row[1] for row in found}


def open_points(at: Connection, round_name: str) -> list[OpenPoint]:
    """Return every point that a declaration of a round says is open until a day, superseded ones included."""
    said = select(_DECLARED.person, _LINE.point, newest(Declared, "round", "person", "checklist")).join_from(
        TABLES[DeclaredLine], TABLES[Declared], _DECLARED.reference == _LINE.reference
    )
    of_round = (_DECLARED.round == round_name, _LINE.until.is_not(None))
    return [OpenPoint(person, point, bool(still)) for person, point, still in at.execute(said.where(*of_round))]
