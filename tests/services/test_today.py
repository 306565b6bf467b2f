from __future__ import annotations

from datetime import timedelta

from tests.deciders import ASSISTANT, HEAD, TEACHER, asked, chairs
from tests.schools import TODAY, sign_with

from candour.domain.checklist import Given
from candour.domain.speaking import Step
from candour.sample import people as cast

SOON = TODAY + timedelta(days=2)


def test_nothing_waits_in_a_quiet_school_and_who_has_signed_is_counted(school):
    sign_with(school.desk(TEACHER))
    today = school.desk(HEAD).today().today()
    assert (today.requests, today.late, today.waits) == ((), (), False)
    assert (today.signed, today.of) == (1, 6)


def test_requests_wait_oldest_first_with_the_days_that_they_have_waited(school):
    first = asked(school, ASSISTANT)
    school.clock.go_on(days=3)
    second = asked(school)
    today = school.desk(HEAD).today().today()
    assert [(each.reference, each.days) for each in today.requests] == [(first, 3), (second, 0)]
    assert today.waits


def test_one_s_own_request_is_shown_and_waits_for_somebody_else(school):
    heads = school.desk(HEAD)
    asked(school, staff=heads.sign_in.session.person)
    own = asked(school, HEAD)
    assert [each.reference for each in heads.today().today().requests] == []
    theirs = chairs(school)
    assert [each.reference for each in theirs.today().today().requests] == []
    again = asked(school, HEAD)
    assert [each.reference for each in theirs.today().today().requests] == [again]
    assert own != again


def test_what_is_about_pupils_and_past_its_day_is_shown_and_nothing_else(school):
    said = (
        Given("pupils", ("still-there",), until=SOON),
        Given("pupils-reached-out", ("no",)),
        Given("parents", ("still-there",), until=SOON),
    )
    sign_with(school.desk(TEACHER), said)
    heads = school.desk(HEAD)
    school.clock.go_on(days=2)
    assert heads.today().today().late == ()
    school.clock.go_on(days=1)
    (late,) = heads.today().today().late
    assert (late.name, late.about, late.until) == (cast.CLASS_TEACHER.name, "pupils", SOON)


def test_what_was_done_meanwhile_is_late_no_more(school):
    theirs = school.desk(TEACHER)
    said = Given("pupils", ("still-there",), until=SOON), Given("pupils-reached-out", ("no",))
    sign_with(theirs, said)
    school.clock.go_on(days=3)
    declaring = theirs.declaring()
    declaring.done("pupils")
    declaring.sign(cast.PASSPHRASE)
    assert school.desk(HEAD).today().today().late == ()


def test_the_headteacher_s_own_to_dos_are_the_chair_s_to_know_and_nobody_else_s(school):
    theirs = chairs(school)
    said = Given("pupils", ("still-there",), until=SOON), Given("pupils-reached-out", ("no",))
    for number in (HEAD, TEACHER):
        sign_with(school.desk(number), said)
    school.clock.go_on(days=3)
    assert [each.name for each in theirs.today().today().late] == [cast.HEADTEACHER.name]
    assert [each.name for each in school.desk(HEAD).today().today().late] == [cast.CLASS_TEACHER.name]
    assert theirs.today().today().signed is None


def test_who_wants_to_be_heard_is_counted_until_they_were(school):
    theirs, heads = school.desk(TEACHER), school.desk(HEAD)
    theirs.reports().going_to_tell()
    theirs.bringing().bring("An open group says untrue things.", (), about_headteacher=False)
    today = heads.today().today()
    assert (today.speak_today, today.rather_talk, today.brought, today.waits) == (1, 0, 1, True)
    theirs.reports().told("The designated lead", school.clock())
    heads.brought().move(heads.brought().all()[0].about, Step.CLOSED)
    today = heads.today().today()
    assert (today.speak_today, today.brought, today.waits) == (0, 0, False)
