"""The declaration and its full copy, drawn from their facts: one look, two kinds.

`draw` gives the same bytes for the same facts. The look is that of the design's declaration; the words
come from the facts, but for the labels and for "How to verify".
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from candour.documents import layout
from candour.documents.archiving import About, archive
from candour.documents.facts import ATTACHMENT, canonical
from candour.documents.fonts import BOLD, REGULAR, measure
from candour.documents.layout import (
    BODY,
    FINE,
    GREEN,
    GREY,
    INK,
    LEFT,
    QUIET,
    RIGHT,
    SECTION,
    SMALL,
    SMALL_INK,
    STRONG,
    TINY,
    TITLE,
    Cell,
    Flow,
    Panel,
    Style,
    Table,
    cell,
    header,
)
from candour.documents.tagging import Element, Pen

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.declaration import DeclarationFacts, LineFact

FULL_COPY_LABEL = "Full copy: for the person and the Headteacher"
"""Printed under the title of a full copy, so that nobody takes it for the declaration."""

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def draw(facts: DeclarationFacts) -> bytes:
    """Return the PDF of a declaration or a full copy: tagged, archivable, not yet signed.

    Raises Refused when a text holds characters that the fonts lack, NotTheFactsError for facts that no
    document may carry.
    """
    content = canonical(facts)
    pen = Pen(facts.signed_on, hashlib.sha256(content).digest()[:16])
    head = [pen.root.add("P") for _ in range(3)]
    flow = Flow(pen.root)
    _first_page(flow, facts)
    verify_page = _evidence(flow, facts, hashlib.sha256(content).hexdigest())
    foot = _foot(facts, hashlib.sha256(content).hexdigest(), verify_page)
    for number, drawings in enumerate(flow.pages, start=1):
        _running_head(pen, facts, head if number == 1 else [], f"Page {number} of {len(flow.pages)}")
        for drawing in drawings:
            drawing(pen)
        _running_foot(pen, *foot)
        pen.page_done()
    archive(pen, _about(facts), (ATTACHMENT, "The facts, in canonical JSON: the record", content))
    return pen.pdf()


def in_words(day: date) -> str:
    """Return a date as it is printed: "21 October 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def grouped(digits: str) -> str:
    """Return hex digits in groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def _about(facts: DeclarationFacts) -> About:
    return About(
        title=f"{facts.title}, {_kind(facts)} {facts.reference}",
        author=facts.person.name,
        subject=f"{facts.school.name}: {_policy(facts)}",
        keywords=facts.reference,
        day=facts.signed_on,
    )


def _kind(facts: DeclarationFacts) -> str:
    return "Full copy" if facts.kind == "full copy" else "Declaration"


def _policy(facts: DeclarationFacts) -> str:
    return f"{facts.policy.title}, {in_words(facts.policy.dated)}"


def _first_page(flow: Flow, facts: DeclarationFacts) -> None:
    flow.y += 6
    flow.heading(facts.title, "H1", TITLE)
    flow.space(4)
    if facts.kind == "full copy":
        flow.paragraph(FULL_COPY_LABEL, STRONG._replace(colour=GREEN))
    flow.paragraph(facts.summary, QUIET)
    flow.space(7)
    _who(flow, facts)
    _checked(flow, facts)
    if facts.answers:
        _answers(flow, facts)
    if facts.exceptions:
        _exceptions(flow, facts)
    _section(flow, "Declaration", keep=140)
    flow.paragraph(facts.declaration)
    flow.space(10)
    flow.panels(_panels(facts))


def _section(flow: Flow, text: str, keep: float = 44) -> None:
    flow.space(10)
    flow.heading(text, "H2", SECTION, keep=keep)
    flow.space(2)


def _who(flow: Flow, facts: DeclarationFacts) -> None:
    person = facts.person
    pairs = [
        ("Name", person.name, STRONG),
        ("Staff number", person.number, BODY),
        ("Role", person.role, BODY),
        ("Signed", in_words(facts.signed_on), BODY),
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
    _section(flow, "What I have checked")
    columns = [(LEFT, 84.0), (LEFT + 92, 282.0), (LEFT + 384, RIGHT - LEFT - 384)]
    table = Table(flow, columns, [header("Policy"), header("Statement"), header("Outcome")])
    for line in facts.lines:
        table.row([_place(line), cell(line.statement), _outcome(line)])
    flow.space(5)
    flow.paragraph(facts.note, SMALL)


def _place(line: LineFact) -> Cell:
    parts = ((line.point, QUIET), (line.place, TINY)) if line.place else ((line.point, QUIET),)
    return Cell(parts)


def _outcome(line: LineFact) -> Cell:
    style = STRONG._replace(colour=layout.SIGN_COLOURS[line.mark])
    return Cell(((line.outcome, style),), sign=line.mark)


def _answers(flow: Flow, facts: DeclarationFacts) -> None:
    _section(flow, "My answers")
    columns = [(LEFT, 24.0), (LEFT + 32, 250.0), (LEFT + 290, RIGHT - LEFT - 290)]
    table = Table(flow, columns, [header("No."), header("Question"), header("My answer")])
    for one in facts.answers:
        table.row([cell(one.number, QUIET), cell(one.question), cell(one.answer)])


def _exceptions(flow: Flow, facts: DeclarationFacts) -> None:
    _section(flow, "Exceptions")
    table = Table(flow, [(LEFT, 80.0), (LEFT + 92, RIGHT - LEFT - 92)])
    for one in facts.exceptions:
        table.row([header(one.reference, QUIET, "Row"), cell(one.words)])


def _panels(facts: DeclarationFacts) -> list[Panel]:
    name = Style(BOLD, 10, 14.2, INK)
    signed = (
        ("Signed by the member of staff", QUIET),
        (facts.person.name, name),
        (in_words(facts.signed_on), SMALL_INK),
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


def _evidence(flow: Flow, facts: DeclarationFacts, content: str) -> int:
    """Place the second page; return the number of the page on which "How to verify" begins."""
    flow.new_page()
    flow.y += 6
    _section(flow, "How to verify")
    page = len(flow.pages)
    for words in _how_to_verify(facts):
        flow.paragraph(words, SMALL_INK)
        flow.space(3)
    _section(flow, "What this file rests on")
    table = Table(flow, [(LEFT, 84.0), (LEFT + 92, RIGHT - LEFT - 92)], pad=2)
    for label, value in _footing(facts, content):
        table.row([header(label, SMALL, "Row"), cell(value, SMALL_INK)])
    _section(flow, "The questions as they were asked")
    _asked(flow, facts)
    return page


def _asked(flow: Flow, facts: DeclarationFacts) -> None:
    columns = [(LEFT, 20.0), (LEFT + 26, 32.0), (LEFT + 62, 168.0), (LEFT + 240, RIGHT - LEFT - 240)]
    heads = [header(text) for text in ("No.", "Policy", "Question", "Options")]
    table = Table(flow, columns, heads, pad=2)
    for one in facts.asked:
        options = cell(" · ".join(one.options), FINE)
        question = cell(one.question, FINE._replace(colour=INK))
        table.row([cell(one.number, FINE), cell(one.point, FINE), question, options])


def _footing(facts: DeclarationFacts, content: str) -> list[tuple[str, str]]:
    document = facts.policy.document
    return [
        ("Content", grouped(content)),
        ("Policy document", grouped(document) if document else "None was given"),
        ("Policy pack", grouped(facts.policy.pack)),
        ("Signing key", grouped(facts.person.key.upper())),
        ("Root", grouped(facts.school.root.upper())),
        ("Register", facts.school.register),
        ("Journal seen", f"position {facts.head.position}, {grouped(facts.head.hash)}"),
    ]


_TRUST = (
    "A reader may say “validity unknown” until it trusts the school’s root certificate. Take that "
    "certificate from the school, never from beside this file, and compare its SHA-256 fingerprint "
    "with the root below."
)

_RECORD = (
    f"The record is the attachment {ATTACHMENT}; these pages are its rendering. Its SHA-256 is the "
    "content below, and the foot of every page begins it."
)


def _how_to_verify(facts: DeclarationFacts) -> list[str]:
    if facts.kind == "full copy":
        carried = "This file carries one signature, that of the member of staff."
    else:
        carried = (
            "This file carries two signatures: first that of the member of staff, then the seal of the "
            "school, which covers the whole file and permits no change after it."
        )
    return [
        f"{carried} Any program that checks PAdES signatures verifies them, for example pdfsig, or Candour itself.",
        _TRUST,
        _RECORD,
    ]


def _foot(facts: DeclarationFacts, content: str, verify_page: int) -> tuple[str, str]:
    root = grouped(facts.school.root[:16].upper())
    return (
        f"How to verify: page {verify_page}. Root {root} …. Facts: {ATTACHMENT}",
        f"{facts.reference} · content {grouped(content[:16])}",
    )


def _running_head(pen: Pen, facts: DeclarationFacts, elements: list[Element], page: str) -> None:
    """Paint the head of a page: read aloud on the first, an artifact on the others."""
    green, grey = Style(BOLD, 9.2, 13.5, GREEN), Style(REGULAR, 9.2, 13.5, GREY)
    name = f"{_kind(facts)} {facts.reference}"
    texts = [
        (LEFT, 49.5, facts.school.name, green),
        (LEFT, 63.0, _policy(facts), grey),
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
