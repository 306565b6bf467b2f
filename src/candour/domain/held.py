"""What a person is told that the school holds about them, ready to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class HeldPart:
    """Things of one kind in words: a heading, and for each a label and what is held."""

    heading: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HeldPaper:
    """What is held about somebody on a day.

    `lines` are (what, since, who may read it, how long it is kept), `opened` (who, when, what, why), `parts` the
    content itself in words, `rights` how to have it corrected and where to complain.
    """

    school: str
    name: str
    number: str
    made_on: date
    lines: tuple[tuple[str, str, str, str], ...]
    opened: tuple[tuple[str, str, str, str], ...]
    parts: tuple[HeldPart, ...]
    rights: tuple[str, ...]
