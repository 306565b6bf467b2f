"""Papers of decisions, laid over the page and printed: a letter once more, the papers for the chair, a scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from candour.errors import Trouble

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.pages.page import Page
    from candour.gui.pages.paper_view import PaperViewPage


class Papers(QObject):
    """Shows PDFs of decisions; what cannot be had is said on the page that asked."""

    def __init__(self, hr: HrPages, doors: Doors, asides: Asides) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._asides = asides

    def show_letter(self, page: Page, reference: str) -> None:
        """Show the letter of a decision that the signed-in person's office made."""
        self._hr.run(
            lambda: self._doors.desk().decided().letter(reference),
            lambda pdf: self.show(page, self.tr("The letter of the decision"), reference, pdf),
            lambda sentence: page.show_errors([(page.heading, sentence)]),
        )

    def show_for_chair(self, page: Page, reference: str) -> None:
        """Show request and answer slip for the chair."""
        self._hr.run(
            lambda: self._doors.desk().chair_papers().printed(reference),
            lambda pdf: self.show(page, self.tr("For the chair of governors"), reference, pdf),
            lambda sentence: page.show_errors([(page.heading, sentence)]),
        )

    def show(self, page: Page, heading: str, name: str, pdf: bytes) -> None:
        """Lay a PDF over the page."""
        from candour.gui.pages.paper_view import PaperViewPage  # noqa: PLC0415 - QtPdf waits until it is needed

        try:
            paper = PaperViewPage(heading, name, pdf, self.tr("Back"))
        except Trouble as reason:
            page.show_trouble(str(reason))
            return
        paper.print_wanted.connect(lambda: self._print(paper, pdf))
        self._asides.lay_over(paper)

    def _print(self, paper: PaperViewPage, pdf: bytes) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - not for the first window

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, paper)
        dialog.accepted.connect(lambda: self._print_on(paper, pdf, printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    def _print_on(self, paper: PaperViewPage, pdf: bytes, printer: QPrinter) -> None:
        from candour.gui.printing import print_pdf  # noqa: PLC0415 - QtPdf waits until it is needed

        try:
            print_pdf(pdf, printer)
        except Trouble as reason:
            paper.show_trouble(str(reason))
