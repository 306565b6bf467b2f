"""Tab goes where the eye goes: the order of the layouts, whatever order the parts were made in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def in_reading_order(part: QWidget | QLayout) -> Iterator[QWidget]:
    """Yield the parts that Tab may reach, as their layouts lay them out: WCAG 2.2, 2.4.3."""
    if isinstance(part, QWidget):
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
        body = part.widget() if isinstance(part, QScrollArea) else part
        inside = body.layout() if body is not None else None
        if inside is not None:
            yield from in_reading_order(inside)
        return
    for index in range(part.count()):
        item = part.itemAt(index)
        child = (item.widget() or item.layout()) if item is not None else None
        if child is not None:
            yield from in_reading_order(child)


def tab_in_reading_order(page: QWidget) -> None:
    """Put everything on the page that Tab may reach into reading order; call it again when parts change."""
    for one, next_one in pairwise(list(in_reading_order(page))):
        QWidget.setTabOrder(one, next_one)
