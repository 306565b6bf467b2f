"""Slips that remind people, one for each, with lines to cut along: kind words and a day, no code, no secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.fonts import BOLD
from candour.documents.layout import LEFT, RIGHT, Flow, Line, height_of, lines_of
from candour.documents.paper import Paper, cut, printed
from candour.documents.styles import GREEN, INK, QUIET, SMALL, STRONG, Style
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.domain.reminder_paper import ReminderPaper, ReminderSlip

_NAME = Style(BOLD, 13, 18, INK)
_WORDS = Style(QUIET.font, 10.5, 15, INK)
_DAY = STRONG._replace(colour=GREEN)
_GAP, _PAD = 2.5, 10.0
"""Between the parts of a slip, and above and below them, in points."""


def draw_reminder_slips(paper: ReminderPaper) -> bytes:
    """Return the PDF of some people's slips, as many on a page as their words leave room for.

    Raises Refused when a text holds characters that the fonts lack.
    """

    def fill(flow: Flow) -> None:
        for slip in paper.slips:
            _slip(flow, paper, slip)

    return printed(Paper(paper.school, f"Reminders, {paper.round}", paper.made_on), fill)


def _slip(flow: Flow, paper: ReminderPaper, slip: ReminderSlip) -> None:
    parts = [
        (slip.name, _NAME),
        (slip.role, SMALL),
        (f"Your social media check: sign by {uk_date(slip.due, weekday=True)}", _DAY),
        *((line, _WORDS) for line in slip.text.splitlines() if line.strip()),
        (f"{paper.sender}, {uk_date(paper.made_on)}", SMALL),
    ]
    placed: list[tuple[Style, list[Line]]] = [
        (style, lines_of(((words, style),), RIGHT - LEFT)) for words, style in parts if words
    ]
    flow.need(sum(height_of(lines) + _GAP for _, lines in placed) + 2 * _PAD)
    flow.y += _PAD
    for style, lines in placed:
        flow.y = flow.text(flow.root.add("P"), LEFT, flow.y, lines, style) + _GAP
    flow.y += _PAD
    flow.draw(cut(flow.y))
