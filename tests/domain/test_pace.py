from __future__ import annotations

from candour.domain.pace import ENOUGH, REMEMBERED, Pace


def paced(*seconds):
    made = Pace()
    for each in seconds:
        made.note(each)
    return made


def test_nothing_is_said_before_enough_parts_are_done():
    assert paced(*[60] * (ENOUGH - 1)).left(100) is None
    assert paced(*[60] * ENOUGH).left(100) == 6000


def test_nothing_is_said_before_the_work_took_a_moment():
    assert paced(*[0.01] * 50).left(1000) is None


def test_the_last_parts_tell_so_that_a_disk_grown_slow_shows():
    assert paced(*[1] * 500, *[3] * REMEMBERED).left(10) == 30


def test_a_clock_that_runs_back_takes_nothing_away():
    assert paced(*[-5] * 5, *[2] * 5).left(1) == 1
