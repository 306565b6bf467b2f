"""The Headteacher's places through real windows on a real register: each move is a signed entry."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.deciders import APPROVE, ASSISTANT, HEAD, TEACHER, asked
from tests.gui.windows import playing
from tests.schools import TODAY, person_of, sign_with, there

from candour.domain.checklist import Given
from candour.domain.people import Office
from candour.gui import places
from candour.gui.pages.decided import DecidedPage, RevokePage
from candour.gui.pages.decisions import DecisionsPage
from candour.gui.pages.paper_view import PaperViewPage
from candour.gui.pages.same_terms import SameTermsPage
from candour.gui.pages.standing import StandingPage
from candour.gui.pages.today import TodayPage
from candour.gui.places import DECISIONS, SLIPS, STANDING
from candour.gui.widgets.buttons import LinkButton
from candour.sample import people as cast
from candour.upkeep import prove_register

HEADTEACHER = cast.HEADTEACHER
MINE = {places.TODAY, DECISIONS, STANDING, SLIPS}


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def enter(played, name=HEADTEACHER.name):
    played.sign_in(name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()


def at(played, place, kind):
    played.app.rooms.hr.go(place)
    return page_of(played, kind)


def page_of(played, kind):
    played.idle()
    page = played.app.window.page
    assert isinstance(page, kind)
    return page


def state_of(school, reference, number=TEACHER):
    theirs = school.desk(number)
    return theirs.my_requests().one(reference)


@pytest.mark.parametrize(
    ("person", "theirs"),
    [
        (HEADTEACHER, MINE),
        (cast.DEPUTY, {SLIPS}),
        (cast.BUSINESS_MANAGER, {SLIPS}),
        (cast.CLASS_TEACHER, set()),
    ],
)
def test_only_who_may_has_the_places_of_deciding(played, person, theirs):
    enter(played, person.name)
    assert MINE & {place.key for place in played.app.rooms.hr.frame.places} == theirs


def test_today_says_that_nothing_waits_and_how_many_have_signed(played):
    enter(played)
    page = at(played, places.TODAY, TodayPage)
    assert "Nothing is waiting for you." in texts_of(page)
    assert page.signed.text() == "0 of 6 signed"


def texts_of(page):
    return " | ".join(label.text() for label in page.findChildren(type(page.heading)))


def test_the_arrows_go_through_today_and_enter_opens_the_request(played, school):
    first, second = asked(school), asked(school, ASSISTANT)
    sign_with(
        school.desk(TEACHER), (Given("pupils", ("still-there",), until=TODAY), Given("pupils-reached-out", ("no",)))
    )
    school.clock.go_on(days=1)
    enter(played)
    page = at(played, places.TODAY, TodayPage)
    assert list(page.list.rows) == [first, second, "late 0"]
    played.app.window.activateWindow()
    played.driver.until(played.app.window.isActiveWindow, "the window is not active")
    page.list.rows[first].setFocus()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.list.rows[second]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.list.rows["late 0"]
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    page = page_of(played, DecisionsPage)
    played.idle()
    assert there(page.open).line.reference == second


def press(key):
    QTest.keyClick(there(QApplication.focusWidget()), key)


def test_a_request_is_approved_with_conditions_and_its_asker_reads_just_what_was_shown(played, school):
    reference = asked(school, until=TODAY + timedelta(days=200))
    enter(played)
    page = at(played, DECISIONS, DecisionsPage)
    played.idle()
    form = there(page.form)
    form.choices.choose("exception approved with conditions")
    form.ticks["No talk of school"].setChecked(True)
    form.line.setText("Only at home")
    form.until.set_date(TODAY + timedelta(days=100))
    shown = form.preview.text()
    form.sign.click()
    played.idle()
    page = page_of(played, DecisionsPage)
    assert "No request waits" in page.lead.text()
    decided = state_of(school, reference)
    assert (decided.state, decided.until) == ("Approved with conditions", TODAY + timedelta(days=100))
    for words in ("Approved with conditions until 9 January 2027.", "No talk of school", "Only at home"):
        assert words in shown
    assert (there(decided.decision).conditions, there(decided.decision).line) == (
        ("No talk of school",),
        "Only at home",
    )
    school.office().sign_in.lock()
    assert prove_register(school.place.folder, HEAD, lambda: cast.PASSPHRASE).ok


def test_what_is_missing_is_said_beside_its_field(played, school):
    asked(school)
    enter(played)
    page = at(played, DECISIONS, DecisionsPage)
    played.idle()
    form = there(page.form)
    form.sign.click()
    assert form.choices.error.text() == "Choose a decision"
    assert page.title().startswith("Error:")
    form.choices.choose("exception not approved")
    form.sign.click()
    assert form.reason.error.text() == "Give a reason Siân Sample will read"
    form.choices.choose("exception approved with conditions")
    form.sign.click()
    assert form.line.error.text() == "Tick a condition, or write one"


def test_what_is_not_approved_has_a_reason_that_its_asker_reads(played, school):
    reference = asked(school)
    enter(played)
    page = at(played, DECISIONS, DecisionsPage)
    played.idle()
    form = there(page.form)
    form.choices.choose("exception not approved")
    form.reason.field.setPlainText("The group is open to all")
    assert "The group is open to all" in form.preview.text()
    form.sign.click()
    played.idle()
    assert there(state_of(school, reference).decision).reason == "The group is open to all"


def test_the_passphrase_is_asked_after_a_quarter_of_an_hour_and_a_wrong_one_is_said_beside_it(played, school):
    reference = asked(school)
    enter(played)
    school.clock.go_on(minutes=16)
    page = at(played, DECISIONS, DecisionsPage)
    played.idle()
    form = there(page.form)
    form.choices.choose("exception approved")
    form.has_end.setChecked(False)
    form.sign.click()
    assert form.secret.error.text() == "Type your passphrase"
    form.secret.setText("not this one")
    form.sign.click()
    played.idle()
    assert form.secret.error.text() == "That passphrase does not match"
    form.secret.setText(cast.PASSPHRASE)
    form.sign.click()
    played.idle()
    assert state_of(school, reference).state == "Approved"


def test_a_question_is_asked_first_and_what_was_typed_before_is_still_there(played, school):
    reference = asked(school)
    enter(played)
    page = at(played, DECISIONS, DecisionsPage)
    played.idle()
    form = there(page.form)
    form.choices.choose("exception not approved")
    form.reason.field.setPlainText("Perhaps")
    form.ask.click()
    there(page.question).send.click()
    assert there(page.question).box.error.text() == "Write what you want to ask"
    there(page.question).keep.click()
    assert form.isVisible()
    assert form.reason.text() == "Perhaps"
    form.ask.click()
    there(page.question).box.field.setPlainText("Who else is there?")
    there(page.question).send.click()
    played.idle()
    assert state_of(school, reference).question == "Who else is there?"


def test_who_is_too_late_is_told_in_a_sentence(played, school):
    reference = asked(school)
    enter(played)
    page = at(played, DECISIONS, DecisionsPage)
    played.idle()
    school.desk(HEAD).deciding().decide(reference, APPROVE)
    form = there(page.form)
    form.choices.choose("exception approved")
    form.sign.click()
    played.idle()
    assert page.has_errors
    assert any("decided already" in button.words for button in page.summary.findChildren(LinkButton))
    assert form.sign.isEnabled()


def test_one_s_own_request_leads_to_the_chair(played, school):
    heads = school.desk(HEAD)
    reference = asked(school, HEAD)
    heads.sign_in.lock()
    enter(played)
    page = at(played, DECISIONS, DecisionsPage)
    assert reference not in page.list.rows  # it is sealed to the chair alone


def test_whoever_asked_before_they_acted_is_led_to_the_chair(played, school):
    reference = asked(school, cast.DEPUTY.number)
    office = school.office()
    deputy = person_of(office, cast.DEPUTY.number).person
    office.people().give_office(Office.HEADTEACHER, deputy, TODAY, None, acting=True)
    key = school.desk(cast.DEPUTY.number).sign_in.session.keys.signing.key_id
    school.desk(HEAD).keepers().confirm(key)
    school.desk(HEAD).offices().hand_over(Office.HEADTEACHER, deputy)
    enter(played, cast.DEPUTY.name)
    page = at(played, DECISIONS, DecisionsPage)
    assert page.form is None
    page.list.rows[reference].click()
    assert page.form is None
    played.driver.press("Print request and answer slip")
    played.idle()
    (paper,) = played.app.window.findChildren(PaperViewPage)
    assert "Quentin Quill" in paper.text.toPlainText()
    paper.main_button.click()
    played.driver.press("Open for the chair")
    played.idle()
    assert not played.app.signed_in


def test_several_on_last_year_s_terms_are_signed_at_once(played, school):
    first = {number: asked(school, number) for number in (TEACHER, ASSISTANT)}
    heads = school.desk(HEAD)
    for reference in first.values():
        heads.deciding().decide(reference, APPROVE)
    heads.sign_in.lock()
    school.clock.go_on(days=365)
    until = TODAY + timedelta(days=500)
    again = {number: asked(school, number, same_as=before, until=until) for number, before in first.items()}
    enter(played)
    page = at(played, DECISIONS, DecisionsPage)
    assert page.same.text() == "Same terms as last year (2)"
    page.same.click()
    page = page_of(played, SameTermsPage)
    for tick in page.requests.ticks.values():
        tick.setChecked(False)
    page.sign.click()
    assert page.requests.error.text() == "Tick the requests that you approve"
    for tick in page.requests.ticks.values():
        tick.setChecked(True)
    page.sign.click()
    played.idle()
    page_of(played, DecisionsPage)
    assert [state_of(school, reference, number).state for number, reference in again.items()] == ["Approved"] * 2


def test_a_decision_is_found_its_letter_seen_and_an_approval_revoked(played, school):
    one, other = asked(school), asked(school, ASSISTANT)
    heads = school.desk(HEAD)
    for reference in (one, other):
        heads.deciding().decide(reference, APPROVE)
    heads.sign_in.lock()
    enter(played)
    at(played, DECISIONS, DecisionsPage).decided.click()
    page = page_of(played, DecidedPage)
    assert list(page.cards) == [other, one]
    page.search.setText("siân")
    assert list(page.cards) == [one]
    page.search.setText("nobody at all")
    assert page.empty.isVisible()
    page.search.setText(one)
    page.cards[one].letter.click()
    played.idle()
    (paper,) = played.app.window.findChildren(PaperViewPage)
    assert one in paper.text.toPlainText()
    paper.main_button.click()
    page.cards[one].revoke.click()
    page = page_of(played, RevokePage)
    page.revoke.click()
    assert page.reason.error.text() == "Give a reason Siân Sample will read"
    page.reason.field.setPlainText("The class has changed")
    page.revoke.click()
    played.idle()
    page = page_of(played, DecidedPage)
    assert not page.cards[one].revoke.isVisible()
    assert state_of(school, one).state == "Ended"


def test_a_standing_approval_is_made_for_some_and_ended(played, school):
    enter(played)
    page = at(played, STANDING, StandingPage)
    page.make.click()
    assert page.words.error.text() == "Write what is approved, as staff will read it"
    page.words.setText("The residential trip’s phone")
    page.question.field.setCurrentIndex(page.question.field.count() - 1)
    page.some.setChecked(True)
    page.make.click()
    assert page.people.error.text() == "Tick for whom it is"
    person = person_of(school.office(), TEACHER).person
    page.people.ticks[person].setChecked(True)
    page.make.click()
    played.idle()
    page = page_of(played, StandingPage)
    assert [each.words for each in school.desk(TEACHER).asking().ground().approved] == [
        "The residential trip’s phone"
    ]
    next(iter(page.ends.values())).click()
    played.idle()
    page_of(played, StandingPage)
    assert school.desk(TEACHER).asking().ground().approved == ()


def test_today_leads_to_who_wants_to_speak_and_to_what_was_brought(played, school):
    theirs = school.desk(TEACHER)
    theirs.reports().going_to_tell()
    theirs.bringing().bring("An open group says untrue things.", (), about_headteacher=False)
    enter(played)
    for key, title in (("speak", "People to speak to"), ("brought", "Brought to you")):
        at(played, places.TODAY, TodayPage).list.opened.emit(key)
        played.driver.until_title(title)
        played.idle()
