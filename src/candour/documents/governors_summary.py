"""The governors' summary: one page of figures, without a name, tagged and unsigned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.layout import LEFT, RIGHT, Flow
from candour.documents.paper import Paper, printed
from candour.documents.styles import BODY, QUIET, SMALL_INK, STRONG, TITLE
from candour.documents.tables import Table, cell, header
from candour.documents.wording import grouped
from candour.domain.dates import uk_date
from candour.domain.governors import MEANING, NOTE

if TYPE_CHECKING:
    from candour.domain.governors import GovernorsPaper

_TITLE = "Summary for governors"
_FIGURE, _GAP = 118.0, 10.0
"""The width of a column of figures and the gap between columns, in points."""

_PROOF = (
    "This page carries no signature: it is counted from the school’s register. Each declaration behind it is a "
    "signed PDF with the school’s seal, and can be proved with the school’s root certificate (SHA-256):"
)


def draw_governors_summary(paper: GovernorsPaper) -> bytes:
    """Return the PDF of the summary; raises Refused when a text holds characters that the fonts lack."""

    def fill(flow: Flow) -> None:
        flow.heading(_TITLE, "H1", TITLE)
        flow.space(4)
        flow.paragraph(f"Social media check {paper.round}. As of {uk_date(paper.made_on)}.", STRONG)
        flow.section("In figures")
        _figures(flow, paper)
        flow.space(8)
        for words in (MEANING, NOTE):
            flow.paragraph(words, BODY)
            flow.space(3)
        flow.section("What stands behind it")
        flow.paragraph(_PROOF, QUIET)
        flow.space(2)
        flow.paragraph(grouped(paper.root.upper()), SMALL_INK)

    return printed(Paper(paper.school, _TITLE, paper.made_on), fill)


def _figures(flow: Flow, paper: GovernorsPaper) -> None:
    rounds = [paper.round, *([paper.round_before] if paper.round_before else [])]
    widths = [_FIGURE] * len(rounds)
    first = RIGHT - LEFT - sum(widths) - _GAP * len(widths)
    columns, left = [(LEFT, first)], LEFT + first + _GAP
    for width in widths:
        columns.append((left, width))
        left += width + _GAP
    table = Table(flow, columns, [header(head) for head in ("What was counted", *rounds)])
    for line in paper.lines:
        figures = [line.now, *([line.before] if paper.round_before else [])]
        table.row([header(line.what, BODY, "Row"), *(cell(figure, STRONG) for figure in figures)])
