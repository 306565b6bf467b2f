"""After signing: choosing a passphrase to come back with, or letting the code's keys go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import KeyClosed, School
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import rounds as round_rows
from candour.services.asked import left_to_sign
from candour.services.known import school_of
from candour.services.sign_in import KEYS

if TYPE_CHECKING:
    from candour.register.engine import Writer
    from candour.services.ports import Keysmith, Slots
    from candour.services.session import Session


class Passphrase:
    """Once a year is enough: a code is good until its owner has signed, and then goes."""

    def __init__(self, session: Session, slots: Slots, smith: Keysmith) -> None:
        self._session = session
        self._slots = slots
        self._smith = smith

    def propose(self) -> str:
        """Return four generated words."""
        return self._smith.proposed_passphrase()

    def choose(self, text: str) -> None:
        """Keep the person's keys under a passphrase, and let the code go; raises Refused for a weak one."""
        session = self._session
        person = session.who()
        with session.register.read() as at:
            school: School = school_of(at)
        self._smith.check_passphrase(text, (person.name, person.email, school.name))
        lookups = (person.number, person.email)
        slot = self._slots.add(person.person, lookups, text, "passphrase", session.slot.register_key)
        old = session.slot

        def keep(writer: Writer) -> None:
            writer.put_secret(slot.slot_id, KEYS, self._smith.keep(session.keys, slot))
            writer.drop_secret(old.slot_id, KEYS)

        try:
            session.record(Act("passphrase chosen", person.person), keep)
        except BaseException:
            self._slots.remove(slot.slot_id)  # a way in without keys would only puzzle its owner
            raise
        self._slots.remove(old.slot_id)
        session.slot, session.proved_at = slot, session.clock()

    def let_go(self) -> None:
        """Destroy a code's keys and slot once all is signed; raises Refused for somebody who holds an office.

        Whoever has more to sign in the round that runs keeps the code until then.

        What was sealed to this person they can then no longer open; the Headteacher can.
        """
        session = self._session
        if not session.with_code:
            return
        if session.offices():
            raise Refused("You hold an office: choose a passphrase, so that you can come back.")
        with session.register.read() as at:
            if not declaration_rows.signed_with(at, session.keys.signing.key_id):
                raise Refused("Your code is good until you have signed: come back with it any day.")
            running = round_rows.current_round(at, session.today())
            if running is not None and left_to_sign(at, running, session.person):
                return
        row = KeyClosed(session.keys.signing.key_id, session.person, "signed once")
        session.record(
            Act("key closed", session.person, (row,)), lambda writer: writer.drop_secret(session.slot.slot_id, KEYS)
        )
        self._slots.remove(session.slot.slot_id)
