"""What services ask of the check of PDFs; `candour.documents.press.Press` is the one there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from candour.domain.pdf_check import CheckPaper


class PdfVerdict(Protocol):
    """One of the six verdicts; the value is what people read."""

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def value(self) -> str: ...  # noqa: D102


class PdfFinding(Protocol):
    """What a check found of one PDF (`documents.verdicts.Finding`)."""

    @property
    def verdict(self) -> PdfVerdict: ...  # noqa: D102

    @property
    def sentence(self) -> str: ...  # noqa: D102

    @property
    def details(self) -> str: ...  # noqa: D102

    @property
    def sha256(self) -> str: ...  # noqa: D102

    @property
    def reference(self) -> str: ...  # noqa: D102

    @property
    def kind(self) -> str: ...  # noqa: D102

    @property
    def person(self) -> str: ...  # noqa: D102

    @property
    def signed_by(self) -> str: ...  # noqa: D102

    @property
    def school(self) -> str: ...  # noqa: D102

    @property
    def signed_at(self) -> datetime | None: ...  # noqa: D102

    @property
    def sealed_at(self) -> datetime | None: ...  # noqa: D102


class PdfChecks(Protocol):
    """Checking PDFs, and the report of a check."""

    def pdf_files(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files that are named, and the PDFs in the folders that are, at any depth."""
        ...

    def check_files(self, paths: Iterable[Path], root: bytes) -> Iterator[tuple[Path, PdfFinding]]:
        """Check files in child processes and yield each with its finding; raises Trouble when none starts."""
        ...

    def check_report(self, paper: CheckPaper) -> bytes:
        """Return what a check found as a PDF."""
        ...
