from __future__ import annotations

from datetime import date, timedelta

import pytest

from candour.domain.request_dates import Reminder, acts_open_to, counts_as, reminder_on
from candour.domain.request_moves import APPROVED, MOVES, Mover, RequestAct, RequestState

DAY = date(2026, 10, 1)


def in_days(days: int) -> date:
    return DAY + timedelta(days=days)


@pytest.mark.parametrize("state", RequestState)
def test_an_approved_request_is_an_exception_an_undecided_one_waits_and_every_other_is_closed(state):
    waiting = {RequestState.DRAFT, RequestState.WAITING, RequestState.QUESTION}
    expected = "approved" if state in APPROVED else "waiting" if state in waiting else "closed"
    assert counts_as(state.value) == expected


@pytest.mark.parametrize("state", RequestState)
@pytest.mark.parametrize("mover", Mover)
def test_what_is_open_to_somebody_is_what_the_table_says(mover, state):
    found = acts_open_to(mover, state)
    assert {act for act in RequestAct if MOVES.get((state, act), (None, None))[0] is mover} == set(found)


def test_who_asked_may_say_that_an_approved_one_is_still_right_or_end_it():
    assert acts_open_to(Mover.ASKER, RequestState.APPROVED) == (RequestAct.STILL_RIGHT, RequestAct.END)


@pytest.mark.parametrize(
    ("days", "why"),
    [(61, None), (60, Reminder.ENDS), (15, Reminder.ENDS), (14, Reminder.ENDS_SOON), (0, Reminder.ENDS_SOON)],
)
def test_an_end_is_told_of_sixty_days_before_and_becomes_pressing_at_fourteen(days, why):
    assert reminder_on(DAY, "Approved", in_days(days), DAY) is why


def test_what_runs_on_is_looked_at_once_a_year():
    a_year_ago, later = in_days(-365), in_days(-364)
    for until in (None, in_days(200)):
        assert reminder_on(DAY, "Approved with conditions", until, a_year_ago) is Reminder.STILL_RIGHT
        assert reminder_on(DAY, "Approved with conditions", until, later) is None


def test_what_is_not_approved_reminds_of_nothing():
    for state in set(RequestState) - APPROVED:
        assert reminder_on(DAY, state.value, in_days(5), in_days(-800)) is None
