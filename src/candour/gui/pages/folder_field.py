"""A folder of this computer: typed or pasted, or chosen from the system's own window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.fields import LabelledField


class FolderField(LabelledField):
    """A line that holds a folder's path, and under it a button that opens the system's window."""

    def __init__(self, label: str, hint: str = "") -> None:
        super().__init__(label, hint)
        self.browse = SecondaryButton(self.tr("Choose a folder …"), icon="document")
        self.browse.clicked.connect(self._browse)
        self._column.addWidget(self.browse, 0, Qt.AlignmentFlag.AlignLeft)

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.label.text(), self.text())
        if chosen:
            self.setText(chosen)

    def folder(self) -> str:
        """Return the path, "" while there is none."""
        return self.text().strip()
