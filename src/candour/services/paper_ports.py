"""What services ask of documents for declarations on paper; `candour.documents.press.Press` is the one there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from candour.domain.paper_form import FormPaper
    from candour.domain.paper_record import PaperRecord


class PaperDocuments(Protocol):
    """The form of a declaration on paper, and the record of one that was entered."""

    def paper_form(self, paper: FormPaper) -> bytes:
        """Return the form with its envelope sheet; raises Refused for a text that cannot be printed."""
        ...

    def paper_record(self, record: PaperRecord, scan: bytes) -> bytes:
        """Return the record with its scan attached."""
        ...
