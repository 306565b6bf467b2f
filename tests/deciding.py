"""Requests moved on by whoever decides them, written as rows with real keys: for tests of the asker's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from tests.schools import some_request

from candour.domain.exception_request import DecidedWords
from candour.domain.exceptions import Decided, StandingApproval, StandingFor
from candour.domain.journal import Act
from candour.domain.request_moves import Mover, RequestAct, RequestState
from candour.sample import people as cast
from candour.services.request_moving import moved_row, readers_about, request_of, said
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from datetime import date

    from tests.schools import School

    from candour.services.desk import Desk

HEAD = cast.HEADTEACHER.number
DECISION = {
    RequestState.APPROVED: RequestAct.APPROVE,
    RequestState.WITH_CONDITIONS: RequestAct.APPROVE_WITH_CONDITIONS,
    RequestState.NOT_APPROVED: RequestAct.NOT_APPROVE,
}


def decide(school: School, reference: str, state: RequestState = RequestState.APPROVED, **words: str) -> None:
    """Decide a request as the Headteacher, with sealed words and ticked conditions."""
    heads = school.desk(HEAD)
    session, act = heads.sign_in.session, DECISION[state]
    with session.register.read() as at:
        row = request_of(at, reference)
        readers = readers_about(at, row)
    conditions = words.pop("conditions", "")
    sealed = {"line": "", "reason": "", "decided_by": cast.HEADTEACHER.name, "office": "headteacher", "letter": ""}
    plain = msgspec.json.encode(DecidedWords(**(sealed | words)))
    content = heads._smith.seal(plain, readers, session.register.register_id, new_id())
    decided = Decided(
        reference, row.person, session.person, state, conditions, session.today(), "", content.content
    )
    session.record(
        lambda writer: Act(
            act.value,
            reference,
            (moved_row(writer.at, reference, act, Mover.DECIDER, session.today()), decided),
            (content,),
        )
    )


def move(school: School, reference: str, act: RequestAct, words: str = "") -> None:
    """Ask a question about a request, or revoke it, as the Headteacher."""
    heads = school.desk(HEAD)
    session = heads.sign_in.session
    with session.register.read() as at:
        readers = readers_about(at, request_of(at, reference))
    row, content = said(session, heads._smith, readers, reference, act, words)
    session.record(
        lambda writer: Act(
            act.value,
            reference,
            (moved_row(writer.at, reference, act, Mover.DECIDER, session.today()), row),
            (content,),
        )
    )


def request_in(school: School, theirs: Desk, state: RequestState, until: date | None = None) -> str:
    """Send a request and bring it to a state; return its reference."""
    reference = theirs.requests().ask(some_request(until=until))
    if state in DECISION:
        decide(school, reference, state)
    elif state is RequestState.QUESTION:
        move(school, reference, RequestAct.QUESTION, "Who else is in the group?")
    elif state is RequestState.WITHDRAWN:
        theirs.my_requests().withdraw(reference)
    elif state is RequestState.ENDED:
        decide(school, reference)
        move(school, reference, RequestAct.REVOKE, "The group is now open to all")
    return reference


def approve_standing(school: School, words: str, *people: str, **changed: object) -> None:
    """Let the Headteacher approve a circumstance, for everyone or for these people (ids)."""
    session = school.desk(HEAD).sign_in.session
    values: dict[str, object] = {
        "approval": new_id(),
        "question": "own-phone",
        "words": words,
        "since": session.today(),
        "until": None,
        "everyone": not people,
        "decided_by": session.person,
    }
    row = StandingApproval(**(values | changed))  # type: ignore[arg-type]
    named = tuple(StandingFor(row.approval, person, ended=False) for person in people)
    session.record(Act("standing approval made", row.approval, (row, *named)))
