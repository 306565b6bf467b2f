"""Filling the offices at set-up: from what the page says to rows, and back for mending."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from candour.domain.people import Contact, Holding, Office
from candour.domain.setting_up import LOCAL_AUTHORITY, OfficeAsked, OfficesAsked, OutsideAsked, SomebodyAsked
from candour.errors import Refused
from candour.register import people as people_rows
from candour.services.people import NewPerson, new_person
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from candour.domain.journal import Row
    from candour.domain.people import Person
    from candour.register.reading import Connection
    from candour.services.session import Session

FILLED = (Office.HEADTEACHER, Office.DESIGNATED_LEAD, Office.DEPUTY_LEAD, Office.KEEPER)
"""The offices that the second page asks for; keeper means the second one."""

NEEDED = (Office.HEADTEACHER, Office.DESIGNATED_LEAD, Office.KEEPER)


def rows_of_offices(
    at: Connection, asked: OfficesAsked, session: Session, lacking: Callable[[str], str]
) -> tuple[Row, ...]:
    """Return the rows that make the offices as asked: new and mended people, ended and new holdings.

    Raises Refused for a person or a number that cannot stand, or a missing office.
    """
    people, changed = _people(at, asked, lacking)
    wanted = {each.office: people[_key(each.number)] for each in asked.offices}
    missing = [office for office in NEEDED if office not in wanted]
    if missing:
        raise Refused(f"Say who is {missing[0]}.")
    if wanted[Office.KEEPER].person == session.person:
        raise Refused("The second keeper is somebody else than you: if you are ill, they carry on.")
    return (*changed, *_holdings(at, wanted, session))


def _people(
    at: Connection, asked: OfficesAsked, lacking: Callable[[str], str]
) -> tuple[dict[str, Person], list[Person]]:
    people = {_key(person.number): person for person in people_rows.current(at)}
    changed, said = [], set[str]()
    for each in asked.people:
        new = new_person(NewPerson(each.number, each.name, each.email, each.role, ""), lacking)
        key, before = _key(new.number), people.get(_key(new.number))
        if key in said:
            raise Refused(f"Staff number {new.number} stands here twice: give {new.name} another.")
        said.add(key)
        if before is not None:
            new = replace(before, name=new.name, email=new.email, role=new.role)
        if new != before:
            changed.append(new)
            people[key] = new
    return people, changed


def _holdings(at: Connection, wanted: dict[Office, Person], session: Session) -> list[Holding]:
    today, rows = session.today(), list[Holding]()
    standing = [h for h in people_rows.holdings(at, today) if h.office in FILLED]
    mine = {(Office.KEEPER, session.person)}
    for held in standing:
        person = wanted.get(Office(held.office))
        if (Office(held.office), held.person) not in mine and (person is None or person.person != held.person):
            rows.append(replace(held, until=today - timedelta(days=1)))
    kept = {(h.office, h.person) for h in standing}
    rows += [
        Holding(new_id(), office, person.person, today, None, acting=False)
        for office, person in wanted.items()
        if (office, person.person) not in kept
    ]
    return rows


def contacts_asked(asked: OfficesAsked, me: Person) -> tuple[Contact, ...]:
    """Return whom the stop card names: the lead, the deputy, and who is outside."""
    names = {_key(me.number): me.name} | {_key(each.number): each.name for each in asked.people}
    inside = [
        Contact(each.office, names[_key(each.number)], each.room.strip(), each.phone.strip())
        for each in asked.offices
        if each.office in (Office.DESIGNATED_LEAD, Office.DEPUTY_LEAD)
    ]
    outside = [Contact(each.office, each.name.strip(), "", each.phone.strip()) for each in asked.outside]
    return (*inside, *outside)


def offices_asked(at: Connection, me: str, today: date) -> OfficesAsked:
    """Return what the second page filled in, as it stands in the register."""
    contacts = {each.office: each for each in people_rows.contacts(at)}
    offices, people = [], dict[str, SomebodyAsked]()
    for held in people_rows.holdings(at, today):
        if held.office not in FILLED or (held.office == Office.KEEPER and held.person == me):
            continue
        person = people_rows.person(at, held.person)
        if person is not None:
            contact = contacts.get(held.office, Contact(held.office, "", "", ""))
            if person.person != me:
                people[person.number] = somebody(person)
            offices.append(OfficeAsked(Office(held.office), person.number, contact.room, contact.phone))
    outside = [
        OutsideAsked(office, contacts[office].name, contacts[office].phone)
        for office in (Office.CHAIR, LOCAL_AUTHORITY)
        if office in contacts
    ]
    return OfficesAsked(tuple(people.values()), tuple(offices), tuple(outside))


def somebody(person: Person) -> SomebodyAsked:
    """Return a person as a page shows them."""
    return SomebodyAsked(person.number, person.name, person.email, person.role)


def _key(number: str) -> str:
    return number.strip().rjust(4, "0").upper()
