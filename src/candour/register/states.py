"""Where everybody of a round stands, as HR may see it: found for all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, case, exists, select

from candour.domain.round import CheckState, Draft, InRound
from candour.register import signed as signed_rows
from candour.register.rows import newest
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, FromClause

_MEMBER = TABLES[InRound]


def states(at: Connection, round_name: str, checklist: str, people: Collection[str] = ()) -> dict[str, CheckState]:
    """Return the state of one checklist for every person in a round, by person id, or for some people alone.

    A declaration, on paper too, counts before any draft: who changes something after signing has still signed.
    """
    signed = signed_rows.in_force(round_name, checklist)
    started = exists().where(*_same_check(TABLES[Draft], checklist))
    state = case(
        (signed.c.open_lines > 0, CheckState.SIGNED_OPEN.value),
        (signed.c.open_lines == 0, CheckState.SIGNED.value),
        (started, CheckState.IN_PROGRESS.value),
        else_=CheckState.NOT_STARTED.value,
    )
    members = select(_MEMBER.c.person, state).select_from(
        _MEMBER.outerjoin(signed, signed.c.person == _MEMBER.c.person)
    )
    if people:
        members = members.where(_MEMBER.c.person.in_(people))
    found = at.execute(
        members.where(_MEMBER.c.round == round_name, newest(InRound, "round", "person")).order_by(_MEMBER.c.row_id)
    )
    return {person: CheckState(value) for person, value in found}


def _same_check(table: FromClause, checklist: str) -> tuple[ColumnElement[bool], ...]:
    return (
        table.c.round == _MEMBER.c.round,
        table.c.person == _MEMBER.c.person,
        table.c.checklist == checklist,
    )
