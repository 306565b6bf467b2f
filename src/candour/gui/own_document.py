"""Opening the school's own policy document from the policy in plain words, once somebody has signed in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from candour.errors import Trouble

if TYPE_CHECKING:
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.pages.policy import PolicyPage
    from candour.gui.tasks import Tasks


class OwnDocument(QObject):
    """Offers the document on each policy page where one is attached; opening it counts as opening the policy."""

    def __init__(self, parent: QObject, doors: Doors, tasks: Tasks, asides: Asides) -> None:
        super().__init__(parent)
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self._document = ("", b"")
        asides.policy_shown.connect(self._offer)

    def _offer(self, page: PolicyPage) -> None:
        if not self._asides.signed_in:
            return
        page.document_wanted.connect(lambda: self._open(page))
        if self._asides.is_hr:
            page.offer_attach()
            page.attach_wanted.connect(lambda: self._choose(page))
        self._find(page)

    def _choose(self, page: PolicyPage) -> None:
        title = page.tr("The school’s own policy document")
        chosen, _ = QFileDialog.getOpenFileName(page, title, str(Path.home()), self.tr("PDF (*.pdf)"))
        if chosen:
            self.attach(page, Path(chosen))

    def attach(self, page: PolicyPage, file: Path) -> None:
        """Attach a PDF as the school's own document, and offer it on the page; what is wrong is said there."""

        def attach() -> None:
            self._doors.desk().attach_policy_document(file.name, _read(file))

        self._tasks.run(
            attach,
            lambda _: self._find(page),
            lambda reason: page.show_trouble(str(reason)) if isValid(page) else None,
            lambda reason: page.show_trouble(str(reason)) if isValid(page) else None,
        )

    def _find(self, page: PolicyPage) -> None:
        # Refused: none is attached, and the page says so already.
        self._tasks.run(
            lambda: self._doors.desk().policy_document(),
            lambda found: self._offer_found(page, *found),
            lambda _: None,
            lambda reason: page.show_trouble(str(reason)) if isValid(page) else None,
        )

    def _offer_found(self, page: PolicyPage, name: str, content: bytes) -> None:
        if not isValid(page):
            return  # they went back meanwhile
        self._document = (name, content)
        page.offer_document(name)

    def _open(self, page: PolicyPage) -> None:
        from candour.gui.pages.own_document import OwnDocumentPage  # noqa: PLC0415 - QtPdf is not for the first window

        try:
            shown = OwnDocumentPage(*self._document)
        except Trouble as reason:
            page.show_trouble(str(reason))
            return
        self._asides.lay_over(shown)
        self._asides.policy_opened.emit()


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as reason:
        raise Trouble("That file cannot be read: choose it again, or another one.") from reason
