"""The declaration and its full copy, drawn from their facts: one look, two kinds.

`draw` gives the same bytes for the same facts. The look is that of the design's declaration; the words
come from the facts, but for the labels and for "How to verify".
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from candour.documents.archiving import About, archive
from candour.documents.evidence import evidence
from candour.documents.facts import ATTACHMENT, canonical
from candour.documents.fonts import BOLD, REGULAR, fitted, measure
from candour.documents.layout import LEFT, RIGHT, Flow, Panel
from candour.documents.styles import (
    BODY,
    GREEN,
    GREY,
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
from candour.documents.tagging import Element, Pen
from candour.documents.wording import grouped, policy_line
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.domain.declaration import DeclarationFacts, LineFact

FULL_COPY_LABEL = "Full copy: for the person and the Headteacher"
"""Printed under the title of a full copy, so that nobody takes it for the declaration."""

_HEAD_ROOM = 370.0
"""The width of the left part of the running head, in points."""


def draw(facts: DeclarationFacts) -> bytes:
    """Return the PDF of a declaration or a full copy: tagged, archivable, not yet signed.

    Raises Refused when a text holds characters that the fonts lack, NotTheFactsError for facts that no
    document may carry.
    """
    # What is open may be remembered; a full copy holds answers, and nothing of those stays when somebody locks.
    return _drawn_before(facts) if facts.kind == "declaration" else _draw(facts)


def _draw(facts: DeclarationFacts) -> bytes:
    content = canonical(facts)
    pen = Pen(facts.signed_on, hashlib.sha256(content).digest()[:16])
    head = [pen.root.add("P") for _ in range(3)]
    flow = Flow(pen.root)
    _first_page(flow, facts)
    verify_page = evidence(flow, facts, hashlib.sha256(content).hexdigest())
    foot = _foot(facts, hashlib.sha256(content).hexdigest(), verify_page)
    for number, drawings in enumerate(flow.pages, start=1):
        _running_head(pen, facts, head if number == 1 else [], f"Page {number} of {len(flow.pages)}")
        for drawing in drawings:
            drawing(pen)
        _running_foot(pen, *foot)
        pen.page_done()
    archive(pen, _about(facts), (ATTACHMENT, "The facts, in canonical JSON: the record", content))
    return pen.pdf()


_drawn_before = lru_cache(maxsize=32)(_draw)
"""A declaration that was shown is drawn again to be compared with its page."""


def _about(facts: DeclarationFacts) -> About:
    return About(
        title=f"{facts.title}, {facts.reference}",
        author=facts.person.name,
        subject=f"{facts.school.name}: {policy_line(facts)}",
        keywords=facts.reference,
        day=facts.signed_on,
    )


def _kind(facts: DeclarationFacts) -> str:
    return "Full copy" if facts.kind == "full copy" else "Declaration"


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
    columns = [(LEFT, 62.0), (LEFT + 70, 190.0), (LEFT + 270, 66.0), (LEFT + 344, RIGHT - LEFT - 344)]
    table = Table(flow, columns, ruled=False, pad=2.2)
    for at in range(0, len(pairs), 2):
        cells = [
            one
            for label, value, style in pairs[at : at + 2]
            for one in (header(label, QUIET, "Row"), cell(value, style))
        ]
        if len(cells) == len(columns) // 2:
            cells[-1] = replace(cells[-1], span=3)
        table.row(cells)


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


def _foot(facts: DeclarationFacts, content: str, verify_page: int) -> tuple[str, str]:
    root = grouped(facts.school.root[:16].upper())
    return (
        f"How to verify: page {verify_page}. Root {root}. Facts: {ATTACHMENT}",
        f"{facts.reference} · content {grouped(content[:16])}",
    )


def _running_head(pen: Pen, facts: DeclarationFacts, elements: list[Element], page: str) -> None:
    """Paint the head of a page: read aloud on the first, an artifact on the others."""
    green, grey = Style(BOLD, 9.2, 13.5, GREEN), Style(REGULAR, 9.2, 13.5, GREY)
    name = f"{_kind(facts)} {facts.reference}"
    texts = [
        (LEFT, 49.5, fitted(facts.school.name, *green[:2], _HEAD_ROOM), green),
        (LEFT, 63.0, fitted(policy_line(facts), *grey[:2], _HEAD_ROOM), grey),
        (_right(name, grey), 49.5, name, grey),
    ]
    for at, (x, y, text, style) in enumerate(texts):
        with pen.tagged(elements[at]) if elements else pen.artifact("Header"):
            pen.text(x, y, [text], style)
    with pen.artifact("Header"):
        pen.text(_right(page, grey), 63.0, [page], grey)
        pen.rule(LEFT, 77.5, RIGHT, 1.5, GREEN)


def _running_foot(pen: Pen, left: str, right: str) -> None:
    with pen.artifact("Footer"):
        pen.rule(LEFT, 799.5, RIGHT, 0.75, "#d8dcda")
        pen.text(LEFT, 814.5, [left], TINY)
        pen.text(_right(right, TINY), 814.5, [right], TINY)


def _right(text: str, style: Style) -> float:
    return RIGHT - measure(text, style.font, style.size)
