"""Choosing a scan: the file is asked for, read aside, and shown beside the button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from candour.domain.scans import LARGEST_SCAN, scan_kind
from candour.errors import Trouble

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.hr import HrPages
    from candour.gui.pages.scan_field import ScanField


class PageWithScan(Protocol):
    """A page on which a scan is chosen."""

    scan: ScanField

    def show_errors(self, errors: Sequence[tuple[QWidget, str]]) -> None:
        """Show what to mend."""
        ...


class Scans(QObject):
    """Reads the files that are chosen; the folder of the last one is offered first, since scans lie together."""

    def __init__(self, hr: HrPages) -> None:
        super().__init__(hr)
        self._hr = hr
        self._folder = Path.home()

    def choose(self, page: PageWithScan, over: QWidget) -> None:
        """Ask for a file; none chosen changes nothing."""
        kinds = self.tr("Scans (*.pdf *.png *.jpg *.jpeg)")
        chosen, _ = QFileDialog.getOpenFileName(over, self.tr("The scan"), str(self._folder), kinds)
        if chosen:
            self.take(page, Path(chosen))

    def take(self, page: PageWithScan, path: Path) -> None:
        """Read a scan that was chosen; what is no scan, or too large, is said beside the button."""
        self._folder = path.parent

        def read() -> bytes:
            try:
                with path.open("rb") as file:
                    content = file.read(LARGEST_SCAN + 1)
            except OSError as reason:
                raise Trouble("That file cannot be read: choose another one.") from reason
            scan_kind(content)
            return content

        def taken(content: bytes) -> None:
            page.show_errors([])
            page.scan.take(path.name, content)

        def refused(sentence: str) -> None:
            page.show_errors([(page.scan, sentence)])

        self._hr.run(read, taken, refused)
