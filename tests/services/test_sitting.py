"""A sitting reads names and count with the register's key alone, and goes on after its starter has locked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.schools import TODAY, person_of, sign_with

from candour.domain.register_view import Filter
from candour.errors import Refused
from candour.sample import people as cast
from candour.services.people import NewPerson

TEACHER, ASSISTANT = cast.CLASS_TEACHER, cast.ASSISTANT


@pytest.mark.parametrize("who", [cast.BUSINESS_MANAGER, cast.HEADTEACHER], ids=["HR", "Headteacher"])
def test_hr_and_the_headteacher_start_one_and_it_outlasts_their_session(school, who):
    theirs = school.desk(who.number)
    sitting = theirs.sitting()
    theirs.sign_in.lock()
    before = sitting.now()
    assert TEACHER.name in [each.name for each in before.names]
    sign_with(school.desk(TEACHER.number))
    now = sitting.now()
    assert TEACHER.name not in [each.name for each in now.names]
    assert (now.signed, now.of) == (before.signed + 1, before.of)


@pytest.mark.parametrize("who", [TEACHER, cast.DEPUTY], ids=["teacher", "deputy"])
def test_nobody_else_starts_one(school, who):
    with pytest.raises(Refused, match="hr or headteacher"):
        school.desk(who.number).sitting()


def test_its_counts_are_those_of_the_register(school):
    sign_with(school.desk(TEACHER.number))
    office = school.office()
    view, now = office.register_view().current(), office.sitting().now()
    assert (now.signed, now.of) == (view.count(Filter.SIGNED), view.count(Filter.EVERYONE))
    assert len(now.names) == view.count(Filter.NOT_SIGNED)
    assert now.school == cast.SCHOOL


def test_who_left_is_not_on_the_list_and_what_signing_in_looks_up_is_the_number(school):
    office = school.office()
    office.people().leave(person_of(office, ASSISTANT.number).person, TODAY)
    now = office.sitting().now()
    assert ASSISTANT.number not in [each.person for each in now.names]
    assert TEACHER.number in [each.person for each in now.names]


def test_two_of_one_name_are_told_apart_by_their_numbers(school):
    office = school.office()
    office.people().enter(replace(person_of(office, ASSISTANT.number), name=TEACHER.name))
    names = [each.name for each in office.sitting().now().names]
    assert f"{TEACHER.name} ({TEACHER.number})" in names
    assert f"{TEACHER.name} ({ASSISTANT.number})" in names


def test_before_any_check_has_opened_there_is_nothing_to_sign(school):
    sitting = school.office().sitting()
    school.clock.at -= timedelta(days=3 * 365)
    assert sitting.now() is None


def test_it_tells_how_many_have_neither_a_code_nor_a_key(school):
    office = school.office()
    assert office.sitting().now().without_way_in == 0
    guest = office.people().add([NewPerson("0099", "Una Specimen", "", "Cook", "Lunchtime")])[0]
    office.people().ask_by(guest.person, TODAY + timedelta(days=9))
    assert office.sitting().now().without_way_in == 1
    office.keepers().invite(guest.person)
    assert office.sitting().now().without_way_in == 0
