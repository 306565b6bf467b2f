"""The embedded register: one SQLCipher file, opened, read and written the one way that loses nothing."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import QueuePool

from candour.errors import Refused, Trouble
from candour.register.connection import durable, refuse_old_sqlite
from candour.register.home import Register
from candour.register.placement import check_place
from candour.register.schema import REVISIONS
from candour.register.troubles import in_plain_words
from candour.register.unit import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Engine

__all__ = [
    "WRITING",
    "Connection",
    "FileRegister",
    "Register",
    "Writer",
    "create_register",
    "engine_of",
    "open_register",
    "sync_folder",
]

WRITING = "candour_writing"
CONNECTIONS = 2
MORE_CONNECTIONS = 8


class FileRegister(Register):
    """An open register in one encrypted file of this computer, under the 32 bytes of `key`."""

    def __init__(self, path: Path, key: bytes, *, newer: bool = False) -> None:
        self.path = path
        self.key = key
        super().__init__(engine_of(partial(durable, path, key)), {}, {WRITING: True}, newer=newer)

    @contextmanager
    def examine(self) -> Iterator[Connection]:
        """Give a reading connection for the check: text that is no UTF-8 arrives marked, and stops nothing."""
        engine = engine_of(self._lenient)
        try:
            with in_plain_words(), engine.connect() as at:
                yield at
        finally:
            engine.dispose()

    def settle(self) -> None:
        """Move what was written into the file itself, so that nothing destroyed stays behind in the WAL."""
        with in_plain_words(), self._engine.connect() as at:
            raw: Any = at.connection.dbapi_connection
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def raw(self) -> Any:
        """Return a new raw connection (DB-API), which the caller closes; for back-ups."""
        return durable(self.path, self.key)

    def _lenient(self) -> Any:
        connection = self.raw()
        connection.text_factory = lambda text: text.decode("utf-8", "surrogateescape")
        return connection


_REPLACED = "The register was just brought up to date by another copy of Candour: try again."
_MISSING = "There is no register at {}: was it moved, or is its disk not connected?"


def create_register(path: Path, key: bytes, register_id: str, school_id: str) -> FileRegister:
    """Make a new, empty register at `path`, encrypted with the 32 bytes of `key`, and open it.

    It is made under another name beside it and then renamed: a cut leaves no half register. Raises Refused for a
    place that is not safe or already taken, Trouble for a disk that does not take it.
    """
    from candour.register import migrate  # noqa: PLC0415 - Alembic costs time that an ordinary start does not have

    refuse_old_sqlite()
    check_place(path.parent)
    if path.exists():
        raise Refused(f"There is a register at {path} already: open that one, or choose another folder.")
    making = path.with_name(path.name + ".making")
    _clear(making)
    with in_plain_words():
        engine = engine_of(partial(durable, making, key, "rwc"))
        try:
            migrate.create(engine, {WRITING: True}, register_id, school_id)
        finally:
            engine.dispose()
    making.rename(path)
    sync_folder(path.parent)
    return open_register(path, key)


def open_register(path: Path, key: bytes) -> FileRegister:
    """Open the register at `path`; an older one is first brought up to date on a copy, with a back-up kept.

    Raises Refused for a wrong key (the file stays as it was) or an unsafe place, Trouble when the file is missing
    or cannot be read.
    """
    refuse_old_sqlite()
    check_place(path.parent)
    if not path.exists():
        raise Trouble(_MISSING.format(path))
    with in_plain_words():
        revision = _revision(path, key)
    if revision in REVISIONS[:-1]:
        from candour.register import migrate  # noqa: PLC0415 - only an old register needs Alembic

        migrate.upgrade(path, key)
    file = path.stat().st_ino
    register = FileRegister(path, key, newer=revision not in REVISIONS)
    if path.stat().st_ino != file:  # another copy of the program has just put an upgraded file in its place
        register.close()
        raise Trouble(_REPLACED)
    return register


def engine_of(connect: Callable[[], Any]) -> Engine:
    """Return an engine over raw connections that `connect` makes, with BEGIN said by us and never by the driver.

    The plain SQLite dialect over the sqlcipher3 module, since SQLAlchemy's pysqlcipher dialect would set the key
    from its URL after `connect` has set it.
    """
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=connect,
        poolclass=QueuePool,
        pool_size=CONNECTIONS,
        max_overflow=MORE_CONNECTIONS,
    )
    event.listen(engine, "begin", _begin)
    return engine


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable (Windows needs and knows no such call)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get(WRITING, False)
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _revision(path: Path, key: bytes) -> str:
    connection = durable(path, key)
    try:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    finally:
        connection.close()


def _clear(making: Path) -> None:
    for left_over in (making, *(making.with_name(making.name + end) for end in ("-wal", "-shm", "-journal"))):
        left_over.unlink(missing_ok=True)
