"""Opening the school's own policy document from the policy in plain words, once somebody has signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
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
        asides.policy_shown.connect(self._offer)

    def _offer(self, page: PolicyPage) -> None:
        if not self._asides.signed_in:
            return
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
        page.offer_document(name)
        page.document_wanted.connect(lambda: self._open(page, name, content))

    def _open(self, page: PolicyPage, name: str, content: bytes) -> None:
        from candour.gui.pages.own_document import OwnDocumentPage  # noqa: PLC0415 - QtPdf is not for the first window

        try:
            shown = OwnDocumentPage(name, content)
        except Trouble as reason:
            page.show_trouble(str(reason))
            return
        self._asides.lay_over(shown)
        self._asides.policy_opened.emit()
