from __future__ import annotations

from datetime import timedelta

import pytest
from tests.schools import ROUND, TODAY, person_of, sign_with

from candour.domain.people import Office
from candour.errors import Refused
from candour.register import keys as key_rows
from candour.sample import people as cast
from candour.services.people import NewPerson

TEACHER, HEAD, DEPUTY = cast.CLASS_TEACHER.number, cast.HEADTEACHER.number, cast.DEPUTY.number
BUSINESS = cast.BUSINESS_MANAGER.number


def details(number="0091", name="Nia New", email="", role="Cook"):
    return NewPerson(number, name, email, role, "Kitchen")


def added(office, **said):
    return office.people().add((details(**said),))[0].person


def file_of(office, number):
    return office.people_list().one(person_of(office, number).person)


def line_of(office, number):
    return next(line for line in office.people_list().all() if line.number == number)


def test_the_list_says_who_has_keys_who_has_a_code_and_who_holds_what(school):
    office = school.office()
    added(office)
    assert (line_of(office, "0091").has_key, line_of(office, "0091").code_until) == (False, None)
    office.keepers().invite(person_of(office, "0091").person)
    assert line_of(office, "0091").code_until == TODAY + timedelta(days=30)
    assert line_of(office, HEAD).has_key
    assert Office.HEADTEACHER in line_of(office, HEAD).offices


def test_who_has_left_comes_last(school):
    office = school.office()
    office.people().leave(person_of(office, TEACHER).person, TODAY)
    lines = office.people_list().all()
    assert (lines[-1].number, lines[-1].here) == (TEACHER, False)
    names = [line.name.casefold() for line in lines[:-1]]
    assert names == sorted(names)


def test_details_change_and_the_number_stays(school):
    office = school.office()
    person = person_of(office, TEACHER)
    office.people().change(person.person, details("9999", "Sioned Sample", "s@sample.example", "Class teacher"))
    assert (file_of(office, TEACHER).details.name, file_of(office, TEACHER).details.phase) == (
        "Sioned Sample",
        "Kitchen",
    )


def test_an_e_mail_that_is_somebody_else_s_is_refused(school):
    office = school.office()
    with pytest.raises(Refused, match="is somebody else's"):
        added(office, email=cast.CLASS_TEACHER.email.upper())
    with pytest.raises(Refused, match="is somebody else's"):
        office.people().change(
            person_of(office, HEAD).person, details(name=cast.HEADTEACHER.name, email=cast.CLASS_TEACHER.email)
        )


def test_somebody_is_away_until_a_day_and_back_without_a_reason(school):
    office = school.office()
    person = person_of(office, TEACHER).person
    office.people().away(person, TODAY + timedelta(days=20))
    assert file_of(office, TEACHER).line.away_until == TODAY + timedelta(days=20)
    office.people().away(person, None)
    assert file_of(office, TEACHER).line.away_until is None
    office.people().away(person, TODAY)
    school.clock.go_on(days=1)
    assert line_of(school.office(), TEACHER).away_until is None
    with pytest.raises(Refused, match="today or later"):
        office.people().away(person, TODAY - timedelta(days=1))


def test_who_left_signs_in_no_more_and_their_keys_are_closed(school):
    office = school.office()
    person = person_of(office, TEACHER).person
    office.keepers().invite(person)
    office.people().leave(person, TODAY)
    with pytest.raises(Refused, match="You have left this school"):
        school.desk(TEACHER)
    with office.sign_in.session.register.read() as at:
        assert key_rows.open_keys(at, person) == []
    found = file_of(office, TEACHER)
    assert (found.left_on, found.line.code_until, found.line.has_key) == (TODAY, None, False)
    with pytest.raises(Refused, match="has left already"):
        office.people().leave(person, TODAY)
    with pytest.raises(Refused, match="has left: bring them back"):
        office.keepers().invite(person)
    with pytest.raises(Refused, match="Only somebody who is here"):
        office.people().appoint(Office.DEPUTY_LEAD, person)


def test_nobody_leaves_ahead_of_the_day_or_while_they_hold_an_office(school):
    office = school.office()
    with pytest.raises(Refused, match="on the last day or after it"):
        office.people().leave(person_of(office, TEACHER).person, TODAY + timedelta(days=1))
    with pytest.raises(Refused, match="end that first"):
        office.people().leave(person_of(office, HEAD).person, TODAY)


def test_an_office_is_held_from_to_and_ends(school):
    office = school.office()
    teacher = person_of(office, TEACHER).person
    first, last = TODAY + timedelta(days=10), TODAY + timedelta(days=20)
    office.people().give_office(Office.DEPUTY_LEAD, teacher, first, last, acting=True)
    (held,) = file_of(office, TEACHER).holdings
    assert (held.office, held.since, held.until, held.acting, held.over) == (
        Office.DEPUTY_LEAD,
        first,
        last,
        True,
        False,
    )
    office.people().end_office(held.holding, first)
    assert file_of(office, TEACHER).holdings[0].until == first
    school.clock.go_on(days=11)
    assert file_of(school.office(), TEACHER).holdings[0].over
    with pytest.raises(Refused, match="not before its first"):
        office.people().end_office(held.holding, first - timedelta(days=1))
    with pytest.raises(Refused, match="not before its first"):
        office.people().give_office(Office.DEPUTY_LEAD, teacher, last, first, acting=False)


def test_one_person_is_headteacher_and_another_may_act(school):
    office = school.office()
    teacher = person_of(office, TEACHER).person
    with pytest.raises(Refused, match=r"is headteacher on that day: end that first, or tick"):
        office.people().appoint(Office.HEADTEACHER, teacher)
    office.people().appoint(Office.HEADTEACHER, teacher, acting=True)
    assert Office.HEADTEACHER in line_of(office, TEACHER).offices


def test_the_only_hr_stays_until_there_is_another(school):
    office = school.office()
    held = next(each for each in file_of(office, BUSINESS).holdings if each.office == Office.HR)
    with pytest.raises(Refused, match="Nobody else is hr"):
        office.people().end_office(held.holding, TODAY)
    office.people().appoint(Office.HR, person_of(office, DEPUTY).person)
    office.people().end_office(held.holding, TODAY)


def test_a_due_date_is_extended_until_they_have_signed(school):
    office = school.office()
    person = person_of(office, TEACHER).person
    later = TODAY + timedelta(days=60)
    office.people().ask_by(person, later)
    assert (file_of(office, TEACHER).asked, file_of(office, TEACHER).due) == (ROUND, later)
    assert school.desk(TEACHER).my_check().open().due == later
    with pytest.raises(Refused, match="today or later"):
        office.people().ask_by(person, TODAY - timedelta(days=1))
    sign_with(school.desk(TEACHER))
    with pytest.raises(Refused, match="They have signed already"):
        office.people().ask_by(person, later)


def test_who_came_after_the_round_opened_is_asked_in_it_too(school):
    office = school.office()
    person = added(office)
    assert file_of(office, "0091").due >= TODAY + timedelta(weeks=4)
    office.people().ask_by(person, TODAY)
    theirs = school.desk("0091", office.keepers().invite(person).code)
    assert theirs.my_check().open().due == TODAY


def test_the_file_shows_each_round_as_hr_may_see_it(school):
    sign_with(school.desk(TEACHER))
    newest, *older = file_of(school.office(), TEACHER).rounds
    assert (newest.round, newest.state, newest.signed_on) == (ROUND, "Signed", TODAY)
    assert older
    assert older[0].signed_on is not None


def test_only_hr_sees_the_list_and_changes_it(school):
    theirs = school.desk(HEAD)
    person, people = theirs.sign_in.session.person, theirs.people()
    for work in (
        theirs.people_list().all,
        lambda: theirs.people_list().one(person),
        lambda: people.change(person, details()),
        lambda: people.away(person, TODAY),
        lambda: people.leave(person, TODAY),
        lambda: people.give_office(Office.KEEPER, person, TODAY, None, acting=False),
        lambda: people.end_office("any", TODAY),
        lambda: people.ask_by(person, TODAY),
    ):
        with pytest.raises(Refused, match="Only somebody who is hr"):
            work()
