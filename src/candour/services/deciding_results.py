"""What services hand to the window of who decides: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.deciding import LikeCases
    from candour.domain.exception_request import AskedFor
    from candour.domain.request_moves import RequestState
    from candour.services.paper_results import EnvelopeLine
    from candour.services.request_results import Happened


@dataclass(frozen=True)
class WaitingRequest:
    """A request that is not decided, as one line: who asks, what kind, how connected, since when.

    `mine`: whoever looks asked for it or is named in it, so that somebody else decides it. `opens`: its words can
    be read. `same_terms`: last year the same was approved, so that it can be approved again with others at once.
    """

    reference: str
    name: str
    role: str
    kind: str
    connection: str
    state: RequestState
    asked_on: date
    days: int
    mine: bool
    opens: bool
    same_terms: bool


@dataclass(frozen=True)
class EarlierDecision:
    """What was decided before on the same for the same person; `same_terms`: only until when is different."""

    reference: str
    state: RequestState
    decided_on: date
    until: date | None
    conditions: tuple[str, ...]
    line: str
    reason: str
    same_terms: bool


@dataclass(frozen=True)
class RequestToDecide:
    """One request with all that its decision needs.

    `staff` is the name of the colleague whom it is about; `ready` are the conditions of the pack; `first` and
    `last` the days between which it can end, `last` None where none was asked for; `ask_secret`: the passphrase
    is asked.
    """

    line: WaitingRequest
    asked: AskedFor
    staff: str
    timeline: tuple[Happened, ...]
    earlier: EarlierDecision | None
    like: LikeCases | None
    ready: tuple[str, ...]
    first: date
    last: date | None
    decider: str
    ask_secret: bool


@dataclass(frozen=True)
class SameTermsLine:
    """A request on last year's terms, and these in words."""

    line: WaitingRequest
    terms: str


@dataclass(frozen=True)
class SameTerms:
    """All that wait on last year's terms; `ask_secret`: the passphrase is asked, once for all."""

    lines: tuple[SameTermsLine, ...]
    ask_secret: bool


@dataclass(frozen=True)
class BatchDone:
    """What came of several decisions at once: the references decided, and a sentence for each that was not."""

    decided: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class DecidedLine:
    """A decision of before: who asked, what was decided, by whom, and whether it can be revoked or printed.

    `decision` is what was decided, `state` where the request stands today: an approval may have ended since.
    """

    reference: str
    name: str
    kind: str
    connection: str
    state: RequestState
    decision: RequestState
    decided_on: date
    decided_by: str
    until: date | None
    conditions: tuple[str, ...]
    on_paper: bool
    can_revoke: bool
    has_letter: bool


@dataclass(frozen=True)
class LateToDo:
    """Something about pupils that was to be done by a day that is past: whose, what about, and the day."""

    name: str
    about: str
    until: date


@dataclass(frozen=True)
class Today:
    """What waits for whoever decides, today; counts are None where they may not know them.

    `speak_today`, `rather_talk` and `brought` count who wants to be heard, as far as they are the reader's own;
    `envelopes` came closed with declarations on paper.
    """

    name: str
    requests: tuple[WaitingRequest, ...]
    late: tuple[LateToDo, ...]
    signed: int | None
    of: int | None
    speak_today: int = 0
    rather_talk: int = 0
    brought: int = 0
    envelopes: tuple[EnvelopeLine, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether anything waits."""
        mine = all(each.mine for each in self.requests)
        heard = self.speak_today or self.rather_talk or self.brought
        return not mine or bool(self.late or heard or self.envelopes)


@dataclass(frozen=True)
class SlipLine:
    """A chair's answer slip as it was entered: what it says, who entered it, and how it stands.

    `confirmed_by` is the second person, "" while it waits; `overtaken` where the request was decided or withdrawn
    meanwhile. `can_confirm`: whoever looks is a second person for it; else `why_not` says why not, "" where nothing
    waits. `can_drop`: they may take it back.
    """

    paper: str
    reference: str
    decision: RequestState
    conditions: tuple[str, ...]
    until: date | None
    decided_on: date
    signed_by: str
    entered_by: str
    confirmed_by: str
    overtaken: bool
    can_confirm: bool
    why_not: str
    can_drop: bool


@dataclass(frozen=True)
class SlipGround:
    """The slips, newest first, and what a new one is entered with; `may_enter`: whoever looks is HR."""

    lines: tuple[SlipLine, ...]
    ready: tuple[str, ...]
    today: date
    may_enter: bool


@dataclass(frozen=True)
class StandingLine:
    """A standing approval: what, at which question, for whom, from when and until when, and whether it is over."""

    approval: str
    words: str
    about: str
    people: tuple[str, ...]
    everyone: bool
    since: date
    until: date | None
    over: bool


@dataclass(frozen=True)
class StandingGround:
    """What a standing approval can be made with: the questions where it is offered, and the staff, by name."""

    questions: tuple[tuple[str, str], ...]
    staff: tuple[tuple[str, str], ...]
    lines: tuple[StandingLine, ...]
    today: date
