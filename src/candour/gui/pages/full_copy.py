"""The signed full copy of one person, as it was opened; it is looked at and not saved from here."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication

from candour.gui.pages.pdf_view import PdfPage

if TYPE_CHECKING:
    from candour.services.office_results import OpenedCopy


class FullCopyPage(PdfPage):
    """The signed full copy of one person; `went_back` leads back to their answers."""

    page_id: ClassVar[str] = "full-copy"

    def __init__(self, name: str, copy: OpenedCopy) -> None:
        """Show a PDF; raises Trouble when it is none."""
        super().__init__(QCoreApplication.translate("FullCopyPage", "Back to the answers"))
        self.introduce(self.tr("Full copy of {reference}").format(reference=copy.reference), name)
        self.show_pdf(copy.pdf, copy.reference)
