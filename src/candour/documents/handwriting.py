"""What is filled in by hand on a paper: boxes to tick and lines to write on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.fonts import measure
from candour.documents.layout import LEFT, RIGHT, Flow, height_of, lines_of
from candour.documents.styles import INK, SMALL_INK, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from candour.documents.tagging import Pen

LINE = 25.5
"""The height of a line to write on, in points."""

_BOX, _CLEAR = 10.5, 9.5
"""The side of a box beside words of a usual size, and what stands between box and words, in points."""

_WRITE = 210.0
"""Where the lines to write on begin, in points from the left of the text."""

_BETWEEN, _DAY = 20.0, 96.0
"""What stands between two boxes in one row, and the room for a day written by hand, in points."""


def tick(flow: Flow, words: str, style: Style) -> None:
    """Place a box to tick with its words beside it."""
    beside = _side(style) + _CLEAR
    lines = lines_of(((words, style),), RIGHT - LEFT - beside)
    flow.need(height_of(lines) + 5)
    flow.draw(_boxed(LEFT, flow.y, style))
    flow.y = flow.text(flow.root.add("P"), LEFT + beside, flow.y, lines, style) + 5


def tick_row(flow: Flow, offers: Sequence[tuple[str, bool]], style: Style) -> None:
    """Place boxes beside each other, each with its words, and with room for a day where it says so.

    What does not fit goes on in the next row.
    """
    height, beside = style.leading + 5, _side(style) + _CLEAR
    x = LEFT
    flow.need(height)
    for words, with_day in offers:
        wide = beside + measure(words, style.font, style.size) + (_DAY if with_day else 0)
        if x > LEFT and x + wide > RIGHT:
            flow.y += height
            flow.need(height)
            x = LEFT
        flow.draw(_boxed(x, flow.y, style))
        flow.text(flow.root.add("P"), x + beside, flow.y, lines_of(((words, style),), RIGHT - x), style)
        if with_day:
            flow.draw(_ruled(x + wide - _DAY + 6, x + wide, flow.y + style.leading - 1))
        x += wide + _BETWEEN
    flow.y += height


def write_on(flow: Flow, label: str, style: Style = SMALL_INK, height: float = LINE) -> None:
    """Place a label with a line to write on beside it."""
    flow.need(height)
    flow.y += height - style.leading
    lines = lines_of(((label, style),), _WRITE - 8)
    flow.y = flow.text(flow.root.add("P"), LEFT, flow.y, lines, style)
    flow.draw(_ruled(LEFT + _WRITE, RIGHT, flow.y - 1))
    flow.y += 3


def _side(style: Style) -> float:
    return max(_BOX, 0.9 * style.size)


def _boxed(left: float, line: float, style: Style) -> Callable[[Pen], None]:
    side = _side(style)
    top = line + (style.leading - side) / 2
    right, bottom = left + side, top + side
    corners = [(left, top), (right, top), (right, bottom), (left, bottom)]

    def draw(pen: Pen) -> None:
        with pen.artifact():
            pen.outline(corners, INK, fill=False, close=True)

    return draw


def _ruled(left: float, right: float, y: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.artifact():
            pen.rule(left, y, right, 0.75, INK)

    return draw
