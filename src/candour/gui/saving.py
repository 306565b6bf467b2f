"""Saving a copy where the person chooses; the page says where it went, or that it did not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.gui.doors import Doors
    from candour.gui.pages.placed import PlacedPage
    from candour.gui.pages.signed import SignedPage
    from candour.gui.tasks import Tasks
    from candour.services.results import DeclarationLine, Signed


class Saving(QObject):
    """Asks where to, and saves there on the worker."""

    def __init__(self, parent: QObject, doors: Doors, tasks: Tasks) -> None:
        super().__init__(parent)
        self._doors = doors
        self._tasks = tasks

    def save_declaration(self, page: SignedPage | PlacedPage, declared: DeclarationLine | Signed) -> None:
        """Ask where to, and save the declaration with its outcomes there, under the title that it bears."""
        name = f"{declared.title} {declared.reference}.pdf"
        self.ask(page, name, lambda: self._doors.desk().copies().declaration(declared.reference))

    def save_full_copy(self, page: PlacedPage, reference: str) -> None:
        """Ask where to, and save the full copy with its answers there."""
        name = self.tr("Full copy {reference}.pdf").format(reference=reference)
        self.ask(page, name, lambda: self._doors.desk().copies().full_copy(reference))

    def ask(self, page: SignedPage | PlacedPage, name: str, content: Callable[[], bytes]) -> None:
        """Ask where to save a file of that name, and save the content there."""
        target = self.ask_where(page, name, self.tr("Save my copy"))
        if target is not None:
            self.save_to(page, content, target)

    def ask_where(self, page: SignedPage | PlacedPage, name: str, title: str) -> Path | None:
        """Ask where to save a file of that name; None where no place was chosen."""
        ending = Path(name).suffix
        kind = f"{ending[1:].upper()} (*{ending})"
        chosen, _ = QFileDialog.getSaveFileName(page, title, str(Path.home() / name), kind)
        return Path(chosen) if chosen else None

    def save_to(
        self,
        page: SignedPage | PlacedPage,
        content: Callable[[], bytes],
        target: Path,
        done: Callable[[], None] | None = None,
    ) -> None:
        """Save the content as a file and say so, or go on with `done`; where that fails all is safe."""

        def save() -> None:
            self._doors.desk().copies().save(content(), target)

        def saved(_: None) -> None:
            if done is None:
                page.show_saved(str(target))
            else:
                done()

        self._tasks.run(
            save,
            saved,
            lambda reason: page.show_trouble(str(reason)),
            lambda _: page.show_not_saved(),
        )
