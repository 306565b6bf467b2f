"""The people of a school and the offices they hold: HR's changes, each one act and one entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from candour.domain.dates import uk_date
from candour.domain.journal import Act
from candour.domain.people import Away, Holding, Office, Person
from candour.domain.people_import import padded
from candour.domain.round import InRound
from candour.domain.round_dates import joiner_due
from candour.errors import Refused
from candour.register import people as people_rows
from candour.register import people_lists
from candour.register import rounds as round_rows
from candour.services.asked import left_to_sign
from candour.services.known import held_by, person_of
from candour.services.leaving import drop_codes, leaving_rows
from candour.services.people_results import Joins
from candour.services.rounds import joiner_rows, running_for_joiners
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.journal import Row
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.session import Session

ONE_AT_A_TIME = (Office.HEADTEACHER, Office.DESIGNATED_LEAD, Office.CHAIR)
"""Offices that one person holds; whoever stands in for them holds it as well, as acting."""

NEVER_EMPTY = (Office.HR, Office.KEEPER)
"""Offices without whose holder nobody could be invited any more."""


@dataclass(frozen=True)
class NewPerson:
    """Somebody to add, or the details that somebody has from now on: as the school writes them."""

    number: str
    name: str
    email: str
    role: str
    phase: str
    posts_for_school: bool = False


class People:
    """HR's work on the list of people; `lacking` says which characters the printed font has not."""

    def __init__(self, session: Session, lacking: Callable[[str], str]) -> None:
        self._session = session
        self._lacking = lacking

    def add(
        self, new: tuple[NewPerson, ...], due: date | None = None, *, kept_out: bool = False
    ) -> tuple[Person, ...]:
        """Add people as one act; raises Refused, with nothing added, for a number or name that cannot stand.

        While a round runs they come into it, with a day of their own: `due`, or four weeks if its day is earlier;
        `kept_out`: they sit it out.
        """
        self._session.require(Office.HR)
        self._refuse_past(due)
        people: list[Person] = []

        def act(writer: Writer) -> Act:
            standing = people_rows.current(writer.at)
            for each in new:
                person = new_person(each, self._lacking)
                _refuse_taken(person, [*standing, *people])
                people.append(person)
            joined = self._joined(writer.at, people, due, kept_out=kept_out)
            return Act("people added", self._session.register.school_id, (*people, *joined))

        self._session.record(act)
        return tuple(people)

    def _joined(
        self, at: Connection, people: list[Person], due: date | None, *, kept_out: bool = False
    ) -> tuple[Row, ...]:
        ids = [person.person for person in people]
        return joiner_rows(at, ids, self._session.today(), due, kept_out=kept_out)

    def _refuse_past(self, due: date | None) -> None:
        if due is not None and due < self._session.today():
            raise Refused("Choose a day to sign by that is today or later.")

    def joins(self) -> Joins | None:
        """Return which running round somebody new comes into, and by when they sign; None where there is none."""
        session = self._session
        session.require(Office.HR)
        with session.register.read() as at:
            running = running_for_joiners(at, session.today())
        return None if running is None else Joins(running.round, joiner_due(running.due, session.today()))

    def enter(self, details: Person, due: date | None = None, *, kept_out: bool = False) -> Person:
        """Add somebody whose id is empty, else write down their details as they are now; who had left is back."""
        new = NewPerson(
            details.number,
            details.name,
            details.email,
            details.role,
            details.phase,
            details.posts_for_school,
        )
        if details.person:
            return self.change(details.person, new)
        return self.add((new,), due, kept_out=kept_out)[0]

    def change(self, person_id: str, new: NewPerson) -> Person:
        """Write down somebody's details as they are from now on; the staff number stays, references carry it.

        Whoever had left is here again, and in the running round; their closed keys stay closed, and they need a new
        code, as does whose name changed, to sign under the new one. Raises Refused for what cannot stand.
        """
        self._session.require(Office.HR)
        made: list[Person] = []

        def act(writer: Writer) -> Act:
            before = person_of(writer.at, person_id)
            wanted = new_person(replace(new, number=before.number), self._lacking)
            person = replace(wanted, person=person_id)
            _refuse_taken(person, [p for p in people_rows.current(writer.at) if p.person != person_id])
            made.append(person)
            joined = () if before.here else self._joined(writer.at, [person], None)
            return Act("person changed", person_id, (person, *joined))

        self._session.record(act)
        return made[0]

    def away(self, person_id: str, until: date | None) -> None:
        """Say that somebody is away until a day, so that nobody reminds them; None: they are back. No reason."""
        self._session.require(Office.HR)
        if until is not None and until < self._session.today():
            raise Refused("Choose the day until which they are away: today or later.")
        self._session.record(Act("away", person_id, (Away(person_id, until),)))

    def leave(self, person_id: str, on: date) -> None:
        """Take somebody off the list from their last day on: their keys are closed, what they signed stays.

        Raises Refused for a day to come, and for whoever still holds an office.
        """
        session = self._session
        session.require(Office.HR)
        if on > session.today():
            raise Refused("Enter this on the last day or after it: until then they can sign in.")

        def act(writer: Writer) -> Act:
            person = person_of(writer.at, person_id)
            held = held_by(writer.at, person_id, session.today())
            if held:
                raise Refused(f"{person.name} is {held[0]}: end that first, or give it to somebody else.")
            if not person.here:
                raise Refused(f"{person.name} has left already.")
            return Act("left", person_id, leaving_rows(writer.at, (person,), on))

        with session.register.read() as at:
            leaver = person_of(at, person_id)
        session.record(act, lambda writer: drop_codes(writer, (leaver,), session.today()))

    def appoint(self, office: Office, person: str, *, acting: bool = False) -> None:
        """Say that a person holds an office from today."""
        self.give_office(office, person, self._session.today(), None, acting=acting)

    def give_office(self, office: Office, person: str, since: date, until: date | None, *, acting: bool) -> None:
        """Say that a person holds an office from a day to a day (None: until it is ended), or stands in for it.

        Raises Refused where another person holds it then, or the days make no sense.
        """
        self._session.require(Office.HR)
        if until is not None and until < since:
            raise Refused("The last day of an office is not before its first.")

        def act(writer: Writer) -> Act:
            if not person_of(writer.at, person).here:
                raise Refused("Only somebody who is here can hold an office.")
            if office in ONE_AT_A_TIME and not acting:
                self._refuse_held(writer.at, office, person, since)
            return Act("office given", person, (Holding(new_id(), office, person, since, until, acting),))

        self._session.record(act)

    def _refuse_held(self, at: Connection, office: Office, person: str, since: date) -> None:
        for other in people_rows.holdings(at, since):
            if other.office == office and not other.acting and other.person != person:
                name = person_of(at, other.person).name
                raise Refused(f"{name} is {office} on that day: end that first, or tick that this one is acting.")

    def end_office(self, holding_id: str, until: date) -> None:
        """Say on which day an office ends or ended; raises Refused for the only keeper or the only HR."""
        session = self._session
        session.require(Office.HR)

        def act(writer: Writer) -> Act:
            held = people_lists.holding(writer.at, holding_id)
            if held is None:
                raise LookupError(holding_id)
            if until < held.since:
                raise Refused("The last day of an office is not before its first.")
            if held.until is not None and until > held.until:
                raise Refused(f"It ends on {uk_date(held.until)}: to lengthen it, give the office again.")
            others = [h for h in people_rows.holdings(writer.at, session.today()) if h.holding != holding_id]
            if held.office in NEVER_EMPTY and not any(h.office == held.office for h in others):
                raise Refused(f"Nobody else is {held.office}: give that to somebody else first.")
            return Act("office ended", held.person, (replace(held, until=until),))

        session.record(act)

    def ask_by(self, person_id: str, due: date) -> None:
        """Set somebody's own day in the running round: a later one, or the first for who came after it opened."""
        session = self._session
        session.require(Office.HR)
        self._refuse_past(due)

        def act(writer: Writer) -> Act:
            running = round_rows.current_round(writer.at, session.today())
            if running is None:
                raise Refused("No check is open: open this year's check first.")
            asked_already = round_rows.in_round(writer.at, running.round, person_id) is not None
            if asked_already and not left_to_sign(writer.at, running, person_id):
                raise Refused("They have signed already: there is nothing to extend.")
            return Act("due date set", person_id, (InRound(running.round, person_id, due),))

        session.record(act)


def _refuse_taken(person: Person, others: list[Person]) -> None:
    if any(padded(each.number) == padded(person.number) for each in others):
        raise Refused(f"Staff number {person.number} is taken: give {person.name} another.")
    email = person.email.casefold()
    if email and any(each.here and each.email.casefold() == email for each in others):
        raise Refused(f"The e-mail {person.email} is somebody else's: give {person.name} another, or none.")


def new_person(new: NewPerson, lacking: Callable[[str], str]) -> Person:
    """Return a new person's row; raises Refused for an empty name or one that cannot be printed."""
    name, number = " ".join(new.name.split()), new.number.strip()
    if not name or not number:
        raise Refused("Give each person a name and a staff number.")
    if not (number.isascii() and number.isalnum()):
        raise Refused(f"Give {name} a staff number of letters and digits alone: it stands in every reference.")
    missing = lacking(f"{name} {new.role}")
    if missing:
        raise Refused(
            f"{name} has the character {missing[0]}, which our documents cannot print: write it otherwise."
        )
    return Person(
        person=new_id(),
        number=number,
        name=name,
        email=new.email.strip(),
        role=new.role.strip(),
        phase=new.phase.strip(),
        posts_for_school=new.posts_for_school,
        here=True,
    )
