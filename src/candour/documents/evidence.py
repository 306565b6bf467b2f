"""The second page of a declaration: how to verify it, what it rests on, the questions as they were asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.facts import ATTACHMENT
from candour.documents.layout import LEFT, RIGHT, Flow
from candour.documents.styles import FINE, INK, SMALL, SMALL_INK
from candour.documents.tables import Table, cell, header
from candour.documents.wording import grouped, policy_line

if TYPE_CHECKING:
    from candour.domain.declaration import DeclarationFacts


def evidence(flow: Flow, facts: DeclarationFacts, content: str) -> int:
    """Place the second page; return the number of the page on which "How to verify" begins."""
    flow.new_page()
    flow.section("How to verify")
    page = len(flow.pages)
    for words in how_to_verify(_carried(facts), ATTACHMENT):
        flow.paragraph(words, SMALL_INK)
        flow.space(3)
    flow.section("What this file rests on (hashes are SHA-256)")
    table = Table(flow, [(LEFT, 76.0), (LEFT + 82, RIGHT - LEFT - 82)], pad=1.5)
    for label, value in _rests_on(facts, content):
        table.row([header(label, SMALL, "Row"), cell(value, SMALL_INK)])
    flow.section("The questions as they were asked")
    _asked(flow, facts)
    return page


def _asked(flow: Flow, facts: DeclarationFacts) -> None:
    columns = [(LEFT, 20.0), (LEFT + 26, 32.0), (LEFT + 60, 148.0), (LEFT + 216, RIGHT - LEFT - 216)]
    heads = [header(text) for text in ("No.", "Policy", "Question", "Options")]
    table = Table(flow, columns, heads, pad=1.5)
    for one in facts.asked:
        options = cell(" · ".join(one.options), FINE)
        question = cell(one.question, FINE._replace(colour=INK))
        table.row([cell(one.number, FINE), cell(one.point, FINE), question, options])


def _rests_on(facts: DeclarationFacts, content: str) -> list[tuple[str, str]]:
    document = facts.policy.document
    return [
        ("Root", grouped(facts.school.root.upper())),
        ("Content", grouped(content)),
        ("Policy", policy_line(facts)),
        ("Its document", grouped(document) if document else "None was given"),
        ("Its pack", grouped(facts.policy.pack)),
        ("Signing key", grouped(facts.person.key.upper())),
        ("Register", facts.school.register),
        ("Journal seen", f"position {facts.head.position}, {grouped(facts.head.hash)}"),
    ]


_TRUST = (
    "A reader may say “validity unknown” until it trusts the school’s root certificate. Take that "
    "certificate from the school, never from beside this file, and compare its SHA-256 fingerprint "
    "with the root below."
)


def how_to_verify(carried: str, attachment: str) -> list[str]:
    """Return how a signed document is verified, given what signatures it carries and what its record is called."""
    return [
        f"{carried} Any program that checks PAdES signatures verifies them, for example pdfsig, or Candour itself.",
        _TRUST,
        (
            f"The record is the attachment {attachment}; these pages are its rendering. Its SHA-256 is the "
            "content below, and the foot of every page begins it."
        ),
    ]


def _carried(facts: DeclarationFacts) -> str:
    if facts.kind == "full copy":
        return "This file carries one signature, that of the member of staff."
    return (
        "This file carries two signatures: first that of the member of staff, then the seal of the "
        "school, which covers the whole file and permits no change after it."
    )
