from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.round import SIGNED, CheckState, together

STATES = st.lists(st.sampled_from(CheckState), min_size=1, max_size=4)


@given(STATES)
def test_signed_means_that_all_that_was_asked_is_signed(states):
    assert (together(states) in SIGNED) == all(state in SIGNED for state in states)


@given(STATES)
def test_something_open_in_one_is_something_open_in_all(states):
    found = together(states)
    if found in SIGNED:
        assert (found is CheckState.SIGNED_OPEN) == (CheckState.SIGNED_OPEN in states)


@given(STATES)
def test_not_started_means_that_nothing_was_begun_and_one_checklist_stands_as_it_is(states):
    assert (together(states) is CheckState.NOT_STARTED) == (set(states) == {CheckState.NOT_STARTED})
    assert together(states[:1]) is states[0]


def test_who_was_asked_nothing_has_signed_nothing():
    assert together([]) is CheckState.NOT_STARTED
