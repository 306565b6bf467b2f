"""Plays the window as a person would: what to press is found by its accessible name, never by its place."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QDate, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDateEdit, QLineEdit, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMainWindow

WidgetT = TypeVar("WidgetT", bound=QWidget)

PATIENCE = 180.0
"""Seconds that a step may wait for the window before it fails: far more than any step needs."""

TICK_MS = 10


class NotThereError(Exception):
    """What a step looked for did not come within its patience."""


class Driver:
    """Presses, types and waits in one window."""

    def __init__(self, window: QMainWindow) -> None:
        self.window = window

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window work until something holds; raises NotThereError after `PATIENCE` seconds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise NotThereError(f"{what}; the window shows: {self.window.windowTitle()}")
            self._tick()

    def _tick(self) -> None:
        """Let events come for a moment, asleep between them: a window that spins would slow its own worker."""
        loop = QEventLoop()
        QTimer.singleShot(TICK_MS, loop.quit)
        loop.exec()

    def until_title(self, begins: str) -> None:
        """Wait until a page shows whose title begins so."""
        self.until(lambda: self.window.windowTitle().startswith(begins), f"no page “{begins}”")

    def find(self, kind: type[WidgetT], name: str) -> WidgetT:
        """Return the visible widget of a kind whose accessible name or text begins so, waiting for it."""
        found: list[WidgetT] = []

        def there() -> bool:
            found[:] = [each for each in self.window.findChildren(kind) if _shows(each) and _is_named(each, name)]
            return bool(found)

        self.until(there, f"no {kind.__name__} named “{name}”")
        return found[0]

    def press(self, name: str) -> None:
        """Press a button, a card or a link, as with the mouse in its middle."""
        button = self.find(QAbstractButton, name)
        self.until(button.isEnabled, f"“{name}” stays grey")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def offers(self, name: str) -> bool:
        """Whether a button, a card or a link of that name shows now."""
        return any(_shows(each) and _is_named(each, name) for each in self.window.findChildren(QAbstractButton))

    def tick(self, name: str) -> None:
        """Tick a card, unless it is ticked already."""
        if not self.find(QAbstractButton, name).isChecked():
            self.press(name)

    def type_into(self, name: str, text: str) -> None:
        """Write a text into a field, in place of what was there."""
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text) if text.isascii() else field.insert(text)

    def pick(self, name: str, item: str) -> None:
        """Choose a line of a combo box."""
        self._pick(name, item, Qt.MatchFlag.MatchExactly)

    def pick_first(self, name: str, begins: str) -> None:
        """Choose the first line of a combo box that begins so."""
        self._pick(name, begins, Qt.MatchFlag.MatchStartsWith)

    def _pick(self, name: str, item: str, how: Qt.MatchFlag) -> None:
        box = self.find(QComboBox, name)
        self.until(lambda: box.findText(item, how) >= 0, f"“{item}” is not in “{name}”")
        box.setCurrentIndex(box.findText(item, how))

    def choose_day(self, name: str, day: date) -> None:
        """Choose the day of a date field."""
        self.find(QDateEdit, name).setDate(QDate(day.year, day.month, day.day))

    def day_of(self, name: str) -> date:
        """Return the day that stands in a date field."""
        day = self.find(QDateEdit, name).date()
        return date(day.year(), day.month(), day.day())

    def scroll_to(self, name: str) -> None:
        """Bring a part of the page into sight, found by its name, as with the wheel."""
        found = self.find(QWidget, name)
        part: QWidget | None = found
        while part is not None and not isinstance(part, QScrollArea):
            part = part.parentWidget()
        if part is None:
            raise NotThereError(f"“{name}” stands on no page that scrolls")
        part.ensureWidgetVisible(found)

    def settle(self) -> None:
        """Let everything that waits be painted."""
        for _ in range(3):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, TICK_MS)

    def wait(self, ms: int) -> None:
        """Let the window work for a while, for what says in no other way that it is painted (a PDF's pages)."""
        QTest.qWait(ms)

    def picture(self, path: Path, window: QWidget | None = None) -> None:
        """Save what the window shows, or another one, as a PNG."""
        self.settle()
        if not (window or self.window).grab().save(str(path), "PNG"):
            raise OSError(f"{path} could not be written")


def _shows(widget: QWidget) -> bool:
    return widget.isVisible() and widget.window().isVisible()


def _is_named(widget: QWidget, name: str) -> bool:
    said = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return said.replace("&", "").startswith(name)
