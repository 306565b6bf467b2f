"""Exception requests in real windows: drafts, questions, decisions, and what they lead to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.deciding import decide, move, request_in
from tests.gui.windows import playing
from tests.schools import ROUND, TODAY, sign_with, some_request, there

from candour.domain.checklist import Given
from candour.domain.request_moves import RequestAct, RequestState
from candour.register import requests as request_rows
from candour.sample import people as cast

NUMBER = cast.ASSISTANT.number
SIGNED_HOME = f"My declaration for {ROUND}"
WHAT = "What do you want to ask for?"


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def esc(played):
    QTest.keyClick(there(played.app.window.page), Qt.Key.Key_Escape)
    played.idle()


def signed_with_request(school, state=RequestState.WAITING):
    """Let the assistant sign while a request stands in a state; return its reference."""
    theirs = school.desk(NUMBER)
    reference = request_in(school, theirs, state, TODAY + timedelta(days=100))
    sign_with(theirs, [Given("family", ("some",), requests=(reference,))])
    theirs.sign_in.lock()
    return reference


def requests_of(school):
    return school.desk(NUMBER).my_record().mine().requests


def ask_from_record(played, what="Family or other connection"):
    played.driver.press("My record")
    played.driver.until_title("My record")
    played.driver.press("Ask for an exception")
    played.driver.until_title(WHAT)
    played.driver.press(what)
    played.driver.press("Continue")
    played.driver.until_title("Ask ")


def test_esc_keeps_what_was_written_and_it_goes_on_where_it_was(played, school):
    signed_with_request(school)
    played.sign_in_to(SIGNED_HOME)
    ask_from_record(played)
    played.driver.type_into("Who is it", "Ida Invented")
    esc(played)
    played.driver.until_title(SIGNED_HOME)
    played.driver.press("Go on: ")
    played.driver.until_title("Ask ")
    page = played.app.window.page
    assert page.fields.who.text() == "Ida Invented"
    played.driver.press("Save and come back")
    played.driver.until_title("My record")
    assert [each.state for each in requests_of(school)] == [RequestState.DRAFT, RequestState.WAITING]


def test_a_draft_that_is_filled_in_is_sent_and_one_that_is_dropped_is_gone(played, school):
    signed_with_request(school)
    for who in ("Ida Invented", "Somebody else"):
        school.desk(NUMBER).request_drafts().save(some_request(who=who, connection="An old friend", ends=""))
    played.sign_in_to(SIGNED_HOME)
    played.driver.press("Go on: draft 1")
    played.driver.until_title("Ask ")
    played.driver.press("Drop this draft")
    played.driver.until_title("My record")
    played.driver.press("Go on: ")
    played.driver.until_title("Ask ")
    played.driver.pick("Until when", "The school year ends")
    page = played.app.window.page
    page.fields.month.field.setCurrentIndex(3)
    played.driver.press("Another way")
    played.driver.press("Send")
    played.driver.until_title("Somebody else")
    assert played.app.window.page.said.text() == "It is sent. Until you hear back, do not write about school."
    assert [each.state for each in requests_of(school)] == [RequestState.WAITING] * 2


def test_nothing_written_leaves_no_draft(played, school):
    signed_with_request(school)
    played.sign_in_to(SIGNED_HOME)
    ask_from_record(played, "Prior approval: own phone")
    esc(played)
    played.driver.until_title(SIGNED_HOME)
    assert [each.state for each in requests_of(school)] == [RequestState.WAITING]


def test_esc_in_a_check_keeps_the_draft_and_it_stands_under_the_question(played, school):
    played.sign_in_to_check()
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    played.driver.press("Facebook")
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")
    played.driver.press("Yes")
    played.driver.press("Add a person or group")
    played.driver.until_title("Ask ")
    played.driver.type_into("Who is it", "Ida Invented")
    played.driver.press("Back")
    played.driver.until_title("Are you, someone")
    played.idle()
    played.driver.press("Yes")
    played.driver.press("Go on with draft")
    played.driver.until_title("Ask ")
    assert played.app.window.page.fields.who.text() == "Ida Invented"
    assert [each.state for each in requests_of(school)] == [RequestState.DRAFT]


def test_a_question_is_answered_and_what_was_typed_outlives_esc(played, school):
    reference = signed_with_request(school)
    move(school, reference, RequestAct.QUESTION, "Who else is in the group?")
    played.sign_in_to(SIGNED_HOME)
    played.driver.press(f"Look at it: {reference}")
    played.driver.until_title("Quentin Quill")
    there(played.app.window.page).answer.box.field.setPlainText("Only the two of us")
    esc(played)
    played.driver.until_title(SIGNED_HOME)
    played.driver.press(f"Look at it: {reference}")
    played.driver.until_title("Quentin Quill")
    played.driver.press("Send my answer")
    played.driver.until(lambda: there(played.app.window.page).said.isVisible(), "nothing is said")
    assert school.desk(NUMBER).my_requests().one(reference).timeline[-1].words == "Only the two of us"


def test_an_approval_after_signing_leads_straight_to_check_and_sign(played, school):
    reference = signed_with_request(school)
    decide(school, reference)
    played.sign_in_to(SIGNED_HOME)
    played.driver.press(f"Sign an update: {reference}")
    played.driver.until_title("Check your answers and sign")
    played.driver.press("I confirm this and want to sign")
    played.driver.press("Sign my declaration")
    played.driver.until_title("You have signed")
    home = school.desk(NUMBER).my_year().home()
    assert home.changed == ()
    assert home.declarations[0].reference == f"D-2026-{NUMBER}-2"


def test_what_was_not_approved_asks_its_question_again(played, school):
    reference = signed_with_request(school)
    decide(school, reference, RequestState.NOT_APPROVED, reason="The group is open to all")
    played.sign_in_to(SIGNED_HOME)
    played.driver.press(f"Sign an update: {reference}")
    played.driver.until_title("Are you, someone")
    played.driver.press("No")
    played.driver.press("Continue")
    played.driver.until_title("Check your answers and sign")


def test_withdrawing_is_asked_once_more_and_then_offers_to_ask_again(played, school):
    reference = signed_with_request(school)
    played.sign_in_to(SIGNED_HOME)
    played.driver.press(f"Look at it: {reference}")
    played.driver.until_title("Quentin Quill")
    played.driver.press("Withdraw")
    played.driver.until_title(f"Withdraw {reference}?")
    played.driver.press("Back, nothing changes")
    played.driver.until_title("Quentin Quill")
    played.driver.press("Withdraw")
    played.driver.until_title(f"Withdraw {reference}?")
    played.driver.press("Withdraw it")
    played.driver.until_title("Quentin Quill")
    played.driver.press("Ask again")
    played.driver.until_title("Ask ")
    asked = played.app.window.page.asked_for()
    assert (asked.same_as, asked.who, asked.until) == (reference, "Quentin Quill", None)


def test_an_exception_is_ended_with_its_reason(played, school):
    reference = signed_with_request(school, RequestState.APPROVED)
    played.sign_in_to(SIGNED_HOME)
    played.driver.press(f"Look at it: {reference}")
    played.driver.until_title("Quentin Quill")
    played.driver.press("End it")
    played.driver.until_title(f"End {reference} now?")
    played.driver.press("End it")
    played.driver.until_title("Error:")
    played.driver.press("What ends it has happened")
    played.driver.press("End it")
    played.driver.until_title("Quentin Quill")
    last = school.desk(NUMBER).my_requests().one(reference).timeline[-1]
    assert (last.act, last.words) == (RequestAct.END, "What ends it has happened")


def test_what_was_decided_while_the_page_showed_is_told(played, school):
    reference = signed_with_request(school)
    played.sign_in_to(SIGNED_HOME)
    played.driver.press(f"Look at it: {reference}")
    played.driver.until_title("Quentin Quill")
    played.driver.press("Withdraw")
    played.driver.until_title(f"Withdraw {reference}?")
    decide(school, reference)
    played.driver.press("Withdraw it")
    played.driver.until_title("Error:")


def test_still_right_is_said_from_home(played, school):
    reference = signed_with_request(school, RequestState.APPROVED)
    school.clock.go_on(days=85)
    played.sign_in_to(SIGNED_HOME)
    played.driver.press(f"Ask again with the same terms: {reference}")
    played.driver.until_title("Ask ")
    played.driver.press("Back")
    played.driver.until_title("Quentin Quill")
    played.driver.press("Still right")
    played.driver.until(lambda: there(played.app.window.page).said.isVisible(), "nothing is said")


def test_signing_in_writes_down_what_has_ended(played, school):
    reference = signed_with_request(school, RequestState.APPROVED)
    school.clock.go_on(days=101)
    played.sign_in_to(SIGNED_HOME)
    with school.desk(NUMBER).sign_in.session.register.read() as at:
        assert there(request_rows.request(at, reference)).state == RequestState.ENDED


def test_the_headteacher_prints_their_own_request_for_the_chair(played, school):
    heads = school.desk(cast.HEADTEACHER.number)
    reference = heads.requests().ask(some_request())
    played.sign_in(cast.HEADTEACHER.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.app.rooms.journey.year.requests.show(reference)
    played.idle()
    played.driver.press("Print for the chair")
    played.driver.until_title("For the chair of governors")
