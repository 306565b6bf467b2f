from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.shares import LEAST, TURN, Span, apart, arcs_of, spans_of

COUNTS = st.lists(st.integers(0, 20_000), min_size=1, max_size=6)


def test_a_quarter_is_a_quarter_of_the_turn():
    signed, rest = arcs_of((30, 90))
    assert (signed.start, signed.span, signed.middle) == (0.0, 90.0, 45.0)
    assert (rest.start, rest.span) == (90.0, 270.0)


@given(COUNTS)
def test_the_arcs_follow_each_other_round_the_whole_turn(counts):
    arcs = arcs_of(counts)
    assert sum(arc.span for arc in arcs) == pytest.approx(TURN if any(counts) else 0.0)
    for before, after in pairwise(arcs):
        assert after.start == pytest.approx(before.start + before.span)


@given(COUNTS)
def test_what_is_there_is_seen_and_what_is_not_has_no_arc(counts):
    for count, arc in zip(counts, arcs_of(counts), strict=True):
        assert arc.span >= LEAST * 0.9 if count else arc.span == 0.0


def test_one_of_thousands_takes_its_room_from_the_many():
    one, many = arcs_of((1, 19_999))
    assert one.span == LEAST
    assert many.span == TURN - LEAST


def test_labels_that_stand_apart_stay_where_they_are():
    assert apart((10.0, 100.0, 200.0), 30.0) == (10.0, 100.0, 200.0)


@given(st.lists(st.floats(0, 359), min_size=1, max_size=6).map(sorted), st.floats(1, 50))
def test_labels_never_stand_nearer_than_they_may(directions, least):
    moved = apart(directions, least)
    for before, after in pairwise(moved):
        assert after - before >= least - 0.001
    if len(moved) > 1:
        assert moved[0] + TURN - moved[-1] >= least - 0.001


def test_no_labels_need_no_room():
    assert apart((), 30.0) == ()


def test_a_bar_is_as_long_as_its_sum_of_the_whole():
    assert spans_of((10, 30), 80) == (Span(0.0, 0.125), Span(0.125, 0.375))
    assert spans_of((0, 0), 0) == (Span(0.0, 0.0), Span(0.0, 0.0))


@given(COUNTS)
def test_the_parts_of_a_bar_follow_each_other_and_fill_it(counts):
    spans = spans_of(counts, sum(counts))
    for before, after in pairwise(spans):
        assert after.start == pytest.approx(before.start + before.length)
    assert sum(span.length for span in spans) == pytest.approx(1.0 if any(counts) else 0.0)
