from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from tests.domain.register_lines import DUE, TODAY, any_view, line, signed, view

from candour.domain.register_view import AGEING, COMPLETION, Among, By, Filter, keeping
from candour.domain.round import CheckState


def days_ago(days: int):
    return TODAY - timedelta(days=days)


@given(any_view)
def test_completion_parts_everybody_without_rest(seen):
    for each in seen.lines:
        assert sum(keeping(which, TODAY)(each) for which in COMPLETION) == 1


@given(any_view)
def test_ageing_parts_whoever_has_not_signed_and_is_not_away_without_rest(seen):
    for each in seen.lines:
        waits = not each.signed and each.away_until is None
        assert sum(keeping(which, TODAY)(each) for which in AGEING) == waits


@given(any_view)
def test_a_count_is_how_many_lines_the_filter_keeps(seen):
    groups = [Among(By.ROLE, name) for name in ("Class teacher", "Office", "Cook", "")]
    for which in (*Filter, *groups, Among(By.PHASE, "")):
        assert seen.count(which) == len([each for each in seen.lines if keeping(which, TODAY)(each)])
    assert sum(seen.count(which) for which in groups) == seen.count(Filter.EVERYONE)


@pytest.mark.parametrize(
    ("late", "which"),
    [
        (-1, Filter.DUE_LATER),
        (0, Filter.DUE_LATER),
        (1, Filter.OVER_A_WEEK),
        (7, Filter.OVER_A_WEEK),
        (8, Filter.OVER_TWO_WEEKS),
        (14, Filter.OVER_TWO_WEEKS),
        (15, Filter.OVER_LONGER),
        (300, Filter.OVER_LONGER),
    ],
)
def test_the_bars_of_ageing_begin_and_end_on_their_day(late, which):
    one = line(due=days_ago(late))
    assert [each for each in AGEING if keeping(each, TODAY)(one)] == [which]


def test_nobody_who_signed_or_is_away_is_late():
    away = line(due=days_ago(30), away_until=TODAY)
    assert not any(
        keeping(which, TODAY)(one) for which in AGEING for one in (away, signed(TODAY, due=days_ago(30)))
    )
    assert keeping(Filter.NOT_BEGUN, TODAY)(away)


def test_who_is_under_way_and_overdue_counts_as_overdue_alone():
    one = line(CheckState.IN_PROGRESS, due=days_ago(1))
    assert [which for which in COMPLETION if keeping(which, TODAY)(one)] == [Filter.OVERDUE]


@pytest.mark.parametrize(("days", "kept"), [(-1, False), (0, True), (60, True), (61, False)])
def test_an_exception_ends_soon_from_today_to_the_sixtieth_day(days, kept):
    one = line(exception_ends=TODAY + timedelta(days=days))
    assert keeping(Filter.ENDING, TODAY)(one) is kept


def test_whose_request_waits_is_kept_once_however_many_wait():
    assert view(line(undecided=2), line(undecided=0), line(undecided=1)).count(Filter.UNDECIDED) == 2


def test_a_role_counts_as_far_as_its_comma():
    lines = [
        line(role=role) for role in ("Class teacher, Year 2", "Class teacher", "Class teacher , Year 5", "Cook")
    ]
    assert view(*lines).count(Among(By.ROLE, "Class teacher")) == 3
    assert view(*lines).count(Among(By.ROLE, "Class teacher, Year 2")) == 0


def test_two_views_of_the_same_lines_are_equal_though_one_was_counted():
    lines = (line(), line(due=DUE))
    counted = view(*lines)
    counted.count(Filter.SIGNED)
    assert counted == view(*lines)
