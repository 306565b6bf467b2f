"""One person's way through real windows, on a real register: what goes well, and what goes wrong on the way."""

from __future__ import annotations

import json
import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid
from tests.gui.windows import CHECK, NAME, SECRET, Played, playing

from candour.app import Doors, shipped_pack
from candour.documents.press import Press
from candour.domain.checklist import Given
from candour.gui.pages.question import QuestionPage
from candour.gui.settings import WindowSettings
from candour.gui.start import App
from candour.gui.widgets.banner import Banner
from candour.keys.slots import SlotsFile
from candour.keys.smith import Smith
from candour.register import people as people_rows
from candour.register.engine import Register
from candour.sample import people as cast
from candour.tour.driver import Driver
from candour.upkeep import prove_register


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def answer_first(played: Played) -> None:
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    played.driver.press("Facebook")
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")


def test_answers_come_back_after_a_lock_where_they_were_left(played):
    played.sign_in_to_check()
    answer_first(played)
    QTest.keyClick(played.app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    played.driver.until_title(CHECK)
    played.idle()
    played.sign_in_to_check()
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")


def test_a_locked_window_shows_nothing_of_who_was_there(played):
    played.sign_in_to_check()
    answer_first(played)
    played.app.lock()
    played.idle()
    said = [w.accessibleName() + w.accessibleDescription() for w in played.app.window.findChildren(QWidget)]
    typed = [field.text() for field in played.app.window.findChildren(QLineEdit)]
    assert not any("Facebook" in each for each in said)
    assert cast.PASSPHRASE not in "".join(typed)
    assert played.app.window.page.page_id == "sign-in"


@pytest.fixture
def unknown(qapp, school, tmp_path):
    """Open the app in a computer account that holds no key to the list of names."""
    (school.place.folder / "sample-vault.json").unlink()
    app = App(qapp, Doors(school.place.folder, school.clock), shipped_pack, WindowSettings(tmp_path / "window.ini"))
    app.show()
    played = Played(app, Driver(app.window), school)
    played.driver.find(QLineEdit, "Your staff number or school e-mail")
    yield played
    app.end()


def test_an_unknown_computer_account_signs_in_by_number_and_then_knows_the_school(unknown):
    unknown.driver.type_into("Your staff number or school e-mail", cast.ASSISTANT.number)
    unknown.driver.type_into(SECRET, cast.PASSPHRASE)
    unknown.driver.press("Sign in")
    unknown.driver.until(lambda: cast.SCHOOL in unknown.app.window.windowTitle(), "the school is not named")
    unknown.driver.press("Tell the designated lead")
    unknown.driver.until_title(f"Go to {cast.HEADTEACHER.name}")
    unknown.app.lock()
    unknown.idle()
    unknown.driver.pick(NAME, cast.CLASS_TEACHER.name)


def test_a_wrong_passphrase_waits_longer_each_time(played):
    played.sign_in(cast.ASSISTANT.name, "not the passphrase")
    played.driver.until_title("Error:")
    assert not played.app.window.page.main_button.isEnabled()
    for _ in range(5):
        played.app.window.page.count_down()
    assert played.app.window.page.main_button.isEnabled()
    played.sign_in(cast.ASSISTANT.name, "not the passphrase")
    played.idle()
    assert played.app.window.page.main_button.text().endswith("10 seconds")
    assert not played.app.signed_in


def test_an_answer_that_cannot_be_saved_stays_on_screen_and_goes_with_try_again(played):
    played.sign_in_to_check()
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    played.driver.press("WhatsApp")
    away = played.school.place.register.with_suffix(".away")
    session = played.app._doors.desk().sign_in.session
    session.register.close()
    played.school.place.register.rename(away)
    played.driver.press("Continue")
    played.driver.press("Try again")
    played.idle()
    page = played.app.window.page
    assert "could not save that answer" in page.banner.text.text()
    away.rename(played.school.place.register)
    played.driver.press("Try again")
    played.driver.until_title("Are you, someone")


def test_an_aside_keeps_the_page_under_it_as_it_was(played):
    played.sign_in_to_check()
    answer_first(played)
    played.driver.press("Yes")
    for aside in ("How it looks", "Help", "The policy", "Tell the designated lead"):
        played.driver.press(aside)
        played.driver.until(lambda: not isinstance(played.app.window.page, QuestionPage), "no aside")
        QTest.keyClick(played.app.window.page, Qt.Key.Key_Escape)
        played.driver.until_title("Are you, someone")
    assert played.driver.find(QWidget, "Add a person or group").isVisible()


def test_the_policy_opened_later_does_not_reach_back_to_the_page_before_the_start(played, capsys):
    played.sign_in_to_check()
    before = played.app.window.page
    answer_first(played)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(before)
    played.app.asides.policy_opened.emit()
    assert "RuntimeError" not in capsys.readouterr().err


def answer_all(played: Played) -> None:
    """Answer everything as somebody without accounts, and open the policy, up to Check and sign."""
    played.driver.press("The policy of")
    played.driver.press("Back")
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    for heading, answer in (
        ("Which personal accounts", "I have no personal accounts"),
        ("Are you, someone", "No"),
        ("Have you rung", "No, or only what is approved"),
        ("Does all your e-mail", "Yes"),
        ("Since", "No"),
        ("Do you know of any", "No"),
    ):
        played.driver.until_title(heading)
        played.driver.press(answer)
        played.driver.press("Continue")
    played.driver.until_title("Check your answers and sign")


def test_back_and_change_lead_from_check_and_sign_to_the_questions_and_forward_again(played):
    played.sign_in_to_check()
    answer_all(played)
    played.driver.press("Back")
    played.driver.until_title("Do you know of any")
    played.driver.press("Continue")
    played.driver.until_title("Check your answers and sign")
    played.driver.press("Change answer about your accounts")
    played.driver.until_title("Which personal accounts")


def test_back_on_the_first_question_leads_to_what_stood_before_it(played):
    played.sign_in_to_check()
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    played.driver.press("Back")
    played.driver.until_title(CHECK)


def test_signing_asks_for_the_tick_and_after_fifteen_minutes_for_the_passphrase(played, school):
    played.sign_in_to_check()
    answer_all(played)
    played.driver.press("Sign my declaration")
    played.driver.until_title("Error:")
    played.driver.press("Save and come back")
    played.driver.until_title(CHECK)
    played.idle()
    played.sign_in_to_check()
    school.clock.go_on(minutes=16)
    played.driver.press("Continue")
    played.driver.until_title("Check your answers and sign")
    played.driver.press("I confirm this and want to sign")
    played.driver.type_into(SECRET, "not the passphrase")
    played.driver.press("Sign my declaration")
    played.driver.until_title("Error:")
    played.driver.type_into(SECRET, cast.PASSPHRASE)
    played.driver.press("Sign my declaration")
    played.driver.until_title("You have signed")


def test_nothing_touches_register_keys_or_pdfs_on_the_windows_thread(played, monkeypatch):
    window, touched = threading.get_ident(), []

    def watch(owner: type, name: str) -> None:
        real = getattr(owner, name)

        def watched(*args, **kwargs):
            touched.append((name, threading.get_ident()))
            return real(*args, **kwargs)

        monkeypatch.setattr(owner, name, watched)

    for owner, names in (
        (Register, ("read", "write", "head")),
        (Smith, ("unlock", "seal", "open", "keep")),
        (SlotsFile, ("open", "add", "remove")),
        (Press, ("draw", "sign", "seal")),
    ):
        for name in names:
            watch(owner, name)
    played.sign_in_to_check()
    answer_all(played)
    played.driver.press("I confirm this and want to sign")
    played.driver.press("Sign my declaration")
    played.driver.until_title("You have signed")
    played.driver.press("Finish and lock")
    played.driver.until_title(CHECK)
    played.idle()
    assert {"read", "write", "head", "unlock", "seal", "open", "draw", "sign"} <= {name for name, _ in touched}
    assert [name for name, thread in touched if thread == window] == []


def test_a_copy_that_cannot_be_saved_says_so_and_another_folder_will_do(played, tmp_path):
    played.sign_in_to_check()
    answer_all(played)
    played.driver.press("I confirm this and want to sign")
    played.driver.press("Sign my declaration")
    played.driver.until_title("You have signed")
    page = played.app.window.page
    saving, copies = played.app.journey.saving, played.app._doors.desk().copies()

    def content():
        return copies.declaration(f"D-2026-{cast.ASSISTANT.number}")

    saving.save_to(page, content, tmp_path / "no such folder" / "copy.pdf")
    played.idle()
    assert "signed and safe" in page.banner.text.text()
    saving.save_to(page, content, tmp_path / "copy.pdf")
    played.idle()
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF")
    assert page.banner is None


def test_more_time_moves_the_due_date_at_once(played):
    played.sign_in_to_check()
    played.driver.press("I want advice before I sign")
    played.idle()
    assert "You now have until Friday 30 October 2026." in played.app.window.page.due.text()


def test_an_office_holder_with_a_code_chooses_a_passphrase_before_anything_else(played, school):
    office = school.desk(cast.BUSINESS_MANAGER.number)
    with office.sign_in.session.register.read() as at:
        deputy = people_rows.find(at, cast.DEPUTY.number)
    assert deputy is not None
    slip = office.keepers().invite(deputy.person)
    office.sign_in.lock()
    played.sign_in(cast.DEPUTY.name, slip.code)
    played.driver.until_title("Your keys")
    played.driver.press("Continue")
    played.driver.until_title("Welcome")
    played.driver.press("Continue")
    played.driver.until_title("Error:")
    played.driver.press("Use these words")
    played.idle()
    played.driver.press("Continue")
    played.driver.until_title("My check for")


def test_a_register_in_doubt_says_so_on_every_page_until_somebody_locks(played, school):
    register = SlotsFile(school.place.slots).register_id
    (school.place.folder / "seen-heads.json").write_text(json.dumps({register: [9999, "00"]}), encoding="utf-8")
    played.sign_in_to_check()
    assert "older than the one that this computer saw last" in said_on(played)
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    assert "older than the one that this computer saw last" in said_on(played)
    played.app.lock()
    played.idle()
    assert "older than the one" not in said_on(played)


def said_on(played: Played) -> str:
    played.driver.settle()
    page = played.app.window.page
    assert page is not None
    return " ".join(banner.text.text() for banner in page.findChildren(Banner) if banner.isVisible())


def test_esc_leaves_the_check_and_locks_with_everything_saved(played):
    played.sign_in_to_check()
    answer_first(played)
    QTest.keyClick(played.app.window.page, Qt.Key.Key_Escape)
    played.driver.until(lambda: not played.app.signed_in, "Esc does not leave")
    played.idle()
    assert prove_register(played.school.place.folder, "", lambda: "").ok


def test_the_idle_watch_asks_first_and_locks_only_when_nobody_answers(played):
    played.sign_in_to_check()
    played.app.idle.idle.emit()
    played.driver.press("I am still here")
    assert played.app.signed_in
    played.app.idle.idle.emit()
    played.driver.press("Lock now")
    played.driver.until(lambda: not played.app.signed_in, "it does not lock")


def test_the_idle_lock_waits_while_somebody_looks_at_their_phone(played, school):
    theirs = school.desk(cast.ASSISTANT.number)
    theirs.my_check().save(Given("accounts", ("facebook",)), Given("family", ("none",)))
    theirs.sign_in.lock()
    played.sign_in_to("My check for")
    assert played.app.idle.counts
    played.driver.press("Continue")
    played.driver.until_title("Apart from those")
    played.driver.press("I am looking at my phone")
    played.driver.until_title("Looking at your phone")
    assert not played.app.idle.counts
    QTest.keyClick(played.app.window, Qt.Key.Key_Tab)
    assert not played.app.idle.counts
    played.driver.press("I am back")
    played.driver.until_title("Apart from those")
    assert played.app.idle.counts


def test_text_size_follows_the_keys_and_is_remembered(played, tmp_path):
    QTest.keyClick(played.app.window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert played.app.theme.text_size == 125
    assert WindowSettings(tmp_path / "window.ini").theme().text_size == 125
    QTest.keyClick(played.app.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert played.app.theme.text_size == 100


def test_the_title_says_page_check_and_school(played):
    assert played.app.window.windowTitle() == f"{CHECK} – Social media check – {cast.SCHOOL}"


def test_the_settings_name_nobody(played, tmp_path):
    played.sign_in_to_check()
    played.app.window.close()
    kept = (tmp_path / "window.ini").read_text(encoding="utf-8") if (tmp_path / "window.ini").exists() else ""
    people = [cast.BUSINESS_MANAGER, *cast.OTHERS]
    assert not [person.name for person in people if person.name in kept]
    assert json.dumps(cast.PASSPHRASE) not in kept
