"""Tables of a flow: header cells with their scope, rows that split over pages, a head that is repeated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from candour.documents.layout import BASELINE, BOTTOM, LEFT, RIGHT, TOP, Flow, Line, height_of, lines_of, take
from candour.documents.styles import BODY, COLUMN, HAIR, SIGN_COLOURS, Sign, Style
from candour.documents.tagging import Element, Pen

_SIGN_ROOM = 11.0


@dataclass(frozen=True)
class Cell:
    """A cell of a table: paragraphs with their styles; a header when it has a scope; perhaps a sign before it."""

    parts: tuple[tuple[str, Style], ...]
    scope: Literal["", "Row", "Column"] = ""
    span: int = 1
    sign: Sign | None = None


def cell(text: str, style: Style = BODY) -> Cell:
    """Return a cell of one text."""
    return Cell(((text, style),))


def header(text: str, style: Style = COLUMN, scope: Literal["Row", "Column"] = "Column") -> Cell:
    """Return a header cell of one text."""
    return Cell(((text, style),), scope)


@dataclass
class _Slot:
    """A cell on its way onto the pages: what is still to be placed, and where across the page."""

    element: Element
    left: float
    lines: list[Line]
    sign: Sign | None


@dataclass
class Table:
    """A table in a flow: rows are placed as they are added; the head is repeated on every further page.

    Columns are (left, width) in points; `ruled` draws a hair line under every row.
    """

    flow: Flow
    columns: Sequence[tuple[float, float]]
    head: Sequence[Cell] = ()
    ruled: bool = True
    pad: float = 3.1

    def __post_init__(self) -> None:
        """Open the structure element, and place the head."""
        self._element = self.flow.root.add("Table")
        if self.head:
            self._place(self._slots(self.head))

    def row(self, cells: Sequence[Cell]) -> None:
        """Place one row, on a new page where it fits only there, split where it fits on none."""
        slots = self._slots(cells)
        height = max(height_of(slot.lines) for slot in slots) + 2 * self.pad
        if height > BOTTOM - self.flow.y:
            head = max((height_of(slot.lines) for slot in self._headings()), default=0) + 2 * self.pad
            if height <= BOTTOM - TOP - head or self.flow.y > BOTTOM - 60:
                self._turn()
        self._place(slots)

    def _place(self, slots: list[_Slot]) -> None:
        while True:
            room = BOTTOM - self.flow.y - 2 * self.pad
            taken = [take(slot.lines, room) for slot in slots]
            for slot, lines in zip(slots, taken, strict=True):
                self._cell(slot, lines)
            self.flow.y += max(height_of(lines) for lines in taken) + 2 * self.pad
            if self.ruled:
                self.flow.draw(_ruled(self.flow.y))
            if not any(slot.lines for slot in slots):
                return
            self._turn()

    def _cell(self, slot: _Slot, lines: list[Line]) -> None:
        top, left = self.flow.y + self.pad, slot.left
        if slot.sign and lines:
            self.flow.draw(_signed(slot.sign, left, top))
            left, slot.sign = left + _SIGN_ROOM, None
        for style, run in groupby(lines, key=lambda line: line.style):
            top = self.flow.text(slot.element, left, top, list(run), style)

    def _turn(self) -> None:
        self.flow.new_page()
        slots = self._headings()
        for slot in slots:
            self.flow.draw(_repeated(slot, self.flow.y + self.pad))
        if slots:
            self.flow.y += max(height_of(slot.lines) for slot in slots) + 2 * self.pad
            self.flow.draw(_ruled(self.flow.y))

    def _headings(self) -> list[_Slot]:
        """Return the head once more, under an element that no tree holds."""
        return [self._slot(Element("TH"), at, head) for at, head in enumerate(self.head)]

    def _slots(self, cells: Sequence[Cell]) -> list[_Slot]:
        row = self._element.add("TR")
        slots, at = [], 0
        for one in cells:
            element = row.add("TH", Scope=f"/{one.scope}") if one.scope else row.add("TD")
            if one.span > 1:
                element.attributes["ColSpan"] = one.span
            slots.append(self._slot(element, at, one))
            at += one.span
        return slots

    def _slot(self, element: Element, at: int, one: Cell) -> _Slot:
        left = self.columns[at][0]
        last_left, last_width = self.columns[at + one.span - 1]
        width = last_left + last_width - left - (_SIGN_ROOM if one.sign else 0)
        return _Slot(element, left, lines_of(one.parts, width), one.sign)


def _repeated(slot: _Slot, top: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.artifact("Header"):
            for at, line in enumerate(slot.lines):
                style = line.style
                pen.text(slot.left, top + style.leading * (at + BASELINE), [line.text], style)

    return draw


def _ruled(y: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.artifact():
            pen.rule(LEFT, y, RIGHT, 0.75, HAIR)

    return draw


_SHAPES: dict[Sign, tuple[list[tuple[float, float]], bool, bool]] = {
    "confirmed": ([(0.6, 6.9), (2.7, 9.0), (6.9, 4.0)], False, False),
    "except": ([(3.9, 2.6), (7.8, 6.5), (3.9, 10.4), (0, 6.5)], True, True),
    "waiting": ([(3.9, 3.1), (7.3, 6.5), (3.9, 9.9), (0.5, 6.5)], False, True),
    "open": ([(3.9, 2.8), (8.0, 9.8), (-0.2, 9.8)], True, True),
}


def _signed(sign: Sign, left: float, top: float) -> Callable[[Pen], None]:
    shape, fill, close = _SHAPES[sign]
    points = [(left + x, top + y) for x, y in shape]

    def draw(pen: Pen) -> None:
        with pen.artifact():
            pen.outline(points, SIGN_COLOURS[sign], fill=fill, close=close)

    return draw
