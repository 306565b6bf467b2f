"""The form of a declaration on paper, and the sheet for the closed envelope: outcomes here, reasons there alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.documents.fonts import BOLD, REGULAR
from candour.documents.handwriting import tick, tick_row, write_on
from candour.documents.layout import Flow
from candour.documents.paper import Paper, printed
from candour.documents.styles import GREEN, GREY, INK, Style
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.domain.paper_form import FormPaper, FormPoint

CONFIRMED, OPEN, LACKING = "Confirmed", "Open until", "No school phone or account"
"""The words beside the boxes of a point."""

_SHARED = "One box for all of these points, so that it tells nobody whom it is about."
_BLANK = "This side is empty on purpose, so that the next sheet is a sheet of its own."


@dataclass(frozen=True)
class _Look:
    """The styles of a form in its size of print."""

    body: Style
    strong: Style
    quiet: Style
    label: Style
    title: Style
    line: float


def _look(*, large: bool) -> _Look:
    size = 16.0 if large else 11.0
    leading = round(size * 1.32, 1)
    return _Look(
        Style(REGULAR, size, leading, INK),
        Style(BOLD, size, leading, INK),
        Style(REGULAR, size * 0.9, round(leading * 0.9, 1), GREY),
        Style(BOLD, size, leading, GREEN),
        Style(BOLD, size * 1.5, round(leading * 1.5, 1), INK),
        36.0 if large else 27.0,
    )


def draw_paper_form(paper: FormPaper) -> bytes:
    """Return the PDF of the forms, each with its envelope sheet on a sheet of its own, even when printed two-sided.

    Raises Refused when a text holds characters that the fonts lack.
    """
    look = _look(large=paper.large)

    def fill(flow: Flow) -> None:
        for at, whose in enumerate(paper.people or (("", ""),)):
            if at:
                _next_sheet(flow, look)
            _form(flow, paper, look, *whose)
            _next_sheet(flow, look)
            _envelope(flow, paper, look, *whose)

    return printed(Paper(paper.school, paper.title, paper.printed_on), fill)


def _next_sheet(flow: Flow, look: _Look) -> None:
    flow.new_page()
    if len(flow.pages) % 2 == 0:
        flow.paragraph(_BLANK, look.quiet)
        flow.new_page()


def _form(flow: Flow, paper: FormPaper, look: _Look, name: str, number: str) -> None:
    _head(
        flow,
        look,
        f"{paper.title}, on paper",
        f"{paper.policy}. Give it back by {uk_date(paper.due, weekday=True)}.",
    )
    _whose(flow, look, name, number)
    _section(flow, look, "How to fill it in")
    for at, words in enumerate(_steps(paper), start=1):
        flow.paragraph(f"{at}. {words}", look.body)
        flow.space(2)
    _section(flow, look, "The points")
    for point in paper.points:
        _point(flow, look, point)
    if paper.excepts:
        _section(flow, look, "Exceptions")
    for points in paper.excepts:
        _except(flow, look, points)
    _section(flow, look, "Declaration")
    flow.paragraph(paper.declaration, look.body)
    for label in ("Date", "Signature"):
        write_on(flow, label, look.strong, look.line)
    _section(flow, look, "How to hand it in")
    for words in _handing_in(paper):
        flow.paragraph(words, look.body)
        flow.space(2)
    for label in ("School office: entered by, on", "School office: confirmed by, on"):
        write_on(flow, label, look.quiet, look.line)


def _steps(paper: FormPaper) -> tuple[str, ...]:
    return (
        "Look through your own accounts first. Nobody at school looks at them.",
        "Tick one box for each point. Confirmed means true when you sign, perhaps after putting it right.",
        (
            "Open until: write the day by which you will do it, if it is not done yet or you are not sure. "
            "You need not say which."
        ),
        (
            "Family here, or another reason to ask? Tick “Except” below, and write it on the envelope sheet alone. "
            "Beside each point, tick what is true apart from that."
        ),
        (
            f"Has a child contacted you on a personal account, or has a message about a child worried you? "
            f"Go to {paper.lead} now, and write nothing about it here."
        ),
        "Write no reasons, names or accounts on this form: the school office reads it.",
    )


def _handing_in(paper: FormPaper) -> tuple[str, ...]:
    office = paper.hr or "the school office"
    return (
        (
            f"Give this form to {office}. It is typed in with its scan, and a second person compares the two. "
            "Then it counts."
        ),
        (
            f"If you ticked “Except”: put the envelope sheet into an envelope, close it, and write "
            f"“For {paper.headteacher}” on it. The school office does not open it."
        ),
        "You can sign in Candour later. That then takes the place of this form.",
    )


def _point(flow: Flow, look: _Look, point: FormPoint) -> None:
    offers = [(CONFIRMED, False)]
    if point.may_stay_open:
        offers.append((OPEN, True))
    if point.may_lack:
        offers.append((LACKING, False))
    flow.need(flow.height(point.statement, look.body) + 2 * look.body.leading + 10)
    place = f"{point.point}, {point.place}" if point.place else point.point
    flow.paragraph(place, look.quiet)
    flow.paragraph(point.statement, look.body)
    flow.space(3)
    tick_row(flow, offers, look.strong)
    flow.space(4)


def _except(flow: Flow, look: _Look, points: tuple[str, ...]) -> None:
    words = " and ".join(points)
    tick(flow, f"Except, for {words}: details are in the closed envelope", look.strong)
    if len(points) > 1:
        flow.paragraph(_SHARED, look.quiet)
    flow.space(4)


def _envelope(flow: Flow, paper: FormPaper, look: _Look, name: str, number: str) -> None:
    _head(flow, look, f"For {paper.headteacher} alone", "Envelope sheet: in a closed envelope, never with the form")
    _whose(flow, look, name, number)
    flow.space(6)
    for words in (
        "Use this sheet only if you ticked “Except”. The school office does not open the envelope.",
        f"{paper.headteacher} decides, and tells you. Until then, do not write about school.",
    ):
        flow.paragraph(words, look.body)
        flow.space(4)
    _section(flow, look, "What you ask for")
    for label in (
        "Points, such as 2.8",
        "Who, or which group",
        "How you are connected",
        "Which accounts or phone",
        "How school stays out of it",
        "Until when",
        "Anything else",
        "",
        "Date and signature",
    ):
        write_on(flow, label, look.body, look.line + 4)


def _head(flow: Flow, look: _Look, title: str, label: str) -> None:
    flow.y += 6
    flow.heading(title, "H1", look.title)
    flow.space(4)
    flow.paragraph(label, look.label)
    flow.space(6)


def _section(flow: Flow, look: _Look, text: str) -> None:
    flow.space(10)
    flow.heading(text, "H2", look.label, keep=3 * look.body.leading)
    flow.space(3)


def _whose(flow: Flow, look: _Look, name: str, number: str) -> None:
    if name:
        flow.paragraph(f"{name}, staff number {number}", look.strong)
        return
    for label in ("Name", "Staff number"):
        write_on(flow, label, look.strong, look.line)
