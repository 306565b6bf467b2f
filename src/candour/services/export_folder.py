"""The folder that an export writes into: each file whole or not at all, and looked at before it counts as saved."""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from candour.domain.exports import DECLARATIONS, ON_PAPER, Existing, another_name, beyond_260, is_copy, one_name
from candour.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from candour.domain.exports import ExportLine

FULL = "The disk is full: make room there, or choose another folder."
READ_ONLY = "That folder takes no files from you: choose another one, or ask who looks after it."
GONE = "The folder is gone: connect it again, or choose another one."
IN_USE = "The file there is in use, or may not be changed: close it, then try again."
TOO_LONG = "Its name is too long there: choose a folder nearer the top."
TOO_LARGE = "The disk takes no file of this size: choose another folder."

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_ABSENT = {errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENODEV}


class ExportFolder:
    """What an export has done so far in one folder.

    `holds` says why a file's signatures do not hold, "" if they do. `trouble` is what the folder as a whole does
    not take any more: then nothing else is tried.
    """

    def __init__(self, folder: Path, existing: Existing, holds: Callable[[bytes], str]) -> None:
        """Make the folder; raises Trouble for one that cannot be made or read."""
        self.top = reachable(folder)
        self._signed = self.top / DECLARATIONS
        make(self._signed)
        self._existing = existing
        self._holds = holds
        self._names = {name: names_in(self.top / name) for name in (DECLARATIONS, ON_PAPER)}
        self.saved = self.there = self.skipped = 0
        self.written: list[ExportLine] = []
        self.left: list[tuple[ExportLine, str]] = []
        self.trouble = ""

    def put(self, line: ExportLine, content: Callable[[], bytes]) -> None:
        """Write one file, unless it lies there already; what the disk does not take is left, with the reason."""
        names = self._names[line.folder]
        name = names.get(one_name(line.file), "")
        if name and not self._same(name, line):
            if self._existing is Existing.SKIP:
                self.skipped += 1
                return
            if self._existing is Existing.KEEP_BOTH:
                name = self._beside(line)
        try:
            if name and self._same(name, line):
                self.there += 1
            else:
                name = name or line.file
                self._write_checked(name, line, content())
                self.saved += 1
        except OSError as reason:
            self.leave(line, self._why(reason))
        except _Unsound as reason:
            self.leave(line, str(reason))
        else:
            names[one_name(name)] = name
            self.written.append(replace(line, file=name))

    def leave(self, line: ExportLine, reason: str) -> None:
        """Note that a line was not saved, and why."""
        self.left.append((line, reason))

    def put_beside(self, name: str, content: bytes) -> bool:
        """Write a file beside the folder of declarations; False where the folder does not take it."""
        try:
            _written(self.top / name, self.top / f".{name[:40]}.part", content)
        except OSError as reason:
            self.trouble = self._why(reason)
            return False
        return True

    def take_away(self, names: Iterable[str]) -> None:
        """Remove files beside the folder of declarations that do not hold any more, where there are any."""
        try:
            for name in names:
                (self.top / name).unlink(missing_ok=True)
        except OSError as reason:
            self.trouble = self._why(reason)

    def take_away_copies(self, kept: Collection[str]) -> None:
        """Remove the parts of an earlier copy for printing that are not written anew."""
        self.take_away(name for name in names_in(self.top).values() if is_copy(name) and name not in kept)

    def sums_of(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """Return the digest and the name of files that were put beside."""
        return [(digest_of(self.top / name), name) for name in names]

    def settle(self) -> None:
        """Have the disk keep the names of what was written, and drop what a killed export left half-written."""
        try:
            for folder in (self._signed, self.top / ON_PAPER):
                if folder.is_dir():
                    _settle(folder)
        except OSError as reason:
            self.trouble = self._why(reason)

    def _write_checked(self, name: str, line: ExportLine, content: bytes) -> None:
        """Write a file aside, read it back, look at its signatures, and only then give it its name."""
        folder = self.top / line.folder
        target, aside = folder / name, folder / f".{line.digest[:16]}.part"

        def look(written: bytes) -> None:
            if hashlib.sha256(written).hexdigest() != line.digest:
                raise _Unsound("The disk did not keep it as it was written: choose another folder.")
            if not line.on_paper and (why := self._holds(written)):
                raise _Unsound(f"Its signatures do not hold: {why}. Prove the register, or restore a back-up.")

        if line.on_paper and self._signed.is_dir():  # a folder that went away is not made anew
            folder.mkdir(exist_ok=True)
        _written(target, aside, content, look)

    def _beside(self, line: ExportLine) -> str:
        """Return the name under which a file lies beside another: the one that an earlier try chose, if any."""
        tried = {one_name(line.file)}
        while True:
            name = another_name(line.file, tried)
            if one_name(name) not in self._names[line.folder] or self._same(name, line):
                return name
            tried.add(one_name(name))

    def _same(self, name: str, line: ExportLine) -> bool:
        return digest_of(self.top / line.folder / name) == line.digest

    def _why(self, reason: OSError) -> str:
        """Return in plain words why the disk did not take a file; and whether it will take none, in `trouble`."""
        if not self._signed.is_dir():
            self.trouble = GONE
        elif reason.errno in _FULL:
            self.trouble = FULL
        elif not self._takes_any():
            self.trouble = READ_ONLY
        if self.trouble:
            return self.trouble
        known = {errno.ENAMETOOLONG: TOO_LONG, errno.EFBIG: TOO_LARGE}
        own = IN_USE if reason.errno in _FORBIDDEN | {errno.EISDIR, errno.EBUSY, errno.EEXIST} else ""
        return known.get(reason.errno or 0) or own or f"The folder did not take it: {reason.strerror}."

    def _takes_any(self) -> bool:
        try:
            _written(self._signed / ".try", self._signed / ".try.part", b"")
            (self._signed / ".try").unlink()
        except OSError:
            return False
        return True


class _Unsound(Exception):  # noqa: N818 - the house's word: a file that was written and does not hold
    """What was written is not what should be there."""


def _settle(folder: Path) -> None:
    for each in folder.glob(f".{'?' * 16}.part"):
        each.unlink(missing_ok=True)
    if os.name == "posix":  # Windows opens no folder
        at = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(at)
        finally:
            os.close(at)


def make(folder: Path) -> None:
    """Make a folder; raises Trouble where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        why = FULL if reason.errno in _FULL else f"The folder {folder} cannot be made: choose another one."
        raise Trouble(why) from reason


def names_in(folder: Path) -> dict[str, str]:
    """Return the names of what lies in a folder, by how a system tells names apart; none where no folder is."""
    try:
        return {one_name(each.name): each.name for each in folder.iterdir()}
    except OSError as reason:
        if reason.errno in _ABSENT:
            return {}
        raise Trouble(f"The folder {folder} cannot be read: choose another one.") from reason


def clashing(folder: Path, lines: Iterable[ExportLine]) -> tuple[str, ...]:
    """Return the names of files that lie where one is to be written, with other content."""
    top = reachable(folder)
    there = {name: names_in(top / name) for name in (DECLARATIONS, ON_PAPER)}
    at = [(line, there[line.folder].get(one_name(line.file), "")) for line in lines]
    return tuple(line.file for line, name in at if name and digest_of(top / line.folder / name) != line.digest)


def reachable(folder: Path) -> Path:
    """Return a folder in the form in which Windows reaches more than 260 characters deep."""
    return Path(beyond_260(str(folder.absolute()))) if os.name == "nt" else folder


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file in hex, "" for none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _written(
    target: Path, aside: Path, content: bytes, look: Callable[[bytes], None] = lambda _written: None
) -> None:
    """Write a file whole or not at all: aside first, then looked at, then into its place."""
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        look(aside.read_bytes())
        aside.replace(target)
    finally:
        with suppress(OSError):  # the folder may be gone: what failed before is what is said
            aside.unlink(missing_ok=True)
