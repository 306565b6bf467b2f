"""Reading rows back as the frozen values of the domain: the one way every query takes."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import and_, exists, select

from candour.domain.journal import Row
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

RowT = TypeVar("RowT", bound=Row)


def rows(at: Connection, row_class: type[RowT], *where: ColumnElement[bool]) -> list[RowT]:
    """Return the rows of a class that fulfil every condition, in the order in which they were added."""
    table = TABLES[row_class]
    columns = [table.c[field.name] for field in fields(row_class)]
    found = at.execute(select(*columns).where(*where).order_by(table.c.row_id))
    return [row_class(*values) for values in found]


def last(at: Connection, row_class: type[RowT], *where: ColumnElement[bool]) -> RowT | None:
    """Return the newest row that fulfils every condition, or None."""
    table = TABLES[row_class]
    columns = [table.c[field.name] for field in fields(row_class)]
    found = at.execute(select(*columns).where(*where).order_by(table.c.row_id.desc()).limit(1)).one_or_none()
    return row_class(*found) if found is not None else None


def newest(row_class: type[Row], *names: str) -> ColumnElement[bool]:
    """Return the condition that no later row of the class has the same values in the named columns."""
    table = TABLES[row_class]
    later = table.alias()
    same = [later.c[name] == table.c[name] for name in names]
    return ~exists().where(and_(*same, later.c.row_id > table.c.row_id)).correlate(table)
