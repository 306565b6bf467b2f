"""The journal as it is kept: an act becomes one signed entry of the chain."""

from __future__ import annotations

import json
import os
import uuid
from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from candour.domain.journal import (
    ENTRY_TAG,
    NO_HEAD,
    Act,
    Author,
    Entry,
    Head,
    LinkedEntry,
    Row,
    SealedContent,
    chain_hash,
    entry_bytes,
    open_commitment,
    plain_row,
)
from candour.register.tables import (
    ABOUT,
    ENTRIES,
    FILES,
    SALTS,
    SEALED_CONTENTS,
    SEALED_KEYS,
    TABLES,
    WAITING,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, RowMapping, Select, Table

SALT_BYTES = 32


def head(at: Connection) -> Head:
    """Return the newest linked entry's position and hash, or NO_HEAD in an empty journal."""
    newest = (
        select(ENTRIES.c.position, ENTRIES.c.hash)
        .where(ENTRIES.c.position < WAITING)
        .order_by(ENTRIES.c.position.desc())
        .limit(1)
    )
    found = at.execute(newest).one_or_none()
    return Head(found.position, found.hash) if found else NO_HEAD


def hash_at(at: Connection, position: int) -> str | None:
    """Return the chain's hash at a position, or None where there is no entry."""
    return at.execute(select(ENTRIES.c.hash).where(ENTRIES.c.position == position)).scalar_one_or_none()


def record(at: Connection, act: Act, author: Author, now: datetime, seen: Head | None = None) -> LinkedEntry:
    """Sign an act as one entry, store it, and add its rows, sealed content and files; return the entry.

    `now` is aware, `seen` the head that the author last saw (the newest, if not given). The caller commits.
    """
    salt = os.urandom(SALT_BYTES) if act.rows or act.sealed else b""
    entry = _entry_of(at, act, author, now, seen or head(at), salt)
    content = entry_bytes(entry)
    linked = add(at, entry, content, author.sign(content), as_time(now))
    if salt:
        at.execute(insert(SALTS), {"entry": entry.uuid, "salt": salt})
    _add_rows(at, entry.uuid, act)
    _add_sealed(at, entry.uuid, act)
    for file in act.files:
        at.execute(insert(FILES), {"digest": file.digest, "entry": entry.uuid, "content": file.content})
    return linked


def add(at: Connection, entry: Entry, content: bytes, signature: bytes, received: str) -> LinkedEntry:
    """Store a signed entry and return it as it stands: linked at once in a file, waiting for its place on a server.

    A file's write lock is held by the unit from its first statement on. A server's members wait for nobody, since
    any lock that one could take, one could keep.
    """
    values: dict[str, Any] = {
        "uuid": entry.uuid,
        "kind": entry.kind,
        "author": entry.author,
        "subject": entry.subject,
        "content": content,
        "signature": signature,
        "received": received,
        "hash": "",
    }
    if not waits(at):
        place = _after(head(at), content, signature, received)
        values |= {"position": place.position, "hash": place.hash}
    position = at.execute(insert(ENTRIES).returning(ENTRIES.c.position), values).scalar_one()
    return LinkedEntry(position, content, signature, received, values["hash"], entry)


def link_new(at: Connection) -> int:
    """Give each entry that waits the next position and chain hash, in the order in which they came; say how many.

    The rows of these entries follow, so that rows come as entries do. One links at a time: the lock is on a row
    that members may not change, and so cannot hold.
    """
    at.execute(select(ABOUT.c.register).with_for_update())
    place, columns = head(at), (ENTRIES.c.position, ENTRIES.c.content, ENTRIES.c.signature, ENTRIES.c.received)
    waiting = select(*columns).where(ENTRIES.c.position >= WAITING).order_by(ENTRIES.c.position)
    # Who adds a row to another's entry, and lingers, holds that entry; it is passed over until they let go.
    free = at.execute(waiting.with_for_update(skip_locked=True)).all()
    for found in free:
        place = _after(place, found.content, found.signature, found.received)
        linked = update(ENTRIES).where(ENTRIES.c.position == found.position)
        at.execute(linked.values(position=place.position, hash=place.hash))
    for table in (*TABLES.values(), SEALED_CONTENTS, SEALED_KEYS, FILES):
        _place_rows(at, table)
    return len(free)


def waits(at: Connection) -> bool:
    """Tell whether an entry of this home waits for its place: on a server, and never in a file."""
    return at.dialect.name == "postgresql"


def _after(last: Head, content: bytes, signature: bytes, received: str) -> Head:
    return Head(last.position + 1, chain_hash(bytes.fromhex(last.hash), content, signature, received).hex())


def _place_rows(at: Connection, table: Table) -> None:
    row_id, before = table.c.row_id, table.alias().c.row_id
    newest = select(func.coalesce(func.max(before), 0)).where(before < WAITING).scalar_subquery()
    in_order = func.row_number().over(order_by=(ENTRIES.c.position, row_id))
    linked = select(row_id, (newest + in_order).label("place")).join(ENTRIES, ENTRIES.c.uuid == table.c.entry)
    found = linked.where(row_id >= WAITING, ENTRIES.c.position < WAITING).subquery()
    at.execute(update(table).where(row_id == found.c.row_id).values(row_id=found.c.place))


def open_content(rows: tuple[Row, ...], sealed: tuple[SealedContent, ...]) -> list[dict[str, Any]]:
    """Return what an entry's open commitment is over: its rows by class name, then ids and keys of what is sealed.

    Rows of one class keep their order, which their row ids give back; the ciphertext has its own digest.
    """
    by_class = sorted(rows, key=lambda row: type(row).__name__)
    contents = [{"row": "sealed_contents", "content": one.content} for one in sealed]
    keys = [
        {"row": "sealed_keys", "content": one.content, "reader": reader, "wrapped": wrapped.hex()}
        for one in sealed
        for reader, wrapped in one.keys.items()
    ]
    return [plain_row(row) for row in by_class] + contents + keys


def read_entry(content: bytes) -> Entry:
    """Return the entry that its signed bytes say; ValueError when they are not exactly an entry's bytes."""
    if not content.startswith(ENTRY_TAG):
        raise ValueError("the bytes carry no entry's domain tag")
    said = json.loads(content[len(ENTRY_TAG) :])
    if not isinstance(said, dict) or said.keys() != _ENTRY_FIELDS:
        raise ValueError("the bytes do not have an entry's fields")
    entry = Entry(**said | {"sealed": tuple(said["sealed"]), "files": tuple(said["files"])})
    if entry_bytes(entry) != content:
        raise ValueError("the bytes are not the canonical form of an entry")
    return entry


def linked_entry(found: RowMapping) -> LinkedEntry:
    """Return a stored entry as a frozen value."""
    return LinkedEntry(
        found["position"],
        found["content"],
        found["signature"],
        found["received"],
        found["hash"],
        read_entry(found["content"]),
    )


def as_time(moment: datetime) -> str:
    """Return an aware moment as the journal writes it: UTC, ISO 8601, milliseconds."""
    if moment.tzinfo is None:
        raise ValueError("the journal wants a moment with its time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def entries_of(at: Connection, subject: str) -> list[LinkedEntry]:
    """Return the entries about one subject, oldest first."""
    found = at.execute(select(ENTRIES).where(ENTRIES.c.subject == subject).order_by(ENTRIES.c.position))
    return [linked_entry(row) for row in found.mappings()]


def first_entry(at: Connection, uuids: Select[tuple[str]]) -> LinkedEntry | None:
    """Return the oldest of the entries that a query names by UUID, or None when it names none."""
    found = at.execute(select(ENTRIES).where(ENTRIES.c.uuid.in_(uuids)).order_by(ENTRIES.c.position).limit(1))
    row = found.mappings().first()
    return linked_entry(row) if row is not None else None


def count(at: Connection) -> int:
    """Return how many entries the journal holds."""
    return at.execute(select(func.count()).select_from(ENTRIES)).scalar_one()


_ENTRY_FIELDS = {field.name for field in fields(Entry)}


def _entry_of(at: Connection, act: Act, author: Author, now: datetime, seen: Head, salt: bytes) -> Entry:
    about = at.execute(select(ABOUT)).one()
    return Entry(
        uuid=str(uuid.uuid4()),
        register=about.register,
        school=about.school,
        kind=act.kind,
        author=author.key_id,
        subject=act.subject,
        open=open_commitment(salt, open_content(act.rows, act.sealed)) if salt else "",
        sealed=tuple(one.digest for one in act.sealed),
        files=tuple(one.digest for one in act.files),
        clock=as_time(now),
        seen_position=seen.position,
        seen_hash=seen.hash,
    )


def _add_rows(at: Connection, entry: str, act: Act) -> None:
    by_class: dict[type[Row], list[dict[str, Any]]] = {}
    for row in act.rows:
        values = {field.name: getattr(row, field.name) for field in fields(row)}
        by_class.setdefault(type(row), []).append(values | {"entry": entry})
    for row_class, values_of_rows in by_class.items():
        at.execute(insert(TABLES[row_class]), values_of_rows)


def _add_sealed(at: Connection, entry: str, act: Act) -> None:
    for one in act.sealed:
        at.execute(insert(SEALED_CONTENTS), {"content": one.content, "entry": entry, "ciphertext": one.ciphertext})
        keys = [
            {"entry": entry, "content": one.content, "reader": reader, "wrapped": wrapped}
            for reader, wrapped in one.keys.items()
        ]
        if keys:
            at.execute(insert(SEALED_KEYS), keys)
