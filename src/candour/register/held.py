"""All that the register holds about one person: rows of every class that names them, and when each came."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import select

from candour.domain.exceptions import RequestWords
from candour.domain.paper_declaration import PaperDeclaration, PaperLine
from candour.domain.people import Enrolment
from candour.domain.round import Declared, DeclaredLine, Request, SealedDeclaration, SignedUnder
from candour.register.row_classes import ROW_CLASSES
from candour.register.tables import ENTRIES, TABLES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from candour.domain.journal import Row

ABOUT_SOMEBODY: tuple[type[Row], ...] = tuple(c for c in ROW_CLASSES if "person" in {f.name for f in fields(c)})
"""The classes of row that name a person as the one whom they are about; a new one is here by itself."""

_OF_A_DECLARATION: tuple[type[Row], ...] = (DeclaredLine, SealedDeclaration, SignedUnder)


@dataclass(frozen=True)
class HeldRow:
    """A row about somebody, and when the register received it (UTC, ISO 8601)."""

    row: Row
    received: str


@dataclass(frozen=True)
class HeldEntry:
    """An entry of the journal that is about somebody or signed by them: its place, kind and time of receipt."""

    position: int
    kind: str
    received: str


def rows_about(at: Connection, person: str) -> list[HeldRow]:
    """Return every row about a person, class by class in the order in which each was added, past ones included."""
    asked = select(TABLES[Request].c.reference).where(TABLES[Request].c.person == person)
    found = []
    for each in ABOUT_SOMEBODY:
        about = TABLES[each].c.person == person
        if each is RequestWords:  # what others said about one's request is about oneself
            about |= TABLES[each].c.reference.in_(asked)
        found += _rows(at, each, about)
    references = select(TABLES[Declared].c.reference).where(TABLES[Declared].c.person == person)
    for each in _OF_A_DECLARATION:
        found += _rows(at, each, TABLES[each].c.reference.in_(references))
    papers = TABLES[PaperDeclaration]
    theirs = select(papers.c.paper).where(papers.c.person == person)
    found += _rows(at, PaperLine, TABLES[PaperLine].c.paper.in_(theirs))
    return found


def entries_about(at: Connection, person: str) -> list[HeldEntry]:
    """Return the entries whose subject is a person, and those that their keys signed, in the order of the chain."""
    keys = select(TABLES[Enrolment].c.key).where(TABLES[Enrolment].c.person == person)
    theirs = (ENTRIES.c.subject == person) | ENTRIES.c.author.in_(keys)
    found = select(ENTRIES.c.position, ENTRIES.c.kind, ENTRIES.c.received).where(theirs)
    return [HeldEntry(*row) for row in at.execute(found.order_by(ENTRIES.c.position))]


def _rows(at: Connection, row_class: type[Row], where: ColumnElement[bool]) -> list[HeldRow]:
    table = TABLES[row_class]
    columns = [table.c[field.name] for field in fields(row_class)]
    found = select(ENTRIES.c.received, *columns).join(ENTRIES, ENTRIES.c.uuid == table.c.entry)
    return [
        HeldRow(row_class(*values), received)
        for received, *values in at.execute(found.where(where).order_by(table.c.row_id))
    ]
