"""Who is signed in: their open register and unlocked keys, dropped at every lock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from candour.domain.journal import Act, LinkedEntry
from candour.domain.people import Office, Person
from candour.errors import Refused
from candour.register import keys as key_rows
from candour.register import people as people_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.register.engine import Register, Writer
    from candour.services.ports import Clock, PersonKeys

PROOF_LASTS = timedelta(minutes=15)
"""How long a passphrase given at sign-in also serves for a signature (design: keys, signing in)."""


@dataclass
class Session:
    """One person at work; every service call of theirs goes through it."""

    register: Register
    person: str
    keys: PersonKeys
    slot: str
    with_code: bool
    clock: Clock
    proved_at: datetime

    def today(self) -> date:
        """Return today's date where this computer stands."""
        return self.clock().date()

    def needs_proof(self) -> bool:
        """Whether a signature must ask for the passphrase or code again."""
        return self.clock() - self.proved_at > PROOF_LASTS

    def who(self) -> Person:
        """Return the signed-in person's row as it stands."""
        with self.register.read() as at:
            return people_rows.person(at, self.person)

    def holds(self, *offices: Office) -> bool:
        """Whether the person holds one of the offices today."""
        with self.register.read() as at:
            held = people_rows.holdings(at, self.today())
        return any(h.person == self.person and h.office in offices for h in held)

    def require(self, *offices: Office) -> None:
        """Raise Refused unless the person holds one of the offices today."""
        if not self.holds(*offices):
            raise Refused(f"Only somebody who is {' or '.join(offices)} can do this.")

    def record(self, act: Act, also: Callable[[Writer], None] | None = None) -> LinkedEntry:
        """Write one act as one entry in one transaction; `also` keeps or drops wrapped secrets with it."""
        with self.register.write() as writer:
            entry = writer.record(act, self.keys.signing, self.clock())
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
            key = key_rows.office_key(at, office)
        return (self.keys.reading_id,) if key is None else (self.keys.reading_id, key.reading_key)
