"""Set up, page 5: a second place for back-ups."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.pages.folder_field import FolderField
from candour.gui.pages.set_up_page import SetUpPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SetUpBackupPage(SetUpPage):
    """Asks where back-ups go and makes the first one there; `asked` carries the folder."""

    page_id: ClassVar[str] = "set-up-backup"
    step = "backup"

    asked = Signal(str)

    def __init__(self, folder: str, backup: str, reached: str) -> None:
        super().__init__("", "", reached)
        self.introduce(
            self.tr("A second place for back-ups"),
            self.tr("The first back-up is made there now, and checked."),
            self.kicker.text(),
        )
        self.folder = FolderField(
            self.tr("Folder for back-ups"),
            self.tr("Another disk, a stick that stays in the safe, or a synchronised folder such as OneDrive."),
        )
        self.folder.setText(backup)
        lies = self.tr("The register itself lies in {folder}.").format(folder=folder)
        safe = self.tr("A back-up is encrypted: whoever finds it reads nothing without the recovery sheet.")
        self.card("", [self.folder, self.note(lies), self.note(safe)])

    def problem_part(self) -> QWidget:
        """Return the part that a refusal is shown beside."""
        return self.folder

    def go_on(self) -> None:
        """Make the first back-up, or say that no folder is chosen."""
        folder = self.folder.folder()
        self.show_errors([] if folder else [(self.folder, self.tr("Choose a folder for the back-ups"))])
        if folder:
            self.asked.emit(folder)

    def main_words(self) -> str:
        """Return what stands on the main button."""
        return self.tr("Make the first back-up")
