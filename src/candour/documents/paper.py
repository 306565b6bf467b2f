"""A plain paper of the school: tagged, with its own head and page numbers, unsigned."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from candour.documents.archiving import About, archive, describe
from candour.documents.fonts import BOLD, REGULAR, fitted, measure
from candour.documents.layout import LEFT, RIGHT, Flow
from candour.documents.styles import GREEN, GREY, Style
from candour.documents.tagging import Pen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_HEAD = Style(BOLD, 9.2, 13.5, GREEN)
_KIND = Style(REGULAR, 9.2, 13.5, GREY)
_HEAD_ROOM = 340.0
"""The width of the school's name in the running head, in points."""


@dataclass(frozen=True)
class Paper:
    """What a paper says of itself: whose it is, what it is called, and its day."""

    school: str
    title: str
    day: date


class Attached(NamedTuple):
    """A file attached to a paper: its name, what it is, its bytes and their media type."""

    name: str
    description: str
    content: bytes
    media: str


def printed(paper: Paper, fill: Callable[[Flow], None], attached: Attached | None = None) -> bytes:
    """Return the PDF of a paper whose pages `fill` lays out; the same bytes for the same paper.

    Raises Refused when a text holds characters that the fonts lack.
    """
    identity = hashlib.sha256(f"{paper.school}\0{paper.title}\0{paper.day.isoformat()}".encode()).digest()
    pen = Pen(paper.day, identity[:16])
    head = pen.root.add("P")
    flow = Flow(pen.root)
    fill(flow)
    for number, drawings in enumerate(flow.pages, start=1):
        school = fitted(paper.school, *_HEAD[:2], _HEAD_ROOM)
        page = f"{paper.title}, page {number} of {len(flow.pages)}"
        with pen.tagged(head) if number == 1 else pen.artifact("Header"):
            pen.text(LEFT, 56.0, [school], _HEAD)
        with pen.artifact("Header"):
            pen.text(RIGHT - measure(page, *_KIND[:2]), 56.0, [page], _KIND)
            pen.rule(LEFT, 70.0, RIGHT, 1.5, GREEN)
        for drawing in drawings:
            drawing(pen)
        pen.page_done()
    about = About(paper.title, paper.school, paper.title, "", paper.day)
    if attached is None:
        describe(pen, about)
    else:
        archive(pen, about, attached[:3], attached.media)
    return pen.pdf()


def cut(y: float) -> Callable[[Pen], None]:
    """Return what draws a dashed line across the page, to cut slips apart along."""

    def draw(pen: Pen) -> None:
        with pen.artifact():
            for step in range(int((RIGHT - LEFT) // 9) + 1):
                pen.rule(LEFT + 9 * step, y, LEFT + 9 * step + 4.5, 0.75, "#8b9a9d")

    return draw
