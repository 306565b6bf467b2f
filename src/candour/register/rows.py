"""Reading rows back as the frozen values of the domain: the one way every query takes."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import and_, exists, select

from candour.domain.journal import Row
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select, Table

RowT = TypeVar("RowT", bound=Row)


def rows(at: Connection, row_class: type[RowT], *where: ColumnElement[bool]) -> list[RowT]:
    """Return the rows of a class that fulfil every condition, in the order in which they were added."""
    found = at.execute(_all_of(row_class).where(*where).order_by(TABLES[row_class].c.row_id))
    return [row_class(*values) for values in found]


def last(at: Connection, row_class: type[RowT], *where: ColumnElement[bool]) -> RowT | None:
    """Return the newest row that fulfils every condition, or None."""
    backwards = TABLES[row_class].c.row_id.desc()
    found = at.execute(_all_of(row_class).where(*where).order_by(backwards).limit(1)).one_or_none()
    return row_class(*found) if found is not None else None


def newest(row_class: type[Row], *names: str) -> ColumnElement[bool]:
    """Return the condition that no later row of the class has the same values in the named columns."""
    return _newest(TABLES[row_class], *names)


# What stays the same in a query costs more to build than the query to run.


def _all_of(row_class: type[Row]) -> Select[Any]:
    return _selected(TABLES[row_class], *(field.name for field in fields(row_class)))


@cache
def _selected(table: Table, *names: str) -> Select[Any]:
    return select(*(table.c[name] for name in names))


@cache
def _newest(table: Table, *names: str) -> ColumnElement[bool]:
    later = table.alias()
    same = [later.c[name] == table.c[name] for name in names]
    return ~exists().where(and_(*same, later.c.row_id > table.c.row_id)).correlate(table)
