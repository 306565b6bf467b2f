"""What is held about somebody, drawn for them alone: a tagged paper without a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.layout import LEFT, RIGHT, Flow
from candour.documents.paper import Paper, printed
from candour.documents.styles import BODY, QUIET, SMALL, STRONG, TITLE
from candour.documents.tables import Table, cell, header
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.domain.held import HeldPaper, HeldPart

_TITLE = "What is held about me"
_LABEL = 150.0
"""The width of the labels of a part, in points."""


def draw_held(paper: HeldPaper) -> bytes:
    """Return the PDF of what is held about a person.

    Raises Refused when a text holds characters that the fonts lack.
    """

    def fill(flow: Flow) -> None:
        flow.heading(_TITLE, "H1", TITLE)
        flow.space(4)
        flow.paragraph(f"{paper.name}, staff number {paper.number}. As of {uk_date(paper.made_on)}.", STRONG)
        flow.space(2)
        flow.paragraph("This paper holds your answers in words: keep it where only you can read it.", QUIET)
        _table(flow, "What there is", ("What", "Since", "Who can read it", "Kept"), paper.lines)
        flow.section("Who opened it")
        if not paper.opened:
            flow.paragraph("Nobody has opened what is sealed about you.", BODY)
        else:
            _rows(flow, ("Who", "When", "What", "Why"), paper.opened)
        for part in paper.parts:
            _part(flow, part)
        flow.section("To have something corrected, or to complain")
        for words in paper.rights:
            flow.paragraph(words, BODY)
            flow.space(3)

    return printed(Paper(paper.school, _TITLE, paper.made_on), fill)


def _table(
    flow: Flow, heading: str, heads: tuple[str, str, str, str], rows: tuple[tuple[str, str, str, str], ...]
) -> None:
    flow.section(heading)
    _rows(flow, heads, rows)


def _rows(flow: Flow, heads: tuple[str, str, str, str], rows: tuple[tuple[str, str, str, str], ...]) -> None:
    columns = [(LEFT, 186.0), (LEFT + 194, 80.0), (LEFT + 280, 92.0), (LEFT + 378, RIGHT - LEFT - 378)]
    table = Table(flow, columns, [header(head) for head in heads])
    for row in rows:
        first, *rest = row
        table.row([cell(first), *(cell(each, SMALL) for each in rest)])


def _part(flow: Flow, part: HeldPart) -> None:
    flow.section(part.heading)
    columns = [(LEFT, _LABEL), (LEFT + _LABEL + 10, RIGHT - LEFT - _LABEL - 10)]
    table = Table(flow, columns)
    for label, words in part.pairs:
        table.row([header(label, QUIET, "Row"), cell(words)])
