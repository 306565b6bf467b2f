"""The people of a school and the offices they hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import Contact, Holding, Office, Person
from candour.errors import Refused
from candour.register import people as people_rows
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.services.session import Session


@dataclass(frozen=True)
class NewPerson:
    """Somebody to add: as the school writes them."""

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

    def add(self, new: tuple[NewPerson, ...]) -> tuple[Person, ...]:
        """Add people as one act; raises Refused, with nothing added, for a number or name that cannot stand."""
        self._session.require(Office.HR)
        with self._session.register.read() as at:
            taken = {padded(p.number) for p in people_rows.current(at)}
        people = []
        for each in new:
            person = new_person(each, self._lacking)
            if padded(person.number) in taken:
                raise Refused(f"Staff number {person.number} is taken: give {person.name} another.")
            taken.add(padded(person.number))
            people.append(person)
        self._session.record(Act("people added", self._session.register.school_id, tuple(people)))
        return tuple(people)

    def appoint(self, office: Office, person: str, *, acting: bool = False) -> None:
        """Say that a person holds an office from today."""
        self._session.require(Office.HR)
        row = Holding(new_id(), office, person, self._session.today(), None, acting)
        self._session.record(Act("office given", person, (row,)))

    def put_contacts(self, contacts: tuple[Contact, ...]) -> None:
        """Write down where the lead, the deputy, the chair and the local authority are found."""
        self._session.require(Office.HR)
        self._session.record(Act("contacts written", self._session.register.school_id, contacts))


def padded(number: str) -> str:
    """Return a staff number as it stands in references: at least four digits, and one form of each letter."""
    return number.rjust(4, "0").upper()


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
