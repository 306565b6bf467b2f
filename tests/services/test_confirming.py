from __future__ import annotations

from datetime import timedelta

import pytest
from tests.schools import TODAY, enrolments_of, person_of, sign_with

from candour.domain.people import Office
from candour.errors import Refused
from candour.sample import people as cast
from candour.services.people import NewPerson

TEACHER, DEPUTY, HEAD = cast.CLASS_TEACHER.number, cast.DEPUTY.number, cast.HEADTEACHER.number


def state_at_sign_in(school, number):
    return school.desk().sign_in.sign_in(number, cast.PASSPHRASE).keys[-1].state


def key_of(theirs, number):
    return enrolments_of(theirs, number)[-1].key


def confirmed_lead(school):
    """Let the teacher be designated lead, confirmed by the deputy."""
    office = school.office()
    teacher = person_of(office, TEACHER).person
    office.people().appoint(Office.DESIGNATED_LEAD, teacher, acting=True)
    school.desk(DEPUTY).keepers().confirm(key_of(office, TEACHER))
    return office, teacher


def test_an_office_given_later_waits_for_another_word_and_nothing_is_sealed_meanwhile(school):
    office = school.office()
    assert state_at_sign_in(school, DEPUTY) == "good"
    office.people().appoint(Office.HEADTEACHER, person_of(office, DEPUTY).person, acting=True)
    assert state_at_sign_in(school, DEPUTY) == "waiting for confirmation"
    sign_with(school.desk(DEPUTY))
    assert [why for _, why in office.sealing().seal_new().left] == [
        "Its key waits for a second person's confirmation."
    ]
    heads = school.desk(HEAD)
    (waiting,) = heads.keepers().waiting()
    assert (waiting.name, "headteacher" in waiting.offices) == (cast.DEPUTY.name, True)
    heads.keepers().confirm(waiting.key)
    assert state_at_sign_in(school, DEPUTY) == "good"
    assert office.sealing().seal_new().left == ()


def test_an_office_that_begins_later_can_be_confirmed_before_it_does(school):
    office = school.office()
    teacher = person_of(office, TEACHER).person
    begins = TODAY + timedelta(days=30)
    office.people().give_office(Office.HEADTEACHER, teacher, begins, None, acting=True)
    (waiting,) = school.desk(DEPUTY).keepers().waiting()
    assert waiting.offices == (Office.HEADTEACHER,)
    school.desk(DEPUTY).keepers().confirm(key_of(office, TEACHER))
    school.clock.go_on(days=31)
    assert state_at_sign_in(school, TEACHER) == "good"


def test_ending_an_office_asks_for_no_new_word(school):
    office, teacher = confirmed_lead(school)
    (lead,) = [h for h in office.people_list().one(teacher).holdings if h.office == Office.DESIGNATED_LEAD]
    office.people().end_office(lead.holding, TODAY)
    assert state_at_sign_in(school, TEACHER) == "good"


def test_an_office_is_lengthened_by_giving_it_again_which_waits_again(school):
    office = school.office()
    teacher = person_of(office, TEACHER).person
    office.people().give_office(Office.HEADTEACHER, teacher, TODAY, TODAY, acting=True)
    school.desk(DEPUTY).keepers().confirm(key_of(office, TEACHER))
    (held,) = office.people_list().one(teacher).holdings
    with pytest.raises(Refused, match="It ends on 1 October 2026: to lengthen it, give the office again"):
        office.people().end_office(held.holding, TODAY + timedelta(days=300))
    office.people().give_office(Office.HEADTEACHER, teacher, TODAY, TODAY + timedelta(days=300), acting=True)
    assert state_at_sign_in(school, TEACHER) == "waiting for confirmation"


def test_whoever_invited_somebody_leaves_their_key_to_another_who_could(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    school.desk(TEACHER, slip.code)
    others = (cast.DEPUTY.name, cast.HEADTEACHER.name)
    (waiting,) = office.keepers().waiting()
    assert waiting.left_to == tuple(sorted(others))
    with pytest.raises(Refused, match="This key is for Dara Example or"):
        office.keepers().confirm(waiting.key)
    (waiting,) = school.desk(DEPUTY).keepers().waiting()
    assert waiting.left_to == ()


def test_whoever_gave_an_office_leaves_it_to_another_too(school):
    office = school.office()
    office.people().appoint(Office.DESIGNATED_LEAD, person_of(office, TEACHER).person, acting=True)
    with pytest.raises(Refused, match="you brought its owner in"):
        office.keepers().confirm(key_of(office, TEACHER))


def test_where_everybody_else_is_away_whoever_invited_confirms(school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    school.desk(TEACHER, slip.code)
    for number in (DEPUTY, HEAD):
        office.people().away(person_of(office, number).person, TODAY)
    (waiting,) = office.keepers().waiting()
    assert waiting.left_to == ()
    office.keepers().confirm(waiting.key)
    assert school.desk().sign_in.sign_in(TEACHER, slip.code).keys[-1].state == "good"


def test_whoever_waits_themselves_confirms_nobody_while_somebody_else_is_past_that(school):
    office = school.office()
    (newcomer,) = office.people().add((NewPerson("0090", "Kit Keeper-Sample", "", "Office", "Office"),))
    office.people().appoint(Office.KEEPER, newcomer.person)
    code = office.keepers().invite(newcomer.person).code
    theirs = school.desk(newcomer.number, code)
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    school.desk(TEACHER, slip.code)
    with pytest.raises(Refused, match="or your own key waits"):
        theirs.keepers().confirm(key_of(office, TEACHER))
    school.desk(HEAD).keepers().confirm(key_of(office, newcomer.number))
    theirs.keepers().confirm(key_of(office, TEACHER))
    assert school.desk().sign_in.sign_in(TEACHER, slip.code).keys[-1].state == "good"


def test_a_lost_key_that_was_good_once_keeps_nobody_from_confirming(school):
    office = school.office()
    codes = {number: office.keepers().invite(person_of(office, number).person).code for number in (DEPUTY, HEAD)}
    for number, code in codes.items():
        school.desk(number, code)
    slip = office.keepers().invite(office.sign_in.session.person)
    school.desk(cast.BUSINESS_MANAGER.number, slip.code)
    deputys = school.desk(DEPUTY, codes[DEPUTY])
    deputys.keepers().confirm(key_of(office, HEAD))
    (line,) = school.desk().sign_in.sign_in(HEAD, codes[HEAD]).keys[-1:]
    assert line.state == "good"
