"""The scan of something on paper: a button that asks for a file, its name, and room for what to mend."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.labels import BodyLabel, FieldError


class ScanField(QWidget):
    """`wanted` asks for a file; `content` is that of the one that was chosen, b"" before."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.content = b""
        self.error = FieldError()
        self.name = BodyLabel("", muted=True)
        self.choose = SecondaryButton(self.tr("Choose the scan"))
        self.choose.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.error, self.name):
            column.addWidget(part)
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.choose)
        self.clear()

    def clear(self) -> None:
        """Let the file go, as before one was chosen."""
        self.content = b""
        self.name.setText(self.tr("No scan is chosen: a PDF, PNG or JPEG, at most 10 MB."))
        self.show_error("")

    def take(self, name: str, content: bytes) -> None:
        """Take a file that was chosen."""
        self.content = content
        self.name.setText(self.tr("Chosen: {name}").format(name=name))
        self.show_error("")

    def show_error(self, problem: str) -> None:
        """Say above the button what to do; a screen reader hears it with the button."""
        self.error.say(problem)
        self.choose.setAccessibleDescription(problem)
