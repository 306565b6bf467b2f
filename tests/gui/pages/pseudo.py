"""A language that nobody speaks: every text of the window marked, longer by two fifths, with letters that tower."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_PLAIN = "aceinosuyzACEINOSUYZ"
_TALL = "åçéîñöšüýžÅÇÉÎÑÖŠÜÝŽ"
_LETTERS = str.maketrans(_PLAIN, _TALL)
_KEPT = re.compile(r"(\{\w*\}|%n|&\w)")
OPEN, CLOSE = "«", "»"
LONGER = 0.4


def strange(words: str) -> str:
    """Return a text in that language; placeholders, counts and mnemonics stay as they are."""
    parts = (part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in _KEPT.split(words))
    return f"{OPEN}{''.join(parts)}{_filling(round(LONGER * len(words)))}{CLOSE}"


def _filling(length: int) -> str:
    """Return so many letters more, in words that a line can break between."""
    return "".join(" " if place % 7 == 0 else "~" for place in range(length))


class Strange(QTranslator):
    """Answers for every text in every context, but for the order of day, month and year."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Say that it holds something: Qt would ask an empty one nothing."""
        return False

    def translate(self, context: str, words: str, _hint: str | None = None, _count: int = -1) -> str | None:
        """Return the text in the strange language, or None to leave it to another translator."""
        return None if context == "dates" else strange(words)


def unmarked(text: str) -> str:
    """Return what of a text stands outside every mark, marks within marks taken together."""
    depth, left = 0, []
    for letter in text:
        depth += letter == OPEN
        if not depth:
            left.append(letter)
        depth -= letter == CLOSE
    return "".join(left)
