from __future__ import annotations

import base64
import threading
from dataclasses import replace
from datetime import timedelta

import msgspec
import pytest
from sqlalchemy.exc import IntegrityError
from tests.deciders import APPROVE, ASSISTANT, DEPUTY, HEAD, REFUSE, TEACHER, TERMS, asked, chairs, reading_key
from tests.deciding import request_in
from tests.documents.reading import text_of
from tests.schools import TODAY, dump, person_of, proved, sign_with, some_request, there

from candour.documents.checking import check
from candour.documents.verdicts import Verdict
from candour.domain.deciding import NewDecision
from candour.domain.exception_request import DecidedWords, SaidWords
from candour.domain.exceptions import Decided
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.domain.request_moves import MOVES, Mover, RequestAct, RequestState
from candour.errors import NotMatching, Refused
from candour.register import drafts as content_rows
from candour.register import exceptions as exception_rows
from candour.register import journal as journal_rows
from candour.register import requests as request_rows
from candour.sample import people as cast
from candour.services.opening import open_own

DAY = TODAY + timedelta(days=200)


def decision(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        return exception_rows.decision_on(at, reference)


def row_of(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        return there(request_rows.request(at, reference))


def kinds_of(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        return [each.entry.kind for each in journal_rows.entries_of(at, reference)]


def sealed_words(theirs, reference):
    return open_own(theirs.sign_in.session, theirs._smith, there(decision(theirs, reference)).content, DecidedWords)


def acts_of_decider(theirs, reference):
    deciding = theirs.deciding()
    return {
        RequestAct.QUESTION: lambda: deciding.ask(reference, "Who else is in the group?"),
        RequestAct.APPROVE: lambda: deciding.decide(reference, APPROVE),
        RequestAct.APPROVE_WITH_CONDITIONS: lambda: deciding.decide(reference, TERMS),
        RequestAct.NOT_APPROVE: lambda: deciding.decide(reference, REFUSE),
        RequestAct.REVOKE: lambda: deciding.revoke(reference, "The group is open to all now"),
    }


@pytest.mark.parametrize("state", [state for state in RequestState if state is not RequestState.DRAFT])
def test_every_move_of_who_decides_is_one_entry_of_its_kind_and_every_other_is_refused(school, state):
    theirs, heads = school.desk(TEACHER), school.desk(HEAD)
    for act in acts_of_decider(heads, ""):
        reference = request_in(school, theirs, state)
        before, kinds = heads.sign_in.session.register.head(), kinds_of(heads, reference)
        who, to = MOVES.get((state, act), (None, state))
        if who is Mover.DECIDER:
            acts_of_decider(heads, reference)[act]()
            assert kinds_of(heads, reference) == [*kinds, act.value]
        else:
            with pytest.raises(Refused, match=r"request|exception"):
                acts_of_decider(heads, reference)[act]()
            assert heads.sign_in.session.register.head() == before
        assert row_of(heads, reference).state == to
    assert proved(school).ok


def test_a_decision_is_open_in_what_hr_may_know_and_sealed_in_the_rest(school):
    reference = asked(school, until=DAY)
    heads = school.desk(HEAD)
    heads.deciding().decide(reference, replace(TERMS, until=DAY - timedelta(days=50)))
    row, kept = row_of(heads, reference), there(decision(heads, reference))
    assert (row.state, row.until) == ("Approved with conditions", DAY - timedelta(days=50))
    assert kept.conditions.splitlines() == list(TERMS.conditions)
    assert (kept.person, kept.decided_by, kept.paper) == (row.person, heads.sign_in.session.person, "")
    assert "Quetzal" not in str(dump(school.register()))
    with heads.sign_in.session.register.read() as at:
        readers = set(content_rows.content(at, kept.content).keys)
    theirs = school.desk(TEACHER)
    assert readers == {theirs.sign_in.session.keys.reading_id, reading_key(heads, Office.HEADTEACHER)}
    words = there(sealed_words(theirs, reference))
    assert (words.line, words.decided_by, words.office) == (TERMS.line, cast.HEADTEACHER.name, "Headteacher")


def test_the_letter_is_signed_by_who_decided_says_it_all_and_is_genuine(school):
    reference = asked(school, until=DAY)
    heads = school.desk(HEAD)
    heads.deciding().decide(reference, replace(TERMS, until=DAY))
    for letter in (school.desk(TEACHER).my_requests().letter(reference), heads.decided().letter(reference)):
        text = " ".join(text_of(letter).split())
        for words in (reference, TERMS.line, *TERMS.conditions, cast.HEADTEACHER.name, "19 April 2027", "Quentin"):
            assert words in text
        assert check(letter, school.root()).verdict is Verdict.GENUINE
    assert base64.b64decode(there(sealed_words(school.desk(TEACHER), reference)).letter) == letter


def test_why_it_was_not_approved_reaches_its_asker_and_nobody_else(school):
    reference = asked(school)
    heads = school.desk(HEAD)
    heads.deciding().decide(reference, REFUSE)
    assert there(sealed_words(school.desk(TEACHER), reference)).reason == REFUSE.reason
    assert sealed_words(school.office(), reference) is None
    assert REFUSE.reason not in str(dump(school.register()))


def test_an_asker_whose_keys_are_gone_leaves_the_office_as_the_one_reader(school):
    theirs = school.desk(cast.SUPERVISOR.number, school.code)
    reference = theirs.requests().ask(some_request())
    sign_with(theirs)
    theirs.passphrase().let_go()
    theirs.sign_in.lock()
    heads = school.desk(HEAD)
    heads.deciding().decide(reference, APPROVE)
    assert heads.decided().letter(reference).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (NewDecision(RequestAct.NOT_APPROVE, reason="  "), "Give a reason Siân Sample will read"),
        (replace(REFUSE, until=DAY), "no conditions and no end"),
        (NewDecision(RequestAct.APPROVE_WITH_CONDITIONS, until=DAY), "Tick a condition"),
        (replace(APPROVE, line="Only at home", until=DAY), "choose “Approve with conditions”"),
        (replace(TERMS, conditions=("Never",), until=DAY), "not among the ready ones"),
        (replace(APPROVE, until=DAY + timedelta(days=1)), "not later than the one asked for"),
        (APPROVE, "not later than the one asked for"),
        (replace(APPROVE, until=TODAY - timedelta(days=1)), "a last day that is not past"),
        (replace(APPROVE, until=DAY, reason="Because"), "A reason stands with what is not approved"),
        (NewDecision(RequestAct.REVOKE), "decided|waiting|Choose a decision"),
    ],
)
def test_what_cannot_be_decided_so_is_refused_in_a_sentence_and_writes_nothing(school, new, sentence):
    reference = asked(school, until=DAY)
    heads = school.desk(HEAD)
    before = heads.sign_in.session.register.head()
    with pytest.raises(Refused, match=sentence):
        heads.deciding().decide(reference, new)
    assert heads.sign_in.session.register.head() == before


def test_of_two_who_decide_at_once_one_wins_and_the_other_is_told(school):
    for _ in range(3):
        reference = asked(school)
        desks = [school.desk(HEAD), school.desk(HEAD)]
        start = threading.Barrier(2)
        said: list[str] = []

        def decide(theirs, new, reference=reference, start=start, said=said):
            deciding = theirs.deciding()
            start.wait()
            try:
                deciding.decide(reference, new)
            except Refused as reason:
                said.append(str(reason))

        threads = [threading.Thread(target=decide, args=pair) for pair in zip(desks, (TERMS, REFUSE), strict=True)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        assert len(said) == 1
        assert "decided already" in said[0]
        assert len(kinds_of(desks[0], reference)) == 2


@pytest.mark.parametrize("number", [cast.BUSINESS_MANAGER.number, TEACHER, DEPUTY])
def test_who_holds_no_deciding_office_can_neither_read_nor_decide(school, number):
    reference = asked(school, ASSISTANT)
    theirs = school.desk(number)
    works = [
        theirs.decisions().waiting,
        lambda: theirs.decisions().one(reference),
        lambda: theirs.deciding().decide(reference, APPROVE),
        lambda: theirs.deciding().ask(reference, "Who?"),
        lambda: theirs.deciding().revoke(reference, "Because"),
        theirs.decided().all,
        lambda: theirs.decided().letter(reference),
        lambda: theirs.chair_papers().printed(reference),
        theirs.today().today,
    ]
    for work in works:
        with pytest.raises(Refused):
            work()


def test_an_acting_headteacher_decides_and_the_letter_says_that_they_act(school):
    office = school.office()
    deputy = person_of(office, DEPUTY).person
    office.people().give_office(Office.HEADTEACHER, deputy, TODAY, None, acting=True)
    reference = asked(school)
    acting = school.desk(DEPUTY)
    with pytest.raises(Refused, match="waits to be confirmed"):
        acting.decisions().waiting()
    school.desk(HEAD).keepers().confirm(acting.sign_in.session.keys.signing.key_id)
    with pytest.raises(Refused, match="no key of the headteacher yet"):
        acting.deciding().decide(reference, APPROVE)
    school.desk(HEAD).offices().hand_over(Office.HEADTEACHER, deputy)
    acting.deciding().decide(reference, APPROVE)
    assert there(sealed_words(school.desk(TEACHER), reference)).office == "acting Headteacher"


def test_nobody_decides_their_own_request_nor_one_that_names_them(school):
    heads = school.desk(HEAD)
    head = heads.sign_in.session.person
    named = asked(school, staff=head)
    own = asked(school, HEAD)
    about = asked(school, about_headteacher=True)
    for reference in (named, own, about):
        with pytest.raises(Refused, match=r"chair of governors"):
            heads.deciding().decide(reference, APPROVE)
        assert row_of(heads, reference).state == RequestState.WAITING


def test_whom_a_request_names_does_not_decide_it_even_as_the_office_that_it_is_sealed_to(school):
    theirs = chairs(school)
    reference = asked(school, staff=theirs.sign_in.session.person, about_headteacher=True)
    with pytest.raises(Refused, match="names you"):
        theirs.deciding().decide(reference, APPROVE)
    (line,) = theirs.decisions().waiting()
    assert line.mine


def test_the_database_refuses_a_decision_on_ones_own_and_a_second_one(school):
    reference = asked(school, HEAD)
    heads = school.desk(HEAD)
    session = heads.sign_in.session
    own = Decided(reference, session.person, session.person, "Approved", "", TODAY, "", "")
    with pytest.raises(IntegrityError):
        session.record(Act("exception approved", reference, (own,)))
    other = replace(own, decided_by="somebody else")
    session.record(Act("exception approved", reference, (other,)))
    with pytest.raises(IntegrityError):
        session.record(Act("exception approved", reference, (other,)))


def test_the_headteacher_s_own_goes_to_the_chair_who_decides_in_the_app(school):
    theirs = chairs(school)
    reference = asked(school, HEAD)
    (line,) = theirs.decisions().waiting()
    assert (line.reference, line.name, line.mine) == (reference, cast.HEADTEACHER.name, False)
    theirs.deciding().decide(reference, APPROVE)
    words = there(sealed_words(school.desk(HEAD), reference))
    assert (words.decided_by, words.office) == (cast.DEPUTY.name, "chair of governors")


def test_a_question_waits_for_its_asker_and_the_answer_comes_back_with_the_whole_story(school):
    reference = asked(school)
    heads = school.desk(HEAD)
    heads.deciding().ask(reference, "  marker-QUESTION-Ursula?  ")
    theirs = school.desk(TEACHER)
    assert theirs.my_requests().one(reference).question == "marker-QUESTION-Ursula?"
    theirs.my_requests().answer(reference, "Only us two")
    story = heads.decisions().one(reference).timeline
    assert [(each.act, each.by, each.words) for each in story] == [
        (RequestAct.ASK, cast.CLASS_TEACHER.name, ""),
        (RequestAct.QUESTION, cast.HEADTEACHER.name, "marker-QUESTION-Ursula?"),
        (RequestAct.ANSWER, cast.CLASS_TEACHER.name, "Only us two"),
    ]
    assert "Ursula" not in str(dump(school.register()))


@pytest.mark.parametrize("act", ["ask", "revoke"])
def test_a_question_and_a_revoking_want_words(school, act):
    reference = asked(school)
    with pytest.raises(Refused, match=r"Write what|Give a reason"):
        getattr(school.desk(HEAD).deciding(), act)(reference, " ")


def test_what_is_revoked_ends_with_a_reason_that_its_asker_reads(school):
    reference = asked(school)
    heads = school.desk(HEAD)
    heads.deciding().decide(reference, APPROVE)
    heads.deciding().revoke(reference, "marker-REVOKED-Ottoline")
    theirs = school.desk(TEACHER)
    assert theirs.my_requests().one(reference).timeline[-1].words == "marker-REVOKED-Ottoline"
    with theirs.sign_in.session.register.read() as at:
        (said,) = exception_rows.words_about(at, reference)
    assert open_own(theirs.sign_in.session, theirs._smith, said.content, SaidWords) is not None
    assert "Ottoline" not in str(dump(school.register()))


def last_year(school, number=TEACHER, new=TERMS):
    """Have a request approved, ask for the same again a year later, and return both references."""
    first = asked(school, number)
    heads = school.desk(HEAD)
    heads.deciding().decide(first, new)
    heads.sign_in.lock()
    school.clock.go_on(days=365)
    return first, asked(school, number, same_as=first, until=TODAY + timedelta(days=700))


def test_the_same_terms_as_last_year_are_approved_for_several_at_once_with_one_proof(school):
    one = asked(school)
    other = asked(school, ASSISTANT, connection="An old friend")
    heads = school.desk(HEAD)
    heads.deciding().decide(one, TERMS)
    heads.deciding().decide(other, APPROVE)
    school.clock.go_on(days=365)
    until = TODAY + timedelta(days=700)
    again = asked(school, same_as=one, until=until)
    too = asked(school, ASSISTANT, same_as=other, until=until, connection="An old friend")
    new = asked(school, who="Somebody else", same_as=one)
    assert [line.same_terms for line in heads.decisions().waiting()] == [True, True, False]
    with pytest.raises(NotMatching):
        heads.deciding().same_terms((again, too), "not this one")
    done = heads.deciding().same_terms((again, too, new), cast.PASSPHRASE)
    assert done.decided == (again, too)
    assert done.left == ((new, "Last year’s terms were others: decide this one by itself."),)
    kept = [there(decision(heads, each)) for each in (again, too)]
    assert [each.conditions.splitlines() for each in kept] == [list(TERMS.conditions), []]
    assert there(sealed_words(school.desk(TEACHER), again)).line == TERMS.line
    assert row_of(heads, too).until == until
    assert kinds_of(heads, again)[-1] == RequestAct.APPROVE_WITH_CONDITIONS


def test_what_was_not_approved_is_not_the_same_terms_again(school):
    _, again = last_year(school, new=REFUSE)
    heads = school.desk(HEAD)
    (line,) = heads.decisions().waiting()
    assert not line.same_terms
    assert heads.deciding().same_terms((again,)).decided == ()


def test_proof_is_asked_after_a_quarter_of_an_hour_and_serves_the_whole_batch(school):
    one, other = asked(school), asked(school)
    heads = school.desk(HEAD)
    school.clock.go_on(minutes=16)
    assert heads.decisions().one(one).ask_secret
    with pytest.raises(NotMatching):
        heads.deciding().decide(one, APPROVE, "")
    heads.deciding().decide(one, APPROVE, cast.PASSPHRASE)
    heads.deciding().decide(other, APPROVE)


def test_last_year_s_decision_stands_beside_the_request(school):
    first, again = last_year(school)
    earlier = there(school.desk(HEAD).decisions().one(again).earlier)
    assert (earlier.reference, earlier.state, earlier.line) == (first, "Approved with conditions", TERMS.line)
    assert (earlier.conditions, earlier.same_terms) == (TERMS.conditions, True)


def test_how_like_cases_went_is_told_from_three_on_without_names(school):
    heads = school.desk(HEAD)
    for at in range(3):
        assert heads.decisions().one(asked(school)).like is None
        heads.deciding().decide(asked(school), REFUSE if at == 1 else TERMS)
    request = heads.decisions().one(asked(school))
    like = there(request.like)
    assert (like.approved, like.refused, like.since, like.usual) == (2, 1, 2026, TERMS.conditions)
    assert cast.CLASS_TEACHER.name not in str(msgspec.to_builtins(like))
    assert heads.decisions().one(asked(school, connection="An old friend")).like is None


def test_the_decided_ones_are_listed_newest_first_and_can_be_revoked_while_they_hold(school):
    heads = school.desk(HEAD)
    one, other, ended = asked(school), asked(school, ASSISTANT), asked(school, until=TODAY + timedelta(days=3))
    heads.deciding().decide(one, APPROVE)
    heads.deciding().decide(other, REFUSE)
    heads.deciding().decide(ended, replace(APPROVE, until=TODAY + timedelta(days=3)))
    school.clock.go_on(days=4)
    lines = heads.decided().all()
    assert [line.reference for line in lines] == [ended, other, one]
    assert [line.can_revoke for line in lines] == [False, False, True]
    assert [line.state for line in lines] == ["Ended", "Not approved", "Approved"]
    assert {line.decided_by for line in lines} == {cast.HEADTEACHER.name}
