"""Check a PDF: files and folders are checked on the worker, told one by one, and may be stopped."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from candour.gui.pages.check_pdf import CheckPdfPage
from candour.gui.papers import Papers
from candour.gui.places import CHECK_PDF
from candour.gui.saving import Saving

if TYPE_CHECKING:
    from candour.domain.pdf_check import CheckedPdf
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.tasks import Tasks


class CheckingPdfs(QObject):
    """Shows the page, and connects it to the check; leaving the page stops a check under way."""

    _found = Signal(object, object)

    def __init__(self, hr: HrPages, doors: Doors, tasks: Tasks, asides: Asides) -> None:
        super().__init__(hr)
        self._papers = Papers(hr, doors, asides)
        self._hr = hr
        self._doors = doors
        self._saving = Saving(self, doors, tasks)
        self._stop = Event()
        hr.lead(CHECK_PDF, self.begin)
        self._found.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Show the page, with nothing checked yet."""
        page = CheckPdfPage(self._hr.frame)
        page.chosen.connect(lambda paths: self.check(page, paths))
        page.files_wanted.connect(lambda: self._choose_files(page))
        page.folder_wanted.connect(lambda: self._choose_folder(page))
        page.report_wanted.connect(lambda: self._report(page))
        page.print_wanted.connect(lambda: self._print(page))
        stop = self._stop = Event()
        page.stopped.connect(stop.set)
        page.destroyed.connect(stop.set)
        self._hr.serve(page, lambda: self._hr.went.emit("check"))

    def check(self, page: CheckPdfPage, paths: list[Path]) -> None:
        """Check what was chosen: first what there is, then file by file."""
        self._stop.clear()
        self._hr.run(
            lambda: self._doors.desk().checking().listed(paths),
            lambda files: self._check(page, files),
            page.show_refused,
        )

    def _check(self, page: CheckPdfPage, files: tuple[Path, ...]) -> None:
        page.begin_check(len(files))
        stop = self._stop

        def work() -> tuple[CheckedPdf, ...]:
            checking = self._doors.desk().checking()
            return checking.check(files, lambda one: self._found.emit(page, one), lambda: not stop.is_set())

        self._hr.run(work, lambda _: page.finish(), page.show_refused)

    def _tell(self, page: CheckPdfPage, checked: CheckedPdf) -> None:
        if isValid(page):
            page.add(checked)

    def _report(self, page: CheckPdfPage) -> None:
        found = tuple(page.found)
        name = f"{self.tr('Check of %n PDFs', '', len(found))}.pdf"
        self._saving.ask(page, name, lambda: self._doors.desk().checking().report(found))

    def _print(self, page: CheckPdfPage) -> None:
        found = tuple(page.found)
        heading = self.tr("Check of %n PDFs", "", len(found))
        self._hr.run(
            lambda: self._doors.desk().checking().report(found),
            lambda pdf: self._papers.show(page, heading, "", pdf),
            lambda sentence: page.show_errors([(page.heading, sentence)]),
        )

    def _choose_files(self, page: CheckPdfPage) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(page, self.tr("Check PDFs"), str(Path.home()), "PDF (*.pdf)")
        if chosen:
            self.check(page, [Path(each) for each in chosen])

    def _choose_folder(self, page: CheckPdfPage) -> None:
        chosen = QFileDialog.getExistingDirectory(page, self.tr("Check a folder of PDFs"), str(Path.home()))
        if chosen:
            self.check(page, [Path(chosen)])
