"""Opening a round: who is in it, and until when."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import Office
from candour.domain.round import InRound, Round
from candour.errors import Refused
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.services.known import pack_in_force

if TYPE_CHECKING:
    from candour.services.session import Session


def round_name(year: int) -> str:
    """Return a round's name from the year in which it starts: 2026 is "2026–27"."""
    return f"{year}–{(year + 1) % 100:02d}"


class Rounds:
    """HR's work on rounds."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_round(self, year: int, opens: date, due: date) -> Round:
        """Open a round for everybody here; refused until the Headteacher has enrolled.

        Without the Headteacher's reading key, answers could be sealed to nobody but their authors.
        """
        session = self._session
        session.require(Office.HR)
        with session.register.read() as at:
            people = [p for p in people_rows.current(at) if p.here]
            pack = pack_in_force(at)
            key = office_key_rows.office_key(at, Office.HEADTEACHER)
            names = {r.round for r in round_rows.rounds(at)}
        if key is None:
            raise Refused("A check can open once the Headteacher has signed in: give them their slip first.")
        if round_name(year) in names:
            raise Refused(f"The check of {round_name(year)} is open already.")
        if due < opens:
            raise Refused("Choose a day to sign by that is not before the first day.")
        row = Round(round_name(year), year, opens, due, pack.pack)
        members = tuple(InRound(row.round, p.person, due) for p in people)
        session.record(Act("round opened", row.round, (row, *members)))
        return row
