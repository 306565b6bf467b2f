"""The flow of a document: headings, paragraphs, tables and panels, placed first and drawn afterwards.

Placing before drawing is what lets page 1 name the number of pages and the page that it points to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from candour.documents.fonts import BOLD, REGULAR, wrap
from candour.documents.tagging import Element, Pen

LEFT, RIGHT = 43.5, 552.0
TOP, BOTTOM = 88.0, 790.0
"""The body of a page, in points from its left and from its top."""

GREEN, INK, GREY = "#0d5a5c", "#16252b", "#55646a"
HAIR, EDGE = "#e1e5e3", "#9cc0be"


class Style(NamedTuple):
    """How a text looks: font, size and leading in points, colour."""

    font: str
    size: float
    leading: float
    colour: str


BODY = Style(REGULAR, 9, 12.4, INK)
STRONG = Style(BOLD, 9, 12.4, INK)
QUIET = Style(REGULAR, 9, 12.4, GREY)
SMALL = Style(REGULAR, 8.2, 11.4, GREY)
SMALL_INK = Style(REGULAR, 8.2, 11.4, INK)
FINE = Style(REGULAR, 7.6, 10, GREY)
TINY = Style(REGULAR, 7.2, 9.4, GREY)
COLUMN = Style(BOLD, 8.2, 11.4, GREY)
TITLE = Style(BOLD, 16.5, 21, INK)
SECTION = Style(BOLD, 10.2, 14, GREEN)

Sign = Literal["confirmed", "except", "waiting", "open"]
SIGN_COLOURS: dict[Sign, str] = {
    "confirmed": "#1c7344",
    "except": "#1f4e8c",
    "waiting": "#1f4e8c",
    "open": "#8a4b00",
}

_SHARE = 0.76
"""The part of a line's height that lies above its baseline."""

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


@dataclass(frozen=True)
class Panel:
    """A box with lines of text, such as the place that names a signature."""

    parts: tuple[tuple[str, Style], ...]


class Line(NamedTuple):
    """One line of text that has found its width."""

    text: str
    style: Style


@dataclass
class _Slot:
    """A cell on its way onto the pages: what is still to be placed, and where across the page."""

    element: Element
    left: float
    lines: list[Line]
    sign: Sign | None


@dataclass
class Flow:
    """Places content down the pages; `pages` holds what to draw on each, `y` how far this page is filled."""

    root: Element
    pages: list[list[Callable[[Pen], None]]] = field(default_factory=lambda: [[]])
    y: float = TOP

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append([])
        self.y = TOP

    def need(self, height: float) -> None:
        """Go on at a new page when this one has not that much room, and a new one would have more."""
        if self.y + height > BOTTOM and self.y > TOP:
            self.new_page()

    def space(self, height: float) -> None:
        """Leave room, except at the top of a page."""
        if self.y > TOP:
            self.y += height

    def heading(self, text: str, role: str, style: Style, *, keep: float = 40) -> None:
        """Place a heading, with a bookmark, on a page that has room for what it keeps beside itself."""
        lines = _lines(((text, style),), RIGHT - LEFT)
        self.need(len(lines) * style.leading + keep)
        level, top = int(role[1:]) - 1, self.y
        self._draw(lambda pen: pen.bookmark(text, top, level))
        self._run(self.root.add(role), lines)

    def paragraph(self, text: str, style: Style = BODY) -> None:
        """Place a paragraph across the page, split where a page ends."""
        self._run(self.root.add("P"), _lines(((text, style),), RIGHT - LEFT))

    def panels(self, panels: Sequence[Panel], gap: float = 13.5, pad: float = 11) -> None:
        """Place boxes side by side, each half as wide as the page, kept on one page."""
        width = (RIGHT - LEFT - gap) / 2
        filled = [_lines(panel.parts, width - 2 * pad) for panel in panels]
        height = max(_height(lines) for lines in filled) + 2 * pad - 3
        self.need(height)
        for place, lines in enumerate(filled):
            left = LEFT + place * (width + gap)
            self._draw(_boxed(left, self.y, width, height))
            top = self.y + pad - 2
            for style, run in groupby(lines, key=lambda line: line.style):
                top = self._text(self.root.add("P"), left + pad, top, list(run), style)
        self.y += height

    def _run(self, element: Element, lines: list[Line]) -> None:
        for line in lines:
            self.need(line.style.leading)
            self.y = self._text(element, LEFT, self.y, [line], line.style)

    def _text(self, element: Element, left: float, top: float, lines: list[Line], style: Style) -> float:
        words = [line.text for line in lines if line.text]
        if words:
            self._draw(_tagged(element, left, top + style.leading * _SHARE, words, style))
        return top + len(lines) * style.leading

    def _draw(self, drawing: Callable[[Pen], None]) -> None:
        self.pages[-1].append(drawing)


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
        height = max(_height(slot.lines) for slot in slots) + 2 * self.pad
        if height > BOTTOM - self.flow.y:
            head = max((_height(slot.lines) for slot in self._headings()), default=0) + 2 * self.pad
            if height <= BOTTOM - TOP - head or self.flow.y > BOTTOM - 60:
                self._turn()
        self._place(slots)

    def _place(self, slots: list[_Slot]) -> None:
        while True:
            room = BOTTOM - self.flow.y - 2 * self.pad
            taken = [_take(slot.lines, room) for slot in slots]
            for slot, lines in zip(slots, taken, strict=True):
                self._cell(slot, lines)
            self.flow.y += max(_height(lines) for lines in taken) + 2 * self.pad
            if self.ruled:
                self.flow._draw(_ruled(self.flow.y))  # noqa: SLF001 - one module, one drawing
            if not any(slot.lines for slot in slots):
                return
            self._turn()

    def _cell(self, slot: _Slot, lines: list[Line]) -> None:
        top, left = self.flow.y + self.pad, slot.left
        if slot.sign and lines:
            self.flow._draw(_signed(slot.sign, left, top))  # noqa: SLF001 - likewise
            left, slot.sign = left + _SIGN_ROOM, None
        for style, run in groupby(lines, key=lambda line: line.style):
            top = self.flow._text(slot.element, left, top, list(run), style)  # noqa: SLF001 - likewise

    def _turn(self) -> None:
        self.flow.new_page()
        slots = self._headings()
        for slot in slots:
            self.flow._draw(_repeated(slot, self.flow.y + self.pad))  # noqa: SLF001 - likewise
        if slots:
            self.flow.y += max(_height(slot.lines) for slot in slots) + 2 * self.pad
            self.flow._draw(_ruled(self.flow.y))  # noqa: SLF001 - likewise

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
        return _Slot(element, left, _lines(one.parts, width), one.sign)


def _lines(parts: Sequence[tuple[str, Style]], width: float) -> list[Line]:
    return [Line(line, style) for text, style in parts for line in wrap(text, style.font, style.size, width)]


def _height(lines: Sequence[Line]) -> float:
    return sum(line.style.leading for line in lines)


def _take(lines: list[Line], room: float) -> list[Line]:
    """Take from the front of the lines as many as the room holds, at least one."""
    count, used = 0, 0.0
    while count < len(lines) and (used + lines[count].style.leading <= room or count == 0):
        used += lines[count].style.leading
        count += 1
    taken = lines[:count]
    del lines[:count]
    return taken


def _tagged(
    element: Element, left: float, baseline: float, words: list[str], style: Style
) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.tagged(element):
            pen.text(left, baseline, words, style)

    return draw


def _repeated(slot: _Slot, top: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.artifact("Header"):
            for at, line in enumerate(slot.lines):
                style = line.style
                pen.text(slot.left, top + style.leading * (at + _SHARE), [line.text], style)

    return draw


def _ruled(y: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.artifact():
            pen.rule(LEFT, y, RIGHT, 0.75, HAIR)

    return draw


def _boxed(left: float, top: float, width: float, height: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.artifact():
            pen.box(left, top, width, height, EDGE)

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
