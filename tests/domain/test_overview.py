from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.register_lines import DUE, TODAY, any_view, line, signed, view

from candour.domain.overview import HANDS, Group, begun, groups_of, may_need_a_hand, overview_of
from candour.domain.register_view import AGEING, COMPLETION, Among, By, Filter, keeping
from candour.domain.round import CheckState


def which_of(group: Group) -> Among:
    assert group.which is not None
    return group.which


@given(any_view)
def test_every_number_of_the_pictures_is_the_count_of_a_filter(seen):
    found = overview_of(seen)
    assert dict((*found.completion, *found.ageing)) == {w: seen.count(w) for w in (*COMPLETION, *AGEING)}
    assert (found.signed, found.overdue, found.of) == (
        seen.count(Filter.SIGNED),
        seen.count(Filter.OVERDUE),
        seen.count(Filter.EVERYONE),
    )
    assert found.away == sum(each.away_until is not None and not each.signed for each in seen.lines)
    for group in (*found.by_role, *found.by_phase):
        assert group.whole == seen.count(which_of(group))
        assert group.unsigned == sum(
            not each.signed for each in seen.lines if keeping(which_of(group), TODAY)(each)
        )


@given(any_view, st.integers(2, 6))
def test_small_groups_stand_together_so_that_none_is_smaller_than_it_may_be(seen, least):
    groups = groups_of(seen, By.ROLE, least)
    assert all(group.whole >= least for group in groups)
    assert sum(group.whole for group in groups) in (0, len(seen.lines))
    for place in range(len(COMPLETION)):
        assert not groups or sum(group.counts[place] for group in groups) == seen.count(COMPLETION[place])


def test_where_the_largest_part_has_not_signed_comes_first_and_what_stands_together_last():
    lines = [signed(TODAY, role="Office"), line(role="Office")]
    lines += [signed(TODAY, role="Cook") for _ in range(3)] + [line(role="Class teacher") for _ in range(3)]
    assert [which_of(group).name for group in groups_of(view(*lines), By.ROLE)] == [
        "Class teacher",
        "Office",
        "Cook",
    ]
    merged = groups_of(view(*lines, *(line(role="Deputy") for _ in range(1))), By.ROLE, 3)
    assert [group.which and group.which.name for group in merged] == ["Class teacher", "Cook", None]
    assert merged[-1].whole == 3


def test_one_group_alone_is_no_comparison():
    assert groups_of(view(line(), line()), By.PHASE) == ()


def test_before_anybody_has_begun_there_is_nothing_to_paint():
    assert not begun(overview_of(view(line(due=TODAY), line(due=TODAY))).completion)
    assert begun(overview_of(view(line(due=TODAY), line(CheckState.IN_PROGRESS, due=TODAY))).completion)
    assert begun(overview_of(view(line(due=DUE))).completion)


def test_a_hand_is_offered_to_the_oldest_due_first_and_to_five_at_most():
    late = [line(due=TODAY - timedelta(days=days)) for days in (2, 30, 9)]
    soon = [line(due=TODAY + timedelta(days=days)) for days in (7, 8)]
    away = line(due=TODAY - timedelta(days=90), away_until=TODAY)
    done = signed(TODAY, due=TODAY - timedelta(days=90))
    found = may_need_a_hand(view(*late, *soon, away, done))
    assert found == (late[1], late[2], late[0], soon[0])
    assert len(may_need_a_hand(view(*(line() for _ in range(9))))) == HANDS == 5
