"""Which declarations a reading key can open: by the keys that their full copies are sealed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from candour.domain.round import Declared
from candour.register.rows import rows
from candour.register.tables import SEALED_KEYS, TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

_TABLE = TABLES[Declared]


def newest_of_each(at: Connection, readers: Sequence[str]) -> list[Declared]:
    """Return the newest declaration of each person whose full copy one of these keys opens."""
    last = select(func.max(_TABLE.c.row_id)).where(_opens(readers)).group_by(_TABLE.c.person)
    return rows(at, Declared, _TABLE.c.row_id.in_(last))


def newest_in_round(at: Connection, person: str, round_name: str, readers: Sequence[str]) -> list[Declared]:
    """Return the newest declaration for each checklist of a person in a round that one of these keys opens."""
    own = (_TABLE.c.person == person, _TABLE.c.round == round_name)
    last = select(func.max(_TABLE.c.row_id)).where(*own, _opens(readers)).group_by(_TABLE.c.checklist)
    return rows(at, Declared, _TABLE.c.row_id.in_(last))


def _opens(readers: Sequence[str]) -> ColumnElement[bool]:
    sealed = select(SEALED_KEYS.c.content).where(SEALED_KEYS.c.reader.in_(readers))
    return _TABLE.c.full_copy.in_(sealed)
