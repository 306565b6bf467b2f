"""What a page says: every text that shows, and what a screen reader hears of each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from candour.gui.pages.page import Page

_SPOKEN = (QAbstractButton, QAbstractSpinBox, QComboBox, QGroupBox, QLineEdit, QPlainTextEdit, QTableView)


def running_texts(page: Page) -> list[str]:
    """Return what a sighted reader meets in labels, buttons and the tables, each once."""
    return list(dict.fromkeys(text.strip() for text in _shown(page) if text.strip()))


def all_texts(page: Page) -> list[str]:
    """Return every text of a page: what shows, what is heard, and the window's title."""
    heard = [text for part in _visible(page) for text in _heard(part)]
    return list(dict.fromkeys(text.strip() for text in (*_shown(page), *heard, page.title()) if text.strip()))


def _visible(page: Page) -> list[QWidget]:
    return [part for part in page.findChildren(QWidget) if part.isVisible()]


def _shown(page: Page) -> Iterator[str]:
    for part in _visible(page):
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        elif isinstance(part, QGroupBox):
            yield part.title()
        elif isinstance(part, QTableView):
            yield from _cells(part.model())


def _heard(part: QWidget) -> Iterator[str]:
    if isinstance(part, QLineEdit):
        yield part.placeholderText()
    if isinstance(part, QComboBox):
        yield from (part.itemText(place) for place in range(part.count()))
    yield part.toolTip()
    yield part.accessibleName()
    yield part.accessibleDescription()
    if isinstance(part, _SPOKEN):
        face = QAccessible.queryAccessibleInterface(part)
        yield from (face.text(QAccessible.Text.Name), face.text(QAccessible.Text.Description))


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount()):
            yield str(model.index(row, column).data() or "")
