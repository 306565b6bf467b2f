from __future__ import annotations

from datetime import date, timedelta

import pytest

from candour.domain.people import Office
from candour.domain.request_moves import (
    Mover,
    RequestAct,
    RequestState,
    deciding_office,
    moved,
    refuse_own,
    state_on,
)
from candour.errors import Refused

S, A, M = RequestState, RequestAct, Mover
DAY = date(2027, 7, 31)

# Written out by hand from screens.md 2.1, so that a slip in the table is one here too only if made twice.
ALLOWED = {
    (S.DRAFT, A.ASK, M.ASKER): S.WAITING,
    (S.WAITING, A.QUESTION, M.DECIDER): S.QUESTION,
    (S.QUESTION, A.ANSWER, M.ASKER): S.WAITING,
    (S.WAITING, A.WITHDRAW, M.ASKER): S.WITHDRAWN,
    (S.QUESTION, A.WITHDRAW, M.ASKER): S.WITHDRAWN,
    (S.WAITING, A.APPROVE, M.DECIDER): S.APPROVED,
    (S.QUESTION, A.APPROVE, M.DECIDER): S.APPROVED,
    (S.WAITING, A.APPROVE_WITH_CONDITIONS, M.DECIDER): S.WITH_CONDITIONS,
    (S.QUESTION, A.APPROVE_WITH_CONDITIONS, M.DECIDER): S.WITH_CONDITIONS,
    (S.WAITING, A.NOT_APPROVE, M.DECIDER): S.NOT_APPROVED,
    (S.QUESTION, A.NOT_APPROVE, M.DECIDER): S.NOT_APPROVED,
    (S.APPROVED, A.STILL_RIGHT, M.ASKER): S.APPROVED,
    (S.WITH_CONDITIONS, A.STILL_RIGHT, M.ASKER): S.WITH_CONDITIONS,
    (S.APPROVED, A.END, M.ASKER): S.ENDED,
    (S.WITH_CONDITIONS, A.END, M.ASKER): S.ENDED,
    (S.APPROVED, A.REVOKE, M.DECIDER): S.ENDED,
    (S.WITH_CONDITIONS, A.REVOKE, M.DECIDER): S.ENDED,
    (S.APPROVED, A.LAPSE, M.CALENDAR): S.ENDED,
    (S.WITH_CONDITIONS, A.LAPSE, M.CALENDAR): S.ENDED,
}


@pytest.mark.parametrize("state", S)
@pytest.mark.parametrize("act", A)
@pytest.mark.parametrize("mover", M)
def test_a_request_moves_as_the_table_says_and_in_no_other_way(state, act, mover):
    if (state, act, mover) in ALLOWED:
        assert moved(state, act, mover) is ALLOWED[state, act, mover]
        return
    with pytest.raises(Refused) as refused:
        moved(state, act, mover)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("state", S)
def test_only_an_approved_one_ends_with_its_last_day(state):
    ends = state in (S.APPROVED, S.WITH_CONDITIONS)
    assert state_on(state, DAY, DAY) is state
    assert state_on(state, DAY, DAY + timedelta(days=1)) is (S.ENDED if ends else state)
    assert state_on(state, None, date.max) is state


def test_the_chair_decides_what_the_headteacher_asks_or_is_named_in():
    assert deciding_office(by_headteacher=False, about_headteacher=False) is Office.HEADTEACHER
    assert deciding_office(by_headteacher=True, about_headteacher=False) is Office.CHAIR
    assert deciding_office(by_headteacher=False, about_headteacher=True) is Office.CHAIR


def test_nobody_decides_their_own_request_or_one_that_names_them():
    refuse_own("head", "asker", "")
    for asker, named in (("head", ""), ("asker", "head")):
        with pytest.raises(Refused, match="chair of governors"):
            refuse_own("head", asker, named)
