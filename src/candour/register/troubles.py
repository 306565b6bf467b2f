"""The one place that says in plain words what SQLite reports; what it does not know stays loud."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import sqlcipher3

from candour.errors import Refused, Trouble

WRONG_KEY = (
    "The register cannot be opened with this key: sign in with another passphrase or code, "
    "or use this school's recovery sheet."
)
_FULL = "The disk is full, and nothing was saved: make some room, then try again."
_SENTENCES: dict[str, Callable[[], Exception]] = {
    "file is not a database": lambda: Refused(WRONG_KEY),
    "no such table: alembic_version": lambda: Refused("This file is no register of Candour: choose another."),
    "unable to open database file": lambda: Trouble(
        "The register cannot be opened: its file or folder is missing, or this computer account may not read it."
    ),
    "attempt to write a readonly database": lambda: Trouble(
        "The register cannot be written: this computer account may only read its folder. Nothing was saved."
    ),
    "database or disk is full": lambda: Trouble(_FULL),
    # A file size limit and a full quota show as an I/O error too (facts: durability).
    "disk I/O error": lambda: Trouble(
        "The disk did not take what was written, and nothing was saved: it may be full or failing. "
        "Make some room, then try again."
    ),
    "database is locked": lambda: Trouble(
        "Another program is busy with the register. Nothing was saved: try again in a moment."
    ),
    "database disk image is malformed": lambda: Trouble(
        "The register's file is damaged: restore the last back-up, and keep the damaged file."
    ),
}


@contextmanager
def in_plain_words() -> Iterator[None]:
    """Raise `Refused` or `Trouble` with a plain sentence in place of what SQLite says inside this block."""
    try:
        yield
    except Exception as error:
        plain = _plain(error)
        if plain is None:
            raise
        raise plain from error


def _plain(error: Exception) -> Exception | None:
    cause = getattr(error, "orig", error)
    if not isinstance(cause, sqlcipher3.Error):
        return None
    for said, sentence in _SENTENCES.items():
        if said in str(cause):
            return sentence()
    return None
