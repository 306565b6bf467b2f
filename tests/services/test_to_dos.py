from __future__ import annotations

from datetime import timedelta

import pytest
from tests.schools import TODAY, answer_all, person_of, proved, sign_with, some_request

from candour.domain.checklist import Given
from candour.errors import Refused
from candour.sample import people as cast

TEACHER = cast.CLASS_TEACHER.number
SOON, LATER = TODAY + timedelta(days=3), TODAY + timedelta(days=9)
OPEN = (Given("parents", ("still-there",), until=LATER), Given("posts", ("talk",), until=SOON))


def to_dos(theirs):
    return theirs.my_record().mine().todos


def test_what_was_left_open_is_to_do_the_earliest_day_first(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, OPEN)
    first, second = to_dos(theirs)
    assert (first.reference, first.question, first.until, first.past) == ("D-2026-0004", "posts", SOON, False)
    assert (second.question, second.until) == ("parents", LATER)
    assert second.words == "Some are still there; I will remove them"
    assert second.about == "parents"


def test_before_signing_nothing_is_to_do(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs, OPEN)
    assert to_dos(theirs) == ()


def test_a_to_do_is_past_from_the_day_after_its_day(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, OPEN)
    school.clock.go_on(days=3)
    assert [each.past for each in to_dos(theirs)] == [False, False]
    school.clock.go_on(days=1)
    assert [each.past for each in to_dos(theirs)] == [True, False]


def test_done_shows_and_signs_the_superseding_declaration_in_the_same_act(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, OPEN)
    head = theirs.sign_in.session.register.head().position
    declaring = theirs.declaring()
    shown = declaring.done("parents")
    assert shown.reference == "D-2026-0004-2"
    answers = {line.question: line.answer for line in shown.lines}
    assert answers["parents"] == "I found some and removed them"
    assert answers["posts"] == "I would rather talk to someone first; by 4 October 2026"
    assert theirs.sign_in.session.register.head().position == head
    signed = declaring.sign("")
    assert theirs.sign_in.session.register.head().position == head + 1
    assert theirs.copies().declaration(signed.reference).startswith(shown.declaration_pdf)
    assert [each.question for each in to_dos(theirs)] == ["posts"]
    assert theirs.my_check().open().answers["parents"] == Given("parents", ("removed",))
    assert school.office().sealing().seal_new().left == ()
    assert proved(school).ok


def test_two_to_dos_are_done_one_after_the_other_late_or_not(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, OPEN)
    school.clock.go_on(days=30)
    again = school.desk(TEACHER)
    for question, reference in (("parents", "D-2026-0004-2"), ("posts", "D-2026-0004-3")):
        declaring = again.declaring()
        assert declaring.done(question).unsettled == ()
        assert declaring.sign("").reference == reference
    assert to_dos(again) == ()


def test_a_request_beside_what_was_open_stays(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request(question="parents"))
    both = Given("parents", ("connection", "still-there"), until=LATER, requests=(reference,))
    sign_with(theirs, [both])
    declaring = theirs.declaring()
    shown = declaring.done("parents")
    assert [o.waiting_for for o in shown.outcomes if o.line == "parents"] == [(reference,)]
    declaring.sign("")
    given = theirs.my_check().open().answers["parents"]
    assert (set(given.choices), given.requests, given.until) == ({"connection", "removed"}, (reference,), None)


@pytest.mark.parametrize("question", ["in-touch", "family", "no-such-question"])
def test_what_is_not_open_cannot_be_done(school, question):
    theirs = school.desk(TEACHER)
    sign_with(theirs, OPEN)
    with pytest.raises(Refused, match="nothing is open there"):
        theirs.declaring().done(question)


def test_before_signing_nothing_can_be_done(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs, OPEN)
    with pytest.raises(Refused, match="You have not signed yet"):
        theirs.declaring().done("parents")


def test_an_update_under_way_is_signed_or_let_go_first(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, OPEN)
    theirs.updating().begin(("own-phone",))
    with pytest.raises(Refused, match="You have begun an update"):
        theirs.declaring().done("parents")
    theirs.updating().drop()
    assert theirs.declaring().done("parents").reference == "D-2026-0004-2"


def test_what_another_window_did_first_is_noticed(school):
    one, other = school.desk(TEACHER), school.desk(TEACHER)
    sign_with(one, OPEN)
    late, first = other.declaring(), one.declaring()
    late.done("parents")
    first.done("parents")
    first.sign("")
    with pytest.raises(Refused, match="Something has changed since"):
        late.sign("")


def test_who_cannot_open_their_answers_sees_the_open_lines_and_is_sent_to_an_update(school):
    sign_with(school.desk(TEACHER), OPEN)
    office = school.office()
    again = school.desk(TEACHER, office.keepers().invite(person_of(office, TEACHER).person).code)
    first, second = to_dos(again)
    assert (first.question, first.words, first.until) == ("posts", "Open until 4 October 2026", SOON)
    assert (second.question, second.words) == ("parents", "Open until 10 October 2026")
    with pytest.raises(Refused, match="choose “Something has changed” instead"):
        again.declaring().done("parents")
