"""Tab goes where the eye goes: the order of the layouts, whatever order the parts were made in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator


def in_reading_order(part: QWidget | QLayout) -> Iterator[QWidget]:
    """Yield every part as the layouts lay it out, each before what is in it (WCAG 2.2, 2.4.3)."""
    if isinstance(part, QWidget):
        yield part
        body = part.widget() if isinstance(part, QScrollArea) else part
        inside = body.layout() if body is not None else None
        if inside is not None:
            yield from in_reading_order(inside)
        else:
            yield from (child for child in part.children() if isinstance(child, QWidget) and not child.isWindow())
        return
    for index in range(part.count()):
        item = part.itemAt(index)
        child = (item.widget() or item.layout()) if item is not None else None
        if child is not None:
            yield from in_reading_order(child)


def takes_tab(part: QWidget) -> bool:
    """Return whether Tab stops at a part: it shows, is enabled and has a focus of its own."""
    return (
        bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and part.focusProxy() is None
        and part.isVisible()
        and part.isEnabled()
    )


def tab_from(page: QWidget, now: QWidget | None, *, forwards: bool) -> QWidget | None:
    """Return where Tab (or Shift+Tab) goes from `now`, round the page; None where nothing takes it.

    Qt's own chain is not used: parts that hand their focus to one inside them make it jump back, and parts that
    were added later come last in it.
    """
    order = list(in_reading_order(page))
    place = next((at for at, part in enumerate(order) if part is now), -1)
    after, before = order[place + 1 :], order[: max(place, 0)]
    onwards = [*after, *before] if forwards else [*reversed(before), *reversed(after)]
    return next((part for part in onwards if takes_tab(part)), None)
