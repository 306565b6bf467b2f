"""Tab goes where the eye goes: the order of the layouts, whatever order the parts were made in."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from candour.gui.widgets.labels import HeadingLabel

if TYPE_CHECKING:
    from collections.abc import Iterator


def in_reading_order(part: QWidget | QLayout) -> Iterator[QWidget]:
    """Yield what may have the focus, as the layouts lay it out (WCAG 2.2, 2.4.3).

    Tab does not stop at a heading, but it goes on from there when a page shows.
    """
    if isinstance(part, QWidget):
        if _counts(part):
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


def _counts(part: QWidget) -> bool:
    return bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) or (
        isinstance(part, HeadingLabel) and part.focusPolicy() != Qt.FocusPolicy.NoFocus
    )


def tab_in_reading_order(page: QWidget) -> None:
    """Put everything on the page that Tab may reach into reading order; call it again when parts change."""
    for one, next_one in pairwise(list(in_reading_order(page))):
        QWidget.setTabOrder(one, next_one)
