"""How an exception request goes on: its states, what moves it from one to the next, and who may.

One table, `MOVES`, says it all; what is not in it is refused. Every move is one signed entry, whose kind is the
act's value (screens.md 2.1, "States").
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from candour.domain.people import Office
from candour.errors import Refused

if TYPE_CHECKING:
    from datetime import date


class RequestState(StrEnum):
    """Where a request stands, in the words that its asker and HR see."""

    DRAFT = "Draft"
    WAITING = "Waiting for the Headteacher"
    QUESTION = "A question for you"
    APPROVED = "Approved"
    WITH_CONDITIONS = "Approved with conditions"
    NOT_APPROVED = "Not approved"
    WITHDRAWN = "Withdrawn"
    ENDED = "Ended"


class RequestAct(StrEnum):
    """What moves a request; each is the kind of the entry that records it.

    A draft is nobody's business: saving and dropping one are confidential entries, so they are not here.
    """

    ASK = "exception asked"
    QUESTION = "question asked about exception"
    ANSWER = "question about exception answered"
    WITHDRAW = "exception withdrawn"
    APPROVE = "exception approved"
    APPROVE_WITH_CONDITIONS = "exception approved with conditions"
    NOT_APPROVE = "exception not approved"
    STILL_RIGHT = "exception still right"
    END = "exception ended by its asker"
    REVOKE = "exception revoked"
    LAPSE = "exception lapsed"


class Mover(StrEnum):
    """Who moves a request: whoever asked, whoever decides it, or the calendar (any app, once its day is past)."""

    ASKER = "asker"
    DECIDER = "decider"
    CALENDAR = "calendar"


APPROVED: Final = frozenset({RequestState.APPROVED, RequestState.WITH_CONDITIONS})
"""The states in which an exception holds."""

UNDECIDED: Final = frozenset({RequestState.WAITING, RequestState.QUESTION})
"""The states in which a decision may fall."""

_DECISIONS = {
    RequestAct.APPROVE: RequestState.APPROVED,
    RequestAct.APPROVE_WITH_CONDITIONS: RequestState.WITH_CONDITIONS,
    RequestAct.NOT_APPROVE: RequestState.NOT_APPROVED,
}

MOVES: Final[dict[tuple[RequestState, RequestAct], tuple[Mover, RequestState]]] = {
    (RequestState.DRAFT, RequestAct.ASK): (Mover.ASKER, RequestState.WAITING),
    (RequestState.WAITING, RequestAct.QUESTION): (Mover.DECIDER, RequestState.QUESTION),
    (RequestState.QUESTION, RequestAct.ANSWER): (Mover.ASKER, RequestState.WAITING),
    **{(state, RequestAct.WITHDRAW): (Mover.ASKER, RequestState.WITHDRAWN) for state in UNDECIDED},
    **{(state, act): (Mover.DECIDER, to) for state in UNDECIDED for act, to in _DECISIONS.items()},
    **{(state, RequestAct.STILL_RIGHT): (Mover.ASKER, state) for state in APPROVED},
    **{(state, RequestAct.END): (Mover.ASKER, RequestState.ENDED) for state in APPROVED},
    **{(state, RequestAct.REVOKE): (Mover.DECIDER, RequestState.ENDED) for state in APPROVED},
    **{(state, RequestAct.LAPSE): (Mover.CALENDAR, RequestState.ENDED) for state in APPROVED},
}
"""From a state, by an act: who may, and where it leads."""

_REFUSALS = {
    RequestState.WITHDRAWN: "This request was withdrawn: a new one can be sent at any time.",
    RequestState.ENDED: "This exception has ended: a new request can be sent at any time.",
    RequestState.NOT_APPROVED: "This request is decided already: a new one can be sent at any time.",
    RequestState.APPROVED: "This request is decided already: look at what was decided.",
    RequestState.WITH_CONDITIONS: "This request is decided already: look at what was decided.",
    RequestState.WAITING: "This request is waiting to be decided: look at it once more.",
    RequestState.QUESTION: "A question about this request waits for its answer.",
    RequestState.DRAFT: "This request was not sent yet: send it first.",
}


def moved(state: RequestState, act: RequestAct, mover: Mover) -> RequestState:
    """Return the state to which an act leads; raises Refused where the table has no such move for this mover."""
    who, to = MOVES.get((state, act), (None, state))
    if who is not mover:
        raise Refused(_REFUSALS[state])
    return to


def state_on(state: str, until: date | None, day: date) -> RequestState:
    """Return where a request stands on a day: an approved one has ended once its last day is past."""
    stands = RequestState(state)
    past = until is not None and until < day
    return RequestState.ENDED if past and stands in APPROVED else stands


def deciding_office(*, by_headteacher: bool, about_headteacher: bool) -> Office:
    """Return who decides: the chair what the Headteacher asks or what concerns them, else the Headteacher."""
    return Office.CHAIR if by_headteacher or about_headteacher else Office.HEADTEACHER


def refuse_own(decider: str, asker: str, named: str) -> None:
    """Raise Refused for whoever would decide their own request, or one that names them (design.md section 2).

    `named` is the member of staff whom the request is about, "" for nobody.
    """
    if decider == asker:
        raise Refused("Nobody decides their own request: the chair of governors decides this one.")
    if decider == named:
        raise Refused("This request names you, so somebody else decides it: the chair of governors.")
