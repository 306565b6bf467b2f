"""The second person: what a key is good for today, and who may say that it is really somebody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.confirmation import KeyState, needs_confirmation
from candour.errors import Refused
from candour.register import confirmations, people_lists
from candour.register import keys as key_rows
from candour.services.known import enrolment_of, person_of

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.people import Enrolment
    from candour.register.reading import Connection
    from candour.services.ports import PersonKeys


def waits(at: Connection, enrolment: Enrolment, on: date) -> bool:
    """Whether a key, closed or not, waits for a second person's word on a day.

    A confirmation counts for what was there when it was given: an office given later waits for another.
    """
    offices = confirmations.given(at, on, enrolment.person)
    own, held = key_rows.enrolments(at, enrolment.person), [each.holding.office for each in offices]
    confirmed = confirmations.confirmed_at(at, enrolment.person).get(enrolment.key)
    after_all = confirmed is not None and all(each.position < confirmed for each in offices)
    return needs_confirmation(enrolment, own, held) and not after_all


def state_of(at: Connection, enrolment: Enrolment, on: date) -> KeyState:
    """Return what a key is good for on a day."""
    if key_rows.closed(at, enrolment.key) is not None:
        return KeyState.CLOSED
    return KeyState.WAITING if waits(at, enrolment, on) else KeyState.GOOD


def is_good(at: Connection, keys: PersonKeys, on: date) -> bool:
    """Whether the key that somebody signs with waits for nobody's word and is not closed."""
    return state_of(at, enrolment_of(at, keys.signing.key_id), on) is KeyState.GOOD


def left_to(at: Connection, enrolment: Enrolment, by: str, on: date) -> tuple[str, ...]:
    """Return the names of those who confirm a key rather than `by`; none where it is theirs to confirm.

    Whoever invited somebody, or gave them their office, leaves it to another, once there is one who could.
    """
    if by not in _gave(at, enrolment, on):
        return ()
    others = _could(at, enrolment, on) - _gave(at, enrolment, on)
    return tuple(sorted(person_of(at, each).name for each in others))


def refuse_waiting(at: Connection, enrolment: Enrolment, keys: PersonKeys, by: str, on: date) -> None:
    """Raise Refused where whoever confirms waits themselves, unless nobody else is past that yet."""
    if is_good(at, keys, on) or not _good(at, _holders(at, enrolment, on) - {by}, on):
        return
    raise Refused("Your own key waits to be confirmed: ask for that first, then confirm others.")


def _gave(at: Connection, enrolment: Enrolment, on: date) -> set[str]:
    invitation = key_rows.invitation(at, enrolment.invitation)
    gave = {each.by for each in confirmations.given(at, on, enrolment.person)}
    return gave if invitation is None else gave | {invitation.invited_by}


def _could(at: Connection, enrolment: Enrolment, on: date) -> set[str]:
    holders = _holders(at, enrolment, on)
    return _good(at, holders, on) or holders


def _holders(at: Connection, enrolment: Enrolment, on: date) -> set[str]:
    held = {each.holding.person for each in confirmations.given(at, on) if each.holding.since <= on}
    return (held & people_lists.with_keys(at)) - people_lists.away(at, on).keys() - {enrolment.person}


def _good(at: Connection, people: set[str], on: date) -> set[str]:
    return {
        person
        for person in people
        if any(state_of(at, each, on) is KeyState.GOOD for each in key_rows.open_keys(at, person))
    }
