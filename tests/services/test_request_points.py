from __future__ import annotations

from datetime import timedelta

import pytest
from tests.deciding import decide, move, request_in
from tests.documents.reading import text_of
from tests.schools import TODAY, sign_with, some_request

from candour.domain.checklist import Given
from candour.domain.flow import asked_in, first_unanswered
from candour.domain.request_moves import RequestAct, RequestState
from candour.errors import Refused
from candour.sample import people as cast

TEACHER = cast.CLASS_TEACHER.number


def family(*references):
    return Given("family", ("some",), requests=references)


@pytest.fixture
def waiting(school):
    """A declaration signed while a request was waiting; the desk, and the reference."""
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request(until=TODAY + timedelta(days=100)))
    sign_with(theirs, [family(reference)])
    return theirs, reference


def changed(theirs):
    home, record = theirs.my_year().home(), theirs.my_record().mine()
    assert home.changed == record.changed
    return [(each.reference, each.question, each.state, each.asks) for each in home.changed]


def sign(theirs):
    declaring = theirs.declaring()
    shown = declaring.prepare()
    assert shown.unsettled == ()
    declaring.sign("")
    return {outcome.line: outcome for outcome in shown.outcomes}


def test_while_nothing_is_decided_nothing_is_asked(waiting):
    theirs, _ = waiting
    assert changed(theirs) == []
    with pytest.raises(Refused, match="Nothing was decided since you signed"):
        theirs.updating().renew()


def test_an_approval_after_signing_leaves_nothing_but_to_check_and_sign(school, waiting):
    theirs, reference = waiting
    decide(school, reference)
    assert changed(theirs) == [(reference, "family", RequestState.APPROVED, False)]
    opened = theirs.updating().renew()
    assert (opened.updates, opened.asks) == ("D-2026-0004", ("family",))
    assert first_unanswered(opened.checklist, opened.answers) is None
    assert sign(theirs)["parents"].except_for == (reference,)
    assert changed(theirs) == []


@pytest.mark.parametrize("state", [RequestState.NOT_APPROVED, RequestState.WITHDRAWN])
def test_what_does_not_hold_asks_its_question_alone_again(school, waiting, state):
    theirs, reference = waiting
    if state is RequestState.WITHDRAWN:
        theirs.my_requests().withdraw(reference)
    else:
        decide(school, reference, state, reason="The group is open to all")
    assert changed(theirs) == [(reference, "family", state, True)]
    opened = theirs.updating().renew()
    assert [q.id for q in asked_in(opened.checklist, opened.answers, opened.asks)] == ["family"]
    assert "family" not in opened.answers
    assert "family" not in opened.last_year
    theirs.my_check().save(Given("family", ("none",)))
    assert sign(theirs)["parents"].confirmed
    assert changed(theirs) == []


def test_an_exception_that_ends_opens_its_point_again(school, waiting):
    theirs, reference = waiting
    decide(school, reference)
    theirs.updating().renew()
    sign(theirs)
    school.clock.go_on(days=101)
    again = school.desk(TEACHER)
    assert changed(again) == [(reference, "family", RequestState.ENDED, True)]


def test_one_that_was_approved_before_signing_and_is_revoked_asks_again_and_the_other_is_kept(school):
    theirs = school.desk(TEACHER)
    gone = request_in(school, theirs, RequestState.APPROVED)
    kept = request_in(school, theirs, RequestState.WITH_CONDITIONS)
    sign_with(theirs, [family(gone, kept)])
    assert changed(theirs) == []
    move(school, gone, RequestAct.REVOKE, "The group is now open to all")
    assert changed(theirs) == [(gone, "family", RequestState.ENDED, True)]
    opened = theirs.updating().renew()
    assert opened.last_year["family"] == family(kept)
    theirs.my_check().save(family(kept))
    assert sign(theirs)["parents"].except_for == (kept,)


def test_still_right_asks_for_nothing(school, waiting):
    theirs, reference = waiting
    decide(school, reference)
    theirs.updating().renew()
    sign(theirs)
    theirs.my_requests().still_right(reference)
    assert changed(theirs) == []


def test_an_update_that_was_begun_goes_on_as_it_is(school, waiting):
    theirs, reference = waiting
    theirs.updating().begin(("posts",))
    theirs.my_check().save(Given("posts", ("took-down",)))
    decide(school, reference)
    opened = theirs.updating().renew()
    assert (opened.asks, opened.answers["posts"].choices) == (("posts",), ("took-down",))
    assert sign(theirs)["parents"].except_for == (reference,)


def test_before_the_first_signature_nothing_is_asked_twice(school):
    theirs = school.desk(TEACHER)
    reference = request_in(school, theirs, RequestState.APPROVED)
    theirs.my_check().save(family(reference))
    assert changed(theirs) == []


def test_ticked_conditions_are_printed_with_the_exception(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    decide(school, reference, RequestState.WITH_CONDITIONS, conditions="No talk of school", line="A secret line")
    sign_with(theirs, [family(reference)])
    printed = " ".join(text_of(theirs.copies().declaration("D-2026-0004")).split())
    assert "approved with conditions" in printed
    assert "Conditions: No talk of school." in printed
    assert "A secret line" not in printed


def test_with_keys_that_are_gone_nothing_can_be_compared(school, waiting):
    theirs, reference = waiting
    decide(school, reference)
    slip = school.office().keepers().invite(theirs.sign_in.session.person)
    assert changed(school.desk(TEACHER, slip.code)) == []
