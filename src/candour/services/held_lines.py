"""What is held about a person, thing by thing: what it is, who may read it, and how long it is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from candour.domain import exceptions, paper_declaration, people, reminding, speaking
from candour.domain import round as rounds
from candour.domain.journal import Row
from candour.services.results import HeldLine

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from candour.register.held import HeldRow

KEPT = "Until six years after you leave (period set by the school)"
"""The usual period of a school for what concerns its staff (facts on trust, 3.5); the school sets its own."""

HR = "You, HR and the Headteacher"
AUTHOR = "You alone"
LEAD = "You and the designated lead"
DECIDER = "decider"
"""Stands for who may open a person's answers: the Headteacher, or the chair for the Headteacher's own."""
LISTENER = "You and they"
PAPER = "You, HR, and the offices that compare papers with their scans"
BROUGHT_TO = "You and the Headteacher; about the Headteacher: you and the chair of governors"
PERSON = "Your name, staff number, school e-mail, role, part of the school, and whether you post for the school"
BROUGHT = "What you brought to the Headteacher, its pictures, and how far it is"


def _wish(row: speaking.Wish) -> str:
    return f"Whether you would rather talk to the {row.listener} first, yes or no at every save"


class Kind(NamedTuple):
    """How rows of a class are told: what they are (rows told alike are one line), and who may read them."""

    what: Callable[[Any], str]
    readers: str


KINDS: dict[type[Row], tuple[Kind, ...]] = {
    people.Person: (Kind(lambda _: PERSON, HR),),
    people.Holding: (Kind(lambda row: f"That you hold an office: {row.office}", HR),),
    people.Invitation: (Kind(lambda _: "Your invitations to make keys, without their codes", HR),),
    people.Enrolment: (Kind(lambda _: "The public half of your keys, with their certificates", HR),),
    people.KeyConfirmed: (Kind(lambda _: "That a second person confirmed a key of yours", HR),),
    people.KeyClosed: (Kind(lambda _: "That a key of yours was closed, and why", HR),),
    people.Away: (Kind(lambda _: "That you are away until a day, or back; no reason", HR),),
    people.Left: (Kind(lambda _: "The last day of your work here", HR),),
    people.Opened: (Kind(lambda _: "Who opened what is sealed about you, and why", HR),),
    rounds.InRound: (Kind(lambda row: f"That you are in the check of {row.round}, and by when you sign", HR),),
    rounds.KeptOut: (Kind(lambda row: f"That you were left out of the check of {row.round}", HR),),
    rounds.Draft: (Kind(lambda row: f"Your answers as you saved them in the check of {row.round}", AUTHOR),),
    rounds.Declared: (
        Kind(lambda row: f"Declaration {row.reference}: its outcomes and dates, and the signed PDF", HR),
        Kind(lambda row: f"The full copy of {row.reference}: your answers", DECIDER),
    ),
    rounds.Request: (
        Kind(lambda row: f"Request {row.reference}: its kind, state and dates", HR),
        Kind(lambda row: f"What you wrote in request {row.reference}: who and why", DECIDER),
    ),
    exceptions.RequestDraft: (Kind(lambda _: "Requests that you have begun and not sent", AUTHOR),),
    exceptions.RequestWords: (
        Kind(lambda row: f"What was asked, answered or said about request {row.reference}", DECIDER),
    ),
    exceptions.Decided: (
        Kind(lambda row: f"The decision on request {row.reference}, its day and its conditions", HR),
        Kind(lambda row: f"Reason and letter of the decision on request {row.reference}", DECIDER),
    ),
    exceptions.StandingFor: (Kind(lambda _: "That a standing approval is for you", HR),),
    rounds.Note: (Kind(lambda _: "What you noted from “Tell the designated lead”, and how far it is", LEAD),),
    paper_declaration.PaperDeclaration: (
        Kind(lambda row: f"Declaration {row.reference}, entered for you from paper, with its scan", PAPER),
    ),
    paper_declaration.EnvelopeDealt: (
        Kind(lambda _: "That the envelope of your paper was dealt with, and when", HR),
    ),
    speaking.Wish: (Kind(_wish, LISTENER),),
    speaking.Brought: (Kind(lambda _: BROUGHT, BROUGHT_TO),),
    reminding.Reminded: (
        Kind(lambda row: f"That you were reminded in the check of {row.round}: on which days and how", HR),
    ),
}
"""Every class of row that is about somebody; the rows of a declaration are told with it."""


def held_lines(found: list[HeldRow], decider: str, zone: tzinfo | None) -> tuple[HeldLine, ...]:
    """Return one line for each thing that is held, with the day on which it first came."""
    lines: dict[str, HeldLine] = {}
    for each in found:
        for kind in KINDS.get(type(each.row), ()):
            what = kind.what(each.row)
            readers = f"You and {decider}" if kind.readers == DECIDER else kind.readers
            lines.setdefault(what, HeldLine(what, day_of(each.received, zone), readers, KEPT))
    return tuple(lines.values())


def moment_of(received: str, zone: tzinfo | None) -> datetime:
    """Return a time of receipt (UTC, ISO 8601) as it was on this computer's clock."""
    return datetime.fromisoformat(received).astimezone(zone)


def day_of(received: str, zone: tzinfo | None) -> date:
    """Return the day of a time of receipt as it was on this computer's calendar."""
    return moment_of(received, zone).date()
