from __future__ import annotations

from tests.deciding import decide, move
from tests.schools import some_request

from candour.domain.request_moves import RequestAct, RequestState
from candour.register.held import rows_about
from candour.sample import people as cast
from candour.services.held_requests import BEGUN, request_parts

TEACHER = cast.CLASS_TEACHER.number


def parts_of(theirs):
    held = theirs.held()
    session = theirs.sign_in.session
    with session.register.read() as at:
        rows = [each.row for each in rows_about(at, session.person)]
    return request_parts((row, held._opened(row)) for row in rows)


def test_a_request_is_told_once_however_often_it_moved_with_all_that_was_said(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    move(school, reference, RequestAct.QUESTION, "Who else?")
    theirs.my_requests().answer(reference, "Nobody")
    decide(school, reference, RequestState.NOT_APPROVED, reason="The group is open to all")
    (part,) = parts_of(theirs)
    assert part.heading == f"What you wrote in request {reference}"
    assert ("Who", "Quentin Quill") in part.pairs
    assert part.pairs[-3:] == (
        ("You were asked", "Who else?"),
        ("You answered", "Nobody"),
        ("Why it was not approved", "The group is open to all"),
    )


def test_a_draft_is_told_as_it_was_left_and_not_once_it_is_gone(school):
    theirs = school.desk(TEACHER)
    draft = theirs.request_drafts().save(some_request(who="Somebody"))
    theirs.request_drafts().save(some_request(who="Somebody else"), draft)
    (part,) = parts_of(theirs)
    assert part.heading == BEGUN
    assert ("Who", "Somebody else") in part.pairs
    theirs.request_drafts().drop(draft)
    assert parts_of(theirs) == []
    assert theirs.held().mine().pdf
