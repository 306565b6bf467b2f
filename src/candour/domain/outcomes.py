"""What the answers mean: one outcome for each line of the declaration, and no more than HR may know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.checklist import Answers, Decision, Given, Outcome
from candour.domain.flow import asked, chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from candour.domain.policy import Checklist, Question

NOT_SENT = "E-…"
"""Stands for the reference of a request that was not sent yet; `unsettled` keeps it from being signed."""


def outcome_of(question: Question, given: Given | None, decisions: Mapping[str, Decision]) -> Outcome | None:
    """Return what one answer means for the line that its question speaks to; None while it is incomplete.

    A request without a decision is waiting; a closed one no longer counts.
    """
    picked = chosen(question, given)
    kinds = {answer.outcome for answer in picked}
    if given is None or not picked or ("open" in kinds and given.until is None):
        return None
    approved, waiting = _requests(given, decisions) if "ask" in kinds else ((), ())
    return Outcome(
        question.line,
        except_for=approved,
        waiting_for=waiting,
        waiting_for_school="school" in kinds,
        open_until=given.until if "open" in kinds else None,
    )


def _requests(given: Given, decisions: Mapping[str, Decision]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    states = {reference: decisions.get(reference, "waiting") for reference in given.requests}
    approved = tuple(sorted(r for r, state in states.items() if state == "approved"))
    waiting = tuple(sorted(r for r, state in states.items() if state == "waiting"))
    return approved, waiting or (() if approved else (NOT_SENT,))


def outcomes(checklist: Checklist, answers: Answers, decisions: Mapping[str, Decision]) -> tuple[Outcome, ...]:
    """Return one outcome for each line, in the checklist's order.

    All questions that speak to a line are combined: a line has one open date, the latest. A line whose
    questions need accounts is Confirmed for somebody without any. A line with a question still unanswered is
    left out rather than called Confirmed: before signing, `unsettled` is empty and every line is there.
    """
    met = asked(checklist, answers)
    said = {q.id: outcome_of(q, answers.get(q.id), decisions) for q in met}
    missing = {q.line for q in met if said[q.id] is None}
    return tuple(
        _combined(line.id, _speaking(line.id, met, said)) for line in checklist.lines if line.id not in missing
    )


def _speaking(line: str, met: Iterable[Question], said: Mapping[str, Outcome | None]) -> list[Outcome]:
    found = []
    for question in met:
        outcome = said[question.id]
        if outcome is None:
            continue
        if question.line == line:
            found.append(outcome)
        elif line in question.also_lines:
            found.append(Outcome(line, except_for=outcome.except_for, waiting_for=outcome.waiting_for))
    return found


def _combined(line: str, parts: list[Outcome]) -> Outcome:
    waiting = {r for part in parts for r in part.waiting_for}
    return Outcome(
        line,
        # sorted, so that the order does not tell from which question a request came
        except_for=tuple(sorted({r for part in parts for r in part.except_for})),
        waiting_for=tuple(sorted(waiting)),
        waiting_for_school=any(part.waiting_for_school for part in parts),
        open_until=max((part.open_until for part in parts if part.open_until), default=None),
    )


def hr_view(found: Iterable[Outcome]) -> dict[str, object]:
    """Return the open content of a declaration: plain values, ready for canonical JSON; dates as 2026-10-30.

    It is all that HR learns of the answers, so answers that must look alike give equal views.
    """
    return {"lines": [_plain(outcome) for outcome in found]}


def _plain(outcome: Outcome) -> dict[str, object]:
    return {
        "line": outcome.line,
        "except_for": list(outcome.except_for),
        "waiting_for": list(outcome.waiting_for),
        "waiting_for_school": outcome.waiting_for_school,
        "open_until": outcome.open_until.isoformat() if outcome.open_until else None,
    }
