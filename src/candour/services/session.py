"""Who is signed in: their open register and unlocked keys, dropped at every lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from candour.domain.people import Office, Person
from candour.errors import Refused
from candour.register import office_keys as office_key_rows
from candour.register.engine import Register
from candour.services.known import held_by, person_of
from candour.services.ports import Clock, OpenedSlot, PersonKeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.journal import Act, LinkedEntry
    from candour.register.engine import Writer

PROOF_LASTS = timedelta(minutes=15)
"""How long a passphrase given at sign-in also serves for a signature (design: keys, signing in)."""


@dataclass
class Session:
    """One person at work; every service call of theirs goes through it."""

    register: Register
    person: str
    keys: PersonKeys
    slot: OpenedSlot
    clock: Clock
    proved_at: datetime

    @property
    def with_code(self) -> bool:
        """Whether the person signed in with the code on a slip, and so has no passphrase."""
        return self.slot.kind == "code"

    def today(self) -> date:
        """Return today's date where this computer stands."""
        return self.clock().date()

    def needs_proof(self) -> bool:
        """Whether a signature must ask for the passphrase or code again."""
        return self.clock() - self.proved_at > PROOF_LASTS

    def who(self) -> Person:
        """Return the signed-in person's row as it stands."""
        with self.register.read() as at:
            return person_of(at, self.person)

    def holds(self, *offices: Office) -> bool:
        """Whether the person holds one of the offices today."""
        return any(office in offices for office in self.offices())

    def offices(self) -> tuple[str, ...]:
        """Return the offices that the person holds today."""
        with self.register.read() as at:
            return held_by(at, self.person, self.today())

    def require(self, *offices: Office) -> None:
        """Raise Refused unless the person holds one of the offices today."""
        if not self.holds(*offices):
            raise Refused(f"Only somebody who is {' or '.join(offices)} can do this.")

    def record(
        self, act: Act | Callable[[Writer], Act], also: Callable[[Writer], object] | None = None
    ) -> LinkedEntry:
        """Write one act as one entry in one transaction; `also` keeps or drops wrapped secrets with it.

        An act that depends on what others may be writing at this moment is made inside the transaction.
        """
        with self.register.write() as writer:
            made = act(writer) if callable(act) else act
            entry = writer.record(made, self.keys.signing, self.clock())
            if also is not None:
                also(writer)
            writer.commit()
        return entry

    def readers(self) -> tuple[str, ...]:
        """Return the reading keys that this person's answers are sealed to (design: sealed content).

        The person and the Headteacher's office; the Headteacher's own go to the chair's, once there is one.
        """
        office = Office.CHAIR if self.holds(Office.HEADTEACHER) else Office.HEADTEACHER
        with self.register.read() as at:
            key = office_key_rows.office_key(at, office)
        return (self.keys.reading_id,) if key is None else (self.keys.reading_id, key.reading_key)
