"""Declarations on paper as they now stand: read from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, func, select

from candour.domain.paper_declaration import EnvelopeDealt, PaperDeclaration, PaperLine, PaperState
from candour.domain.round import Declared
from candour.register.journal import first_entry
from candour.register.rows import last, newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from candour.domain.journal import LinkedEntry

PAPER = TABLES[PaperDeclaration]
_SIGNED = TABLES[Declared].c


def paper(at: Connection, paper_id: str) -> PaperDeclaration | None:
    """Return a paper as it now stands, or None."""
    return last(at, PaperDeclaration, PAPER.c.paper == paper_id)


def with_reference(at: Connection, reference: str) -> PaperDeclaration | None:
    """Return a confirmed paper by its reference, or None."""
    return last(at, PaperDeclaration, PAPER.c.reference == reference, *_confirmed())


def of_round(at: Connection, round_name: str) -> list[PaperDeclaration]:
    """Return the papers of a round as they stand, oldest change first; those taken back are left out."""
    return rows(at, PaperDeclaration, PAPER.c.round == round_name, *_standing())


def of_person(at: Connection, person: str) -> list[PaperDeclaration]:
    """Return the confirmed papers of a person, oldest first."""
    return rows(at, PaperDeclaration, PAPER.c.person == person, *_confirmed())


def in_force(at: Connection, round_name: str) -> list[PaperDeclaration]:
    """Return the papers of a round that count: confirmed, the newest of each person, nothing signed in the app."""
    return rows(at, PaperDeclaration, PAPER.c.round == round_name, *counting())


def latest(at: Connection, person: str, round_name: str, checklist: str) -> PaperDeclaration | None:
    """Return the newest confirmed paper of a person for a round's checklist, whether or not they signed since."""
    own = (PAPER.c.person == person, PAPER.c.round == round_name, PAPER.c.checklist == checklist)
    return last(at, PaperDeclaration, *own, *_confirmed())


def entered_so_far(at: Connection, person: str, round_name: str) -> int:
    """Return how many papers of a person were ever entered in a round, taken back or not."""
    own = (PAPER.c.person == person, PAPER.c.round == round_name)
    return at.execute(select(func.count(PAPER.c.paper.distinct())).where(*own)).scalar_one()


def lines(at: Connection, paper_id: str) -> list[PaperLine]:
    """Return the lines of a paper in the order of its form."""
    return rows(at, PaperLine, TABLES[PaperLine].c.paper == paper_id)


def dealt(at: Connection, paper_id: str) -> EnvelopeDealt | None:
    """Return that the envelope of a paper was dealt with, or None."""
    return last(at, EnvelopeDealt, TABLES[EnvelopeDealt].c.paper == paper_id)


def entry_of(at: Connection, paper_id: str, state: PaperState) -> LinkedEntry | None:
    """Return the entry by which a paper was entered, confirmed or taken back, or None."""
    where = (PAPER.c.paper == paper_id, PAPER.c.state == state.value)
    return first_entry(at, select(PAPER.c.entry).where(*where))


def counting() -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a row is the paper that counts for its person, round and checklist."""
    later, after = PAPER.alias(), PAPER.alias()
    same = (
        later.c.round == PAPER.c.round,
        later.c.person == PAPER.c.person,
        later.c.checklist == PAPER.c.checklist,
    )
    superseded = exists().where(
        *same,
        later.c.row_id > PAPER.c.row_id,
        later.c.state == PaperState.CONFIRMED.value,
        ~exists().where(after.c.paper == later.c.paper, after.c.row_id > later.c.row_id),
    )
    signed = exists().where(
        _SIGNED.round == PAPER.c.round,
        _SIGNED.person == PAPER.c.person,
        _SIGNED.checklist == PAPER.c.checklist,
    )
    return (*_confirmed(), ~superseded, ~signed)


def _confirmed() -> tuple[ColumnElement[bool], ...]:
    return PAPER.c.state == PaperState.CONFIRMED.value, newest(PaperDeclaration, "paper")


def _standing() -> tuple[ColumnElement[bool], ...]:
    return PAPER.c.state != PaperState.TAKEN_BACK.value, newest(PaperDeclaration, "paper")
