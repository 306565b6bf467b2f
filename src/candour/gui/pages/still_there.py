"""“Still there?”: a minute before the lock, and any key stays signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.theme import theme_of
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SECONDS = 60
"""From the question to the lock (screens.md 2.1; WCAG 2.2, 2.2.1 asks for at least 20)."""

_SPOKEN = (30, 10)


class StillThereDialog(QDialog):
    """Counts a minute down; `stayed` or `locked` is emitted once, and the dialog closes."""

    stayed = Signal()
    locked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Still there?"))
        self._announcer = Announcer(self)
        self._left, self._over = SECONDS, False
        self.heading = HeadingLabel(self.tr("Still there?"), 1)
        self.words = BodyLabel("")
        self.stay = PrimaryButton(self.tr("I am still here"))
        self.lock = SecondaryButton(self.tr("Lock now"))
        self._lay_out()
        self.stay.clicked.connect(lambda: self._end(locked=False))
        self.lock.clicked.connect(lambda: self._end(locked=True))
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.count_down)
        self._clock.start()
        self._say()
        self.stay.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        px = theme_of(self).metrics.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(24), px(28), px(24))
        column.setSpacing(px(12))
        row = FlowLayout()
        row.setSpacing(px(8))
        row.addWidget(self.stay)
        row.addWidget(self.lock)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addLayout(row)
        self.setMinimumWidth(px(400))

    def count_down(self) -> None:
        """Let one second pass."""
        self._left -= 1
        if self._left <= 0:
            self._end(locked=True)
            return
        self._say()
        if self._left in _SPOKEN:
            self._announcer.say(self.words.text())

    def _say(self) -> None:
        sentence = self.tr(
            "This locks in %n seconds. Your answers are kept. Press any key to stay signed in.", "", self._left
        )
        self.words.setText(sentence)
        self.setAccessibleDescription(self.words.text())

    def _end(self, *, locked: bool) -> None:
        if self._over:
            return
        self._over = True
        self._clock.stop()
        (self.locked if locked else self.stayed).emit()
        self.accept()

    def reject(self) -> None:
        """Stay signed in when the dialog is closed: Esc never discards."""
        self._end(locked=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay signed in at any key that no button used."""
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self._end(locked=False)
