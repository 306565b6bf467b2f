from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.schools import ROUND, TODAY, person_of, there

from candour.domain.people import Contact, Office
from candour.domain.round_dates import joiner_due
from candour.errors import Refused
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.sample import people as cast
from candour.services.known import held_by
from candour.services.people import NewPerson

TEACHER = cast.CLASS_TEACHER.number


def somebody(number="0091", name="Nia New", role="Cook"):
    return NewPerson(number, name, "", role, "Kitchen")


def everybody(theirs):
    with theirs.sign_in.session.register.read() as at:
        return {person.number: person.name for person in people_rows.current(at)}


def test_people_are_added_as_one_entry(school):
    office = school.office()
    before = office.sign_in.session.register.head().position
    added = office.people().add((somebody(), somebody("0092", "Łucja  Nguyễn")))
    assert office.sign_in.session.register.head().position == before + 1
    assert [(each.number, each.name, each.here) for each in added] == [
        ("0091", "Nia New", True),
        ("0092", "Łucja Nguyễn", True),
    ]
    assert everybody(school.office())["0092"] == "Łucja Nguyễn"


@pytest.mark.parametrize(("name", "character"), [("Mei 李", "李"), ("Ada ☃", "☃"), ("Ann \u202eNan", "\u202e")])
def test_a_name_that_cannot_be_printed_is_refused_with_its_character(school, name, character):
    office = school.office()
    with pytest.raises(Refused) as refused:
        office.people().add((somebody(), somebody("0092", name)))
    assert f"the character {character}, which our documents cannot print" in str(refused.value)
    assert "0091" not in everybody(office)


def test_a_role_that_cannot_be_printed_is_refused_too(school):
    with pytest.raises(Refused, match="cannot print"):
        school.office().people().add((somebody(role="Teacher 李"),))


@pytest.mark.parametrize("number", ["0004", "4", "04", " 0004 "])
def test_a_number_that_gives_the_same_references_is_taken(school, number):
    office = school.office()
    with pytest.raises(Refused, match="is taken: give Nia New another"):
        office.people().add((somebody(number),))


def test_two_of_one_number_in_one_list_are_refused_and_nobody_is_added(school):
    office = school.office()
    for first, second in (("0091", "91"), ("a1", "A1")):
        with pytest.raises(Refused, match="is taken"):
            office.people().add((somebody(first), somebody(second, "Nat New")))
    assert set(everybody(office)) == {"0001", "0002", "0003", "0004", "0038", "0041"}


@pytest.mark.parametrize("number", ["0041-2", "0041-S", "../1", "9/1", "٣٤", "1 2"])
def test_a_number_that_would_blur_a_reference_is_refused(school, number):
    with pytest.raises(Refused, match="letters and digits alone"):
        school.office().people().add((somebody(number),))


@pytest.mark.parametrize(("number", "name"), [("", "Nia New"), (" ", "Nia New"), ("0091", " "), ("0091", "")])
def test_everybody_has_a_name_and_a_number(school, number, name):
    with pytest.raises(Refused, match="a name and a staff number"):
        school.office().people().add((somebody(number, name),))


@pytest.mark.parametrize("number", [TEACHER, cast.HEADTEACHER.number, cast.DEPUTY.number])
def test_only_hr_changes_the_list(school, number):
    theirs = school.desk(number)
    people, person = theirs.people(), theirs.sign_in.session.person
    for change in (
        lambda: people.add((somebody(),)),
        lambda: people.appoint(Office.HR, person),
    ):
        with pytest.raises(Refused, match="Only somebody who is hr can do this"):
            change()


def test_an_office_is_held_from_today(school):
    office = school.office()
    teacher = person_of(office, TEACHER).person
    office.people().appoint(Office.DEPUTY_LEAD, teacher, acting=True)
    with office.sign_in.session.register.read() as at:
        assert held_by(at, teacher, TODAY) == (Office.DEPUTY_LEAD,)
        assert held_by(at, teacher, TODAY.replace(month=9)) == ()
        assert people_rows.holder(at, Office.DEPUTY_LEAD, TODAY).name == "Siân Sample"  # type: ignore[union-attr]


def test_the_newest_contact_of_an_office_counts(school):
    office = school.office()
    office.offices().put_contacts((Contact(Office.CHAIR, "Grace Specimen", "", "01632 960 009"),))
    with office.sign_in.session.register.read() as at:
        chairs = [each.name for each in people_rows.contacts(at) if each.office == Office.CHAIR]
    assert chairs == ["Grace Specimen"]


def test_a_contact_without_a_name_is_taken_off_the_card(school):
    office = school.office()
    office.offices().put_contacts((Contact(Office.CHAIR, "", "", ""),))
    with office.sign_in.session.register.read() as at:
        assert Office.CHAIR not in {each.office for each in people_rows.contacts(at)}


def due_of(office, number):
    person = person_of(office, number).person
    with office.sign_in.session.register.read() as at:
        own = round_rows.in_round(at, ROUND, person)
    return None if own is None else own.due


def test_a_joiner_comes_into_the_running_check_with_four_weeks(school):
    school.clock.go_on(days=30)
    office = school.office()
    office.people().add((somebody(),))
    assert due_of(office, "0091") == joiner_due(due_of(office, TEACHER), office.sign_in.session.today())
    assert due_of(office, "0091") > due_of(office, TEACHER)
    code = office.keepers().invite(person_of(office, "0091").person).code
    assert school.desk("0091", code).my_check().open().due == due_of(office, "0091")


def test_a_joiner_has_the_day_that_hr_gives_them(school):
    office = school.office()
    assert there(office.people().joins()).round == ROUND
    office.people().enter(replace(person_of(office, TEACHER), person="", number="0091", email=""), TODAY)
    assert due_of(office, "0091") == TODAY
    with pytest.raises(Refused, match="today or later"):
        office.people().add((somebody("0092"),), TODAY - timedelta(days=1))


def test_a_joiner_may_sit_the_running_check_out_and_comes_into_the_next(school):
    office = school.office()
    office.rounds().open_round(2027, date(2027, 9, 6), date(2027, 10, 15))
    person = office.people().add((somebody(),), kept_out=True)[0].person
    assert due_of(office, "0091") is None
    with office.sign_in.session.register.read() as at:
        assert round_rows.kept_out(at, ROUND) == {person}
        assert there(round_rows.in_round(at, "2027–28", person)).due == date(2027, 10, 15)


def test_who_is_entered_in_summer_waits_for_the_next_check(school):
    school.clock.at = school.clock.at.replace(year=2027, month=7, day=1)
    office = school.office()
    assert office.people().joins() is None
    office.people().add((somebody(),))
    assert due_of(office, "0091") is None


def test_who_is_back_is_in_the_check_and_keeps_the_day_that_they_had(school):
    office = school.office()
    new = office.people().add((somebody(),), kept_out=True)[0]
    office.people().leave(new.person, TODAY)
    office.people().change(new.person, somebody())
    assert due_of(office, "0091") is not None
    office.people().ask_by(new.person, TODAY)
    office.people().leave(new.person, TODAY)
    office.people().change(new.person, somebody())
    assert due_of(office, "0091") == TODAY
