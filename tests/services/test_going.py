from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.deciders import APPROVE, ASSISTANT, HEAD, TEACHER, asked, chairs
from tests.schools import ROUND, TODAY, person_of, sign_with, there

from candour.domain.checklist import Given
from candour.domain.going import ExceptionsNow
from candour.domain.put_right import OpenPoint
from candour.domain.register_view import COMPLETION, Filter
from candour.errors import Refused
from candour.register import register_lists

SOON = TODAY + timedelta(days=5)


def hrs(school):
    return there(school.office().going().going())


def test_hr_sees_the_counts_of_the_register_and_who_may_need_a_hand(school):
    sign_with(school.desk(TEACHER))
    school.clock.go_on(days=60)
    found, view = hrs(school), school.office().register_view().current()
    assert found.overview.completion == tuple((which, view.count(which)) for which in COMPLETION)
    assert found.overview.signed == 1
    assert [line.number for line in found.hand] == [line.number for line in view.lines if not line.signed]
    assert (found.exceptions, found.settled) == (None, None)


def test_the_headteacher_sees_requests_by_age_and_no_name(school):
    asked(school)
    school.clock.go_on(days=8)
    asked(school, ASSISTANT)
    asked(school, HEAD)
    found = school.desk(HEAD).going().going()
    assert found.hand == ()
    assert found.exceptions == ExceptionsNow((1, 1, 0), 0)


def test_an_approval_that_ends_soon_is_counted_and_one_that_is_over_is_not(school):
    soon, far = TODAY + timedelta(days=30), TODAY + timedelta(days=200)
    heads = school.desk(HEAD)
    for number, until in ((TEACHER, soon), (ASSISTANT, far)):
        decision = replace(APPROVE, until=until)
        heads.deciding().decide(asked(school, number, until=until), decision, "")
    assert heads.going().going().exceptions == ExceptionsNow((0, 0, 0), 1)
    view = school.office().register_view().current()
    assert [line.number for line in view.lines if line.exception_ends == soon] == [TEACHER]
    assert view.count(Filter.ENDING) == 1
    school.clock.go_on(days=31)
    assert school.desk(HEAD).going().going().exceptions.ending == 0


def test_the_chair_counts_what_is_the_chairs_alone_and_meets_no_small_group(school):
    sign_with(school.desk(TEACHER))
    asked(school)
    theirs = chairs(school)
    asked(school, HEAD)
    found = there(theirs.going().going())
    assert found.exceptions == ExceptionsNow((1, 0, 0), 0)
    assert found.hand == ()
    assert all(group.whole >= 5 for group in (*found.overview.by_role, *found.overview.by_phase))


def test_what_was_put_right_is_told_once_the_day_to_sign_by_is_past(school):
    heads = school.desk(HEAD)
    assert heads.going().going().settled is None
    school.clock.go_on(days=90)
    assert school.desk(HEAD).going().going().settled == ()


def test_a_point_that_was_open_at_signing_is_known_and_that_it_is_settled_since(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [Given("parents", ("still-there",), until=SOON)])
    person = person_of(school.office(), TEACHER).person

    def points():
        with school.register().read() as at:
            return register_lists.open_points(at, ROUND)

    (opened,) = points()
    assert opened == OpenPoint(person, opened.point, still=True)
    declaring = theirs.declaring()
    declaring.done("parents")
    declaring.sign("")
    assert points() == [OpenPoint(person, opened.point, still=False)]


def test_the_first_day_of_signing_stays_though_they_sign_again(school):
    sign_with(school.desk(TEACHER))
    school.clock.go_on(days=3)
    theirs = school.desk(TEACHER)
    theirs.updating().begin(("posts",))
    theirs.my_check().save(Given("posts", ("took-down",)))
    declaring = theirs.declaring()
    declaring.prepare()
    declaring.sign("")
    view = school.office().register_view().current()
    (line,) = [each for each in view.lines if each.number == TEACHER]
    assert (line.first_signed, line.signed_on) == (TODAY, TODAY + timedelta(days=3))


def test_last_year_is_counted_with_everybody_who_was_in_it(school):
    last = school.office().register_view().current().last_year
    assert last.of == len(last.signed) == 5
    assert last.opens.year == TODAY.year - 1


def test_who_holds_no_such_office_is_refused(school):
    with pytest.raises(Refused):
        school.desk(TEACHER).going().going()


def test_a_request_that_waits_is_counted_for_its_person_until_it_is_decided(school):
    reference = asked(school)
    assert school.office().register_view().current().count(Filter.UNDECIDED) == 1
    school.desk(HEAD).deciding().decide(reference, APPROVE, "")
    assert school.office().register_view().current().count(Filter.UNDECIDED) == 0
