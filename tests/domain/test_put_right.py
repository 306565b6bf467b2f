from __future__ import annotations

from candour.domain.put_right import OpenPoint, Settled, settled_since


def opened(point: str, people: range, *, still: bool = False) -> list[OpenPoint]:
    return [OpenPoint(f"p{number}", point, still) for number in people]


def test_it_counts_whoever_had_a_point_open_and_has_it_open_no_longer():
    found = opened("2.1", range(9)) + opened("2.1", range(7, 12), still=True) + opened("2.8", range(6))
    assert settled_since(found) == (Settled("2.1", 7), Settled("2.8", 6))


def test_no_number_under_five_is_told():
    found = opened("2.1", range(4)) + opened("2.8", range(8)) + opened("2.8", range(4), still=True)
    assert settled_since(found) == ()


def test_a_person_counts_once_for_a_point_however_often_it_was_open():
    assert settled_since([*opened("2.1", range(5)), *opened("2.1", range(5))]) == (Settled("2.1", 5),)
