"""The tables: one for each class of row that the domain names, and those that carry the journal itself.

A row class becomes its table by one plain rule (`table_of`): the class's name in lower case with underscores, a
column for each field, a `row_id` that gives the order, and the `entry` that added the row. The migrations say
the same in full; a test finds any drift between the two.
"""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any, get_type_hints

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    UniqueConstraint,
    text,
)

from candour.domain.journal import CONFIDENTIAL
from candour.register.row_classes import INDEXES, ROW_CLASSES, RULES

if TYPE_CHECKING:
    from sqlalchemy.types import TypeEngine

    from candour.domain.journal import Row

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_COLUMN_TYPES: dict[Any, tuple[type[TypeEngine[Any]], bool]] = {
    str: (String, False),
    bytes: (LargeBinary, False),
    int: (Integer, False),
    bool: (Boolean, False),
    date: (Date, False),
    date | None: (Date, True),
}

WAITING = 2**62
"""From this number on, an entry's position and a row's id say that it waits for its place (`journal.link_new`).

So what waits stands after everything that is linked, in its own order, wherever rows are read by their number.
"""

_NUMBER = Integer().with_variant(BigInteger(), "postgresql")

SHOWN = f"kind <> '{CONFIDENTIAL}'"
"""The condition of the indexes of the entries that HR may read, so that no page reads past the others."""

SHOWN_INDEXES = {
    "ix_entries_shown": ("position", "kind", "received"),
    "ix_entries_shown_author": ("author", "kind"),
}
"""Pages and counts come from the first alone; the second finds what somebody did."""

ENTRIES = Table(
    "entries",
    METADATA,
    Column("position", _NUMBER, primary_key=True),
    Column("uuid", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("author", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("received", String, nullable=False),
    Column("hash", String, nullable=False),
    Index(None, "subject"),
    *(
        Index(name, *columns, sqlite_where=text(SHOWN), postgresql_where=text(SHOWN))
        for name, columns in SHOWN_INDEXES.items()
    ),
)
"""The journal: signed entries in the order of their chain; kind, author and subject repeat the content."""


def _of_entry() -> Column[Any]:
    return Column("entry", String, ForeignKey(ENTRIES.c.uuid), nullable=False, index=True)


def _row_id() -> Column[Any]:
    return Column("row_id", _NUMBER, primary_key=True)


SALTS = Table(
    "salts",
    METADATA,
    Column("entry", String, ForeignKey(ENTRIES.c.uuid), primary_key=True),
    Column("salt", LargeBinary, nullable=False),
)
"""The 32 random bytes that salt an entry's commitment to its open content; erasing them is erasing it."""

SEALED_CONTENTS = Table(
    "sealed_contents",
    METADATA,
    _row_id(),
    Column("content", String, nullable=False, unique=True),
    _of_entry(),
    Column("ciphertext", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
"""Ciphertext that only its readers can open, under the opaque id that rows refer to."""

SEALED_KEYS = Table(
    "sealed_keys",
    METADATA,
    _row_id(),
    _of_entry(),
    Column("content", String, ForeignKey(SEALED_CONTENTS.c.content), nullable=False),
    Column("reader", String, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    UniqueConstraint("content", "reader"),
    sqlite_autoincrement=True,
)
"""The key of sealed content, sealed to one reader's reading key."""

FILES = Table(
    "files",
    METADATA,
    _row_id(),
    Column("digest", String, nullable=False, index=True),
    _of_entry(),
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)
"""Stored PDFs and documents, found by the SHA-256 of their bytes."""

SECRETS = Table(
    "secrets",
    METADATA,
    Column("owner", String, primary_key=True),
    Column("purpose", String, primary_key=True),
    Column("blob", LargeBinary, nullable=False),
)
"""Wrapped private keys: not journalled, and the only rows that are ever replaced or deleted."""

ABOUT = Table(
    "about",
    METADATA,
    Column("register", String, primary_key=True),
    Column("school", String, nullable=False),
)
"""Which register and school this file is: one row, repeated inside every entry."""


def table_name(row_class: type[Row]) -> str:
    """Return a row class's table name: "InRound" is in_round."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", row_class.__name__).lower()


def table_of(row_class: type[Row]) -> Table:
    """Return the table of a row class, made from its fields; KeyError for a type that no column has."""
    hints = get_type_hints(row_class)
    columns = [_column(field.name, hints[field.name]) for field in fields(row_class)]
    indexes = [Index(None, *names) for names in INDEXES.get(row_class, ())]
    return Table(
        table_name(row_class),
        METADATA,
        _row_id(),
        _of_entry(),
        *columns,
        *indexes,
        *RULES.get(row_class, ()),
        sqlite_autoincrement=True,
    )


def _column(name: str, hint: object) -> Column[Any]:
    kind, nullable = _COLUMN_TYPES[hint]
    return Column(name, kind(), nullable=nullable)


TABLES: dict[type[Row], Table] = {row_class: table_of(row_class) for row_class in ROW_CLASSES}

APPEND_ONLY: tuple[str, ...] = tuple(sorted(set(METADATA.tables) - {SECRETS.name}))
"""The tables whose rows two triggers, made by the migrations, keep from being changed or deleted.

They guard against mistakes; against somebody who holds the key, the journal does. Erasure will be a condition of
the second trigger, made by its own migration: a row goes only once an erasure names its entry.
"""
