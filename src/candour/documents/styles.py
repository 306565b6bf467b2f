"""How documents look: fonts, sizes and colours, after the design's declaration."""

from __future__ import annotations

from typing import Literal, NamedTuple

from candour.documents.fonts import BOLD, REGULAR

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
FINE = Style(REGULAR, 7.4, 9.6, GREY)
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
