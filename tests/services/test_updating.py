from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.schools import ROUND, TODAY, answer_all, person_of, proved, save_plainly, sign_with, some_request, there

from candour.domain.checklist import Given
from candour.domain.flow import asked_in, next_question
from candour.domain.journal import Act
from candour.domain.pack_file import pack_hash
from candour.domain.round import PackAdopted
from candour.errors import Refused
from candour.register import requests as request_rows
from candour.sample import people as cast
from candour.services.known import pack_in_force

TEACHER, NEW = cast.CLASS_TEACHER.number, cast.SUPERVISOR.number
OPEN = Given("parents", ("still-there",), until=TODAY + timedelta(days=9))
REMOVED = Given("parents", ("removed",))


def sign(theirs):
    declaring = theirs.declaring()
    shown = declaring.prepare()
    assert shown.unsettled == ()
    return shown, declaring.sign("")


def full_answers(theirs):
    shown = theirs.declaring().prepare()
    return {line.question: line.answer for line in shown.lines}


def test_an_update_asks_the_chosen_questions_alone_and_carries_the_rest_forward(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [OPEN, Given("posts", ("took-down",))])
    before = theirs.my_check().open().answers
    opened = theirs.updating().begin(("parents",))
    assert (opened.updates, opened.asks) == ("D-2026-0004", ("parents",))
    assert [q.id for q in asked_in(opened.checklist, opened.answers, opened.asks)] == ["parents"]
    assert opened.answers == {question: given for question, given in before.items() if question != "parents"}
    assert opened.last_year == {"parents": OPEN} | opened.answers
    assert opened.policy_opened


def test_saving_in_an_update_and_signing_makes_a_complete_superseding_declaration(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [OPEN, Given("posts", ("took-down",))])
    theirs.updating().begin(("parents",))
    theirs.my_check().save(REMOVED)
    shown, signed = sign(theirs)
    assert signed.reference == "D-2026-0004-2"
    assert len(shown.outcomes) == 10
    assert all(outcome.confirmed for outcome in shown.outcomes)
    assert full_answers(theirs)["posts"] == "I found something and took it down"
    first, second = reversed(theirs.copies().listed()[:2])
    assert (first.reference, second.reference) == ("D-2026-0004", "D-2026-0004-2")
    assert b"%PDF" in theirs.copies().declaration("D-2026-0004")
    assert school.office().sealing().seal_new().left == ()
    assert proved(school).ok


def test_an_update_that_waits_for_an_answer_cannot_be_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [OPEN])
    theirs.updating().begin(("parents",))
    assert [each.question for each in theirs.declaring().prepare().unsettled] == ["parents"]


def test_an_update_outlives_a_lock_and_ends_when_it_is_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [OPEN])
    theirs.updating().begin(("parents",))
    again = school.desk(TEACHER)
    assert again.my_check().open().updates == "D-2026-0004"
    again.my_check().save(REMOVED)
    sign(again)
    opened = again.my_check().open()
    assert (opened.updates, opened.asks, opened.answers["parents"]) == ("", (), REMOVED)
    with pytest.raises(Refused, match="You have signed"):
        again.my_check().save(OPEN)


def test_a_follow_up_that_an_answer_leads_to_is_asked_too(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    opened = theirs.updating().begin(("pupils",))
    saved = theirs.my_check().save(Given("pupils", ("removed",)))
    assert there(next_question(opened.checklist, saved.answers, "pupils", saved.asks)).id == "pupils-reached-out"
    assert "pupils-reached-out" in theirs.my_check().open().asks
    theirs.my_check().save(Given("pupils-reached-out", ("no",)))
    assert sign(theirs)[1].reference == "D-2026-0004-2"


def test_a_first_account_makes_the_questions_about_accounts_follow(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [Given("accounts", ("no-accounts",))])
    opened = theirs.updating().begin(("accounts",))
    saved = theirs.my_check().save(Given("accounts", ("facebook",)))
    ids = [q.id for q in asked_in(opened.checklist, saved.answers, saved.asks)]
    assert ids == ["accounts", "parents", "pupils", "ex-pupils", "in-touch", "posts", "reputation"]
    save_plainly(theirs, asked_in(opened.checklist, saved.answers, saved.asks)[1:])
    assert sign(theirs)[1].reference == "D-2026-0004-2"


def test_an_update_begun_again_forgets_what_it_had(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    theirs.updating().begin(("parents",))
    theirs.my_check().save(REMOVED)
    opened = theirs.updating().begin(("posts",))
    assert (opened.asks, opened.answers["parents"]) == (("posts",), Given("parents", ("none",)))


def test_an_update_let_go_leaves_what_was_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    theirs.updating().begin(("parents",))
    theirs.my_check().save(REMOVED)
    theirs.updating().drop()
    opened = theirs.my_check().open()
    assert (opened.updates, opened.answers["parents"]) == ("", Given("parents", ("none",)))
    with pytest.raises(Refused, match="You have signed"):
        theirs.my_check().save(REMOVED)
    head = theirs.sign_in.session.register.head()
    theirs.updating().drop()
    assert theirs.sign_in.session.register.head() == head


def test_before_signing_there_is_nothing_to_update(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    head = theirs.sign_in.session.register.head()
    with pytest.raises(Refused, match="You have not signed yet"):
        theirs.updating().begin(("parents",))
    theirs.updating().drop()
    assert theirs.sign_in.session.register.head() == head


def test_who_cannot_open_what_they_signed_starts_an_update_afresh(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [OPEN])
    office = school.office()
    again = school.desk(TEACHER, office.keepers().invite(person_of(office, TEACHER).person).code)
    opened = again.updating().begin(("parents",))
    assert (opened.answers, opened.asks, opened.last_year) == ({}, (), {})
    assert opened.updates == "D-2026-0004"
    save_plainly(again, asked_in(opened.checklist, {}, ()))
    assert sign(again)[1].reference == "D-2026-0004-2"


def test_a_second_window_that_updated_first_is_noticed(school):
    one, other = school.desk(TEACHER), school.desk(TEACHER)
    sign_with(one)
    one.updating().begin(("parents",))
    one.my_check().save(REMOVED)
    late = other.declaring()
    late.prepare()
    sign(one)
    with pytest.raises(Refused, match="Something has changed since"):
        late.sign("")
    with pytest.raises(Refused, match="You have signed"):
        other.my_check().save(OPEN)


def test_a_day_that_is_past_elsewhere_keeps_nobody_from_an_update(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [OPEN])
    school.clock.go_on(days=20)
    again = school.desk(TEACHER)
    again.updating().begin(("posts",))
    again.my_check().save(Given("posts", ("took-down",)))
    shown, _ = sign(again)
    assert [outcome.open_until for outcome in shown.outcomes if outcome.open_until] == [OPEN.until]


def test_a_past_day_that_is_given_anew_is_refused_as_ever(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [OPEN])
    school.clock.go_on(days=20)
    again = school.desk(TEACHER)
    again.updating().begin(("parents",))
    again.my_check().save(Given("parents", ("look",), until=TODAY))
    (left,) = again.declaring().prepare().unsettled
    assert "choose today or a later day" in left.sentence


def test_a_request_may_be_sent_and_named_in_an_update(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    theirs.updating().begin(("family",))
    reference = theirs.requests().ask(some_request())
    theirs.my_check().save(Given("family", ("some",), requests=(reference,)))
    shown, _ = sign(theirs)
    assert shown.outcomes[0].waiting_for == (reference,)


def test_a_new_round_s_check_starts_from_last_year_and_answers_nothing(school):
    opened = school.desk(TEACHER).my_check().open()
    assert (opened.round, opened.answers, opened.updates) == (ROUND, {}, "")
    assert opened.last_year["accounts"].choices == ("facebook", "instagram")
    assert opened.last_year["family"] == Given("family", ("none",))


def test_last_year_is_empty_for_who_was_not_here_and_for_who_lost_their_keys(school):
    assert school.desk(NEW, school.code).my_check().open().last_year == {}
    office = school.office()
    again = school.desk(TEACHER, office.keepers().invite(person_of(office, TEACHER).person).code)
    assert again.my_check().open().last_year == {}


def test_last_year_s_answers_that_the_pack_no_longer_knows_are_left_out(school):
    office = school.office()
    session = office.sign_in.session
    with session.register.read() as at:
        before = pack_in_force(at)
    text = before.text.replace('id = "facebook"', 'id = "feisbook"')
    session.record(Act("pack adopted", session.register.school_id, (PackAdopted(pack_hash(text), text, "", ""),)))
    office.rounds().open_round(2027, date(2027, 9, 13), date(2027, 10, 15))
    sign_with(school.desk(TEACHER), [Given("own-phone", ("stopped",))])
    school.clock.at = school.clock.at.replace(year=2027, month=9, day=20)
    said = school.desk(TEACHER).my_check().open().last_year
    assert "accounts" not in said
    assert said["own-phone"] == Given("own-phone", ("stopped",))


def test_last_year_s_requests_are_confirmed_while_they_are_in_force_and_left_out_once_closed(school):
    theirs = school.desk(TEACHER)
    one, two = theirs.requests().ask(some_request()), theirs.requests().ask(some_request(who="Quirin Quill"))
    sign_with(theirs, [Given("family", ("some",), requests=(one, two))])
    school.office().rounds().open_round(2027, date(2027, 9, 13), date(2027, 10, 15))
    school.clock.at = school.clock.at.replace(year=2027, month=9, day=20)
    again = school.desk(TEACHER)
    decide(again, one, "Not approved")
    assert again.my_check().open().last_year["family"].requests == (two,)
    decide(again, two, "Ended")
    assert "family" not in again.my_check().open().last_year


def decide(theirs, reference, state):
    """Write a decision as it will stand: the request's newer row."""
    session = theirs.sign_in.session
    with session.register.read() as at:
        row = there(request_rows.request(at, reference))
    session.record(Act("decided", reference, (replace(row, state=state),)))
