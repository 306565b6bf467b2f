"""The steps that migrations are made of; what a released migration makes with them stays as it was."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

Columns = list[sa.Column[Any]]


def rows_of_entries(name: str, columns: list[Any], *indexes: list[str]) -> None:
    """Make a table of rows that each belong to an entry, with an index on it and on each list of columns."""
    op.create_table(
        name,
        sa.Column("row_id", sa.Integer(), nullable=False),
        *texts("entry"),
        *columns,
        sa.PrimaryKeyConstraint("row_id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["entry"], ["entries.uuid"], name=f"fk_{name}_entry"),
        sqlite_autoincrement=True,
    )
    for columns_of_index in [["entry"], *indexes]:
        op.create_index(f"ix_{name}_{'_'.join(columns_of_index)}", name, columns_of_index)


def append_only(table: str) -> None:
    """Make the two triggers that keep a table's rows from being changed and from being deleted."""
    quoted = op.get_bind().dialect.identifier_preparer.quote(table)
    for deed, done in (("UPDATE", "changed"), ("DELETE", "deleted")):
        op.execute(
            f"CREATE TRIGGER {table}_never_{done} BEFORE {deed} ON {quoted} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def texts(names: str) -> Columns:
    """Return a column of text for each name."""
    return [sa.Column(name, sa.String(), nullable=False) for name in names.split()]


def blobs(names: str) -> Columns:
    """Return a column of bytes for each name."""
    return [sa.Column(name, sa.LargeBinary(), nullable=False) for name in names.split()]


def flags(names: str) -> Columns:
    """Return a column of truth values for each name."""
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names.split()]


def date(name: str) -> sa.Column[Any]:
    """Return a column of days."""
    return sa.Column(name, sa.Date(), nullable=False)


def date_or_none(name: str) -> sa.Column[Any]:
    """Return a column of days that may be empty."""
    return sa.Column(name, sa.Date(), nullable=True)


def number(name: str) -> sa.Column[Any]:
    """Return a column of whole numbers."""
    return sa.Column(name, sa.Integer(), nullable=False)
