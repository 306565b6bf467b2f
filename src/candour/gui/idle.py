"""The idle lock: four minutes without a key or a movement, then a minute to say "still there"."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

WARN_AFTER = 4 * 60 * 1000
"""Milliseconds without input before "Still there?" (screens 2.1: lock after 5 idle minutes, asked 60 s before)."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Says when nobody has touched the window for a while; started after sign-in, stopped by a lock."""

    idle = Signal()

    def __init__(self, parent: QObject, after: int = WARN_AFTER) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self.idle)
        self._watched: QObject | None = None

    @property
    def counts(self) -> bool:
        """Whether time without input is being counted."""
        return self._timer.isActive()

    def start(self, application: QObject) -> None:
        """Watch the whole application from now on."""
        self.stop()
        self._watched = application
        application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None

    def pause(self) -> None:
        """Count nothing until the next `start`, such as while somebody looks at their phone."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count again at every input; nothing is ever held back."""
        if event.type() in _INPUT and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)
