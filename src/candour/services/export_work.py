"""What an export does in its folder: files written whole, or left with the reason."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candour.domain.exports import DECLARATIONS, ON_PAPER, Existing, another_name
from candour.errors import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from candour.domain.exports import ExportLine


@dataclass(frozen=True)
class Exported:
    """What an export did: files saved now, files that lay there already, and what was not saved, with the reason.

    `whole` says whether it came to its end, so that index and sums lie beside; else it can be taken up again.
    """

    saved: int
    there: int
    skipped: int
    left: tuple[tuple[ExportLine, str], ...]
    whole: bool


class ExportWork:
    """What an export has done so far in one folder."""

    def __init__(self, folder: Path, existing: Existing) -> None:
        """Begin in a folder; raises Trouble when it takes nothing at all."""
        self._folder = folder
        self._existing = existing
        self._taken = {name: _names_in(folder / name) for name in (DECLARATIONS, ON_PAPER)}
        self._saved = self._there = self._skipped = 0
        self.written: list[tuple[ExportLine, str]] = []
        self.left: list[tuple[ExportLine, str]] = []

    def write(self, line: ExportLine, content: bytes) -> None:
        """Write one file, unless it lies there already; what the disk does not take is left, with the reason."""
        target = self._place(line)
        if target.exists() and not same(target, line):
            if self._existing is Existing.SKIP:
                self._skipped += 1
                return
            if self._existing is Existing.KEEP_BOTH:
                target = target.with_name(self._beside(line))
        name = target.name
        if target.exists() and same(target, line):
            self._there += 1
        else:
            try:
                target.parent.mkdir(exist_ok=True)
                write_whole(target, content)
            except OSError as reason:
                self.left.append((line, f"The folder did not take it: {reason.strerror}."))
                return
            self._saved += 1
        self._taken[line.folder].add(name.lower())
        self.written.append((replace(line, file=name), f"{line.folder}/{name}"))

    def _beside(self, line: ExportLine) -> str:
        """Return the name under which a file lies beside another: the one that an earlier try chose, if any."""
        name = line.file
        tried: set[str] = {name.lower()}
        while True:
            name = another_name(line.file, tried)
            if name.lower() not in self._taken[line.folder] or same(self._folder / line.folder / name, line):
                return name
            tried.add(name.lower())

    def _place(self, line: ExportLine) -> Path:
        return self._folder / line.folder / line.file

    def done(self, *, whole: bool) -> Exported:
        """Return what was done."""
        return Exported(self._saved, self._there, self._skipped, tuple(self.left), whole)


def make_folder(folder: Path) -> None:
    """Make a folder unless it is there; raises Trouble where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise Trouble(f"The folder {folder} cannot be made: choose another one.") from reason


def _names_in(folder: Path) -> set[str]:
    try:
        return {each.name.lower() for each in folder.iterdir()} if folder.exists() else set()
    except OSError as reason:
        raise Trouble(f"The folder {folder} cannot be read: choose another one.") from reason


def same(path: Path, line: ExportLine) -> bool:
    """Return whether a file holds exactly the bytes of a line."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == line.digest
    except OSError:
        return False


def write_whole(target: Path, content: bytes) -> None:
    """Write a file whole or not at all: aside first, then into its place."""
    aside = target.with_name(f".{target.name}.part")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
