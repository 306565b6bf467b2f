from __future__ import annotations

from datetime import timedelta

import pytest
from tests.schools import TODAY, answer_all, proved, sign_with

from candour.domain.checklist import Given
from candour.domain.people import Office
from candour.domain.speaking import Step
from candour.errors import Refused
from candour.sample import people as cast
from candour.services.handling import own_steps

TEACHER, ASSISTANT = cast.CLASS_TEACHER.number, cast.ASSISTANT.number
HEAD, DEPUTY = cast.HEADTEACHER.number, cast.DEPUTY.number
DAY = TODAY + timedelta(days=7)


def talking_to(whom):
    return Given("parents", ("talk",), until=DAY, told=whom)


TO_HEAD, TO_DEPUTY = (
    talking_to("{headteacher}, Headteacher"),
    talking_to("{deputy}, deputy for the designated lead"),
)


def test_the_lead_sees_who_is_going_to_tell_and_then_that_they_told(school):
    theirs = school.desk(TEACHER)
    theirs.reports().going_to_tell()
    heads = school.desk(HEAD).speaking()
    (line,) = heads.wants_to_speak()
    assert (line.name, line.since, line.step) == (cast.CLASS_TEACHER.name, school.clock(), Step.NEW)
    theirs.reports().told("Rae Sample", school.clock())
    assert heads.wants_to_speak() == ()
    (line,) = heads.all()
    assert (line.told, line.told_at) == ("Rae Sample", school.clock())


def test_a_report_is_closed_with_the_reference_that_only_the_lead_reads(school):
    theirs = school.desk(TEACHER)
    theirs.reports().going_to_tell()
    heads = school.desk(HEAD).speaking()
    heads.move(heads.all()[0], Step.SEEN)
    assert heads.wants_to_speak()[0].step is Step.SEEN
    heads.move(heads.all()[0], Step.RECORDED, "MC-2026-118")
    (line,) = heads.all()
    assert (line.step, line.reference, heads.wants_to_speak()) == (Step.RECORDED, "MC-2026-118", ())
    (told,) = own_steps(theirs.sign_in.session, theirs._smith).values()
    assert (told.step, told.reference) == (Step.RECORDED, "")
    assert "recorded" in str(theirs.held().mine().json)
    assert "MC-2026-118" not in str(theirs.held().mine().json)
    assert theirs.reports().telling()  # the banner stays until the person says so
    assert proved(school).ok


@pytest.mark.parametrize("reference", ["", "Two words", "nodigits", "A-1" * 9, "Sam in Year 4 told me"])
def test_what_is_no_reference_is_refused(school, reference):
    school.desk(TEACHER).reports().going_to_tell()
    heads = school.desk(HEAD).speaking()
    with pytest.raises(Refused, match="reference alone"):
        heads.move(heads.all()[0], Step.RECORDED, reference)


def test_no_step_is_taken_twice_or_back(school):
    school.desk(TEACHER).reports().going_to_tell()
    heads = school.desk(HEAD).speaking()
    (line,) = heads.all()
    heads.move(line, Step.SPOKEN)
    for step in (Step.SEEN, Step.SPOKEN):
        with pytest.raises(Refused, match="said already"):
            heads.move(line, step)


def test_the_deputy_lead_reads_no_report_and_hr_has_nobody_to_speak_to(school):
    school.desk(TEACHER).reports().going_to_tell()
    deputy, office = school.desk(DEPUTY).speaking(), school.office().speaking()
    assert deputy.all() == deputy.wants_to_speak() == ()
    assert (office.wants_to_speak(), office.rather_talk(), office.brought()) == ((), (), ())
    with pytest.raises(Refused, match=Office.DESIGNATED_LEAD):
        office.all()


def test_a_second_report_is_one_more_person_to_speak_to(school):
    theirs = school.desk(TEACHER)
    theirs.reports().going_to_tell()
    theirs.reports().told("Rae Sample", school.clock())
    school.clock.go_on(days=1)
    theirs.reports().going_to_tell()
    assert len(school.desk(HEAD).speaking().all()) == 2
    assert len(school.desk(HEAD).speaking().wants_to_speak()) == 1


def test_who_would_rather_talk_is_named_to_whom_they_chose_at_once_and_to_nobody_else(school):
    school.desk(TEACHER).my_check().save(TO_HEAD)
    school.desk(ASSISTANT).my_check().save(TO_DEPUTY)
    heads, deputy = school.desk(HEAD).speaking(), school.desk(DEPUTY).speaking()
    assert [line.name for line in heads.rather_talk()] == [cast.CLASS_TEACHER.name]
    assert [line.name for line in deputy.rather_talk()] == [cast.ASSISTANT.name]


def test_since_when_stays_through_later_saves_and_the_signature(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(TO_HEAD)
    asked = school.clock()
    school.clock.go_on(minutes=5)
    sign_with(theirs, (TO_HEAD,))
    assert [line.since for line in school.desk(HEAD).speaking().rather_talk()] == [asked]


def test_who_was_spoken_to_is_not_named_again_when_they_save_the_same(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(TO_HEAD)
    heads = school.desk(HEAD).speaking()
    heads.move(heads.rather_talk()[0], Step.SPOKEN)
    answer_all(theirs, (TO_HEAD,))
    assert heads.rather_talk() == ()
    assert own_steps(theirs.sign_in.session, theirs._smith) == {}


def test_another_answer_takes_the_wish_back_and_so_does_what_is_done(school):
    theirs, heads = school.desk(TEACHER), school.desk(HEAD)
    theirs.my_check().save(TO_HEAD)
    theirs.my_check().save(Given("parents", ("none",)))
    assert heads.speaking().rather_talk() == ()
    sign_with(theirs, (TO_HEAD,))
    assert len(heads.speaking().rather_talk()) == 1
    declaring = theirs.declaring()
    declaring.done("parents")
    declaring.sign("")
    assert heads.speaking().rather_talk() == ()


def test_an_update_that_is_let_go_leaves_the_wish_that_was_signed(school):
    theirs, heads = school.desk(TEACHER), school.desk(HEAD)
    sign_with(theirs, (TO_HEAD,))
    theirs.updating().begin(("parents",))
    theirs.updating().drop()
    assert len(heads.speaking().rather_talk()) == 1


def test_whom_the_app_cannot_reach_is_told_by_nobody(school):
    school.desk(TEACHER).my_check().save(talking_to("Wanda Wise, whom everybody trusts"))
    assert school.desk(HEAD).speaking().rather_talk() == ()
    assert school.desk(DEPUTY).speaking().rather_talk() == ()
