"""The declaration and its full copy, drawn from their facts: one look, two kinds.

`draw` gives the same bytes for the same facts. The look is that of the design's declaration; the words
come from the facts, but for the labels and for "How to verify".
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from candour.documents.evidence import evidence
from candour.documents.facts import ATTACHMENT
from candour.documents.fonts import BOLD
from candour.documents.layout import LEFT, RIGHT, Flow, Panel
from candour.documents.signed_pages import Signed, drawn, grid
from candour.documents.styles import (
    BODY,
    GREEN,
    INK,
    QUIET,
    SIGN_COLOURS,
    SMALL,
    SMALL_INK,
    STRONG,
    TINY,
    TITLE,
    Style,
)
from candour.documents.tables import Cell, Table, cell, header
from candour.documents.wording import grouped
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.domain.declaration import DeclarationFacts, LineFact

FULL_COPY_LABEL = "Full copy: for the person and the Headteacher"
"""Printed under the title of a full copy, so that nobody takes it for the declaration."""


def draw(facts: DeclarationFacts) -> bytes:
    """Return the PDF of a declaration or a full copy: tagged, archivable, not yet signed.

    Raises Refused when a text holds characters that the fonts lack, NotTheFactsError for facts that no
    document may carry.
    """
    # What is open may be remembered; a full copy holds answers, and nothing of those stays when somebody locks.
    return _drawn_before(facts) if facts.kind == "declaration" else _draw(facts)


def _draw(facts: DeclarationFacts) -> bytes:
    def fill(flow: Flow, content: str) -> int:
        _first_page(flow, facts)
        return evidence(flow, facts, content)

    kind = "Full copy" if facts.kind == "full copy" else "Declaration"
    return drawn(Signed(facts, f"{kind} {facts.reference}", facts.person.name, ATTACHMENT), fill)


_drawn_before = lru_cache(maxsize=32)(_draw)
"""A declaration that was shown is drawn again to be compared with its page."""


def _first_page(flow: Flow, facts: DeclarationFacts) -> None:
    flow.y += 6
    flow.heading(facts.title, "H1", TITLE)
    flow.space(4)
    if facts.kind == "full copy":
        flow.paragraph(FULL_COPY_LABEL, STRONG._replace(colour=GREEN))
        flow.space(2)
    flow.paragraph(facts.summary, QUIET)
    flow.space(7)
    _who(flow, facts)
    _checked(flow, facts)
    if facts.answers:
        _answers(flow, facts)
    if facts.exceptions:
        _exceptions(flow, facts)
    panels = _panels(facts)
    flow.section("Declaration", keep=flow.height(facts.declaration) + flow.panels_height(panels) + 12)
    flow.paragraph(facts.declaration)
    flow.space(10)
    flow.panels(panels)


def _who(flow: Flow, facts: DeclarationFacts) -> None:
    person = facts.person
    pairs = [
        ("Name", person.name, STRONG),
        ("Staff number", person.number, BODY),
        ("Role", person.role, BODY),
        ("Signed", uk_date(facts.signed_on), BODY),
        ("School", facts.school.name, BODY),
        ("Checklist", f"{facts.checklist}, version {facts.checklist_version}", BODY),
    ]
    if facts.supersedes:
        pairs.append(("Supersedes", facts.supersedes, BODY))
    grid(flow, pairs)


def _checked(flow: Flow, facts: DeclarationFacts) -> None:
    flow.section("What I have checked")
    columns = [(LEFT, 76.0), (LEFT + 82, 278.0), (LEFT + 368, RIGHT - LEFT - 368)]
    table = Table(flow, columns, [header("Policy"), header("Statement"), header("Outcome")])
    for line in facts.lines:
        table.row([_place(line), cell(line.statement), _outcome(line)])
    flow.space(5)
    flow.paragraph(facts.note, SMALL)


def _place(line: LineFact) -> Cell:
    parts = ((line.point, QUIET), (line.place, TINY)) if line.place else ((line.point, QUIET),)
    return Cell(parts)


def _outcome(line: LineFact) -> Cell:
    style = STRONG._replace(colour=SIGN_COLOURS[line.mark])
    return Cell(((line.outcome, style),), sign=line.mark)


def _answers(flow: Flow, facts: DeclarationFacts) -> None:
    flow.section("My answers")
    columns = [(LEFT, 24.0), (LEFT + 32, 250.0), (LEFT + 290, RIGHT - LEFT - 290)]
    table = Table(flow, columns, [header("No."), header("Question"), header("My answer")])
    for one in facts.answers:
        table.row([cell(one.number, QUIET), cell(one.question), cell(one.answer)])


def _exceptions(flow: Flow, facts: DeclarationFacts) -> None:
    flow.section("Exceptions")
    table = Table(flow, [(LEFT, 76.0), (LEFT + 82, RIGHT - LEFT - 82)])
    for one in facts.exceptions:
        table.row([header(one.reference, QUIET, "Row"), cell(one.words)])


def _panels(facts: DeclarationFacts) -> list[Panel]:
    name = Style(BOLD, 10, 14.2, INK)
    signed = (
        ("Signed by the member of staff", QUIET),
        (facts.person.name, name),
        (uk_date(facts.signed_on), SMALL_INK),
        (f"Key {grouped(facts.person.key[:16].upper())} …", SMALL),
    )
    seal = (
        ("Seal of the school", QUIET),
        (facts.school.name, name),
        (
            "Added when the school seals this file; your PDF reader shows it, with its time, beside the signature",
            SMALL_INK,
        ),
    )
    return [Panel(signed)] if facts.kind == "full copy" else [Panel(signed), Panel(seal)]
