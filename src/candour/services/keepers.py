"""What a keeper's keys are needed for: inviting, confirming, sealing, and making another keeper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import CONFIRMED_OFFICES, Invitation, KeyConfirmed, Office
from candour.errors import Refused, Trouble
from candour.register import keys as key_rows
from candour.register.secrets import secret as secret_of
from candour.services.known import enrolment_of, held_by, person_of, school_of
from candour.services.school import SCHOOL_KEYS
from candour.services.sign_in import AUTHORITY, new_id

if TYPE_CHECKING:
    from candour.register.engine import Writer
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
        session = self._session
        with session.register.read() as at:
            person = person_of(at, person_id)
        code, invitation = self._smith.new_code(), new_id()
        authority, blob = self._smith.invite(school_keys(session, self._smith), person.name, code, invitation)
        expires = session.today() + INVITATION_LASTS
        row = Invitation(invitation, person.person, session.person, authority, expires)

        def keep(writer: Writer) -> None:
            for older in key_rows.open_invitations(writer.at, person.person, session.today()):
                if older.invitation != invitation:
                    writer.drop_secret(older.invitation, AUTHORITY)
            writer.put_secret(invitation, AUTHORITY, blob)

        session.record(Act("invited", person.person, (row,)), keep)
        self._slots.add(person.person, (person.number, person.email), code, "code", session.slot.register_key)
        return Slip(person.person, person.name, person.number, code)

    def confirm(self, key: str) -> None:
        """Confirm another person's key, after comparing the six words; raises Refused for one's own."""
        session = self._session
        session.require(*CONFIRMED_OFFICES)
        with session.register.read() as at:
            enrolment = enrolment_of(at, key)
            held = held_by(at, enrolment.person, session.today())
        if enrolment.person == session.person:
            raise Refused("Somebody else must confirm your key.")
        row = KeyConfirmed(key, enrolment.person, session.person)

        def share(writer: Writer) -> None:
            if Office.KEEPER in held and session.holds(Office.KEEPER):
                keys = school_keys(session, self._smith)
                sealed = self._smith.keep_school_for_keeper(
                    keys, enrolment.reading_key, session.register.register_id
                )
                writer.put_secret(enrolment.reading_key, SCHOOL_KEYS, sealed)

        session.record(Act("key confirmed", enrolment.person, (row,)), share)
