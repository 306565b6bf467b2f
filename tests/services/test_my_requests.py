from __future__ import annotations

import base64
import threading
from datetime import timedelta

import pytest
from tests.deciding import HEAD, decide, move, request_in
from tests.schools import TODAY, person_of, proved, some_request, there

from candour.domain.exception_request import SaidWords
from candour.domain.exceptions import RequestWords
from candour.domain.request_dates import Reminder
from candour.domain.request_moves import MOVES, Mover, RequestAct, RequestState
from candour.errors import Refused
from candour.register import drafts as content_rows
from candour.register import exceptions as exception_rows
from candour.register import journal as journal_rows
from candour.register import requests as request_rows
from candour.sample import people as cast
from candour.services.opening import open_own

TEACHER = cast.CLASS_TEACHER.number
SENT = [state for state in RequestState if state is not RequestState.DRAFT]


def acts_of_asker(theirs, reference):
    mine = theirs.my_requests()
    return {
        RequestAct.ANSWER: lambda: mine.answer(reference, "Only the two of us"),
        RequestAct.WITHDRAW: lambda: mine.withdraw(reference),
        RequestAct.STILL_RIGHT: lambda: mine.still_right(reference),
        RequestAct.END: lambda: mine.end(reference, "The child has left"),
    }


def state_of(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        return there(request_rows.request(at, reference)).state


def kinds_of(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        return [each.entry.kind for each in journal_rows.entries_of(at, reference)]


@pytest.mark.parametrize("state", SENT)
def test_every_move_of_who_asked_is_one_entry_of_its_kind_and_every_other_is_refused(school, state):
    theirs = school.desk(TEACHER)
    for act in acts_of_asker(theirs, ""):
        reference = request_in(school, theirs, state)
        before, kinds = theirs.sign_in.session.register.head(), kinds_of(theirs, reference)
        who, to = MOVES.get((state, act), (None, state))
        if who is Mover.ASKER:
            acts_of_asker(theirs, reference)[act]()
            assert kinds_of(theirs, reference) == [*kinds, act.value]
        else:
            with pytest.raises(Refused, match=r"request|exception"):
                acts_of_asker(theirs, reference)[act]()
            assert theirs.sign_in.session.register.head() == before
        assert state_of(theirs, reference) == (to if who is Mover.ASKER else state)
    assert proved(school).ok


@pytest.mark.parametrize("state", SENT)
def test_nobody_moves_or_opens_somebody_else_s_request(school, state):
    reference = request_in(school, school.desk(TEACHER), state)
    other = school.desk(cast.ASSISTANT.number)
    before = other.sign_in.session.register.head()
    for act in acts_of_asker(other, reference).values():
        with pytest.raises(Refused, match="your own requests only"):
            act()
    for read in (other.my_requests().one, other.my_requests().letter):
        with pytest.raises(Refused, match="your own requests only"):
            read(reference)
    assert other.sign_in.session.register.head() == before


def test_of_two_moves_at_one_moment_one_wins_and_the_other_is_told(school):
    reference = request_in(school, school.desk(TEACHER), RequestState.WAITING)
    start, told = threading.Barrier(2), list[str]()
    desks = [school.desk(TEACHER), school.desk(TEACHER)]

    def withdraw(theirs):
        mine = theirs.my_requests()
        start.wait()
        try:
            mine.withdraw(reference)
        except Refused as reason:
            told.append(str(reason))

    threads = [threading.Thread(target=withdraw, args=(each,)) for each in desks]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert told == ["This request was withdrawn: a new one can be sent at any time."]
    assert kinds_of(desks[0], reference) == ["exception asked", "exception withdrawn"]


def test_a_decision_that_came_first_is_not_withdrawn(school):
    theirs = school.desk(TEACHER)
    reference = request_in(school, theirs, RequestState.WAITING)
    decide(school, reference)
    with pytest.raises(Refused, match="decided already: look at what was decided"):
        theirs.my_requests().withdraw(reference)


def test_a_question_and_its_answer_as_often_as_needed_stand_in_the_story(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    for number in (1, 2):
        move(school, reference, RequestAct.QUESTION, f"Question {number}?")
        assert theirs.my_requests().one(reference).question == f"Question {number}?"
        theirs.my_requests().answer(reference, f"  Answer {number}. ")
    one = theirs.my_requests().one(reference)
    assert [(each.by, each.act, each.words) for each in one.timeline] == [
        ("", RequestAct.ASK, ""),
        (cast.HEADTEACHER.name, RequestAct.QUESTION, "Question 1?"),
        ("", RequestAct.ANSWER, "Answer 1."),
        (cast.HEADTEACHER.name, RequestAct.QUESTION, "Question 2?"),
        ("", RequestAct.ANSWER, "Answer 2."),
    ]
    assert (one.state, one.question, one.acts) == (RequestState.WAITING, "", (RequestAct.WITHDRAW,))


def test_an_answer_of_blanks_is_no_answer(school):
    theirs = school.desk(TEACHER)
    reference = request_in(school, theirs, RequestState.QUESTION)
    with pytest.raises(Refused, match="Write your answer"):
        theirs.my_requests().answer(reference, "  \n")


def test_what_is_said_opens_for_who_asked_and_who_decides_alone(school):
    theirs = school.desk(TEACHER)
    reference = request_in(school, theirs, RequestState.QUESTION)
    theirs.my_requests().answer(reference, "Only the two of us")
    session = theirs.sign_in.session
    with session.register.read() as at:
        rows = exception_rows.words_about(at, reference)
        asked = content_rows.content(at, there(request_rows.request(at, reference)).content)
        readers = [set(content_rows.content(at, row.content).keys) for row in rows]
    assert readers == [set(asked.keys)] * 2
    opened = [open_own(session, theirs._smith, row.content, SaidWords) for row in rows]
    assert opened == [SaidWords("Who else is in the group?"), SaidWords("Only the two of us")]
    assert [type(row) for row in rows] == [RequestWords] * 2


def test_a_request_about_a_colleague_names_them_and_shows_what_was_written(school):
    theirs = school.desk(TEACHER)
    deputy = person_of(theirs, cast.DEPUTY.number)
    written = some_request(staff=deputy.person, until=TODAY + timedelta(days=30))
    one = theirs.my_requests().one(theirs.requests().ask(written))
    assert (one.asked, one.staff) == (written, cast.DEPUTY.name)
    assert (one.kind, one.asked_on, one.until) == ("connection", TODAY, TODAY + timedelta(days=30))


def test_a_decision_shows_its_conditions_its_line_its_reason_and_its_letter(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    decide(
        school,
        reference,
        RequestState.WITH_CONDITIONS,
        conditions="No talk of school\nNo pictures of other pupils",
        line="Tell me if the group grows.",
        letter=base64.b64encode(b"%PDF-1.7 invented").decode(),
    )
    decision = there(theirs.my_requests().one(reference).decision)
    assert decision.conditions == ("No talk of school", "No pictures of other pupils")
    assert (decision.line, decision.by, decision.office) == (
        "Tell me if the group grows.",
        cast.HEADTEACHER.name,
        "headteacher",
    )
    assert decision.decided_on == TODAY
    assert theirs.my_requests().letter(reference) == b"%PDF-1.7 invented"


@pytest.mark.parametrize("state", [RequestState.WAITING, RequestState.NOT_APPROVED])
def test_where_there_is_no_letter_it_says_so(school, state):
    theirs = school.desk(TEACHER)
    reference = request_in(school, theirs, state)
    with pytest.raises(Refused, match="There is no letter here"):
        theirs.my_requests().letter(reference)


def test_with_keys_that_are_gone_the_open_facts_stay_and_a_new_answer_can_still_be_read(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    decide(school, reference, RequestState.NOT_APPROVED, reason="The group is open to all")
    slip = school.office().keepers().invite(theirs.sign_in.session.person)
    one = school.desk(TEACHER, slip.code).my_requests().one(reference)
    decision = there(one.decision)
    assert (one.asked, one.state, decision.reason) == (None, RequestState.NOT_APPROVED, "")
    assert (decision.by, decision.has_letter) == (cast.HEADTEACHER.name, False)


def test_once_its_day_is_past_a_request_reads_as_ended_before_anybody_wrote_it_down(school):
    theirs = school.desk(TEACHER)
    reference = request_in(school, theirs, RequestState.APPROVED, TODAY + timedelta(days=20))
    assert theirs.my_requests().one(reference).reminder is Reminder.ENDS
    school.clock.go_on(days=21)
    one = theirs.my_requests().one(reference)
    assert (one.state, one.acts, one.reminder) == (RequestState.ENDED, (), None)
    with pytest.raises(Refused, match="This exception has ended"):
        theirs.my_requests().still_right(reference)


def test_still_right_settles_the_yearly_reminder(school):
    theirs = school.desk(TEACHER)
    reference = request_in(school, theirs, RequestState.APPROVED, TODAY + timedelta(days=900))
    school.clock.go_on(days=365)
    assert theirs.my_requests().one(reference).reminder is Reminder.STILL_RIGHT
    assert [each.reference for each in theirs.my_year().home().look_again] == [reference]
    theirs.my_requests().still_right(reference)
    assert theirs.my_requests().one(reference).reminder is None
    assert theirs.my_record().mine().look_again == ()


def test_the_one_that_ends_first_is_told_of_first(school):
    theirs = school.desk(TEACHER)
    late = request_in(school, theirs, RequestState.APPROVED, TODAY + timedelta(days=50))
    soon = request_in(school, theirs, RequestState.WITH_CONDITIONS, TODAY + timedelta(days=14))
    request_in(school, theirs, RequestState.WAITING, TODAY + timedelta(days=14))
    found = theirs.my_record().mine().look_again
    assert [(each.reference, each.days, each.why) for each in found] == [
        (soon, 14, Reminder.ENDS_SOON),
        (late, 50, Reminder.ENDS),
    ]
    assert {each.who for each in found} == {"Quentin Quill"}


def test_the_headteacher_s_own_request_is_answered_to_nobody_but_themselves_while_the_chair_has_no_key(school):
    heads = school.desk(HEAD)
    reference = heads.requests().ask(some_request())
    heads.my_requests().withdraw(reference)
    assert heads.my_requests().one(reference).state is RequestState.WITHDRAWN


def test_only_what_waits_for_the_chair_says_that_it_can_be_printed_for_them(school):
    heads, theirs = school.desk(HEAD), school.desk(TEACHER)
    own = heads.requests().ask(some_request())
    assert heads.my_requests().one(own).for_chair
    heads.my_requests().withdraw(own)
    assert not heads.my_requests().one(own).for_chair
    assert not theirs.my_requests().one(theirs.requests().ask(some_request())).for_chair
