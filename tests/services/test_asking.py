from __future__ import annotations

from datetime import timedelta

import pytest
from tests.deciding import approve_standing
from tests.schools import ROUND, TODAY, person_of, sign_with, some_request, there

from candour.domain.people import Office
from candour.register import drafts as content_rows
from candour.register import requests as request_rows
from candour.sample import people as cast
from candour.services.people import NewPerson
from candour.services.request_moving import office_of

TEACHER = cast.CLASS_TEACHER.number


def office_behind(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        row = there(request_rows.request(at, reference))
        return office_of(at, row), set(content_rows.content(at, row.content).keys)


def joined(school):
    """Return the app of somebody who came after the round had opened: no check is open for them."""
    office = school.office()
    (joiner,) = office.people().add((NewPerson("0077", "Nora Newly", "", "Cook", "Kitchen"),))
    return school.desk("0077", office.keepers().invite(joiner.person).code)


def test_colleagues_are_offered_by_name_and_nobody_themselves(school):
    ground = school.desk(TEACHER).asking().ground()
    names = [name for _, name in ground.staff]
    assert cast.HEADTEACHER.name in names
    assert cast.CLASS_TEACHER.name not in names
    assert names == sorted(names)


def test_what_was_said_of_the_accounts_stands_beside(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(theirs.my_check().open().last_year["accounts"])
    assert set(theirs.asking().ground().answers) == {"accounts"}


def test_who_has_no_check_open_asks_with_the_pack_in_force(school):
    theirs = joined(school)
    ground = theirs.asking().ground()
    assert ground.names.headteacher == cast.HEADTEACHER.name
    assert ground.answers == {}
    reference = theirs.requests().ask(some_request())
    with theirs.sign_in.session.register.read() as at:
        assert there(request_rows.request(at, reference)).round == ROUND


def test_before_the_first_round_a_request_belongs_to_the_school_year(school):
    school.clock.at = school.clock.at.replace(year=2024, month=3, day=1)
    theirs = school.desk(TEACHER)
    assert theirs.asking().ground().names.headteacher
    reference = theirs.requests().ask(some_request())
    assert reference == "E-2023-001"
    with theirs.sign_in.session.register.read() as at:
        assert there(request_rows.request(at, reference)).round == ""


def test_after_signing_a_request_can_be_sent_as_well(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    assert theirs.requests().ask(some_request()) == "E-2026-001"


def test_standing_approvals_are_told_to_those_whom_they_are_for_while_they_hold(school):
    theirs = school.desk(TEACHER)
    mine, other = person_of(theirs, TEACHER).person, person_of(theirs, cast.ASSISTANT.number).person
    approve_standing(school, "Ringing in sick", question="own-phone")
    approve_standing(school, "The trip", mine, other, until=TODAY + timedelta(days=3))
    approve_standing(school, "The other's trip", other)
    approve_standing(school, "Over", until=TODAY - timedelta(days=1))
    approve_standing(school, "Later", since=TODAY + timedelta(days=1))
    found = theirs.asking().ground().approved
    assert [(each.question, each.words, each.until) for each in found] == [
        ("own-phone", "Ringing in sick", None),
        ("own-phone", "The trip", TODAY + timedelta(days=3)),
    ]


@pytest.mark.parametrize("named", [cast.HEADTEACHER, cast.DEPUTY], ids=["the Headteacher", "who acts for them"])
def test_what_names_whoever_is_headteacher_goes_to_the_chair(school, named):
    office = school.office()
    deputy = person_of(office, cast.DEPUTY.number)
    office.people().give_office(Office.HEADTEACHER, deputy.person, TODAY, None, acting=True)
    theirs = school.desk(TEACHER)
    staff = person_of(theirs, named.number).person
    reference = theirs.requests().ask(some_request(staff=staff))
    assert office_behind(theirs, reference) == (Office.CHAIR, {theirs.sign_in.session.keys.reading_id})


def test_what_names_another_colleague_stays_with_the_headteacher(school):
    theirs = school.desk(TEACHER)
    staff = person_of(theirs, cast.ASSISTANT.number).person
    office, readers = office_behind(theirs, theirs.requests().ask(some_request(staff=staff)))
    assert office is Office.HEADTEACHER
    assert len(readers) == 2
