"""The declaration knows: where a request, or the policy, stands otherwise than when it was signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.flow import asked, asked_in, chosen
from candour.domain.request_dates import counts_as
from candour.domain.request_moves import RequestState, state_on
from candour.register import requests as request_rows
from candour.services.request_results import PointChanged, PolicyChanged

if TYPE_CHECKING:
    from candour.domain.round import Request
    from candour.services.my_check import Ground
    from candour.services.session import Session
    from candour.services.standing import Standing


def points_changed(session: Session, ground: Ground, stands: Standing) -> tuple[PointChanged, ...]:
    """Return what was decided or has ended since the declaration in force was signed, in the questions' order.

    Nothing where the person's keys cannot open their answers: their next update asks everything anyway.
    """
    if stands.signed is None or stands.said is None:
        return ()
    with session.register.read() as at:
        rows = {row.reference: row for row in request_rows.of_person(at, session.person)}
    found = []
    for question in asked(ground.checklist, stands.said):
        given = stands.said.get(question.id)
        asks = any(answer.outcome == "ask" for answer in chosen(question, given))
        for reference in given.requests if given is not None and asks else ():
            state = _state(session, rows[reference])
            # before decisions were kept with the full copy there were none: all were waiting
            if counts_as(state) != stands.decided.get(reference, "waiting"):
                closed = counts_as(state) == "closed"
                about, checklist = question.about, ground.checklist.id
                found.append(PointChanged(reference, question.id, about, state, asks=closed, checklist=checklist))
    return tuple(found)


def policy_changed(ground: Ground, stands: Standing) -> PolicyChanged | None:
    """Return what a pack taken into force since signing asks again, None while no update is owed for it.

    Whoever has signed owes one, whether or not they meet the questions: else HR could tell from who gave it.
    """
    if stands.signed is None or not stands.owes:
        return None
    points = len({row.point for row in stands.owed})
    if stands.said is None:
        return PolicyChanged(points, (), afresh=True, checklist=ground.checklist.id)
    met = asked_in(ground.checklist, stands.said, stands.owes)
    return PolicyChanged(points, tuple(q.about for q in met if q.asked_when is None), checklist=ground.checklist.id)


def _state(session: Session, row: Request) -> RequestState:
    return state_on(row.state, row.until, session.today())
