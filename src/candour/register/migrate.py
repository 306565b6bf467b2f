"""Making a register and bringing an old one up to date, by the same migrations."""

from __future__ import annotations

import os
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3
from alembic import command
from alembic.config import Config
from sqlalchemy import insert

from candour.errors import Trouble
from candour.register import engine as engines
from candour.register.backup import copy_verified
from candour.register.connection import keyed
from candour.register.tables import ABOUT
from candour.register.troubles import in_plain_words

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from candour.register.home import Options

MIGRATIONS = Path(__file__).parent / "migrations"

_OPEN_ELSEWHERE = (
    "The register has to be brought up to date, and another copy of Candour has it open: "
    "close that one, then try again."
)


def config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration, in code, so that an installed wheel needs no file beside it."""
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def create(engine: Engine, options: Options, register_id: str, school_id: str) -> None:
    """Make every table in an empty home and say which register and school it is, in one transaction.

    `options` are what a writing connection of the home is told.
    """
    with engine.connect() as connection:
        writing = connection.execution_options(**options)
        with writing.begin():
            command.upgrade(config(writing), "head")
            writing.execute(insert(ABOUT), {"register": register_id, "school": school_id})


def upgrade(path: Path, key: bytes, target: str = "head") -> Path:
    """Bring an old register up to date on a copy, then put the copy in its place; return the back-up kept first.

    The old file stays until the moment of the rename: whatever fails before leaves it as it was. Raises Trouble
    when another program has it open, or when the copy does not pass its checks.
    """
    file = path.stat().st_ino
    with in_plain_words(), closing(_alone(path, key)) as old:
        if path.stat().st_ino != file:
            raise Trouble(_OPEN_ELSEWHERE)  # another copy of the program has just done it
        revision = old.execute("SELECT version_num FROM alembic_version").fetchone()[0]
        kept = copy_verified(old, path.with_name(f"{path.stem}-before-{revision}{path.suffix}"), key)
        making = copy_verified(old, path.with_name(path.name + ".upgrading"), key)
        _upgrade_copy(making, key, target)
        if os.name != "nt":  # Windows renames no open file, and elsewhere the lock is to hold until the rename
            making.replace(path)
    if os.name == "nt":
        making.replace(path)
    engines.sync_folder(path.parent)
    return kept


def upgrade_shared(engine: Engine) -> None:
    """Bring the register on a server up to date in one transaction; who comes second finds it done."""
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("LOCK TABLE alembic_version IN ACCESS EXCLUSIVE MODE")
        command.upgrade(config(connection), "head")


def _alone(path: Path, key: bytes) -> Any:
    # Leaving WAL needs every other connection gone, and folds the WAL into the file that is going to be replaced.
    # The lock is kept by the locking mode: SQLite's back-up API does not read beside an open write transaction.
    connection = keyed(path, key)
    connection.execute("PRAGMA busy_timeout = 2000")
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
        left_wal = connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] == "delete"
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except sqlcipher3.OperationalError as error:
        connection.close()
        if "locked" in str(error):
            raise Trouble(_OPEN_ELSEWHERE) from error
        raise
    if not left_wal:
        connection.close()
        raise Trouble(_OPEN_ELSEWHERE)
    return connection


def _upgrade_copy(making: Path, key: bytes, target: str) -> None:
    engine = engines.engine_of(partial(_without_foreign_keys, making, key))
    try:
        with engine.connect() as connection:
            writing = connection.execution_options(**{engines.WRITING: True})
            with writing.begin():
                command.upgrade(config(writing), target)
                _no_dangling(writing)
    finally:
        engine.dispose()
    with closing(keyed(making, key, "ro")) as made:
        if made.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise Trouble("The register could not be brought up to date, and was left as it is.")


def _without_foreign_keys(path: Path, key: bytes) -> Any:
    # With foreign keys on, rebuilding a parent table would silently delete its children.
    connection = keyed(path, key)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA synchronous = EXTRA")
    return connection


def _no_dangling(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise Trouble("The register could not be brought up to date, and was left as it is.")
