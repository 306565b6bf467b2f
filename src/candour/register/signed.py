"""Who has signed a round's checklist, in the app or on paper: the one place where the two are put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import literal, select, union_all

from candour.domain.round import Declared
from candour.register.papers import PAPER, counting
from candour.register.rows import newest
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from sqlalchemy import Subquery

_DECLARED = TABLES[Declared]
_NAMES = ("person", "reference", "signed_on", "open_lines", "next_date")


@dataclass(frozen=True)
class InForce:
    """What counts for one person in a round: a declaration of their own, or a paper that was entered for them."""

    person: str
    reference: str
    signed_on: date
    open_lines: int
    next_date: date | None
    on_paper: bool


def in_force(round_name: str, checklist: str) -> Subquery:
    """Return the query for what counts for each person who has signed; what they signed in the app comes first."""
    app = select(*(_DECLARED.c[name] for name in _NAMES), literal(False).label("on_paper")).where(
        _DECLARED.c.round == round_name,
        _DECLARED.c.checklist == checklist,
        newest(Declared, "round", "person", "checklist"),
    )
    paper = select(*(PAPER.c[name] for name in _NAMES), literal(True).label("on_paper")).where(
        PAPER.c.round == round_name, PAPER.c.checklist == checklist, *counting()
    )
    return union_all(app, paper).subquery("in_force")
