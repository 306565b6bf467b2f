"""The fonts that documents embed: what they can print, how wide it is, where a line ends.

Noto Sans carries Latin with Vietnamese, Greek and Cyrillic. reportlab drops a glyph that a font lacks in
silence, so nothing is drawn before `lacking` has looked at it.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from candour.errors import Refused
from candour.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterator

REGULAR = "NotoSans-Regular"
BOLD = "NotoSans-Bold"

_UNPRINTED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
"""Categories with no picture of their own: controls, direction marks, unassigned, private, separators."""

_BEYOND_CODES = 0xFFFF
"""The last character that reportlab's map back to Unicode can name."""


@cache
def font(name: str) -> Any:
    """Return the font of that name, loaded and registered with reportlab once in a process."""
    loaded = TTFont(name, str(resource_path("fonts", f"{name}.ttf")), asciiReadable=False)
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _printable() -> frozenset[int]:
    shared = set(font(REGULAR).face.charToGlyph) & set(font(BOLD).face.charToGlyph)
    return frozenset(
        code for code in shared if code <= _BEYOND_CODES and unicodedata.category(chr(code)) not in _UNPRINTED
    )


def lacking(text: str) -> str:
    """Return the characters of a text that cannot be printed, each once, in the order in which they appear.

    The text is looked at as it would be drawn: composed (NFC), with any white space drawn as a space.
    """
    composed = unicodedata.normalize("NFC", text)
    return "".join(dict.fromkeys(c for c in composed if not c.isspace() and ord(c) not in _printable()))


def wrap(text: str, name: str, size: float, width: float) -> list[str]:
    """Return the lines of a text in a font, none wider than `width` points; a word too long is broken.

    Raises Refused when the fonts lack one of its characters.
    """
    return list(_wrapped(text, name, size, width))


@lru_cache(maxsize=4096)  # the policy's texts stand in every document of a round; few others come twice
def _wrapped(text: str, name: str, size: float, width: float) -> tuple[str, ...]:
    missing = lacking(text)
    if missing:
        raise Refused(f"These characters cannot be printed. Write them in another way: {missing}")
    composed = unicodedata.normalize("NFC", text)
    return tuple(line for part in composed.split("\n") for line in _filled(part.split(), name, size, width))


def fitted(text: str, name: str, size: float, width: float) -> str:
    """Return a text as one line of at most `width` points, its end cut off with an ellipsis where it must be."""
    lines = wrap(text, name, size, width - measure("…", name, size))
    return lines[0] if len(lines) == 1 else f"{lines[0].rstrip()}…"


def measure(text: str, name: str, size: float) -> float:
    """Return the width of a text, in points."""
    widths = font(name).face.charWidths
    return float(sum(widths[ord(character)] for character in text)) * size / 1000


def _filled(words: list[str], name: str, size: float, width: float) -> Iterator[str]:
    """Yield full lines; a space ends those after which a new word begins, so that no reader joins two words."""
    line = ""
    for word in words:
        for at, piece in enumerate(_pieces(word, name, size, width)):
            longer = f"{line} {piece}" if line and at == 0 else f"{line}{piece}"
            if line and measure(longer, name, size) > width:
                yield line if at else f"{line} "
                line = piece
            else:
                line = longer
    yield line


@lru_cache(maxsize=4096)
def _pieces(word: str, name: str, size: float, width: float) -> tuple[str, ...]:
    if measure(word, name, size) <= width:
        return (word,)
    pieces = [""]
    for character in word:
        if pieces[-1] and measure(pieces[-1] + character, name, size) > width:
            pieces.append("")
        pieces[-1] += character
    return tuple(pieces)
