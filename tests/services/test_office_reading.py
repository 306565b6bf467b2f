from __future__ import annotations

import msgspec
import pytest
from tests.schools import person_of, sign_with

from candour.domain.people import Office
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import drafts as content_rows
from candour.sample import people as cast
from candour.services.full_copy import FullCopy
from candour.services.office_reading import open_as_office

TEACHER, DEPUTY, HEAD = cast.CLASS_TEACHER.number, cast.DEPUTY.number, cast.HEADTEACHER.number


def full_copy_of(theirs, number):
    """Return what is sealed behind somebody's newest declaration."""
    person = person_of(theirs, number).person
    with theirs.sign_in.session.register.read() as at:
        newest = declaration_rows.of_person(at, person)[-1]
        return content_rows.content(at, newest.full_copy)


def read_as(theirs, content, office=Office.HEADTEACHER):
    return open_as_office(theirs.sign_in.session, theirs._smith, content, office)


def test_the_headteacher_opens_what_was_sealed_to_the_office(school):
    sign_with(school.desk(TEACHER))
    heads = school.desk(HEAD)
    plain = read_as(heads, full_copy_of(heads, TEACHER))
    assert msgspec.json.decode(plain, type=FullCopy).answers


@pytest.mark.parametrize("number", [cast.BUSINESS_MANAGER.number, DEPUTY, TEACHER])
def test_whoever_does_not_hold_the_office_today_opens_nothing_and_learns_who_does(school, number):
    sign_with(school.desk(TEACHER))
    theirs = school.desk(number)
    with pytest.raises(Refused, match=f"Only the headteacher of today reads this: that is {cast.HEADTEACHER.name}"):
        read_as(theirs, full_copy_of(theirs, TEACHER))


def test_an_office_that_nobody_holds_says_so(school):
    heads = school.desk(HEAD)
    with pytest.raises(Refused, match="nobody holds that office"):
        read_as(heads, full_copy_of(heads, HEAD), Office.CHAIR)


def test_somebody_new_waits_for_a_second_person_first_and_then_for_the_office_s_key(school):
    office = school.office()
    deputy = person_of(office, DEPUTY).person
    office.people().appoint(Office.HEADTEACHER, deputy, acting=True)
    deputys = school.desk(DEPUTY)
    content = full_copy_of(deputys, TEACHER)
    with pytest.raises(Refused, match="waits to be confirmed for this office"):
        read_as(deputys, content)
    heads = school.desk(HEAD)
    (waiting,) = heads.keepers().waiting()
    heads.keepers().confirm(waiting.key)
    with pytest.raises(Refused, match="You have no key of the headteacher yet"):
        read_as(deputys, content)


def test_what_was_sealed_before_there_was_a_chair_has_no_chair_to_read_it(school):
    office = school.office()
    content = full_copy_of(office, HEAD)
    office.people().appoint(Office.CHAIR, person_of(office, DEPUTY).person)
    deputys = school.desk(DEPUTY)
    heads = school.desk(HEAD)
    heads.keepers().confirm(heads.keepers().waiting()[0].key)
    with pytest.raises(Refused, match="This was not sealed to the chair of governors"):
        read_as(deputys, content, Office.CHAIR)


def test_an_office_to_which_nothing_is_sealed_is_a_bug(school):
    heads = school.desk(HEAD)
    with pytest.raises(ValueError, match="nothing is sealed to the office keeper"):
        read_as(heads, full_copy_of(heads, TEACHER), Office.KEEPER)
