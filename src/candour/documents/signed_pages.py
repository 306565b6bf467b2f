"""What all signed documents share: the running head and foot, the grid of facts, the attached record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candour.documents.archiving import About, archive
from candour.documents.facts import DESCRIPTION, Facts, canonical, day_of
from candour.documents.fonts import BOLD, REGULAR, fitted, measure
from candour.documents.layout import LEFT, RIGHT, Flow
from candour.documents.styles import GREEN, GREY, QUIET, TINY, Style
from candour.documents.tables import Table, cell, header
from candour.documents.tagging import Element, Pen
from candour.documents.wording import grouped, policy_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_HEAD_ROOM = 370.0
"""The width of the left part of the running head, in points."""


@dataclass(frozen=True)
class Signed:
    """A document to be signed: its facts, the name at its head, its author, and what its record is called."""

    facts: Facts
    name: str
    author: str
    attachment: str


def drawn(signed: Signed, fill: Callable[[Flow, str], int]) -> bytes:
    """Return the PDF of a document: tagged, archivable, not yet signed; the same bytes for the same facts.

    `fill` lays the pages out, given the hash of the facts, and returns the page on which "How to verify" begins.
    """
    facts = signed.facts
    content = canonical(facts)
    digest = hashlib.sha256(content)
    pen = Pen(day_of(facts), digest.digest()[:16])
    head = [pen.root.add("P") for _ in range(3)]
    flow = Flow(pen.root)
    foot = _foot(signed, digest.hexdigest(), fill(flow, digest.hexdigest()))
    for number, drawings in enumerate(flow.pages, start=1):
        _running_head(pen, signed, head if number == 1 else [], f"Page {number} of {len(flow.pages)}")
        for drawing in drawings:
            drawing(pen)
        _running_foot(pen, *foot)
        pen.page_done()
    archive(pen, _about(signed), (signed.attachment, DESCRIPTION, content))
    return pen.pdf()


def grid(flow: Flow, pairs: Sequence[tuple[str, str, Style]]) -> None:
    """Place labels with their values in two columns; a last one alone has the whole width."""
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


def _about(signed: Signed) -> About:
    facts = signed.facts
    return About(
        title=f"{facts.title}, {facts.reference}",
        author=signed.author,
        subject=f"{facts.school.name}: {policy_line(facts)}",
        keywords=facts.reference,
        day=day_of(facts),
    )


def _foot(signed: Signed, content: str, verify_page: int) -> tuple[str, str]:
    root = grouped(signed.facts.school.root[:16].upper())
    return (
        f"How to verify: page {verify_page}. Root {root}. Facts: {signed.attachment}",
        f"{signed.facts.reference} · content {grouped(content[:16])}",
    )


def _running_head(pen: Pen, signed: Signed, elements: list[Element], page: str) -> None:
    """Paint the head of a page: read aloud on the first, an artifact on the others."""
    green, grey = Style(BOLD, 9.2, 13.5, GREEN), Style(REGULAR, 9.2, 13.5, GREY)
    texts = [
        (LEFT, 49.5, fitted(signed.facts.school.name, *green[:2], _HEAD_ROOM), green),
        (LEFT, 63.0, fitted(policy_line(signed.facts), *grey[:2], _HEAD_ROOM), grey),
        (_right(signed.name, grey), 49.5, signed.name, grey),
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
