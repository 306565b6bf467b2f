from __future__ import annotations

from datetime import timedelta

import pytest
from tests.schools import ROUND, TODAY, let_post, person_of, sign_with

from candour.domain.register_view import Filter, keeping
from candour.domain.round import CheckState
from candour.errors import Refused
from candour.sample import people as cast

TEACHER, ASSISTANT = cast.CLASS_TEACHER.number, cast.ASSISTANT.number


def view_of(school):
    found = school.office().register_view().current()
    assert found is not None
    return found


def line_of(view, number):
    return next(line for line in view.lines if line.number == number)


def test_everybody_who_is_here_has_a_line_with_the_state_that_hr_may_see(school):
    sign_with(school.desk(TEACHER))
    view = view_of(school)
    assert view.round == ROUND
    line = line_of(view, TEACHER)
    assert (line.state, line.signed_on) == (CheckState.SIGNED, TODAY)
    assert line_of(view, ASSISTANT).state is CheckState.NOT_STARTED
    names = [each.name.casefold() for each in view.lines]
    assert names == sorted(names)


def test_the_counts_are_those_of_the_journal(school):
    sign_with(school.desk(TEACHER))
    view = view_of(school)
    with school.register().read() as at:
        entries = at.exec_driver_sql("SELECT subject FROM entries WHERE kind = 'declared'").scalars().all()
        members = (
            at.exec_driver_sql("SELECT DISTINCT person FROM in_round WHERE round = ?", (ROUND,)).scalars().all()
        )
    assert view.count(Filter.SIGNED) == len({each for each in entries if each.startswith("D-2026-")})
    assert view.count(Filter.EVERYONE) == len(members)
    assert view.count(Filter.SIGNED) + view.count(Filter.NOT_SIGNED) == view.count(Filter.EVERYONE)


def test_overdue_is_a_label_of_dates_and_nobody_who_signed_or_is_away_has_it(school):
    sign_with(school.desk(TEACHER))
    office = school.office()
    office.people().away(person_of(office, ASSISTANT).person, TODAY + timedelta(days=100))
    school.clock.at += timedelta(days=60)
    view = view_of(school)
    assert not line_of(view, TEACHER).overdue(view.today)
    away = line_of(view, ASSISTANT)
    assert (away.overdue(view.today), keeping(Filter.AWAY, view.today)(away)) == (False, True)
    assert view.count(Filter.OVERDUE) == view.count(Filter.NOT_SIGNED) - 1


def test_who_has_left_is_in_no_count(school):
    office = school.office()
    before = view_of(school).count(Filter.EVERYONE)
    office.people().leave(person_of(office, TEACHER).person, TODAY)
    assert view_of(school).count(Filter.EVERYONE) == before - 1


def test_only_hr_reads_it(school):
    with pytest.raises(Refused):
        school.desk(TEACHER).register_view().current()


def test_who_is_asked_two_checklists_has_signed_on_the_day_of_the_second(school):
    let_post(school, TEACHER)
    sign_with(school.desk(TEACHER))
    assert line_of(view_of(school), TEACHER).first_signed is None
    school.clock.at += timedelta(days=2)
    sign_with(school.desk(TEACHER), checklist="school")
    line = line_of(view_of(school), TEACHER)
    assert (line.first_signed, line.signed_on) == (TODAY + timedelta(days=2),) * 2
