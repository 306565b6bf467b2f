"""Bringing people in: a file or a paste, which column is which, what would change, and then all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from candour.domain.people_file import MOST_BYTES
from candour.errors import Trouble
from candour.gui.pages.people_import import PeopleColumnsPage, PeopleImportPage
from candour.gui.pages.people_preview import PeoplePreviewPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.services.people_results import Imported, ImportFile, Preview


class PeopleComing(QObject):
    """The three pages of an import; `imported` says in words what it did."""

    imported = Signal(str)

    def __init__(self, hr: HrPages, doors: Doors) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors

    def begin(self) -> None:
        """Ask where the list comes from."""
        page = PeopleImportPage(self._hr.frame)
        page.file_wanted.connect(lambda: self._choose(page))
        page.pasted.connect(lambda text: self._read_pasted(page, text))
        self._hr.serve(page, self._hr.show_people)

    def _choose(self, page: PeopleImportPage) -> None:
        chosen = self._hr.choose_file(page)
        if chosen is not None:
            self.read_from(page, chosen)

    def read_from(self, page: PeopleImportPage, path: Path) -> None:
        """Read a file, then show its columns; what is wrong with it is said on the page."""
        self._read(
            lambda: self._doors.desk().people_import().read(_content(path)),
            lambda sentence: page.show_refused(sentence, pasted=False),
        )

    def _read_pasted(self, page: PeopleImportPage, text: str) -> None:
        self._read(
            lambda: self._doors.desk().people_import().read_pasted(text),
            lambda sentence: page.show_refused(sentence, pasted=True),
        )

    def _read(self, work: Callable[[], ImportFile], refused: Callable[[str], None]) -> None:
        self._hr.run(work, self._show_columns, refused)

    def _show_columns(self, found: ImportFile) -> None:
        page = PeopleColumnsPage(self._hr.frame, found)
        page.matched.connect(
            lambda matched, complete: self._hr.run(
                lambda: self._doors.desk().people_import().preview(found.file, matched, complete=complete),
                lambda preview: self._show_preview(found, preview),
                page.show_refused,
            )
        )
        self._hr.serve(page, self.begin)

    def _show_preview(self, found: ImportFile, preview: Preview) -> None:
        page = PeoplePreviewPage(self._hr.frame, preview.plan, preview.joins)
        page.agreed.connect(
            lambda: self._hr.run(
                lambda: self._doors.desk().people_import().carry_out(preview), self._done, page.show_refused
            )
        )
        self._hr.serve(page, self.begin if preview.plan.faults else lambda: self._show_columns(found))

    def _done(self, done: Imported) -> None:
        words = self.tr("{added} added, {changed} changed, {left} left.")
        self.imported.emit(words.format(added=done.added, changed=done.changed, left=done.left))


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)  # no more than shows that it is too large
    except OSError as reason:
        raise Trouble(f"{path.name} cannot be read: choose it again, or save it in another folder.") from reason
