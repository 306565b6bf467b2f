"""What a keeper's keys are needed for: inviting, confirming, sealing, and making another keeper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import CONFIRMED_OFFICES, Invitation, KeyConfirmed, Office
from candour.errors import Refused, Trouble
from candour.register import confirmations, people_lists
from candour.register import declarations as declaration_rows
from candour.register import keys as key_rows
from candour.register.secrets import secret as secret_of
from candour.services.confirming import left_to, waits
from candour.services.known import enrolment_of, held_by, inviter_of, person_of, school_of
from candour.services.people_results import WaitingKey
from candour.services.school import SCHOOL_KEYS
from candour.services.sign_in import AUTHORITY, new_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.people import Enrolment, Person
    from candour.domain.round import Declared
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith, SchoolKeys, Slots
    from candour.services.session import Session

INVITATION_LASTS = timedelta(days=30)
"""How long a code is good until its first use (design: keys, a person)."""


@dataclass(frozen=True)
class Slip:
    """What an invitation slip says: whose it is, and the code, which is nowhere kept."""

    person: str
    name: str
    number: str
    code: str


def school_keys(session: Session, smith: Keysmith) -> SchoolKeys:
    """Return the school's root and seal, opened with a keeper's own key; raises Refused for anybody else."""
    session.require(Office.KEEPER)
    with session.register.read() as at:
        blob = secret_of(at, session.keys.reading_id, SCHOOL_KEYS)
        root = school_of(at).root
    if blob is None:
        raise Refused("Your keys do not hold the school's yet: ask another keeper to confirm you.")
    keys = smith.open_school(blob, session.keys, session.register.register_id)
    if keys.root.certificate != root:  # anybody with the register's key could seal keys of their own to a keeper
        raise Trouble("The school's keys in this register are not this school's: restore a back-up.")
    return keys


class Keepers:
    """Invitations and second-person confirmation."""

    def __init__(self, session: Session, slots: Slots, smith: Keysmith) -> None:
        self._session = session
        self._slots = slots
        self._smith = smith

    def invite(self, person_id: str) -> Slip:
        """Make a code for one person: a one-time authority under it, and a slot that it opens.

        Their older invitations lapse; what they signed before stays signed.
        """
        return self.invite_all((person_id,))[0]

    def invite_all(self, people: Sequence[str]) -> tuple[Slip, ...]:
        """Make a code for each of several people, as one act; raises Refused for somebody who has left."""
        session = self._session
        keys = school_keys(session, self._smith)
        with session.register.read() as at:
            invited = [person_of(at, each) for each in people]
        gone = next((person.name for person in invited if not person.here), "")
        if gone:
            raise Refused(f"{gone} has left: bring them back to the list before you give them a code.")
        made = [self._invitation(keys, person) for person in invited]

        def keep(writer: Writer) -> None:
            for row, blob, _ in made:
                for older in key_rows.open_invitations(writer.at, row.person, session.today()):
                    if older.invitation != row.invitation:
                        writer.drop_secret(older.invitation, AUTHORITY)
                writer.put_secret(row.invitation, AUTHORITY, blob)

        subject = invited[0].person if len(invited) == 1 else session.register.school_id
        session.record(Act("invited", subject, tuple(row for row, _, _ in made)), keep)
        for person, (_, _, code) in zip(invited, made, strict=True):
            lookups = (person.number, person.email)
            self._slots.add(person.person, lookups, code, "code", session.slot.register_key)
        slips = zip(invited, made, strict=True)
        return tuple(Slip(person.person, person.name, person.number, code) for person, (_, _, code) in slips)

    def _invitation(self, keys: SchoolKeys, person: Person) -> tuple[Invitation, bytes, str]:
        code, invitation = self._smith.new_code(), new_id()
        authority, blob = self._smith.invite(keys, person.name, code, invitation)
        expires = self._session.today() + INVITATION_LASTS
        return Invitation(invitation, person.person, self._session.person, authority, expires), blob, code

    def waiting(self) -> tuple[WaitingKey, ...]:
        """Return the keys of others that wait for a second person, oldest first.

        A keeper also sees the keepers whom somebody else has confirmed, and who lack the school's keys still. A
        code's key that was let go after signing waits on while what it signed has no seal.
        """
        session = self._session
        session.require(*CONFIRMED_OFFICES)
        today = session.today()
        with session.register.read() as at:
            unsealed = {each.key: each for each in declaration_rows.unsealed(at)}
            closed = people_lists.closed_keys(at) - unsealed.keys()
            last = {each.person: each.key for each in people_lists.enrolled(at)}
            asked = _may_wait(at, today)
            return tuple(
                self._waiting_key(at, each, unsealed.get(each.key))
                for each in people_lists.enrolled(at)
                if each.person in asked
                and each.person != session.person
                and each.key not in closed
                and (
                    waits(at, each, today) or (last[each.person] == each.key and self._lacks_school_keys(at, each))
                )
            )

    def _lacks_school_keys(self, at: Connection, enrolment: Enrolment) -> bool:
        """Whether this is a keeper whom nobody but a keeper, as is signed in, can give the school's keys."""
        held = held_by(at, enrolment.person, self._session.today())
        if Office.KEEPER not in held or not self._session.holds(Office.KEEPER):
            return False
        return secret_of(at, enrolment.reading_key, SCHOOL_KEYS) is None

    def _waiting_key(self, at: Connection, enrolment: Enrolment, unsealed: Declared | None) -> WaitingKey:
        person, today = person_of(at, enrolment.person), self._session.today()
        let_go = key_rows.closed(at, enrolment.key) is not None
        return WaitingKey(
            enrolment.key,
            person.name,
            person.role,
            (*held_by(at, enrolment.person, today), *_coming(at, enrolment.person, today)),
            enrolment.made_on,
            inviter_of(at, enrolment),
            self._smith.six_words(enrolment.key),
            self._left_to(at, enrolment),
            (unsealed.reference, unsealed.signed_on) if let_go and unsealed is not None else None,
        )

    def _left_to(self, at: Connection, enrolment: Enrolment) -> tuple[str, ...]:
        session, today = self._session, self._session.today()
        if not waits(at, enrolment, today):  # confirmed already: a keeper may pass the school's keys on
            return ()
        return left_to(at, enrolment, session.keys, session.person, today)

    def confirm(self, key: str) -> None:
        """Confirm another person's key, after comparing the six words.

        Raises Refused for one's own, for that of whom one invited or gave an office while another could, and for
        whoever waits themselves.
        """
        session = self._session
        session.require(*CONFIRMED_OFFICES)
        today = session.today()
        with session.register.read() as at:
            enrolment = enrolment_of(at, key)
            held = held_by(at, enrolment.person, today)
            if enrolment.person == session.person:
                raise Refused("Somebody else must confirm your key.")
            others = self._left_to(at, enrolment)
        if others:
            names = " or ".join(others)
            raise Refused(f"This key is for {names} to confirm: you brought its owner in, or your own key waits.")
        row = KeyConfirmed(key, enrolment.person, session.person)

        def share(writer: Writer) -> None:
            if Office.KEEPER in held and session.holds(Office.KEEPER):
                keys = school_keys(session, self._smith)
                sealed = self._smith.keep_school_for_keeper(
                    keys, enrolment.reading_key, session.register.register_id
                )
                writer.put_secret(enrolment.reading_key, SCHOOL_KEYS, sealed)

        session.record(Act("key confirmed", enrolment.person, (row,)), share)


def _coming(at: Connection, person: str, on: date) -> tuple[str, ...]:
    return tuple(each.holding.office for each in confirmations.given(at, on, person) if each.holding.since > on)


def _may_wait(at: Connection, on: date) -> set[str]:
    """Return whose keys can wait at all: who has more than one, and who holds an office that is confirmed."""
    keys = Counter(each.person for each in people_lists.enrolled(at))
    holders = {each.holding.person for each in confirmations.given(at, on)}
    return holders | {person for person, count in keys.items() if count > 1}
