"""Small files that must never be half written, nor written by two at once."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from candour.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

OPEN_TO_ITS_OWNER = 0o600
AS_THE_FOLDER_RULES = 0o666  # less the umask, as for any new file


def read_file(path: Path) -> bytes | None:
    """Return what the file holds, or None where there is none; raises Trouble when it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as reason:
        raise _trouble(path, "read", reason) from reason


def replace_file(path: Path, content: bytes, new_mode: int) -> None:
    """Write the whole file or nothing of it, and have it on the disk when this returns.

    A file that is there keeps its mode: a school that opened the folder to several accounts of the
    computer meant it. `new_mode` is for a file that is new. Raises Trouble (disk full, no right to write).
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        try:
            _write(beside, content, new_mode)
            if path.exists():
                beside.chmod(path.stat().st_mode & 0o777)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _settle(path.parent)
    except OSError as reason:
        raise _trouble(path, "written", reason) from reason


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold an exclusive lock beside the file, so that two programs never change it at once.

    The lock is on a file of its own, which stays: the file itself is replaced at every change. The
    operating system frees it however the program ends. Raises Trouble where no lock can be had.
    """
    try:
        handle = os.open(path.with_name(f"{path.name}.lock"), os.O_RDONLY | os.O_CREAT, AS_THE_FOLDER_RULES)
    except OSError as reason:
        raise _trouble(path, "locked", reason) from reason
    try:
        try:
            _lock(handle)
        except OSError as reason:
            raise _trouble(path, "locked", reason) from reason
        yield
    finally:
        os.close(handle)


def _write(path: Path, content: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # tries for ten seconds

    def _settle(folder: Path) -> None:
        """Windows has no way to settle a folder, and needs none after a replacement."""

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _settle(folder: Path) -> None:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _trouble(path: Path, doing: str, reason: OSError) -> Trouble:
    why = reason.strerror or str(reason)
    return Trouble(
        f"The file “{path.name}” in “{path.parent}” cannot be {doing} ({why}): "
        "look at the disk's free space and at who may write there, then try again."
    )
