"""Signed declarations, their lines, PDFs and entries: read from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, select

from candour.domain.round import Declared, DeclaredLine, SealedDeclaration
from candour.register.journal import first_entry
from candour.register.rows import last, rows
from candour.register.tables import FILES, TABLES, WAITING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from candour.domain.journal import LinkedEntry

_DECLARED = TABLES[Declared].c
_LINE = TABLES[DeclaredLine].c
_SEALED = TABLES[SealedDeclaration].c


def declaration(at: Connection, reference: str) -> Declared | None:
    """Return a declaration by its reference ("D-2026-0038"), or None."""
    return last(at, Declared, _DECLARED.reference == reference)


def of_person(at: Connection, person: str) -> list[Declared]:
    """Return every declaration of a person, oldest first."""
    return rows(at, Declared, _DECLARED.person == person)


def signed_with(at: Connection, key: str) -> bool:
    """Return whether any declaration was signed with a key."""
    return last(at, Declared, _DECLARED.key == key) is not None


def of_round(at: Connection, round_name: str) -> list[Declared]:
    """Return every declaration of a round in the order of signing, superseded ones included."""
    return rows(at, Declared, _DECLARED.round == round_name)


def latest(at: Connection, person: str, round_name: str, checklist: str) -> Declared | None:
    """Return the declaration in force of a person for a round's checklist, or None before they signed."""
    return last(
        at,
        Declared,
        _DECLARED.round == round_name,
        _DECLARED.person == person,
        _DECLARED.checklist == checklist,
    )


def lines(at: Connection, reference: str) -> list[DeclaredLine]:
    """Return the lines of a declaration in the order printed."""
    return rows(at, DeclaredLine, _LINE.reference == reference)


def unsealed(at: Connection) -> list[Declared]:
    """Return the declarations that the school has not sealed yet and whose entry has its place, oldest first."""
    return rows(at, Declared, _DECLARED.row_id < WAITING, ~exists().where(_SEALED.reference == _DECLARED.reference))


def sealed(at: Connection, reference: str) -> SealedDeclaration | None:
    """Return the school's seal on a declaration, or None."""
    return last(at, SealedDeclaration, _SEALED.reference == reference)


def seals(at: Connection, round_name: str) -> dict[str, str]:
    """Return, by reference, the digest of the sealed bytes of a round's declarations, where they are sealed."""
    found = select(_SEALED.reference, _SEALED.pdf).join_from(
        TABLES[SealedDeclaration], TABLES[Declared], _DECLARED.reference == _SEALED.reference
    )
    ordered = found.where(_DECLARED.round == round_name).order_by(_SEALED.row_id)
    return {row.reference: row.pdf for row in at.execute(ordered)}


def file(at: Connection, digest: str) -> bytes:
    """Return a stored file by the SHA-256 of its bytes (hex); KeyError when there is none."""
    found = at.execute(select(FILES.c.content).where(FILES.c.digest == digest).limit(1)).scalar_one_or_none()
    if found is None:
        raise KeyError(digest)
    return bytes(found)


def entry_of(at: Connection, reference: str) -> LinkedEntry:
    """Return the entry by which a declaration was signed; KeyError for an unknown reference."""
    found = first_entry(at, select(_DECLARED.entry).where(_DECLARED.reference == reference))
    if found is None:
        raise KeyError(reference)
    return found
