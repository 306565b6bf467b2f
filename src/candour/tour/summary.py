"""What a tour leaves in `summary.json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from pathlib import Path


class Step(msgspec.Struct, frozen=True):
    """One step: its name, whether it went well, and how long it took."""

    name: str
    ok: bool
    ms: int


class Picture(msgspec.Struct, frozen=True):
    """One picture: its file, the page it shows, the theme and the text size in per cent."""

    name: str
    page: str
    theme: str
    scale: int


class Checked(msgspec.Struct, frozen=True):
    """One declaration: its reference, its file, and the verdict of Candour's own check."""

    reference: str
    file: str
    verdict: str


class Summary(msgspec.Struct, frozen=True):
    """A whole tour."""

    steps: tuple[Step, ...]
    people: int
    declarations: tuple[Checked, ...]
    exceptions: tuple[str, ...]
    pictures: tuple[Picture, ...]

    def write(self, path: Path) -> None:
        """Write the summary as JSON."""
        path.write_bytes(msgspec.json.format(msgspec.json.encode(self), indent=2))
