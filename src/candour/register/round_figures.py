"""What the governors' summary counts of a round: each list is one query, however many people there are."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from candour.domain.people import Left
from candour.domain.round import Declared, DeclaredLine, Request, SealedDeclaration
from candour.register.rows import newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

_DECLARED, _LINE, _REQUEST = TABLES[Declared].c, TABLES[DeclaredLine].c, TABLES[Request].c


def lines_by_reference(at: Connection, round_name: str) -> dict[str, list[DeclaredLine]]:
    """Return the lines of every declaration of a round, superseded ones included, by its reference."""
    of_round = TABLES[Declared].select().with_only_columns(_DECLARED.reference).where(_DECLARED.round == round_name)
    found: dict[str, list[DeclaredLine]] = defaultdict(list)
    for line in rows(at, DeclaredLine, _LINE.reference.in_(of_round)):
        found[line.reference].append(line)
    return dict(found)


def requests(at: Connection, round_name: str) -> list[Request]:
    """Return the requests that were asked in a round, as they now stand."""
    return rows(at, Request, _REQUEST.round == round_name, newest(Request, "reference"))


def last_days(at: Connection) -> dict[str, date]:
    """Return the last day of everybody who ever left, by person id."""
    return {each.person: each.on for each in rows(at, Left, newest(Left, "person"))}


def sealed_in_force(at: Connection, round_name: str) -> dict[str, str]:
    """Return the declarations in force of a round that the school has sealed: the sealed PDF by reference."""
    in_force = newest(Declared, "round", "person", "checklist")
    references = {each.reference for each in rows(at, Declared, _DECLARED.round == round_name, in_force)}
    return {each.reference: each.pdf for each in rows(at, SealedDeclaration) if each.reference in references}
