"""The flow of a document: headings, paragraphs, tables and panels, placed first and drawn afterwards.

Placing before drawing is what lets page 1 name the number of pages and the page that it points to.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from candour.documents.fonts import wrap
from candour.documents.styles import BODY, EDGE, SECTION, Style
from candour.documents.tagging import Element, Pen

LEFT, RIGHT = 43.5, 552.0
TOP, BOTTOM = 88.0, 790.0
"""The body of a page, in points from its left and from its top."""

_GAP, _PAD = 13.5, 11.0
_PANEL = (RIGHT - LEFT - _GAP) / 2
"""Panels: between them, inside them, and the width of one, in points."""

BASELINE = 0.76
"""The part of a line's height that lies above its baseline."""


@dataclass(frozen=True)
class Panel:
    """A box with lines of text, such as the place that names a signature."""

    parts: tuple[tuple[str, Style], ...]


class Line(NamedTuple):
    """One line of text that has found its width."""

    text: str
    style: Style


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
        lines = lines_of(((text, style),), RIGHT - LEFT)
        self.need(len(lines) * style.leading + keep)
        level, top = int(role[1:]) - 1, self.y
        self.draw(lambda pen: pen.bookmark(text, top, level))
        self._run(self.root.add(role), lines)

    def section(self, text: str, keep: float = 44) -> None:
        """Place the heading of a section."""
        self.space(10)
        self.heading(text, "H2", SECTION, keep=keep)
        self.space(2)

    def paragraph(self, text: str, style: Style = BODY) -> None:
        """Place a paragraph across the page, split where a page ends."""
        self._run(self.root.add("P"), lines_of(((text, style),), RIGHT - LEFT))

    def panels(self, panels: Sequence[Panel]) -> None:
        """Place boxes side by side, each half as wide as the page, kept on one page."""
        height = self.panels_height(panels)
        self.need(height)
        for place, panel in enumerate(panels):
            left = LEFT + place * (_PANEL + _GAP)
            self.draw(_boxed(left, self.y, _PANEL, height))
            top = self.y + _PAD - 2
            for style, run in groupby(_inside(panel), key=lambda line: line.style):
                top = self.text(self.root.add("P"), left + _PAD, top, list(run), style)
        self.y += height

    def panels_height(self, panels: Sequence[Panel]) -> float:
        """Return the height that boxes side by side will take, in points."""
        return max(height_of(_inside(panel)) for panel in panels) + 2 * _PAD - 3

    def height(self, text: str, style: Style = BODY) -> float:
        """Return the height that a paragraph will take, in points."""
        return height_of(lines_of(((text, style),), RIGHT - LEFT))

    def _run(self, element: Element, lines: list[Line]) -> None:
        while lines:
            self.need(lines[0].style.leading)
            taken = take(lines, BOTTOM - self.y)
            self.y = self.text(element, LEFT, self.y, taken, taken[0].style)

    def text(self, element: Element, left: float, top: float, lines: list[Line], style: Style) -> float:
        """Place lines of one style for an element; return where the next line begins."""
        words = [line.text for line in lines]
        if any(words):
            self.draw(_tagged(element, left, top + style.leading * BASELINE, words, style))
        return top + len(lines) * style.leading

    def draw(self, drawing: Callable[[Pen], None]) -> None:
        """Have something drawn on this page, inside a mark or an artifact of its own."""
        self.pages[-1].append(drawing)


def lines_of(parts: Sequence[tuple[str, Style]], width: float) -> list[Line]:
    """Return the lines of some paragraphs across a width, in points."""
    return [Line(line, style) for text, style in parts for line in wrap(text, style.font, style.size, width)]


def height_of(lines: Sequence[Line]) -> float:
    """Return the height of lines, in points."""
    return sum(line.style.leading for line in lines)


def _inside(panel: Panel) -> list[Line]:
    return lines_of(panel.parts, _PANEL - 2 * _PAD)


def take(lines: list[Line], room: float) -> list[Line]:
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


def _boxed(left: float, top: float, width: float, height: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.artifact():
            pen.box(left, top, width, height, EDGE)

    return draw
