"""A connection to the encrypted file, set up the one way that loses nothing; no SQLAlchemy in here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import sqlcipher3

from candour.errors import Trouble

if TYPE_CHECKING:
    from pathlib import Path

Mode = Literal["ro", "rw", "rwc"]

KEY_BYTES = 32
OLDEST_SQLITE = (3, 51, 3)
"""The first SQLite without the WAL-reset race (sqlite.org, 3.51.3); an older one may lose a commit."""

BUSY_SECONDS = 30
CACHE_KIB = 64 * 1024


def refuse_old_sqlite(version: tuple[int, ...] = sqlcipher3.sqlite_version_info) -> None:
    """Raise Trouble when this SQLite library is older than `OLDEST_SQLITE`."""
    if tuple(version) < OLDEST_SQLITE:
        found, wanted = (".".join(map(str, v)) for v in (version, OLDEST_SQLITE))
        raise Trouble(f"Candour needs SQLite {wanted} or newer to keep the register safe, and found {found}.")


def keyed(path: Path, key: bytes, mode: Mode = "rw") -> Any:
    """Return a raw connection with its raw key set and nothing read yet; transactions are begun by hand.

    `key` is 32 bytes; `mode` is read-only, read and write, or also create. Whether the key fits shows at the
    first read (sqlcipher3.DatabaseError).
    """
    if len(key) != KEY_BYTES:
        raise ValueError("the key of a register has 32 bytes")
    connection = sqlcipher3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=BUSY_SECONDS,
    )
    # SQLCipher would print its own lines on the terminal for a wrong key; ours is the message.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def durable(path: Path, key: bytes, mode: Mode = "rw") -> Any:
    """Return a raw connection as the register uses it.

    EXTRA stands before the first switch to WAL, since a power cut there could otherwise corrupt the file; in
    WAL, FULL loses no acknowledged commit (facts: 4,232 simulated power losses each, none lost).
    """
    connection = keyed(path, key, mode)
    try:
        for pragma in (
            "secure_delete = ON",
            "temp_store = MEMORY",
            f"cache_size = -{CACHE_KIB}",
            "synchronous = EXTRA",
            "journal_mode = WAL",
            "synchronous = FULL",
            "fullfsync = ON",
            "checkpoint_fullfsync = ON",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            # Without it a REPLACE would delete the old row past its trigger.
            "recursive_triggers = ON",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection
