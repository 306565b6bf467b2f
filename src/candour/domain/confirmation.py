"""Which keys wait for a second person's word, and when one may sign what the school seals."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from candour.domain.people import CONFIRMED_OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from candour.domain.people import Enrolment


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


def key_state(
    enrolment: Enrolment, enrolments: Sequence[Enrolment], offices: Iterable[str], *, confirmed: bool, closed: bool
) -> KeyState:
    """Return what the key is good for: nothing signed with a key that waits is sealed."""
    if closed:
        return KeyState.CLOSED
    if needs_confirmation(enrolment, enrolments, offices) and not confirmed:
        return KeyState.WAITING
    return KeyState.GOOD
