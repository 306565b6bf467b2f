"""The one place that says in plain words what SQLite and a server report; what it does not know stays loud."""

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
    """Raise `Refused` or `Trouble` with a plain sentence in place of what SQLite or a server says in this block."""
    try:
        yield
    except Exception as error:
        plain = _plain(error)
        if plain is None:
            raise
        raise plain from error


_UNREACHED = (
    "The school's server cannot be reached, and nothing was saved: look whether this computer is in the school's "
    "network, then try again."
)
_SERVER_SENTENCES: dict[str, Callable[[], Exception]] = {
    "password authentication failed": lambda: Refused(
        "The school's server does not know this name and password: type them again, or ask who keeps the server."
    ),
    "authentication method requirement": lambda: Refused(
        "The server asks for the password in a way that could give it away, and did not get it. "
        "Ask whoever keeps the server to turn on SCRAM."
    ),
    "uq_reminded_once_a_day": lambda: Refused(
        "Some of them were reminded today, at another computer. Nothing is noted: open Reminders again first."
    ),
}
_SERVER_CODES: dict[str, Callable[[], Exception]] = {
    "25006": lambda: Trouble("The school's server only lets the register be read. Nothing was saved."),
    "53100": lambda: Trouble("The disk of the school's server is full, and nothing was saved: tell who keeps it."),
    "53300": lambda: Trouble("Too many people are at the register. Nothing was saved: try again in a moment."),
}
"""By SQLSTATE (PostgreSQL, appendix A)."""

_SERVER_GONE = ("08", "57P")
"""SQLSTATE classes of a lost connection and of a server that stops or starts."""


def _plain(error: Exception) -> Exception | None:
    cause = getattr(error, "orig", error)
    if isinstance(cause, sqlcipher3.Error):
        return _known(_SENTENCES, str(cause))
    if type(cause).__module__.startswith("psycopg"):  # not imported here: a school with a file never loads it
        return _server_trouble(cause)
    return None


def _server_trouble(cause: Exception) -> Exception | None:
    code = getattr(cause, "sqlstate", None) or ""
    known = _known(_SERVER_SENTENCES, str(cause)) or _known(_SERVER_CODES, code)
    # libpq gives no code where there is no connection, or no more.
    gone = code.startswith(_SERVER_GONE) or (not code and type(cause).__name__ == "OperationalError")
    return known or (Trouble(_UNREACHED) if gone else None)


def _known(sentences: dict[str, Callable[[], Exception]], said: str) -> Exception | None:
    return next((sentence() for words, sentence in sentences.items() if words in said), None)
