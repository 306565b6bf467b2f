"""Opening a register with the 24 recovery words, where nobody can sign in: on a new computer, or all forgot.

The words give the register's key and the school's root, and so everything that a keeper has. What they do not
give is a person's private keys, or what is sealed to somebody: so whoever types them says which keeper they are,
and gets new keys of their own, made as set-up made the first ones. The entry "recovered" is signed with the new
key. Like every later key of a keeper it waits for a second person's confirmation, and every sign-in shows it;
their older keys stay, since the words may have been used by somebody else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import Office
from candour.errors import Refused, Trouble
from candour.register import people as people_rows
from candour.register.secrets import secret as secret_of
from candour.register.troubles import WRONG_KEY
from candour.services.known import held_by, school_of
from candour.services.school import RECOVERY, SCHOOL_KEYS, enrol_at_once, enrolment_row
from candour.services.sign_in import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.people import Person, School
    from candour.domain.setting_up import RecoveryAsked
    from candour.register.engine import Register, Writer
    from candour.services.ports import Clock, Keysmith, SchoolKeys, Slots

OTHER_REGISTER = (
    "These words belong to another register: look whose recovery sheet it is, and which folder this is."
)
NO_KEEPER = "Type the staff number of a keeper: only somebody who keeps this school’s register can open it so."


class Recovery:
    """Gives a keeper new keys and a new passphrase from the recovery words."""

    def __init__(
        self,
        smith: Keysmith,
        open_register: Callable[[bytes], Register],
        slots_of: Callable[[str], Slots],
        clock: Clock,
    ) -> None:
        """Take `slots_of`, which returns the slots of a register, made anew where the file did not come along."""
        self._smith = smith
        self._open_register = open_register
        self._slots_of = slots_of
        self._clock = clock

    def recover(self, asked: RecoveryAsked) -> None:
        """Let a keeper in again; afterwards they sign in with the new passphrase.

        Raises Refused for words that are wrong or belong to another register, for a number that is no keeper's,
        and for a weak passphrase; then nothing has changed.
        """
        secret = self._smith.secret_of_words(asked.words)
        register_key = self._smith.register_key(secret)
        try:
            register = self._open_register(register_key)
        except Refused as reason:
            raise Refused(OTHER_REGISTER) if str(reason) == WRONG_KEY else reason from reason
        try:
            person, school = self._keeper(register, asked.number)
            self._smith.check_passphrase(asked.passphrase, (person.name, person.email, school.name))
            school_keys = self._school_keys(register, school, secret)
            self._let_in(register, person, school_keys, (asked.passphrase, register_key))
        finally:
            register.close()

    def _keeper(self, register: Register, number: str) -> tuple[Person, School]:
        with register.read() as at:
            person = people_rows.find(at, number)
            if person is None or not person.here:
                raise Refused(NO_KEEPER)
            if Office.KEEPER not in held_by(at, person.person, self._clock().date()):
                raise Refused(NO_KEEPER)
            return person, school_of(at)

    def _school_keys(self, register: Register, school: School, secret: bytes) -> SchoolKeys:
        with register.read() as at:
            blob = secret_of(at, RECOVERY, SCHOOL_KEYS)
        if blob is None:
            raise Trouble("The school’s own keys are not in this register: restore a back-up.")
        keys = self._smith.recover_school(blob, secret, register.register_id)
        if keys.root.certificate != school.root:
            raise Trouble("The school’s keys in this register are not this school’s: restore a back-up.")
        return keys

    def _let_in(self, register: Register, person: Person, school_keys: SchoolKeys, way: tuple[str, bytes]) -> None:
        now, register_id = self._clock(), register.register_id
        passphrase, register_key = way
        invitation, enrolled = enrol_at_once(self._smith, school_keys, person, register_id, now)
        slots = self._slots_of(register_id)
        lookups = (person.number, person.email)
        slot = slots.add(person.person, lookups, passphrase, "passphrase", register_key)
        rows = (invitation, enrolment_row(invitation, enrolled, now.date()))

        def keep(writer: Writer) -> None:
            writer.put_secret(slot.slot_id, KEYS, self._smith.keep(enrolled.keys, slot))
            sealed = self._smith.keep_school_for_keeper(school_keys, enrolled.keys.reading_id, register_id)
            writer.put_secret(enrolled.keys.reading_id, SCHOOL_KEYS, sealed)

        try:
            with register.write() as writer:
                writer.record(Act("recovered", person.person, rows), enrolled.keys.signing, now)
                keep(writer)
                writer.commit()
        except BaseException:
            slots.remove(slot.slot_id)  # a way in without keys would only puzzle its owner
            raise
