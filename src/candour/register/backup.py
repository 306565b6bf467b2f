"""Copies of the register through SQLite's back-up API, verified before they are kept."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING, Any

from candour.errors import Refused, Trouble
from candour.register.connection import keyed
from candour.register.troubles import in_plain_words

if TYPE_CHECKING:
    from pathlib import Path

    from candour.register.engine import FileRegister

_BAD_COPY = "The back-up did not verify and was not kept: look at the disk it goes to, then try again."


def back_up(register: FileRegister, target: Path) -> Path:
    """Write a closed, encrypted copy of the register to `target`, under the same key, and return it.

    Raises Refused when `target` exists, Trouble when the disk does not take it or the copy does not verify; then
    nothing is left at `target`.
    """
    if target.exists():
        raise Refused(f"{target} exists already: choose another name for the back-up.")
    with in_plain_words(), closing(register.raw()) as source:
        return copy_verified(source, target, register.key)


def copy_verified(source: Any, target: Path, key: bytes) -> Path:
    """Copy an open raw connection's register to `target` under `key`, verified, synced and renamed into place."""
    making = target.with_name(target.name + ".part")
    making.unlink(missing_ok=True)
    try:
        with closing(keyed(making, key, "rwc")) as copy:
            source.backup(copy)
            # A closed file: no WAL to lose on the way to a second place.
            copy.execute("PRAGMA journal_mode = DELETE").fetchall()
            _verify(copy)
        _sync(making)
        making.replace(target)
    finally:
        making.unlink(missing_ok=True)
    return target


def _verify(copy: Any) -> None:
    # cipher_integrity_check compares every page's HMAC and says nothing when all are right.
    if copy.execute("PRAGMA cipher_integrity_check").fetchall():
        raise Trouble(_BAD_COPY)
    if copy.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise Trouble(_BAD_COPY)


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
