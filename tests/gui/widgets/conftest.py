"""What the tests of the parts share: showing a part, hearing it as a screen reader does, seeing its colours."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget


@pytest.fixture
def show(qtbot):
    """Show parts under each other in an active window of a given width and return the window."""

    kept: list[QWidget] = []  # pytest-qt keeps weak references only

    def in_window(*parts: QWidget, width: int = 480) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        kept.append(window)
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        window.resize(width, 100)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.resize(width, max(100, column.totalHeightForWidth(width)))
        qtbot.waitExposed(window)
        return window

    return in_window


@pytest.fixture
def heard():
    """Return role, name and description as a screen reader hears them."""

    def hear(part: QWidget) -> tuple[QAccessible.Role, str, str]:
        face = QAccessible.queryAccessibleInterface(part)
        text = QAccessible.Text
        return face.role(), face.text(text.Name), face.text(text.Description)

    return hear


@pytest.fixture
def colours():
    """Return how many pixels of each colour a part paints."""

    def count(part: QWidget) -> dict[str, int]:
        image = part.grab().toImage()
        found: dict[str, int] = {}
        for x in range(image.width()):
            for y in range(image.height()):
                name = image.pixelColor(x, y).name()
                found[name] = found.get(name, 0) + 1
        return found

    return count
