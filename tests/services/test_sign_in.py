from __future__ import annotations

import threading

import pytest
from tests.schools import enrolments_of, person_of

from candour.domain.people import Office
from candour.errors import NotMatching, Refused
from candour.register import office_keys as office_key_rows
from candour.sample import people as cast

NEW = cast.SUPERVISOR.number
HR = cast.BUSINESS_MANAGER.name
OVER = f"This code is no longer good: ask {HR} for a new one. What you signed before stays signed."
USED = f"This code was used somewhere else at this moment: if that was not you, tell {HR} at once."


def test_the_code_on_a_slip_makes_keys_at_its_first_use(school):
    theirs = school.desk()
    signed_in = theirs.sign_in.sign_in(NEW, school.code)
    assert signed_in.name == "Nguyễn Thị Mẫu"
    assert signed_in.with_code
    assert [line.invited_by for line in signed_in.keys] == [cast.BUSINESS_MANAGER.name]
    assert len(signed_in.keys[0].six_words) == 6


def test_a_code_opens_the_same_keys_until_its_owner_has_signed(school):
    first = school.desk(NEW, school.code).sign_in.session.keys.signing.key_id
    again = school.desk(NEW, school.code).sign_in.session.keys.signing.key_id
    assert first == again


def test_a_code_is_taken_in_the_way_people_type_it(school):
    typed = school.code.lower().replace("-", " ")
    assert school.desk().sign_in.sign_in(NEW, typed).with_code


def test_a_wrong_code_or_passphrase_does_not_match(school):
    with pytest.raises(NotMatching):
        school.desk(NEW, "AAAA-BBBB-CCCC-DDDD")
    with pytest.raises(NotMatching):
        school.desk(cast.CLASS_TEACHER.number, "not the passphrase")


def test_an_unknown_number_is_answered_like_a_wrong_passphrase(school):
    with pytest.raises(NotMatching):
        school.desk("9999")


def test_the_school_e_mail_is_as_good_as_the_number(school):
    assert school.desk(cast.CLASS_TEACHER.email).sign_in.session.who().name == "Siân Sample"


def test_a_code_is_over_after_thirty_days(school):
    school.clock.go_on(days=31)
    with pytest.raises(Refused, match="no longer good: ask Bertie"):
        school.desk(NEW, school.code)


def test_a_newer_code_lets_the_older_one_lapse(school):
    office = school.desk(cast.BUSINESS_MANAGER.number)
    person = person_of(office, NEW)
    slip = office.keepers().invite(person.person)
    with pytest.raises(Refused, match="no longer good"):
        school.desk(NEW, school.code)
    assert school.desk(NEW, slip.code).sign_in.session.with_code


def test_somebody_who_was_invited_again_keeps_what_they_signed_and_gets_keys_that_wait(school):
    office = school.desk(cast.BUSINESS_MANAGER.number)
    person = person_of(office, cast.CLASS_TEACHER.number)
    slip = office.keepers().invite(person.person)
    signed_in = school.desk().sign_in.sign_in(cast.CLASS_TEACHER.number, slip.code)
    assert signed_in.show_keys
    assert [line.state for line in signed_in.keys] == ["good", "waiting for confirmation"]


def test_signing_in_makes_the_reading_key_of_an_office_once_and_shows_its_sheet_then_alone(school):
    office = school.desk(cast.BUSINESS_MANAGER.number)
    deputy = person_of(office, cast.DEPUTY.number)
    with office.sign_in.session.register.read() as at:
        assert office_key_rows.office_key(at, Office.CHAIR) is None
    office.people().appoint(Office.CHAIR, deputy.person)
    slip = office.keepers().invite(deputy.person)
    first = school.desk().sign_in.sign_in(cast.DEPUTY.number, slip.code)
    assert len(first.office_sheet) == 24
    assert first.must_choose_passphrase
    assert school.desk().sign_in.sign_in(cast.DEPUTY.number, slip.code).office_sheet == ()


def test_locking_forgets_who_was_there(school):
    theirs = school.desk(cast.CLASS_TEACHER.number)
    theirs.sign_in.lock()
    with pytest.raises(Refused, match="Sign in first"):
        theirs.my_check()


def test_a_signature_asks_again_after_fifteen_minutes(school):
    theirs = school.desk(cast.CLASS_TEACHER.number)
    school.clock.go_on(minutes=14)
    assert not theirs.sign_in.session.needs_proof()
    school.clock.go_on(minutes=2)
    assert theirs.sign_in.session.needs_proof()
    with pytest.raises(NotMatching):
        theirs.sign_in.prove("not the passphrase")
    theirs.sign_in.prove(cast.PASSPHRASE)
    assert not theirs.sign_in.session.needs_proof()


def test_a_code_that_two_use_at_the_same_moment_makes_one_pair_of_keys(school):
    desks, start, came = [school.desk(), school.desk()], threading.Barrier(2), []

    def come(theirs):
        start.wait()
        try:
            came.append(theirs.sign_in.sign_in(NEW, school.code).keys[0].six_words)
        except Refused as reason:
            came.append(str(reason))

    threads = [threading.Thread(target=come, args=(each,)) for each in desks]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    theirs = school.desk(NEW, school.code)
    assert len(enrolments_of(theirs, NEW)) == 1
    # The second one either found the keys made, or was told that somebody else had made them.
    (made,) = {words for words in came if isinstance(words, tuple)}
    assert made == theirs.sign_in.sign_in(NEW, school.code).keys[0].six_words
    assert {said for said in came if isinstance(said, str)} <= {USED, OVER}


@pytest.mark.parametrize("nobody", ["", " "])
def test_nobody_signs_in_without_saying_who_they_are(school, nobody):
    assert cast.SUPERVISOR.email == ""
    with pytest.raises(NotMatching):
        school.desk().sign_in.sign_in(nobody, school.code)
