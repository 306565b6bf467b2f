"""Where a school's register lies: one folder with the register, its slots, and a mark if it is a sample."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SampleWords:
    """What the sign-in page of a sample school shows: everybody's passphrase, and the newcomer with their code."""

    passphrase: str
    newcomer: str
    code: str


@dataclass(frozen=True)
class Place:
    """A folder that holds one register; nothing else is kept in it."""

    folder: Path

    @property
    def register(self) -> Path:
        """Return the register's file."""
        return self.folder / "register.db"

    @property
    def slots(self) -> Path:
        """Return the slots file beside it."""
        return self.folder / "slots.json"

    @property
    def sample_mark(self) -> Path:
        """Return the file that marks a sample school and names its one passphrase."""
        return self.folder / "sample.json"

    @property
    def stands(self) -> bool:
        """Whether a register lies here."""
        return self.register.exists() and self.slots.exists()

    def sample_words(self) -> SampleWords | None:
        """Return what a sample school tells everybody, None in a real school."""
        if not self.sample_mark.exists():
            return None
        return SampleWords(**json.loads(self.sample_mark.read_text(encoding="utf-8")))
