"""A request for the chair of governors on paper: the request sheet, then the answer slip on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.fonts import BOLD
from candour.documents.handwriting import LINE, tick, write_on
from candour.documents.layout import LEFT, RIGHT, Flow
from candour.documents.paper import Paper, printed
from candour.documents.signed_pages import grid
from candour.documents.styles import BODY, GREEN, INK, QUIET, SMALL, STRONG, TITLE, Style
from candour.documents.tables import Table, cell, header
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.domain.chair_papers import ChairPaper

DECISIONS = ("Approved", "Approved with conditions", "Not approved")

_COLUMNS = [(LEFT, 92.0), (LEFT + 100, RIGHT - LEFT - 100)]
_CHOICE = Style(BOLD, 11, 15, INK)

_WHY = (
    "Nobody decides their own request, nor one that names them. This one is the Headteacher’s own or involves the "
    "Headteacher, so it is yours to decide."
)


def draw_chair_papers(paper: ChairPaper) -> bytes:
    """Return the PDF of the request sheet and the answer slip; only the sheet says what was asked for.

    Raises Refused when a text holds characters that the fonts lack.
    """

    def fill(flow: Flow) -> None:
        _sheet(flow, paper)
        flow.new_page()
        _slip(flow, paper)

    return printed(Paper(paper.school, f"Confidential request {paper.reference}", paper.printed_on), fill)


def _sheet(flow: Flow, paper: ChairPaper) -> None:
    _head(flow, "Request to the chair of governors", "Confidential: for the chair of governors alone")
    role, number = ("Role", paper.role, BODY), ("Staff number", paper.number, BODY)
    grid(
        flow,
        [
            *_whose(paper),
            role,
            number,
            ("Round", paper.round, BODY),
            ("Printed on", uk_date(paper.printed_on), BODY),
        ],
    )
    flow.section("Why it comes to you")
    flow.paragraph(_WHY)
    flow.section("What was asked for")
    _rows(flow, [(one.label, one.words) for one in paper.asked])
    flow.section("What the policy says")
    flow.paragraph(paper.policy, QUIET)
    flow.space(2)
    places = [(f"{one.point}\n{one.place}".strip(), one.words) for one in paper.covers]
    _rows(flow, places)
    flow.section("What to do")
    for at, words in enumerate(_steps(paper), start=1):
        flow.paragraph(f"{at}. {words}")
        flow.space(3)


def _steps(paper: ChairPaper) -> tuple[str, ...]:
    return (
        "If something is not clear, speak to who asked before you decide.",
        "Fill in the answer slip on the next page and sign it.",
        f"Give the slip alone to {_hr(paper)}. It is entered with its scan, and a second person confirms it.",
        "Keep this sheet where only you can read it. Destroy it once the slip is entered.",
    )


def _slip(flow: Flow, paper: ChairPaper) -> None:
    _head(flow, f"Answer slip, {paper.reference}", f"To be given back to {_hr(paper)}")
    grid(flow, _whose(paper))
    flow.section("The decision: tick one")
    flow.space(3)
    for words in DECISIONS:
        tick(flow, words, _CHOICE)
    if paper.conditions:
        flow.section("Conditions: tick those that apply")
        flow.space(3)
    for words in paper.conditions:
        tick(flow, words, BODY)
    write_on(flow, "One more condition, or why it was not approved")
    flow.paragraph("HR reads this slip: name nobody here, and no account.", SMALL)
    write_on(flow, "Until when: a day, or what ends it")
    flow.section("Decided by the chair of governors", keep=3 * LINE)
    for label in ("Name", "Date", "Signature"):
        write_on(flow, label)
    flow.space(6)
    write_on(flow, "School office: entered by, on")
    write_on(flow, "School office: confirmed by, on")


def _head(flow: Flow, title: str, label: str) -> None:
    flow.y += 6
    flow.heading(title, "H1", TITLE)
    flow.space(4)
    flow.paragraph(label, STRONG._replace(colour=GREEN))
    flow.space(6)


def _whose(paper: ChairPaper) -> list[tuple[str, str, Style]]:
    return [
        ("Reference", paper.reference, STRONG),
        ("Request", paper.request, BODY),
        ("Name", paper.name, BODY),
        ("Asked on", uk_date(paper.asked_on), BODY),
    ]


def _rows(flow: Flow, rows: list[tuple[str, str]]) -> None:
    table = Table(flow, _COLUMNS)
    for label, words in rows:
        table.row([header(label, QUIET, "Row"), cell(words)])


def _hr(paper: ChairPaper) -> str:
    return paper.hr or "the school office"
