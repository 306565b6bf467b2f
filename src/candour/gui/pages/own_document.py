"""The school's own policy document, as it was attached."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from candour.gui.pages.pdf_view import PdfPage


class OwnDocumentPage(PdfPage):
    """Shows the document; `went_back` leads back to the policy in plain words."""

    page_id: ClassVar[str] = "own-document"

    def __init__(self, name: str, content: bytes) -> None:
        """Show a PDF; raises Trouble when it is none."""
        super().__init__(QCoreApplication.translate("OwnDocumentPage", "Back to the policy"))
        self.introduce(self.tr("The school’s own policy"), name)
        self.show_pdf(content, name)
