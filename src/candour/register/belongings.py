"""What each entry added, read back in bulk for the check: every table once, in order, merged by entry.

Values are read as the home holds them and never converted, so that a date, a truth value or a text that is not
exactly what the program would have written shows as a difference.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from heapq import merge
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Column, Date, LargeBinary, Table, func, select, type_coerce
from sqlalchemy.types import NullType

from candour.register.tables import ENTRIES, FILES, SEALED_CONTENTS, SEALED_KEYS, TABLES, WAITING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, CursorResult

_AT_ONCE = 1000
_CONTENT = SEALED_CONTENTS.c

Found = tuple[int, int, Any]
"""Position of the entry, number of the source, and one row's position and values."""


@dataclass
class Belongings:
    """What stands in the tables for one entry; `rows` is what its open commitment is over."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    sealed: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


class Source:
    """One table to read, under the name that its rows have in the open content."""

    def __init__(self, name: str, table: Table, columns: Iterable[Column[Any]]) -> None:
        self.name = name
        self.table = table
        self.columns = tuple(columns)
        self._names = ("row", *(column.name for column in self.columns))
        kinds = {column.name: _CONVERTERS.get(type(column.type)) for column in self.columns}
        self._converted = [(name, convert) for name, convert in kinds.items() if convert]

    def add(self, to: Belongings, values: Sequence[Any]) -> None:
        """Add one row's values, which follow its position, to an entry's belongings."""
        plain_row = dict(zip(self._names, (self.name, *values[1:]), strict=True))
        for name, convert in self._converted:
            plain_row[name] = convert(plain_row[name])
        if bytes in map(type, plain_row.values()):
            plain_row["bytes"] = "stand where text belongs"
        to.rows.append(plain_row)


class ContentSource(Source):
    """Sealed content: its id is open, its ciphertext is known by its digest."""

    def add(self, to: Belongings, values: Sequence[Any]) -> None:
        """Add the id to the open content and the digest to the sealed."""
        _position, content, ciphertext = values
        to.rows.append({"row": self.name, "content": content if isinstance(content, str) else repr(content)})
        to.sealed.append(_sha256(ciphertext))


class FileSource(Source):
    """Stored files: known by the digest of their bytes, under which they must also be found."""

    def add(self, to: Belongings, values: Sequence[Any]) -> None:
        """Add the digest, or what no entry says where a file stands under another's digest."""
        _position, digest, content = values
        computed = _sha256(content)
        to.files.append(computed if computed == digest else f"{computed} under {digest}")


class Store:
    """Hands out the belongings of each entry; positions are asked for in rising order."""

    def __init__(self, at: Connection, unordered: set[str]) -> None:
        self._sources = sources()
        self._results = [_result(at, source, unordered=source.table.name in unordered) for source in self._sources]
        streams = (_stream(number, result) for number, result in enumerate(self._results))
        self._found = merge(*streams, key=itemgetter(0, 1))
        self._next: Found | None = next(self._found, None)

    def close(self) -> None:
        """Leave what was not read: a server keeps it ready until then."""
        for result in self._results:
            result.close()

    def of(self, position: int) -> Belongings:
        """Return what the tables hold for the entry at a position."""
        belongings = Belongings()
        while self._next is not None and self._next[0] <= position:
            _position, number, values = self._next
            self._sources[number].add(belongings, values)
            self._next = next(self._found, None)
        return belongings


def sources() -> list[Source]:
    """Return every table whose rows belong to entries, in the order of the open content: rows by class name."""
    named = sorted(TABLES.items(), key=lambda item: item[0].__name__)
    rows = [Source(row_class.__name__, table, tuple(table.c)[2:]) for row_class, table in named]
    return [
        *rows,
        ContentSource(
            "sealed_contents", SEALED_CONTENTS, (SEALED_CONTENTS.c.content, SEALED_CONTENTS.c.ciphertext)
        ),
        Source("sealed_keys", SEALED_KEYS, tuple(SEALED_KEYS.c)[2:]),
        FileSource("files", FILES, (FILES.c.digest, FILES.c.content)),
    ]


def misplaced(at: Connection, table: Table) -> list[tuple[int, int]]:
    """Return (row id, position) of the rows that stand after a row of a later entry: rows come as entries do.

    Rows that wait for their place follow all others, and among themselves have no order yet.
    """
    position = position_of(table)
    before = func.lag(position).over(order_by=table.c.row_id)
    rows = select(table.c.row_id, position.label("position"), before.label("before")).subquery()
    found = select(rows.c.row_id, rows.c.position).where(rows.c.position < rows.c.before, rows.c.position < WAITING)
    return [(row_id, place) for row_id, place in at.execute(found)]


def ownerless(at: Connection, table: Table) -> list[int]:
    """Return the ids of the rows that belong to no entry."""
    found = select(table.c.row_id).where(position_of(table).is_(None))
    return list(at.execute(found).scalars())


def position_of(table: Table) -> ColumnElement[int]:
    """Return the position of the entry that a row belongs to, as a column."""
    return select(ENTRIES.c.position).where(ENTRIES.c.uuid == table.c.entry).scalar_subquery()


def _result(at: Connection, source: Source, *, unordered: bool) -> CursorResult[Any]:
    position = position_of(source.table).label("position")
    raw = [type_coerce(column, NullType()) for column in source.columns]
    order = [position, source.table.c.row_id] if unordered else [source.table.c.row_id]
    return at.execution_options(yield_per=_AT_ONCE).execute(select(position, *raw).order_by(*order))


def _stream(number: int, result: CursorResult[Any]) -> Iterator[Found]:
    return ((values[0], number, values) for values in result if values[0] is not None)


def _blob(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else {"no bytes": repr(value)}


def _truth(value: object) -> object:
    return bool(value) if value in {0, 1} else {"no truth value": repr(value)}


def _day(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value  # a server gives days, a file their text


_CONVERTERS: dict[type[Any], Callable[[object], object]] = {LargeBinary: _blob, Boolean: _truth, Date: _day}


def _sha256(content: object) -> str:
    return hashlib.sha256(content).hexdigest() if isinstance(content, bytes) else "no bytes"
