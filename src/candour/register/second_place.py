"""The second place for back-ups: another folder than the register's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.errors import Refused, Trouble
from candour.register.backup import back_up
from candour.register.engine import FileRegister

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from candour.register.home import Register

_SERVER = "The register lies on a server, which has back-ups of its own: ask who looks after it."
_OWN = "That is where the register itself lies: choose another place, best on another disk."


def lies_in(register: Register) -> str:
    """Return the folder that the register lies in, "" where it lies on a server."""
    return str(register.path.parent) if isinstance(register, FileRegister) else ""


def back_up_into(register: Register, folder: Path, day: date) -> Path:
    """Write a verified, closed copy of the register into a folder, named by the day, and return it.

    A synced folder is right for it, since the copy is encrypted and nobody writes in it. Raises Refused for the
    register's own folder, Trouble where the folder cannot be written.
    """
    if not isinstance(register, FileRegister):
        raise Refused(_SERVER)
    own = register.path.parent.resolve()
    if own in (folder.resolve(), *folder.resolve().parents):
        raise Refused(_OWN)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise Trouble(f"The folder {folder} cannot be made: choose another one.") from reason
    return back_up(register, _free(folder, day))


def _free(folder: Path, day: date) -> Path:
    stem = f"candour-back-up-{day.isoformat()}"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.db" for number in range(1, 1000))
    return next(folder / name for name in names if not (folder / name).exists())
