"""What services hand to the window of a person's own exception requests: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.checklist import Answers
    from candour.domain.exception_request import AskedFor
    from candour.domain.policy import Checklist, Pack
    from candour.domain.request_dates import Reminder
    from candour.domain.request_moves import RequestAct, RequestState
    from candour.domain.wording import Names


@dataclass(frozen=True)
class OpenDraft:
    """A request that the person has begun and not sent, as far as it was filled in."""

    draft: str
    asked: AskedFor


@dataclass(frozen=True)
class ApprovedAlready:
    """A standing approval that is for the person: what it covers, and until when, if it ends."""

    question: str
    words: str
    until: date | None


@dataclass(frozen=True)
class AskingGround:
    """What a request can be written with, in a check or outside: pack, words, colleagues, what is approved already.

    `staff` are the others of the school (id and name), `answers` what the person has said of their accounts.
    """

    pack: Pack
    checklist: Checklist
    names: Names
    answers: Answers
    staff: tuple[tuple[str, str], ...]
    approved: tuple[ApprovedAlready, ...]


@dataclass(frozen=True)
class Happened:
    """One line of a request's timeline; `by` is "" for the person themselves and for the calendar."""

    on: date
    by: str
    act: RequestAct
    words: str


@dataclass(frozen=True)
class DecisionRead:
    """The decision as its asker reads it; `line` and `reason` are "" where their keys cannot open them."""

    decided_on: date
    by: str
    office: str
    conditions: tuple[str, ...]
    line: str
    reason: str
    has_letter: bool


@dataclass(frozen=True)
class MyRequest:
    """One of the person's own requests with its whole story.

    `asked` is what they wrote, None where their keys of today cannot open it; `staff` the name of the colleague
    whom it is about; `question` what waits for their answer; `acts` what they may do now.
    """

    reference: str
    kind: str
    state: RequestState
    asked_on: date
    until: date | None
    asked: AskedFor | None
    staff: str
    timeline: tuple[Happened, ...]
    question: str
    decision: DecisionRead | None
    acts: tuple[RequestAct, ...]
    reminder: Reminder | None
    for_chair: bool = False
    """Whether it waits for the chair of governors, who may decide it on paper."""


@dataclass(frozen=True)
class PointChanged:
    """That a request stands otherwise than when the declaration in force was signed; its point wants an update.

    `asks`: the question is to be answered again, since the request no longer holds; else only the outcome changes.
    """

    reference: str
    question: str
    about: str
    state: RequestState
    asks: bool
    checklist: str = ""


@dataclass(frozen=True)
class PolicyChanged:
    """That a new policy pack asks some points again of whoever has signed; everybody of them gives an update.

    `about` names those questions that this person meets, and may be empty. `afresh`: their keys cannot open what
    they said, so that the update asks everything.
    """

    points: int
    about: tuple[str, ...]
    afresh: bool = False
    checklist: str = ""


@dataclass(frozen=True)
class LookAgain:
    """That an exception ends, or was not looked at for a year; `days` are those until its end, if it has one."""

    reference: str
    who: str
    until: date | None
    days: int | None
    why: Reminder
