"""The recovery sheet: 24 words in a numbered grid, twice, with what they open and where to keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.fonts import BOLD
from candour.documents.layout import LEFT, RIGHT, Flow, Line
from candour.documents.paper import Paper, printed
from candour.documents.styles import BODY, EDGE, INK, QUIET, SMALL, TITLE, Style
from candour.documents.tables import Table, cell, header
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.documents.tagging import Pen
    from candour.domain.papers import RecoveryPaper

COPIES = 2
"""One for the school's safe, one for another building (facts: loss, back-up, restore)."""

_COLUMNS, _ROWS = 4, 6
_TALL, _GAP = 31.0, 7.0
_WORD = Style(BOLD, 13, 17, INK)

_WHAT_FOR = (
    (
        "These 24 words open the whole register of this school, on any computer, when nobody can sign in any more: "
        "when the computer is lost, or when whoever keeps the register has lost their passphrase. They also hold "
        "the school’s own keys."
    ),
    (
        "Keep one copy in the school’s safe and the other in another building, each in a closed envelope. Whoever "
        "has the words and a copy of the register can read all that HR can read, and can act as the school. Never "
        "photograph them and never type them anywhere but into Candour."
    ),
    "To use them: open Candour, choose “Open a register with the recovery words”, and type them in this order.",
)


def draw_recovery_sheet(paper: RecoveryPaper) -> bytes:
    """Return the PDF of both copies; the words of the numbers read along the rows."""

    def fill(flow: Flow) -> None:
        for copy in range(1, COPIES + 1):
            if copy > 1:
                flow.new_page()
            _copy(flow, paper, copy)

    return printed(Paper(paper.school, "Recovery sheet", paper.made_on), fill)


def _copy(flow: Flow, paper: RecoveryPaper, copy: int) -> None:
    flow.y += 6
    flow.heading(f"Recovery sheet, copy {copy} of {COPIES}", "H1", TITLE)
    flow.y += 6
    table = Table(flow, [(LEFT, 80.0), (LEFT + 88, RIGHT - LEFT - 88)], ruled=False, pad=2)
    for label, value in (
        ("School", paper.school),
        ("Register", paper.register),
        ("Made on", uk_date(paper.made_on)),
    ):
        table.row([header(label, QUIET, "Row"), cell(value)])
    flow.y += 10
    _grid(flow, paper.words)
    flow.y += 10
    for words in _WHAT_FOR:
        flow.paragraph(words, BODY)
        flow.y += 5
    flow.paragraph("Checked on ____________________   by ________________________________________", SMALL)


def _grid(flow: Flow, words: tuple[str, ...]) -> None:
    wide = (RIGHT - LEFT - (_COLUMNS - 1) * _GAP) / _COLUMNS
    top = flow.y
    for place, word in enumerate(words):
        left = LEFT + place % _COLUMNS * (wide + _GAP)
        upper = top + place // _COLUMNS * (_TALL + _GAP)
        flow.draw(_box(left, upper, wide))
        # Not through `wrap`, which remembers what it has wrapped: these words are to be forgotten.
        line = Line(f"{place + 1}  {word} ", _WORD)
        flow.text(flow.root.add("P"), left + 9, upper + 7, [line], _WORD)
    flow.y = top + _ROWS * (_TALL + _GAP)


def _box(left: float, top: float, wide: float) -> Callable[[Pen], None]:
    def draw(pen: Pen) -> None:
        with pen.artifact():
            pen.box(left, top, wide, _TALL, EDGE)

    return draw
