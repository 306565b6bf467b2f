"""What services ask of documents that leave the school; `candour.documents.press.Press` is the one there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from candour.domain.activity import ActivityLine
    from candour.domain.exports import ExportLine
    from candour.domain.governors import GovernorsPaper


class ExportPapers(Protocol):
    """The index of an export, the page on how to verify it, the governors' summary, and the activity as a table."""

    def index_csv(self, lines: Sequence[ExportLine]) -> bytes:
        """Return the index as CSV."""
        ...

    def index_xlsx(self, lines: Sequence[ExportLine]) -> bytes:
        """Return the index as XLSX with typed columns."""
        ...

    def how_to_verify(self, school: str, day: date, root: str) -> bytes:
        """Return the page on how to verify without Candour; `root` is the root's SHA-256 in hex."""
        ...

    def recheck(self, data: bytes, root: bytes) -> str:
        """Return why the signatures of a sealed declaration do not hold under a root, "" if they do."""
        ...

    def printing_copy(self, round_name: str, declarations: Iterable[tuple[str, bytes]]) -> bytes:
        """Return one PDF with all of these, each by its bookmark: plainly a copy, and unsigned."""
        ...

    def governors_summary(self, paper: GovernorsPaper) -> bytes:
        """Return the page for governors, without a name."""
        ...

    def activity_table(self, lines: Iterable[ActivityLine], target: Path, wanted: Callable[[], bool]) -> None:
        """Write the activity as CSV or XLSX, by the file's ending; nothing is left once it is `wanted` no more."""
        ...
