"""What the tests of offices do over and over: somebody is given an office, confirmed for it, and handed its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.schools import TODAY, enrolments_of, person_of, there

from candour.domain.people import Office
from candour.register import declarations as declaration_rows
from candour.register import drafts as content_rows
from candour.register import office_keys as office_key_rows
from candour.register.secrets import secret as secret_of
from candour.sample import people as cast
from candour.services.sign_in import SHEET

if TYPE_CHECKING:
    from datetime import date

    from tests.schools import School

    from candour.domain.journal import SealedContent
    from candour.services.desk import Desk

TEACHER, DEPUTY, HEAD = cast.CLASS_TEACHER.number, cast.DEPUTY.number, cast.HEADTEACHER.number


def stand_in(school: School, number: str, until: date | None = None, office: Office = Office.HEADTEACHER) -> str:
    """Give somebody an office as acting, confirm them for it, and return their id."""
    hr = school.office()
    person = person_of(hr, number).person
    hr.people().give_office(office, person, TODAY, until, acting=True)
    confirm(school, hr, number)
    return person


def confirm(school: School, hr: Desk, number: str) -> None:
    """Have the Headteacher, or the deputy for the Headteacher, confirm somebody's newest key."""
    school.desk(DEPUTY if number == HEAD else HEAD).keepers().confirm(enrolments_of(hr, number)[-1].key)


def change_of_headteacher(school: School, number: str) -> str:
    """End the Headteacher's office today, and give it to somebody, confirmed, from tomorrow; return their id."""
    hr = school.office()
    old, new = person_of(hr, HEAD).person, person_of(hr, number).person
    for held in hr.people_list().one(old).holdings:
        if held.office == Office.HEADTEACHER:
            hr.people().end_office(held.holding, TODAY)
    hr.people().give_office(Office.HEADTEACHER, new, TODAY.replace(day=TODAY.day + 1), None, acting=False)
    confirm(school, hr, number)
    return new


def full_copy_of(theirs: Desk, number: str) -> SealedContent:
    """Return what is sealed behind somebody's newest declaration."""
    person = person_of(theirs, number).person
    with theirs.sign_in.session.register.read() as at:
        newest = declaration_rows.of_person(at, person)[-1]
        return content_rows.content(at, newest.full_copy)


def office_secrets(theirs: Desk, office: str) -> tuple[str, bytes, bytes | None]:
    """Return an office's key in force, its sheet's blob, and what is sealed to whoever is signed in."""
    session = theirs.sign_in.session
    with session.register.read() as at:
        key = there(office_key_rows.office_key(at, office)).reading_key
        return key, there(secret_of(at, key, SHEET)), secret_of(at, key, session.keys.reading_id)
