from __future__ import annotations

import pytest
from tests.schools import enrolments_of, person_of

from candour.domain.confirmation import KeyState
from candour.domain.people import Office
from candour.errors import NotMatching, Refused
from candour.register import journal
from candour.sample import people as cast

TEACHER, HEAD, DEPUTY = cast.CLASS_TEACHER, cast.HEADTEACHER.number, cast.DEPUTY.number
BUSINESS = cast.BUSINESS_MANAGER.number


def test_a_keeper_gives_a_code_at_the_sign_in_page_and_is_signed_out_again(school):
    door = school.desk()
    slip = door.codes().give(BUSINESS, cast.PASSPHRASE, TEACHER.number)
    assert (slip.name, slip.number) == (TEACHER.name, TEACHER.number)
    with pytest.raises(Refused, match="Sign in first"):
        door.people_list().all()
    assert school.desk(TEACHER.number, slip.code).sign_in.session.with_code


@pytest.mark.parametrize(
    ("keeper", "secret", "whose", "says"),
    [
        (HEAD, cast.PASSPHRASE, TEACHER.number, "Only somebody who is keeper"),
        (BUSINESS, cast.PASSPHRASE, "no such number", "Nobody has that staff number"),
    ],
)
def test_whoever_may_not_give_one_is_signed_out_again_too(school, keeper, secret, whose, says):
    door = school.desk()
    with pytest.raises(Refused, match=says):
        door.codes().give(keeper, secret, whose)
    with pytest.raises(Refused, match="Sign in first"):
        door.people_list().all()


def test_a_wrong_passphrase_gives_nothing(school):
    with pytest.raises(NotMatching):
        school.desk().codes().give(BUSINESS, "not the passphrase", TEACHER.number)


def test_a_code_does_not_serve_for_giving_codes_and_stays_unused(school):
    office = school.office()
    code = office.keepers().invite(person_of(office, DEPUTY).person).code
    keys = len(enrolments_of(office, DEPUTY))
    with pytest.raises(Refused, match="choose a passphrase"):
        school.desk().codes().give(DEPUTY, code, TEACHER.number)
    assert len(enrolments_of(office, DEPUTY)) == keys


def test_codes_for_many_are_one_entry_and_each_opens_its_own(school):
    office = school.office()
    people = [person_of(office, number).person for number in (TEACHER.number, cast.ASSISTANT.number)]
    before = office.sign_in.session.register.head().position
    slips = office.keepers().invite_all(people)
    assert office.sign_in.session.register.head().position == before + 1
    for slip in slips:
        assert school.desk(slip.number, slip.code).sign_in.session.person == slip.person
    with office.sign_in.session.register.read() as at:
        assert journal.entries_of(at, office.sign_in.session.register.school_id)[-1].entry.kind == "invited"


def test_a_later_key_waits_for_a_second_person_who_sees_its_six_words(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER.number).person)
    signed_in = school.desk().sign_in.sign_in(TEACHER.number, slip.code)
    heads = school.desk(HEAD)
    (waiting,) = heads.keepers().waiting()
    assert (waiting.name, waiting.invited_by) == (TEACHER.name, cast.BUSINESS_MANAGER.name)
    assert waiting.six_words == signed_in.keys[-1].six_words
    heads.keepers().confirm(waiting.key)
    assert heads.keepers().waiting() == ()
    assert office.keepers().waiting() == ()


def test_nobody_is_asked_to_confirm_their_own_key(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, DEPUTY).person)
    school.desk(DEPUTY, slip.code)
    assert school.desk(DEPUTY).keepers().waiting() == ()
    assert [each.name for each in office.keepers().waiting()] == [cast.DEPUTY.name]


def test_a_key_that_waits_is_shown_to_its_owner_at_sign_in(school):
    office = school.office()
    office.people().appoint(Office.KEEPER, person_of(office, TEACHER.number).person)
    signed_in = school.desk().sign_in.sign_in(TEACHER.number, cast.PASSPHRASE)
    assert signed_in.show_keys
    assert [key.state for key in signed_in.keys] == [KeyState.WAITING]


def test_who_holds_no_such_office_sees_no_waiting_keys(school):
    with pytest.raises(Refused, match="Only somebody who is headteacher or"):
        school.desk(TEACHER.number).keepers().waiting()
