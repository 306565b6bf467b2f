"""The moment when a widget has been painted, by the clock that all processes of a machine share."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget


class Moment(QObject):
    """Waits for one painting of a widget, the first or the first after a signal; `at` is in nanoseconds.

    The moment is taken once the window's thread is free again: painted, and ready to be used.
    """

    come = Signal()

    def __init__(self, widget: QWidget, when: SignalInstance | None = None) -> None:
        super().__init__(widget)
        self.at = 0
        self._widget = widget
        if when is None:
            self.watch()
        else:
            when.connect(self.watch)

    def watch(self) -> None:
        """Wait for the next painting."""
        self._widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Look at what the widget is told, and change nothing."""
        if event.type() == QEvent.Type.Paint and watched is self._widget:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.at = time.monotonic_ns()
        self.come.emit()
