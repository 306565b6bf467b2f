"""What is kept of exception requests beside the requests themselves: read from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.exceptions import (
    Decided,
    PaperDecision,
    RequestDraft,
    RequestWords,
    StandingApproval,
    StandingFor,
)
from candour.register.rows import last, newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

_DRAFT, _WORDS, _DECIDED = TABLES[RequestDraft].c, TABLES[RequestWords].c, TABLES[Decided].c
_PAPER, _FOR = TABLES[PaperDecision].c, TABLES[StandingFor].c


def drafts_of(at: Connection, person: str) -> list[RequestDraft]:
    """Return a person's requests that they have not sent, oldest change first; those let go are left out."""
    return rows(at, RequestDraft, _DRAFT.person == person, newest(RequestDraft, "draft"), _DRAFT.content != "")


def words_about(at: Connection, reference: str) -> list[RequestWords]:
    """Return what was said about a request, oldest first."""
    return rows(at, RequestWords, _WORDS.reference == reference)


def decision_on(at: Connection, reference: str) -> Decided | None:
    """Return the decision on a request, or None while there is none."""
    return last(at, Decided, _DECIDED.reference == reference)


def decisions_for(at: Connection, person: str) -> list[Decided]:
    """Return the decisions on a person's requests, oldest first."""
    return rows(at, Decided, _DECIDED.person == person)


def all_decisions(at: Connection) -> list[Decided]:
    """Return every decision, oldest first."""
    return rows(at, Decided)


def papers(at: Connection) -> list[PaperDecision]:
    """Return the answer slips that were entered and not taken back, oldest change first."""
    return rows(at, PaperDecision, newest(PaperDecision, "paper"), _PAPER.dropped.is_(False))


def standing(at: Connection) -> list[StandingApproval]:
    """Return every standing approval as it now stands, those that are over included."""
    return rows(at, StandingApproval, newest(StandingApproval, "approval"))


def standing_for(at: Connection, approval: str) -> list[str]:
    """Return the people whom a standing approval names, as it now stands."""
    found = rows(at, StandingFor, _FOR.approval == approval, newest(StandingFor, "approval", "person"))
    return [each.person for each in found if not each.ended]
