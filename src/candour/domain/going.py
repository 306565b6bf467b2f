"""How it is going, as far as each office may know it: the pictures of a round, and what waits behind requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from candour.domain.register_view import SOON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from candour.domain.overview import Overview
    from candour.domain.put_right import Settled
    from candour.domain.register_view import RegisterLine

WAITS: Final = ((0, 6), (7, 13), (14, None))
"""For how many days a request has waited: from, to; None: or more."""


@dataclass(frozen=True)
class ExceptionsNow:
    """What waits for whoever decides: by `WAITS`, and how many approvals end within 60 days."""

    waiting: tuple[int, ...]
    ending: int


@dataclass(frozen=True)
class Going:
    """The page *How it is going*; `hand` names people and is HR's, the last two are the deciding offices'.

    `settled` is None until the day to sign by is past, and for whoever may not know it.
    """

    overview: Overview
    hand: tuple[RegisterLine, ...]
    exceptions: ExceptionsNow | None
    settled: tuple[Settled, ...] | None


def exceptions_now(asked: Sequence[date], ends: Iterable[date], today: date) -> ExceptionsNow:
    """Return requests that wait by their age, and approvals by their end, each from its day."""
    ages = [max(0, (today - day).days) for day in asked]
    waiting = tuple(sum(age >= low and (high is None or age <= high) for age in ages) for low, high in WAITS)
    return ExceptionsNow(waiting, sum(today <= day <= today + SOON for day in ends))
