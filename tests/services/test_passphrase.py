from __future__ import annotations

import pytest
from tests.schools import person_of, sign_with

from candour.errors import NotMatching, Refused
from candour.sample import people as cast

NEW = cast.SUPERVISOR.number


def test_a_passphrase_takes_the_place_of_the_code(school):
    theirs = school.desk(NEW, school.code)
    key = theirs.sign_in.session.keys.signing.key_id
    theirs.passphrase().choose("umbrella kettle orchard violin")
    assert school.desk(NEW, "umbrella kettle orchard violin").sign_in.session.keys.signing.key_id == key
    with pytest.raises(NotMatching):
        school.desk(NEW, school.code)


@pytest.mark.parametrize("weak", ["short", "password1234", "Milton Road Primary School", "aaaaaaaaaaaa"])
def test_a_weak_passphrase_is_refused_and_the_code_stays(school, weak):
    theirs = school.desk(NEW, school.code)
    with pytest.raises(Refused):
        theirs.passphrase().choose(weak)
    assert school.desk(NEW, school.code).sign_in.session.with_code


def test_a_code_goes_once_its_owner_has_signed_and_finished(school):
    theirs = school.desk(NEW, school.code)
    sign_with(theirs)
    theirs.passphrase().let_go()
    with pytest.raises(NotMatching):
        school.desk(NEW, school.code)


def test_somebody_with_a_passphrase_keeps_it_when_they_finish(school):
    theirs = school.desk(cast.CLASS_TEACHER.number)
    sign_with(theirs)
    theirs.passphrase().let_go()
    assert school.desk(cast.CLASS_TEACHER.number).my_check().open().signed is not None


def test_a_code_stays_good_until_its_owner_has_signed(school):
    theirs = school.desk(NEW, school.code)
    with pytest.raises(Refused, match="good until you have signed"):
        theirs.passphrase().let_go()
    assert school.desk(NEW, school.code).sign_in.session.with_code


def test_somebody_who_holds_an_office_must_choose_a_passphrase(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, cast.DEPUTY.number).person)
    theirs = school.desk(cast.DEPUTY.number, slip.code)
    sign_with(theirs)
    with pytest.raises(Refused, match="choose a passphrase"):
        theirs.passphrase().let_go()
    assert school.desk(cast.DEPUTY.number, slip.code).sign_in.session.with_code
