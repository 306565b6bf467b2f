"""What this computer saw of a register outside it: the newest head, against a file that was put back.

Only what left the file proves anything against somebody who can rewrite all of it (design: journal).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from candour.domain.journal import Head
from candour.register import journal as journal_rows

if TYPE_CHECKING:
    from pathlib import Path

    from candour.register.engine import Register

OLDER = (
    "This register is older than the one that this computer saw last: entry {seen} is missing. "
    "It may have been put back from a copy. Tell {hr} before you go on."
)
OTHER = (
    "This register is not the one that this computer saw last: entry {seen} is another one. "
    "Somebody may have changed it. Tell {hr} and the Headteacher before you go on."
)


class Witness:
    """Remembers the newest head of each register in a small file of this computer account; it names nobody."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def doubt(self, register: Register, hr: str) -> str:
        """Return why the register cannot be the one seen last, "" where it follows from it."""
        seen = self._seen().get(register.register_id)
        if seen is None:
            return ""
        with register.read() as at:
            there = journal_rows.hash_at(at, seen.position)
        if there is None:
            return OLDER.format(seen=seen.position, hr=hr)
        return "" if there == seen.hash else OTHER.format(seen=seen.position, hr=hr)

    def remember(self, register: Register) -> None:
        """Remember the newest head; only for a register that raised no doubt, or the doubt would be gone."""
        heads = self._seen() | {register.register_id: register.head()}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        plain = {key: [head.position, head.hash] for key, head in heads.items()}
        making = self._file.with_suffix(".part")
        making.write_text(json.dumps(plain), encoding="utf-8")
        making.replace(self._file)

    def _seen(self) -> dict[str, Head]:
        try:
            plain = json.loads(self._file.read_text(encoding="utf-8"))
            return {str(key): Head(int(position), str(hash_)) for key, (position, hash_) in plain.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}  # a memory that is gone or damaged vouches for nothing, and must lock nobody out
