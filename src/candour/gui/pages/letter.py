"""The letter of a decision, as it was signed."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QCoreApplication

from candour.gui.pages.pdf_view import PdfPage


class LetterPage(PdfPage):
    """Shows the letter; `went_back` leads back to the request."""

    page_id: ClassVar[str] = "letter"

    def __init__(self, reference: str, content: bytes) -> None:
        """Show a PDF; raises Trouble when it is none."""
        super().__init__(QCoreApplication.translate("LetterPage", "Back to the request"))
        self.introduce(QCoreApplication.translate("LetterPage", "The letter of the decision"), reference)
        self.show_pdf(content, reference)
