"""What is kept of exception requests beside the request itself: drafts, words, decisions, standing approvals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.journal import Row


@dataclass(frozen=True)
class RequestDraft(Row):
    """That somebody keeps a request that they have not sent; a later row supersedes, no `content`: let go."""

    draft: str
    person: str
    content: str


@dataclass(frozen=True)
class RequestWords(Row):
    """That something was said about a request: a question, its answer, why it ended; the words are sealed.

    `person` said it; `what` is the value of the act (`RequestAct`) that it went with.
    """

    reference: str
    person: str
    what: str
    content: str


@dataclass(frozen=True)
class Decided(Row):
    """The one decision on a request: what HR may know is open, reasons and letter are the sealed `content`.

    `person` asked, `decided_by` is another person; `decision` is the value of the state that it led to and
    `conditions` the ticked ready ones, a line each. `paper` names the `PaperDecision` whose second person is
    `decided_by`, "" for a decision in the app. A table holds at most one for each reference.
    """

    reference: str
    person: str
    decided_by: str
    decision: str
    conditions: str
    decided_on: date
    paper: str
    content: str


@dataclass(frozen=True)
class PaperDecision(Row):
    """A chair's answer slip as HR entered it: it counts once a second person has confirmed it against its scan.

    `scan` is the SHA-256 of the stored file, `signed_by` the name on the slip. A later row of the same `paper`
    supersedes; `dropped` takes a mistaken one back.
    """

    paper: str
    reference: str
    decision: str
    conditions: str
    until: date | None
    decided_on: date
    signed_by: str
    scan: str
    entered_by: str
    dropped: bool


@dataclass(frozen=True)
class StandingApproval(Row):
    """A circumstance that the Headteacher approved for all or some staff; a later row of it supersedes.

    `question` is the question of the pack where it is offered to tick, `words` what is approved ("The residential
    trip's phone"), `everyone` whether for all staff; else `StandingFor` names them.
    """

    approval: str
    question: str
    words: str
    since: date
    until: date | None
    everyone: bool
    decided_by: str


@dataclass(frozen=True)
class StandingFor(Row):
    """That a standing approval is for a person, or with `ended` no longer."""

    approval: str
    person: str
    ended: bool
