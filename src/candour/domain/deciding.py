"""Deciding a request: what a decision must hold to, and how like cases went."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from candour.domain.request_moves import APPROVED, RequestAct, RequestState
from candour.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from candour.domain.exception_request import AskedFor
    from candour.domain.letter import Decision

DECISIONS: Final[dict[RequestAct, Decision]] = {
    RequestAct.APPROVE: "approved",
    RequestAct.APPROVE_WITH_CONDITIONS: "approved with conditions",
    RequestAct.NOT_APPROVE: "not approved",
}
"""The acts that decide, and what a letter calls each."""

ACT_OF: Final[dict[RequestState, RequestAct]] = {
    RequestState.APPROVED: RequestAct.APPROVE,
    RequestState.WITH_CONDITIONS: RequestAct.APPROVE_WITH_CONDITIONS,
    RequestState.NOT_APPROVED: RequestAct.NOT_APPROVE,
}
"""The act that led to a decided state."""

LEAST_LIKE_CASES: Final = 3
"""So many like cases there must be before they are told: fewer would tell of somebody."""


@dataclass(frozen=True)
class NewDecision:
    """What is about to be decided: ticked ready conditions, one free line, the last day, or why not.

    HR may see the conditions; `line` and `reason` are sealed.
    """

    act: RequestAct
    conditions: tuple[str, ...] = ()
    line: str = ""
    until: date | None = None
    reason: str = ""


@dataclass(frozen=True)
class NewStanding:
    """What the Headteacher approves: in which words, at which question, until when, and for whom (() is all)."""

    question: str
    words: str
    until: date | None
    people: tuple[str, ...]


@dataclass(frozen=True)
class PastCase:
    """One decision of before as far as likeness goes: nobody's name is in it."""

    kind: str
    connection: str
    state: str
    year: int
    conditions: tuple[str, ...]


@dataclass(frozen=True)
class LikeCases:
    """How like cases went: how many were approved and how many not since a year, and the usual conditions."""

    approved: int
    refused: int
    since: int
    usual: tuple[str, ...]


def check_decision(new: NewDecision, asked: AskedFor, ready: Sequence[str], name: str, today: date) -> None:
    """Raise Refused, in a sentence that says what to do, for what cannot be decided so.

    `ready` are the conditions of the pack, `name` is who asked. Until when can be made shorter, and not longer.
    """
    if new.act not in DECISIONS:
        raise Refused("Choose a decision.")
    if new.act is RequestAct.NOT_APPROVE:
        if not new.reason.strip():
            raise Refused(f"Give a reason {name} will read.")
        if new.conditions or new.line or new.until:
            raise Refused("What is not approved has no conditions and no end: take them away.")
        return
    if new.reason:
        raise Refused("A reason stands with what is not approved: write a condition instead.")
    _check_conditions(new, ready)
    _check_until(new.until, asked.until, today)


def _check_conditions(new: NewDecision, ready: Sequence[str]) -> None:
    held = bool(new.conditions or new.line.strip())
    if new.act is RequestAct.APPROVE_WITH_CONDITIONS and not held:
        raise Refused("Tick a condition, or write one.")
    if new.act is RequestAct.APPROVE and held:
        raise Refused("There are conditions: choose “Approve with conditions”, or take them away.")
    if set(new.conditions) - set(ready):
        raise Refused("A ticked condition is not among the ready ones any more: choose again.")


def _check_until(until: date | None, asked: date | None, today: date) -> None:
    if until is not None and until < today:
        raise Refused("Choose a last day that is not past.")
    if asked is not None and (until is None or until > asked):
        raise Refused("Choose a last day that is not later than the one asked for.")


def like_cases(past: Iterable[PastCase], kind: str, connection: str) -> LikeCases | None:
    """Return how the decisions on the same kind and connection went, None while there are too few to tell."""
    like = [each for each in past if (each.kind, each.connection) == (kind, connection)]
    if len(like) < LEAST_LIKE_CASES:
        return None
    approved = [each for each in like if each.state in APPROVED]
    counted = Counter(words for each in approved for words in dict.fromkeys(each.conditions))
    usual = tuple(words for words, count in counted.most_common() if 2 * count >= len(approved))
    return LikeCases(len(approved), len(like) - len(approved), min(each.year for each in like), usual)


def same_terms(asked: AskedFor, before: AskedFor) -> bool:
    """Whether two requests ask for the same: everything but until when, which moves on each year."""
    return _terms(asked) == _terms(before)


def _terms(asked: AskedFor) -> tuple[object, ...]:
    what = (asked.kind, asked.question, asked.connection, asked.who, asked.where, asked.group, asked.staff)
    return (*what, asked.safeguards, asked.line, asked.about_headteacher)


def office_words(office: str, *, acting: bool) -> str:
    """Return an office as it is held, in words: "Headteacher", "acting Headteacher"."""
    words = "Headteacher" if office == "headteacher" else office
    return f"acting {words}" if acting else words
