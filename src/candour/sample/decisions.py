"""What the Headteacher of the sample school decides, through the services that the window uses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from candour.domain.deciding import NewDecision
from candour.domain.request_moves import RequestAct
from candour.errors import Refused
from candour.register import people as people_rows
from candour.register import requests as request_rows

if TYPE_CHECKING:
    from candour.domain.exception_request import AskedFor
    from candour.domain.round import Request
    from candour.services.desk import Desk

TERMS = NewDecision(
    RequestAct.APPROVE_WITH_CONDITIONS,
    conditions=("No talk of school", "No pictures of other pupils"),
)
TERMS_AND_LINE = replace(TERMS, line="Tell me when your child changes class (sample).")
NOT_THIS = NewDecision(
    RequestAct.NOT_APPROVE,
    reason="Anybody can join this group, so school would be talked about with many (sample).",
)


def decide(heads: Desk, asker: str, new: NewDecision) -> None:
    """Decide the newest request of somebody, known by staff number, until the day that they asked for."""
    row = _newest(heads, asker)
    until = row.until if new.act is not RequestAct.NOT_APPROVE else None
    heads.deciding().decide(row.reference, replace(new, until=until))


def as_last_year(theirs: Desk, asked: AskedFor) -> AskedFor:
    """Return what somebody asks for as asked once more on the terms of their newest request."""
    with theirs.sign_in.session.register.read() as at:
        before = request_rows.of_person(at, theirs.sign_in.session.person)
    return replace(asked, same_as=before[-1].reference if before else "")


def _newest(heads: Desk, asker: str) -> Request:
    with heads.sign_in.session.register.read() as at:
        person = people_rows.find(at, asker)
        rows = [] if person is None else request_rows.of_person(at, person.person)
    if not rows:
        raise Refused(f"Nobody with the staff number {asker} has asked for anything: correct the story.")
    return rows[-1]
