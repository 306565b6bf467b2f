"""Invitation slips, four on a page with lines to cut along, and after them "before you come"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.fonts import BOLD
from candour.documents.layout import LEFT, RIGHT, TOP, Flow, lines_of
from candour.documents.paper import Paper, cut, printed
from candour.documents.styles import BODY, GREEN, INK, QUIET, SMALL, SMALL_INK, STRONG, TITLE, Style
from candour.documents.tables import Table, cell, header
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.papers import BeforeYouCome, SlipLine, SlipPaper

ON_A_PAGE = 4
_TALL = 176.0
"""The height of one slip, in points."""

_NAME = Style(BOLD, 13, 18, INK)
_CODE = Style(BOLD, 20, 28, GREEN)
_SIDE = 318.0
"""Where the right half of a slip begins, in points from the left."""


def draw_slips(paper: SlipPaper) -> bytes:
    """Return the PDF of the slips of some people, and of what to read before coming.

    Raises Refused when a text holds characters that the fonts lack.
    """

    def fill(flow: Flow) -> None:
        for place, slip in enumerate(paper.slips):
            if place and place % ON_A_PAGE == 0:
                flow.new_page()
            _slip(flow, paper, slip, TOP + place % ON_A_PAGE * _TALL)
        flow.new_page()
        _before(flow, paper.before)

    return printed(Paper(paper.school, "Your yearly social media check", paper.made_on), fill)


def _slip(flow: Flow, paper: SlipPaper, slip: SlipLine, top: float) -> None:
    left = [
        (slip.name, _NAME),
        (f"Staff number {slip.number}", BODY),
        ("Your code", QUIET),
        (slip.code, _CODE),
        (f"Good for a first use until {uk_date(paper.until)}.", SMALL_INK),
        (f"Lost it? {paper.hr or 'The school office'} gives you a new one here and now.", SMALL),
    ]
    right = [
        ("How to sign in", STRONG),
        ("1. Open Candour on the school’s computer.", BODY),
        ("2. Choose your name, or type your staff number.", BODY),
        ("3. Type this code. Small or capital letters are the same, and dashes may be left out.", BODY),
        ("Keep this slip to yourself: whoever has it can sign in as you. Keep it until you have signed.", SMALL),
        ("Have ready: your phone, with your apps signed in. It takes about 10 minutes here.", SMALL),
    ]
    flow.y = top + 10
    _column(flow, left, LEFT, _SIDE - LEFT - 14)
    flow.y = top + 12
    _column(flow, right, _SIDE, RIGHT - _SIDE)
    flow.y = top + _TALL
    flow.draw(cut(flow.y - 4))


def _column(flow: Flow, parts: Sequence[tuple[str, Style]], left: float, width: float) -> None:
    for words, style in parts:
        flow.y = flow.text(flow.root.add("P"), left, flow.y, lines_of(((words, style),), width), style) + 2.5


def _before(flow: Flow, before: BeforeYouCome) -> None:
    flow.y += 6
    flow.heading("Before you come", "H1", TITLE)
    flow.space(4)
    flow.paragraph(
        "These are all the questions that you may be asked; fewer once you have said which apps you use. Look "
        "through your own accounts at home if you like. Nobody asks for a password or for the name of an account, "
        "and the school looks at none.",
        BODY,
    )
    flow.space(3)
    flow.paragraph(f"Policy: {before.policy}.", QUIET)
    flow.section("The questions")
    columns = [(LEFT, 24.0), (LEFT + 30, 226.0), (LEFT + 266, RIGHT - LEFT - 266)]
    table = Table(flow, columns, [header(text) for text in ("No.", "Question", "Answers to choose from")])
    for one in before.questions:
        table.row([cell(one.number, QUIET), cell(one.heading), cell(" · ".join(one.answers), SMALL_INK)])
    flow.section("Where to look")
    columns = [(LEFT, 90.0), (LEFT + 96, 240.0), (LEFT + 346, RIGHT - LEFT - 346)]
    heads = [header(text) for text in ("App", "Steps", "Words to search its settings for")]
    table = Table(flow, columns, heads)
    for app in before.where:
        steps = "\n".join(f"{number}. {step}" for number, step in enumerate(app.steps, start=1))
        table.row([cell(app.app, STRONG), cell(steps), cell(", ".join(app.settings), SMALL_INK)])
