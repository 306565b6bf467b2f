"""A paper to look at and to print: a letter once more, the papers for the chair."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from candour.gui.pages.pdf_view import PdfPage
from candour.gui.widgets.buttons import SecondaryButton


class PaperViewPage(PdfPage):
    """Shows a PDF; `print_wanted` asks to print it, by the button or Ctrl+P."""

    page_id: ClassVar[str] = "paper-view"

    print_wanted = Signal()

    def __init__(self, heading: str, name: str, content: bytes, back: str) -> None:
        """Show a PDF; raises Trouble when it is none."""
        super().__init__(back)
        self.introduce(heading, name)
        self.show_pdf(content, name)
        self.print = SecondaryButton(self.tr("Print"))
        self.print.clicked.connect(self.print_wanted)
        self.footer.add(self.print)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Print), self)
        shortcut.activated.connect(self.print_wanted)
