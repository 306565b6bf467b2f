"""What the services of the first run hand to the window: frozen values, as `results` does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.policy import Pack
from candour.domain.setting_up import OfficesAsked, SomebodyAsked


@dataclass(frozen=True)
class Standing:
    """How far a school's first run has come, told from the register alone.

    `step` is the page to go on with (`candour.domain.setting_up.STEPS`), `offices` what was filled in, `staff` who
    holds no office of the second page, `backup` the second place ("" until one is chosen), `round` the round that
    is open ("" until then), `head_ready` whether the Headteacher has signed in, `uninvited` how many people have
    not signed in yet, `opens` and `due` the proposal for the round.
    """

    step: str
    school: str
    register: str
    me: SomebodyAsked
    folder: str
    offices: OfficesAsked
    pack: Pack
    staff: tuple[SomebodyAsked, ...]
    backup: str
    round: str
    head: str
    head_ready: bool
    uninvited: int
    today: date
    opens: date
    due: date


@dataclass(frozen=True)
class Sheet:
    """The recovery sheet: its words, three places from 1 to be asked for, and the PDF of both copies."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    pdf: bytes


@dataclass(frozen=True)
class SlipsMade:
    """Slips just made: for how many people, until when the codes are good, and the PDF."""

    count: int
    until: date
    pdf: bytes
