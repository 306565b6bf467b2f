"""Short messages that a screen reader speaks at once: "Saved", "3 people match"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Announcer:
    """Speaks for one window; what it says is on the screen as well."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def say(self, message: str) -> None:
        """Announce a message politely, after what is being read."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, message))
