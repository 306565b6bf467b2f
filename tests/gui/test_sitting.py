"""Everyone in one sitting, in a real window: names between two people, and nothing left of the one before."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from tests.gui.test_role_wall import everything_of
from tests.gui.windows import SECRET, playing
from tests.schools import TODAY, answer_all, let_post, person_of

from candour.domain.checklist import Given
from candour.gui.idle import IdleWatch
from candour.gui.pages.sitting import THANKS_LAST, SittingPage
from candour.gui.places import SITTING
from candour.sample import people as cast
from candour.upkeep import prove_register

OPEN = Given("parents", ("still-there",), until=TODAY + timedelta(days=9))
TEACHER, ASSISTANT, HEAD, HR = cast.CLASS_TEACHER, cast.ASSISTANT, cast.HEADTEACHER, cast.BUSINESS_MANAGER


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def sign_in_to_work(played, who=HR):
    played.sign_in(who.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()


def start(played, who=HR):
    sign_in_to_work(played, who)
    played.app.rooms.hr.go(SITTING)
    played.driver.until_title("Everyone in one sitting")
    played.driver.press("Start the sitting")
    at_names(played)


def at_names(played):
    played.driver.until(lambda: isinstance(played.app.window.page, SittingPage), "no list of names")
    played.idle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def names(played):
    return [name for _, name in played.app.window.page.grid.names.shown]


def pick(played, who):
    at_names(played)
    played.driver.type_into("Find your name", who.name)
    played.driver.press("Sign in")
    played.driver.until_title(who.name)


def come_in(played, who, secret=cast.PASSPHRASE):
    pick(played, who)
    played.driver.type_into(SECRET, secret)
    played.driver.press("Sign in")
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()


def answered(school, who, secret=cast.PASSPHRASE, differently=()):
    theirs = school.desk(who.number, secret)
    answer_all(theirs, differently)
    theirs.sign_in.lock()


def sign(played):
    """Sign what is answered already, as from the home page."""
    played.driver.press("Continue")
    played.driver.until_title("Check your answers and sign")
    played.driver.press("I confirm this and want to sign")
    played.driver.press("Sign my declaration")


def test_from_the_start_on_the_names_of_those_who_have_not_signed_show_between_two_people(played):
    start(played)
    assert not played.app.signed_in
    assert TEACHER.name in names(played)
    assert names(played) == sorted(names(played), key=str.casefold)


def test_the_headteacher_may_start_one_too_and_nobody_else_has_the_place(played):
    start(played, HEAD)
    come_in(played, TEACHER)
    assert SITTING not in [place.key for place in played.app.rooms.hr.frame.places]


def test_who_signs_is_thanked_by_first_name_and_their_name_has_gone(played, school):
    answered(school, TEACHER)
    start(played)
    come_in(played, TEACHER)
    sign(played)
    at_names(played)
    page = played.app.window.page
    assert page.thanks.title.text() == "Thank you, Siân. You have signed."
    assert TEACHER.name not in names(played)
    assert not played.app.signed_in
    assert prove_register(school.place.folder, "", lambda: "").ok


def test_who_posts_for_the_school_too_is_led_on_and_is_thanked_for_signing_once_both_are_signed(played, school):
    let_post(school, TEACHER.number)
    answered(school, TEACHER)
    start(played)
    come_in(played, TEACHER)
    sign(played)
    played.driver.until_title("You have signed")
    played.driver.press("Go on: School accounts")
    played.driver.until_title("The school’s own accounts")
    played.app.lock()
    at_names(played)
    assert played.app.window.page.thanks is None
    assert TEACHER.name in names(played)


def test_the_thanks_go_at_the_first_key_which_is_the_next_persons_already(played, school):
    answered(school, TEACHER)
    start(played)
    come_in(played, TEACHER)
    sign(played)
    at_names(played)
    page = played.app.window.page
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_U)
    assert page.thanks is None
    assert page.search.text() == "u"
    assert "Siân" not in everything_alive()


def test_the_thanks_go_by_themselves_after_the_seconds_that_they_state(played, school):
    answered(school, TEACHER)
    start(played)
    come_in(played, TEACHER)
    sign(played)
    at_names(played)
    page = played.app.window.page
    assert str(THANKS_LAST) in page.thanks.text.text()
    assert page._clock.interval() == THANKS_LAST * 1000
    page._clock.timeout.emit()
    assert page.thanks is None


def everything_alive():
    """Return all words of every part that is alive, in whatever window, shown or not."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    words = []
    for part in QApplication.allWidgets():
        words += [part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle()]
        if isinstance(part, QLabel | QLineEdit):
            words.append(part.text())
        if isinstance(part, QPlainTextEdit):
            words.append(part.toPlainText())
    return "\n".join(words)


def test_nothing_of_the_person_before_is_left_in_any_part_nor_behind_any_key(played, school):
    answered(school, TEACHER, differently=(Given("accounts", ("facebook",)),))
    start(played)
    come_in(played, TEACHER)
    played.driver.press("Continue")
    played.driver.until_title("Check your answers and sign")
    played.driver.press("See the PDF first")
    played.driver.until_title("The PDF before you sign")
    assert "Siân Sample" in everything_alive()
    assert "Facebook" in everything_alive()
    QGuiApplication.clipboard().setText("D-2026-0004, copied from the PDF as text")
    prepared = weakref.ref(played.app.journey.signing._declaring)
    check = weakref.ref(played.app.journey.check)
    played.app.lock()
    at_names(played)
    gc.collect()
    left = everything_alive()
    assert not [word for word in ("Facebook", "D-2026-0004", TEACHER.number, cast.PASSPHRASE) if word in left]
    assert QGuiApplication.clipboard().text() == ""
    assert (prepared(), check()) == (None, None)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
        QTest.keyClick(played.app.window.page.focusWidget(), key)
    QTest.keyClick(played.app.window.page.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(played.app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    played.idle()
    assert isinstance(played.app.window.page, SittingPage)
    assert not played.app.signed_in


def test_stopping_midway_keeps_the_answers_and_leads_back_to_the_names(played, school):
    start(played)
    come_in(played, TEACHER)
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    played.driver.press("WhatsApp")
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")
    QTest.keyClick(played.app.window.page, Qt.Key.Key_Escape)
    at_names(played)
    assert played.app.window.page.thanks is None
    come_in(played, TEACHER)
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")


def test_the_idle_lock_and_a_picked_name_that_nobody_uses_lead_back_to_the_names(played):
    start(played)
    come_in(played, TEACHER)
    played.app.idle.idle.emit()
    played.driver.press("Lock now")
    at_names(played)
    pick(played, TEACHER)
    played.driver.type_into(SECRET, "half a passph")
    watch = played.app.window.page.findChild(IdleWatch)
    assert watch.counts
    watch.idle.emit()
    at_names(played)
    assert "half a passph" not in everything_alive()


def test_who_is_not_on_the_list_signs_in_as_somebody_else_and_the_names_come_back(played):
    start(played)
    played.driver.press("Somebody else")
    played.driver.until_title("Somebody else")
    played.idle()
    sign_in_to_work(played)
    played.lock()
    at_names(played)


def test_it_ends_with_the_passphrase_of_hr_and_with_nobody_elses(played):
    start(played)
    for who in (TEACHER, HR):
        played.driver.press("End the sitting")
        played.driver.until_title("End the sitting")
        played.idle()
        sign_in_to_work(played, who)
        assert (played.app.entrance.between is None) == (who is HR)
        if who is TEACHER:
            played.lock()
            at_names(played)
    played.driver.until_title("Everyone in one sitting")
    played.lock()
    assert played.app.window.page.page_id == "sign-in"


def test_hr_ends_it_from_the_place_where_it_was_started(played):
    start(played)
    played.driver.press("Somebody else")
    played.idle()
    sign_in_to_work(played)
    played.app.rooms.hr.go(SITTING)
    played.driver.press("End the sitting")
    played.idle()
    assert "The sitting has ended." in everything_of(played.app.window)
    played.lock()
    assert played.app.window.page.page_id == "sign-in"


def test_who_has_something_left_to_do_is_offered_a_passphrase_before_the_names_come_back(played, school):
    code = invited(school, TEACHER)
    answered(school, TEACHER, code, [OPEN])
    start(played)
    pick(played, TEACHER)
    played.driver.type_into(SECRET, code)
    played.driver.press("Sign in")
    played.driver.until_title("Your keys")
    played.driver.press("Continue")
    played.driver.until_title("My check for")
    sign(played)
    played.driver.until_title("You have signed")
    played.driver.press("Use these words")
    played.idle()
    played.driver.press("Finish and lock")
    at_names(played)
    assert played.app.window.page.thanks is not None


def invited(school, who):
    """Return the code of a new slip; what they had before is gone with it."""
    office = school.office()
    code = office.keepers().invite(person_of(office, who.number).person).code
    office.sign_in.lock()
    return code


def test_names_that_two_people_share_are_told_apart_by_their_numbers(played, school):
    office = school.office()
    office.people().enter(replace(person_of(office, ASSISTANT.number), name=TEACHER.name))
    office.sign_in.lock()
    start(played)
    shared = [name for name in names(played) if name.startswith(TEACHER.name)]
    assert shared == [f"{TEACHER.name} ({each.number})" for each in (TEACHER, ASSISTANT)]
