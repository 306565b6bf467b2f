from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from tests.deciding import HEAD, request_in
from tests.schools import TODAY, proved, there

from candour.domain.request_moves import APPROVED, RequestState
from candour.register import journal as journal_rows
from candour.register import requests as request_rows
from candour.sample import people as cast

TEACHER = cast.CLASS_TEACHER.number
LAST_DAY = TODAY + timedelta(days=20)


def stored(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        kinds = [each.entry.kind for each in journal_rows.entries_of(at, reference)]
        return there(request_rows.request(at, reference)).state, kinds.count("exception lapsed")


@pytest.fixture
def past(school):
    """An exception whose last day was yesterday, not yet written down."""
    reference = request_in(school, school.desk(TEACHER), RequestState.APPROVED, LAST_DAY)
    school.clock.go_on(days=21)
    return reference


@pytest.mark.parametrize(
    "number", [TEACHER, HEAD, cast.BUSINESS_MANAGER.number], ids=["its asker", "who decides", "a keeper"]
)
def test_whoever_comes_next_and_may_writes_it_down_once(school, past, number):
    theirs = school.desk(number)
    assert theirs.lapsing().write() == (past,)
    head = theirs.sign_in.session.register.head()
    assert theirs.lapsing().write() == ()
    assert theirs.sign_in.session.register.head() == head
    assert stored(theirs, past) == (RequestState.ENDED, 1)
    assert proved(school).ok


def test_somebody_without_an_office_writes_down_their_own_alone(school, past):
    other = school.desk(cast.ASSISTANT.number)
    assert other.lapsing().write() == ()
    assert stored(other, past) == (RequestState.APPROVED, 0)


def test_on_its_last_day_an_exception_still_holds(school):
    theirs = school.desk(TEACHER)
    request_in(school, theirs, RequestState.WITH_CONDITIONS, LAST_DAY)
    school.clock.go_on(days=20)
    assert theirs.lapsing().write() == ()


@pytest.mark.parametrize("state", sorted(set(RequestState) - APPROVED - {RequestState.DRAFT}))
def test_nothing_but_what_was_approved_lapses(school, state):
    theirs = school.desk(TEACHER)
    request_in(school, theirs, state, LAST_DAY)
    school.clock.go_on(days=400)
    assert theirs.lapsing().write() == ()


def test_two_apps_at_one_moment_write_it_down_once(school, past):
    desks = [school.desk(TEACHER), school.desk(cast.BUSINESS_MANAGER.number)]
    start, written = threading.Barrier(2), list[str]()

    def write(theirs):
        lapsing = theirs.lapsing()
        start.wait()
        written.extend(lapsing.write())

    threads = [threading.Thread(target=write, args=(each,)) for each in desks]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert written == [past]
    assert stored(desks[0], past) == (RequestState.ENDED, 1)
