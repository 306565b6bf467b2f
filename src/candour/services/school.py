"""Setting a school up: its register, its first person, its keys, and the recovery words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.domain.journal import Act, Row
from candour.domain.pack_file import pack_hash, read_pack
from candour.domain.people import Contact, Enrolment, Holding, Invitation, Office, Person, School
from candour.domain.round import PackAdopted
from candour.services.ports import Accepted
from candour.services.session import Session
from candour.services.sign_in import KEYS, new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from candour.register.engine import Register, Writer
    from candour.services.ports import Clock, Keysmith, NewEnrolment, SchoolKeys, Slots

SCHOOL_KEYS = "school keys"
RECOVERY = "recovery"
WORDS = "recovery words"
"""The recovery secret, sealed to whoever set the school up until they have checked the printed sheet."""


@dataclass(frozen=True)
class NewSchool:
    """What set-up asks for: the school, who sets it up (they become HR and a keeper), the policy pack."""

    name: str
    person: Person
    passphrase: str
    pack_text: str
    contacts: tuple[Contact, ...]
    sheet_later: bool = False
    """Keep the recovery words, sealed to who sets up, until the sheet is printed and checked."""


@dataclass(frozen=True)
class OpenedSchool:
    """A school just set up: who set it up is signed in, and the 24 words for the recovery sheet."""

    session: Session
    recovery_words: tuple[str, ...]


def enrol_at_once(
    smith: Keysmith, school_keys: SchoolKeys, person: Person, register_id: str, now: datetime
) -> tuple[Invitation, NewEnrolment]:
    """Invite a person and take the invitation up in one breath: who holds the school's root needs no slip."""
    invitation_id, code = new_id(), smith.new_code()
    authority, blob = smith.invite(school_keys, person.name, code, invitation_id)
    ids = (register_id, person.person, invitation_id)
    accepted = Accepted(*ids, root=school_keys.root.certificate, authority=authority, blob=blob)
    enrolled = smith.enrol(accepted, code, now.isoformat())
    return Invitation(invitation_id, person.person, person.person, authority, now.date()), enrolled


def enrolment_row(invitation: Invitation, enrolled: NewEnrolment, today: date) -> Enrolment:
    """Return the row of an enrolment that `enrol_at_once` made."""
    keys = enrolled.keys
    return Enrolment(
        keys.signing.key_id,
        keys.reading_id,
        invitation.person,
        invitation.invitation,
        keys.signing.certificate,
        enrolled.statement,
        enrolled.authority_signature,
        today,
    )


class SetUp:
    """Makes a register where none was; who sets up becomes HR and keeper, and enrols first."""

    def __init__(
        self,
        smith: Keysmith,
        make_register: Callable[[bytes, str, str], Register],
        make_slots: Callable[[str], Slots],
        clock: Clock,
    ) -> None:
        self._smith = smith
        self._make_register = make_register
        self._make_slots = make_slots
        self._clock = clock

    def open_school(self, new: NewSchool) -> OpenedSchool:
        """Set the school up; "school opened" is signed by the root and by whoever set it up.

        Raises Refused for a pack with an error or a passphrase that is too easily guessed.
        """
        read_pack(new.pack_text)
        self._smith.check_passphrase(new.passphrase, (new.name, new.person.name))
        secret = self._smith.new_secret()
        register_id, school_id = new_id(), new_id()
        school_keys = self._smith.new_school(new.name)
        invitation, enrolled = enrol_at_once(self._smith, school_keys, new.person, register_id, self._clock())
        register_key = self._smith.register_key(secret)
        register = self._make_register(register_key, register_id, school_id)
        slots = self._make_slots(register_id)
        slot = slots.add(
            new.person.person, (new.person.number, new.person.email), new.passphrase, "passphrase", register_key
        )
        rows = self._opening_rows(new, (register_id, school_id), school_keys, invitation, enrolled)

        def keep(writer: Writer) -> None:
            writer.put_secret(slot.slot_id, KEYS, self._smith.keep(enrolled.keys, slot))
            if new.sheet_later:
                kept = self._smith.keep_secret_for_keeper(secret, enrolled.keys.reading_id, register_id)
                writer.put_secret(enrolled.keys.reading_id, WORDS, kept)
            recovery = self._smith.keep_school_for_recovery(school_keys, secret, register_id)
            writer.put_secret(RECOVERY, SCHOOL_KEYS, recovery)
            sealed = self._smith.keep_school_for_keeper(school_keys, enrolled.keys.reading_id, register_id)
            writer.put_secret(enrolled.keys.reading_id, SCHOOL_KEYS, sealed)

        session = Session(register, new.person.person, enrolled.keys, slot, self._clock, self._clock())
        session.record(Act("school opened", school_id, rows), keep)
        return OpenedSchool(session, self._smith.words(secret))

    def _opening_rows(
        self,
        new: NewSchool,
        ids: tuple[str, str],
        school_keys: SchoolKeys,
        invitation: Invitation,
        enrolled: NewEnrolment,
    ) -> tuple[Row, ...]:
        register_id, school_id = ids
        keys, person, today = enrolled.keys, new.person.person, self._clock().date()
        opening = self._smith.opening(register_id, school_id, keys.signing.key_id)
        return (
            School(
                school_id,
                register_id,
                new.name,
                school_keys.root.certificate,
                school_keys.seal.certificate,
                school_keys.root.sign(opening),
            ),
            new.person,
            invitation,
            enrolment_row(invitation, enrolled, today),
            *(Holding(new_id(), o, person, today, None, acting=False) for o in (Office.HR, Office.KEEPER)),
            PackAdopted(pack_hash(new.pack_text), new.pack_text, "", ""),
            *new.contacts,
        )
