"""The steps that migrations are made of; what a released migration makes with them stays as it was."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

Columns = list[sa.Column[Any]]


def shared() -> bool:
    """Tell whether the register lies on a server, where entries and rows wait for their place."""
    return op.get_bind().dialect.name == "postgresql"


def number_in_order(name: str) -> sa.Column[Any]:
    """Return the column that gives the order; on a server its values wait, from 2^62 on, until they are linked."""
    if not shared():
        return sa.Column(name, sa.Integer(), nullable=False)
    waiting = sa.text("4611686018427387904 + nextval('waiting')")
    return sa.Column(name, sa.BigInteger(), nullable=False, server_default=waiting)


def guards() -> None:
    """Make what the triggers of a server call: nothing is changed, but what waits is given its place once."""
    op.execute("CREATE SEQUENCE waiting")
    op.execute(_FUNCTION.format(name="append_only", declared="", allowed=""))
    row = _MOVED.format(number="row_id", also="")
    op.execute(_FUNCTION.format(name="row_linked_once", declared=_WANTED, allowed=row))
    entry = _MOVED.format(number="position", also="NEW.hash := OLD.hash;")
    op.execute(_FUNCTION.format(name="entry_linked_once", declared=_WANTED, allowed=entry))


_FUNCTION = """
CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
{declared}
BEGIN
    {allowed}
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END
$$
"""
_WANTED = "DECLARE wanted CONSTANT record := NEW;"
_MOVED = """
    IF OLD.{number} >= 4611686018427387904 AND NEW.{number} < 4611686018427387904 THEN
        NEW.{number} := OLD.{number}; {also}
        IF NEW IS NOT DISTINCT FROM OLD THEN RETURN wanted; END IF;
    END IF;
"""


def rows_of_entries(name: str, columns: list[Any], *indexes: list[str]) -> None:
    """Make a table of rows that each belong to an entry, with an index on it and on each list of columns."""
    op.create_table(
        name,
        number_in_order("row_id"),
        *texts("entry"),
        *columns,
        sa.PrimaryKeyConstraint("row_id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["entry"], ["entries.uuid"], name=f"fk_{name}_entry"),
        sqlite_autoincrement=True,
    )
    for columns_of_index in [["entry"], *indexes]:
        op.create_index(f"ix_{name}_{'_'.join(columns_of_index)}", name, columns_of_index)


def append_only(table: str, changed: str = "append_only") -> None:
    """Make the two triggers that keep a table's rows from being changed and from being deleted.

    `changed` is the function of `guards` that judges a change on a server; in a file none is ever allowed.
    """
    quoted = op.get_bind().dialect.identifier_preparer.quote(table)
    if shared():
        op.execute(
            f"CREATE TRIGGER {table}_never_changed BEFORE UPDATE ON {quoted} "
            f"FOR EACH ROW EXECUTE FUNCTION {changed}()"
        )
        op.execute(
            f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE OR TRUNCATE ON {quoted} "
            "FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
        )
        return
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
