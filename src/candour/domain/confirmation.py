"""Which keys wait for a second person's word, and when one may sign what the school seals."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from candour.domain.people import CONFIRMED_OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from candour.domain.people import Enrolment, Holding


class KeyState(StrEnum):
    """What a key is good for at the moment."""

    GOOD = "good"
    WAITING = "waiting for confirmation"
    CLOSED = "closed"


def needs_confirmation(enrolment: Enrolment, enrolments: Sequence[Enrolment], offices: Iterable[str]) -> bool:
    """Whether a second person must confirm this key (design: keys, second person).

    So it is for every key but a person's first, and for each key of a Headteacher, lead, chair or keeper.
    `enrolments` are all of the person's, oldest first; `offices` those that they hold.
    """
    later = bool(enrolments) and enrolments[0].key != enrolment.key
    return later or any(office in CONFIRMED_OFFICES for office in offices)


def last_given(history: Sequence[Holding]) -> int:
    """Return which of the rows of one holding, oldest first, gave the office that is held now.

    A row that only ends it sooner gives nothing; one that lengthens it, or names another person, gives it anew.
    """
    at = 0
    for place, (before, now) in enumerate(pairwise(history), start=1):
        same = (before.office, before.person) == (now.office, now.person)
        if not same or now.since < before.since or _longer(now.until, before.until):
            at = place
    return at


def _longer(now: date | None, before: date | None) -> bool:
    return before is not None and (now is None or now > before)
