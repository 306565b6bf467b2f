"""The second person: what a key is good for today, and who may say that it is really somebody's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.confirmation import KeyState, needs_confirmation
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


def left_to(at: Connection, enrolment: Enrolment, keys: PersonKeys, by: str, on: date) -> tuple[str, ...]:
    """Return the names of those who confirm a key rather than `by` with these keys; none where `by` may.

    Whoever invited somebody, or gave them their office, leaves it to another, once there is one who could; so does
    whoever waits themselves, once somebody is past that.
    """
    gave, holders = _gave(at, enrolment, on), _holders(at, enrolment, on)
    good = _good(at, holders, on)
    others: set[str] = set()
    if by in gave:
        others = (good or holders) - gave
    elif not is_good(at, keys, on):
        others = (good - gave) or good
    return tuple(sorted(person_of(at, each).name for each in others - {by}))


def _gave(at: Connection, enrolment: Enrolment, on: date) -> set[str]:
    invitation = key_rows.invitation(at, enrolment.invitation)
    gave = {each.by for each in confirmations.given(at, on, enrolment.person)}
    return gave if invitation is None else gave | {invitation.invited_by}


def _holders(at: Connection, enrolment: Enrolment, on: date) -> set[str]:
    held = {each.holding.person for each in confirmations.given(at, on) if each.holding.since <= on}
    return (held & people_lists.with_keys(at)) - people_lists.away(at, on).keys() - {enrolment.person}


def _good(at: Connection, people: set[str], on: date) -> set[str]:
    """Return whose newest key is good; an older one may be lost with its passphrase, and confirms nobody."""
    newest = {person: key_rows.open_keys(at, person)[-1] for person in people}
    return {person for person, key in newest.items() if state_of(at, key, on) is KeyState.GOOD}
