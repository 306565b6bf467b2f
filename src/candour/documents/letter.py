"""The decision letter, drawn from its facts: what was decided first, then what happens next and what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.evidence import how_to_verify
from candour.documents.facts import LETTER_ATTACHMENT
from candour.documents.fonts import BOLD
from candour.documents.layout import LEFT, RIGHT, Flow, Panel
from candour.documents.signed_pages import Signed, drawn, grid
from candour.documents.styles import (
    BODY,
    FINE,
    GREEN,
    INK,
    QUIET,
    SIGN_COLOURS,
    SMALL,
    SMALL_INK,
    STRONG,
    TITLE,
    Sign,
    Style,
)
from candour.documents.tables import Cell, Table, cell, header
from candour.documents.wording import grouped
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.domain.letter import Decision, LetterFacts

LETTER_LABEL = "Confidential: for the person who asked and for who decided"
"""Printed under the title, so that nobody files the letter where others read it."""

_HR_SEES = "HR sees reference, kind, decision, dates and ticked conditions: not who or why."

_COLUMNS = [(LEFT, 84.0), (LEFT + 92, RIGHT - LEFT - 92)]
_SIGNS: dict[Decision, Sign] = {
    "approved": "except",
    "approved with conditions": "except",
    "not approved": "open",
}
"""The signs of the declaration: what is approved stands there as an exception."""

_FINE_INK = FINE._replace(colour=INK)


def draw_letter(facts: LetterFacts) -> bytes:
    """Return the PDF of a decision letter: tagged, archivable, not yet signed; the same bytes for the same facts.

    Raises Refused when a text holds characters that the fonts lack, NotTheFactsError for facts that no
    letter may carry.
    """

    def fill(flow: Flow, content: str) -> int:
        _decision(flow, facts)
        _happens(flow, facts)
        _asked(flow, facts)
        _signature(flow, facts)
        return _verify(flow, facts, content)

    name = f"Decision letter {facts.reference}"
    return drawn(Signed(facts, name, facts.decided_by.name, LETTER_ATTACHMENT), fill)


def _decision(flow: Flow, facts: LetterFacts) -> None:
    flow.y += 2
    flow.heading(facts.title, "H1", TITLE)
    flow.space(3)
    flow.paragraph(LETTER_LABEL, STRONG._replace(colour=GREEN))
    flow.space(5)
    pairs = [
        ("Name", facts.person.name, STRONG),
        ("Staff number", facts.person.number, BODY),
        ("Role", facts.person.role, BODY),
        ("Asked on", uk_date(facts.asked_on), BODY),
        ("Request", facts.request, BODY),
        ("Decided on", uk_date(facts.decided_on), BODY),
    ]
    grid(flow, pairs)
    flow.section("The decision")
    table = Table(flow, _COLUMNS, pad=2.2)
    for label, one in _decided(facts):
        table.row([header(label, QUIET, "Row"), one])


def _decided(facts: LetterFacts) -> list[tuple[str, Cell]]:
    sign = _SIGNS[facts.decision]
    summary = STRONG._replace(colour=SIGN_COLOURS[sign])
    rows = [("Decision", Cell(((facts.summary, summary),), sign=sign))]
    if facts.reason:
        rows.append(("Reason", cell(facts.reason)))
    if facts.conditions:
        rows.append(("Conditions", Cell(tuple((words, BODY) for words in _numbered(facts.conditions)))))
    if facts.line:
        rows.append(("Also", cell(facts.line)))
    if facts.ends or facts.until:
        rows.append(("Holds until", cell(_until(facts))))
    return [*rows, ("It covers", _covers(facts))]


def _numbered(conditions: tuple[str, ...]) -> list[str]:
    if len(conditions) == 1:
        return list(conditions)
    return [f"{number}. {words}" for number, words in enumerate(conditions, start=1)]


def _until(facts: LetterFacts) -> str:
    day = f"{uk_date(facts.until)} at the latest" if facts.until and facts.ends else ""
    return ", ".join(filter(None, (facts.ends, day))) or (uk_date(facts.until) if facts.until else "")


def _covers(facts: LetterFacts) -> Cell:
    return Cell(
        tuple(
            (f"{one.point}{f', {one.place}' if one.place else ''}: {one.words}", SMALL_INK) for one in facts.covers
        )
    )


def _happens(flow: Flow, facts: LetterFacts) -> None:
    flow.section("What happens next")
    for at, words in enumerate(facts.happens):
        if at:
            flow.space(1.5)
        flow.paragraph(words)


def _asked(flow: Flow, facts: LetterFacts) -> None:
    flow.section("What you asked for")
    table = Table(flow, _COLUMNS, pad=1.5)
    for one in facts.asked:
        table.row([header(one.label, QUIET, "Row"), cell(one.words)])


def _signature(flow: Flow, facts: LetterFacts) -> None:
    decider = facts.decided_by
    signed = (
        (f"Signed by the {decider.office}", QUIET),
        (decider.name, Style(BOLD, 10, 14.2, INK)),
        (uk_date(facts.decided_on), SMALL_INK),
        (f"Key {grouped(decider.key[:16].upper())} …", SMALL),
        (_HR_SEES, SMALL_INK),
    )
    again = (("To ask again, or to complain", QUIET), *((words, SMALL_INK) for words in facts.again))
    flow.space(8)
    flow.panels([Panel(signed), Panel(again)])


def _verify(flow: Flow, facts: LetterFacts, content: str) -> int:
    paragraphs = how_to_verify(f"It carries one signature, the {facts.decided_by.office}’s.", LETTER_ATTACHMENT)
    rows = _rests_on(facts, content)
    told = sum(flow.height(words, _FINE_INK) for words in paragraphs)
    flow.section("How to verify", keep=told + (len(rows) + 1) * (FINE.leading + 0.8) + 4)
    page = len(flow.pages)
    for words in paragraphs:
        flow.paragraph(words, _FINE_INK)
    flow.space(2)
    table = Table(flow, _COLUMNS, ruled=False, pad=0.4)
    for label, value in rows:
        table.row([header(label, FINE, "Row"), cell(value, _FINE_INK)])
    return page


def _rests_on(facts: LetterFacts, content: str) -> list[tuple[str, str]]:
    """Return what the letter rests on, in fewer lines than a declaration's second page has."""
    document, head = facts.policy.document, facts.head
    return [
        ("Root", grouped(facts.school.root.upper())),
        ("Content", grouped(content)),
        ("Signing key", grouped(facts.decided_by.key.upper())),
        ("Policy document", grouped(document) if document else "None was given"),
        ("Policy pack", grouped(facts.policy.pack)),
        ("Journal seen", f"register {facts.school.register}, position {head.position}, {grouped(head.hash)}"),
    ]
