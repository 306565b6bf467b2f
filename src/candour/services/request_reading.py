"""A person's own requests as lists show them: how each stands today, and what their keys open of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.declaration import ExceptionFact
from candour.domain.exception_request import AskedFor, printed_words
from candour.domain.request_dates import counts_as, reminder_on
from candour.domain.request_moves import RequestAct, RequestState, state_on
from candour.register import exceptions as exception_rows
from candour.register import journal as journal_rows
from candour.register import requests as request_rows
from candour.services.held_lines import day_of
from candour.services.opening import open_own
from candour.services.request_drafts import RequestDrafts
from candour.services.request_results import LookAgain
from candour.services.results import OpenRequest

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.checklist import Decision, Outcome
    from candour.domain.round import Request
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session

LOOKED_AT = (RequestAct.APPROVE, RequestAct.APPROVE_WITH_CONDITIONS, RequestAct.STILL_RIGHT)


def read_requests(session: Session, smith: Keysmith) -> tuple[OpenRequest, ...]:
    """Return the signed-in person's own requests, with what they wrote where their keys can open it."""
    found = []
    for row in _rows(session):
        asked = open_own(session, smith, row.content, AskedFor)
        state = state_on(row.state, row.until, session.today())
        question = "" if asked is None else asked.question
        found.append(OpenRequest(row.reference, row.kind, state, who_of(asked), row.until, question=question))
    return tuple(found)


def read_drafts(session: Session, smith: Keysmith) -> tuple[OpenRequest, ...]:
    """Return what the person has begun and not sent, as lines without a reference."""
    return tuple(
        OpenRequest("", each.asked.kind, RequestState.DRAFT, who_of(each.asked), each.asked.until, draft=each.draft)
        for each in RequestDrafts(session, smith).mine()
    )


def who_of(asked: AskedFor | None) -> str:
    """Return the few words by which its asker knows a request."""
    return "" if asked is None else asked.who or asked.connection


def decisions(session: Session) -> dict[str, Decision]:
    """Return how each of the person's requests counts today."""
    today = session.today()
    return {row.reference: counts_as(state_on(row.state, row.until, today)) for row in _rows(session)}


def look_again(session: Session, requests: tuple[OpenRequest, ...]) -> tuple[LookAgain, ...]:
    """Return which of the person's exceptions end, or have run for a year unseen, the earliest end first."""
    today, found = session.today(), list[LookAgain]()
    with session.register.read() as at:
        for each in requests:
            seen = looked_at(at, session, each.reference) or today
            why = reminder_on(today, each.state, each.until, seen)
            if why is not None:
                days = None if each.until is None else (each.until - today).days
                found.append(LookAgain(each.reference, each.who, each.until, days, why))
    return tuple(sorted(found, key=lambda each: (each.days is None, each.days)))


def looked_at(at: Connection, session: Session, reference: str) -> date | None:
    """Return when an exception was approved, or last said to be still right; None while it was neither."""
    moments = [each.received for each in journal_rows.entries_of(at, reference) if each.entry.kind in LOOKED_AT]
    return day_of(moments[-1], session.clock().tzinfo) if moments else None


def exception_facts(at: Connection, session: Session, found: tuple[Outcome, ...]) -> tuple[ExceptionFact, ...]:
    """Return what is printed of the requests that some line refers to, and of no other."""
    named = {reference for outcome in found for reference in (*outcome.except_for, *outcome.waiting_for)}
    decided = {row.reference: row for row in exception_rows.decisions_for(at, session.person)}
    facts = []
    for row in request_rows.of_person(at, session.person):
        if row.reference in named:
            state = state_on(row.state, row.until, session.today())
            conditions = decided[row.reference].conditions if row.reference in decided else ""
            words = printed_words(row.kind, state, row.asked_on, row.until, tuple(conditions.splitlines()))
            facts.append(ExceptionFact(row.reference, words))
    return tuple(facts)


def _rows(session: Session) -> list[Request]:
    with session.register.read() as at:
        return request_rows.of_person(at, session.person)
