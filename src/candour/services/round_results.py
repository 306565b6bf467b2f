"""What HR's pages of rounds and policy show: frozen values; nothing in them is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from candour.domain.pack_change import PointChange
    from candour.domain.round_dates import Proposed, Review


@dataclass(frozen=True)
class PackCard:
    """A policy pack: its title and day, and how much it asks; `document` is "" until the school attaches one."""

    pack: str
    title: str
    policy_date: date
    review_due: str
    written_by: str
    points: int
    questions: int
    document: str


@dataclass(frozen=True)
class RoundCard:
    """One round: its days, how many of those in it have signed, how many were left out, and its pack."""

    round: str
    opens: date
    due: date
    signed: int
    of: int
    kept_out: int
    pack: PackCard


@dataclass(frozen=True)
class RoundsView:
    """R8 as it stands: the check that runs, those to come and those before, and the policy.

    `pack` is that of the running check, else the newest; `next_pack` the newest where it is another. `review` is
    given when it comes soon or is past. `need_codes` counts who cannot sign in, `unused` those of them with a code;
    `gives_codes`: whoever looks is a keeper. `slips_from` is the day from which on a coming check gets its slips.
    """

    today: date
    running: RoundCard | None
    coming: tuple[RoundCard, ...]
    earlier: tuple[RoundCard, ...]
    pack: PackCard
    next_pack: PackCard | None
    review: Review | None
    need_codes: int
    unused: int
    gives_codes: bool
    slips_from: date | None


@dataclass(frozen=True)
class Member:
    """Somebody who is, or may come, into a round."""

    person: str
    name: str
    number: str
    role: str


@dataclass(frozen=True)
class StartGround:
    """What a new round is opened with: proposed days, who is here, the pack; `last` names the round before."""

    today: date
    proposed: Proposed
    last: str
    people: tuple[Member, ...]
    pack: PackCard
    names: tuple[str, ...]


@dataclass(frozen=True)
class ChangeGround:
    """What of a round can be changed: its day for `waiting` people, and who may be added, by which day."""

    today: date
    round: RoundCard
    waiting: int
    outside: tuple[Member, ...]
    proposed_due: date


@dataclass(frozen=True)
class PackLook:
    """A pack that HR chose, held against the one in force; nothing is taken into force by looking.

    `running` is the check that runs, "" without one, with how many have signed in it and how many have not.
    """

    text: str
    new: PackCard
    before: PackCard
    changes: tuple[PointChange, ...]
    running: str
    signed: int
    unsigned: int
