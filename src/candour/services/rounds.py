"""Rounds: opening one for whom it is, moving its day, adding somebody later, and who joins while it runs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from candour.domain.dates import uk_date
from candour.domain.journal import Act, Row
from candour.domain.people import Office
from candour.domain.round import InRound, KeptOut, Round
from candour.domain.round_dates import joiner_due, moved_due, round_name, takes_joiners
from candour.errors import Refused
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.register import register_lists
from candour.register import rounds as round_rows
from candour.services.asked import all_signed
from candour.services.known import pack_in_force, person_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.session import Session


class Rounds:
    """HR's work on rounds."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def open_round(self, year: int, opens: date, due: date, left_out: Collection[str] = ()) -> Round:
        """Open a round for everybody here but whom HR leaves out; refused until the Headteacher has enrolled.

        Without the Headteacher's reading key, answers could be sealed to nobody but their authors.
        """
        session = self._session
        session.require(Office.HR)
        with session.register.read() as at:
            here = [p.person for p in people_rows.current(at) if p.here]
            pack = pack_in_force(at)
            key = office_key_rows.office_key(at, Office.HEADTEACHER)
            before = round_rows.rounds(at)
        if key is None:
            raise Refused("A check can open once the Headteacher has signed in: give them their slip first.")
        if round_name(year) in {each.round for each in before}:
            raise Refused(f"The check of {round_name(year)} is open already.")
        if before and opens <= before[0].opens:
            raise Refused(f"Choose a first day after {uk_date(before[0].opens)}, when the check before it opened.")
        if due < opens:
            raise Refused("Choose a day to sign by that is not before the first day.")
        if set(here) <= set(left_out):
            raise Refused("Nobody is left in the check: leave fewer people out.")
        row = Round(round_name(year), year, opens, due, pack.pack)
        members = [
            KeptOut(row.round, person) if person in left_out else InRound(row.round, person, due) for person in here
        ]
        session.record(Act("round opened", row.round, (row, *members)))
        return row

    def move_due(self, name: str, due: date) -> int:
        """Move the day of a round for whoever has not signed, and return how many they are.

        Who has a later day of their own keeps it. Raises Refused for a day before the round opens, or past.
        """
        session = self._session
        session.require(Office.HR)
        if due < session.today():
            raise Refused("Choose a day to sign by that is today or later.")
        moved: list[Row] = []

        def act(writer: Writer) -> Act:
            found = _round_of(writer.at, name)
            if due < found.opens:
                raise Refused("Choose a day to sign by that is not before the first day.")
            signed = all_signed(writer.at, found)
            moved.extend(
                replace(each, due=moved_due(each.due, found.due, due))
                for each in round_rows.members(writer.at, name)
                if each.person not in signed
            )
            return Act("due date moved", name, (replace(found, due=due), *moved))

        session.record(act)
        return len(moved)

    def bring_in(self, name: str, people: Collection[str], due: date) -> None:
        """Add people to a round that has opened, or will; raises Refused for somebody who left or is in it."""
        session = self._session
        session.require(Office.HR)
        if due < session.today():
            raise Refused("Choose a day to sign by that is today or later.")

        def act(writer: Writer) -> Act:
            _round_of(writer.at, name)
            for each in people:
                person = person_of(writer.at, each)
                if not person.here:
                    raise Refused(f"{person.name} has left: bring them back to the list first.")
                if round_rows.in_round(writer.at, name, each) is not None:
                    raise Refused(f"{person.name} is in the check already.")
            return Act("added to the round", name, tuple(InRound(name, each, due) for each in people))

        session.record(act)


def joiner_rows(
    at: Connection, people: Iterable[str], today: date, due: date | None, *, kept_out: bool = False
) -> tuple[Row, ...]:
    """Return what brings people who were just entered into the running round and those to come.

    `due` is the day that HR gave them in the running one, None for the usual; `kept_out`: they sit that one out.
    """
    people, rows = tuple(people), list[Row]()
    running = running_for_joiners(at, today)
    for each in round_rows.rounds(at):
        if each.opens <= today and each != running:
            continue
        there = register_lists.due_dates(at, each.round)
        new = [person for person in people if person not in there]
        if each == running and kept_out:
            rows += [KeptOut(each.round, person) for person in new]
        else:
            day = due if each == running and due is not None else joiner_due(each.due, today)
            rows += [InRound(each.round, person, day) for person in new]
    return tuple(rows)


def running_for_joiners(at: Connection, today: date) -> Round | None:
    """Return the running round if whoever is entered today comes into it, else None."""
    found = round_rows.current_round(at, today)
    return found if found is not None and takes_joiners(found.year, today) else None


def _round_of(at: Connection, name: str) -> Round:
    found = round_rows.round_named(at, name)
    if found is None:
        raise Refused(f"There is no check called {name}: choose one of the list.")
    return found
