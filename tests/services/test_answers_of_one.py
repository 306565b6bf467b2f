from __future__ import annotations

import json

import pytest
from tests.offices import DEPUTY, HEAD, TEACHER, confirm, stand_in
from tests.schools import dump, person_of, proved, sign_with

from candour.domain.checklist import Given
from candour.domain.opening import OpeningReason
from candour.domain.people import Office
from candour.errors import Refused
from candour.sample import people as cast

BUSINESS = cast.BUSINESS_MANAGER.number
FOUND = (Given("parents", ("removed",)),)
WHY = OpeningReason.OPEN


def opened_rows(school):
    return dump(school.register())["opened"]


def test_the_headteacher_opens_one_person_s_answers_with_a_reason(school):
    sign_with(school.desk(TEACHER), FOUND)
    heads = school.desk(HEAD)
    teacher = person_of(heads, TEACHER).person
    shown = heads.answers_of_one().open(teacher, WHY)
    (copy,) = shown.copies
    assert (shown.name, shown.why, copy.reference) == (cast.CLASS_TEACHER.name, WHY.value, "D-2026-0004")
    assert "I found some and removed them" in dict(copy.answers)["Parents"]
    assert copy.pdf.startswith(b"%PDF")


def test_the_person_sees_who_opened_them_when_and_why(school):
    sign_with(school.desk(TEACHER))
    heads = school.desk(HEAD)
    heads.answers_of_one().open(person_of(heads, TEACHER).person, WHY)
    (seen,) = school.desk(TEACHER).held().mine().opened
    assert (seen.by, seen.what, seen.why) == (
        cast.HEADTEACHER.name,
        "your answers in D-2026-0004",
        "To go through what is still open",
    )
    assert seen.at.date() == school.clock().date()
    assert proved(school).ok


def test_the_opening_is_an_entry_of_its_own_and_nothing_shows_without_it(school):
    sign_with(school.desk(TEACHER))
    heads = school.desk(HEAD)
    teacher = person_of(heads, TEACHER).person
    heads.answers_of_one().people()
    assert opened_rows(school) == []
    with heads.sign_in.session.register.write() as writer:
        writer.at.exec_driver_sql("CREATE TRIGGER full BEFORE INSERT ON opened BEGIN SELECT RAISE(ABORT, 'x'); END")
        writer.commit()
    with pytest.raises(Exception, match="x"):
        heads.answers_of_one().open(teacher, WHY)
    with heads.sign_in.session.register.write() as writer:
        writer.at.exec_driver_sql("DROP TRIGGER full")
        writer.commit()
    heads.answers_of_one().open(teacher, WHY)
    kinds = [json.loads(e["content"].split(b"\0", 1)[1])["kind"] for e in dump(school.register())["entries"]]
    assert kinds[-1] == "opened somebody's answers"
    assert len(opened_rows(school)) == 1


@pytest.mark.parametrize("number", [BUSINESS, DEPUTY, TEACHER])
def test_hr_keepers_and_staff_open_nobody_s_answers(school, number):
    sign_with(school.desk(cast.ASSISTANT.number))
    theirs = school.desk(number)
    for act in (
        theirs.answers_of_one().people,
        lambda: theirs.answers_of_one().open(person_of(theirs, cast.ASSISTANT.number).person, WHY),
    ):
        with pytest.raises(Refused, match="Only the headteacher of today reads this"):
            act()
    assert opened_rows(school) == []


def test_the_headteacher_s_own_go_to_the_chair_and_to_nobody_else(school):
    hr = school.office()
    hr.people().appoint(Office.CHAIR, person_of(hr, TEACHER).person)
    chairs = school.desk(TEACHER)
    confirm(school, hr, TEACHER)
    sign_with(school.desk(HEAD), FOUND)
    sign_with(school.desk(cast.ASSISTANT.number))
    heads = school.desk(HEAD)
    head, assistant = person_of(hr, HEAD).person, person_of(hr, cast.ASSISTANT.number).person
    with pytest.raises(Refused, match="These are your own answers"):
        heads.answers_of_one().open(head, WHY)
    deputy = stand_in(school, DEPUTY)
    heads.offices().hand_over(Office.HEADTEACHER, deputy)
    deputys = school.desk(DEPUTY)
    with pytest.raises(Refused, match="Nothing of this person is sealed to your office"):
        deputys.answers_of_one().open(head, WHY)
    assert head not in {each.person for each in deputys.answers_of_one().people()}
    assert [each.person for each in chairs.answers_of_one().people()] == [head]
    assert dict(chairs.answers_of_one().open(head, WHY).copies[0].answers)["Parents"]
    with pytest.raises(Refused, match="Nothing of this person is sealed to your office"):
        chairs.answers_of_one().open(assistant, WHY)


def test_the_list_names_who_has_signed_without_oneself(school):
    sign_with(school.desk(TEACHER))
    sign_with(school.desk(HEAD))
    heads = school.desk(HEAD)
    listed = {each.name: each.reference for each in heads.answers_of_one().people()}
    assert listed[cast.CLASS_TEACHER.name] == "D-2026-0004"
    assert cast.HEADTEACHER.name not in listed
    assert list(listed) == sorted(listed, key=str.casefold)


def test_who_has_not_signed_has_nothing_to_open(school):
    heads = school.desk(HEAD)
    with pytest.raises(Refused, match="they have not signed, or another reads it"):
        heads.answers_of_one().open(person_of(heads, cast.SUPERVISOR.number).person, WHY)


def test_who_is_acting_waits_to_be_confirmed_before_they_open_any(school):
    hr = school.office()
    hr.people().appoint(Office.HEADTEACHER, person_of(hr, DEPUTY).person, acting=True)
    with pytest.raises(Refused, match="waits to be confirmed"):
        school.desk(DEPUTY).answers_of_one().people()
