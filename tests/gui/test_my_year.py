"""A person's year in real windows: home, a to-do done, something changed, the stop card's notes, what is held."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.gui.pages.registry_samples import sample_pdf
from tests.gui.windows import CHECK, playing
from tests.schools import ROUND, sign_with

from candour.domain.checklist import Given
from candour.gui.widgets.banner import Banner
from candour.sample import people as cast

NUMBER = cast.ASSISTANT.number
SIGNED_HOME = f"My declaration for {ROUND}"
HOME = f"My check for {ROUND}"


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def open_answer(school) -> Given:
    """Return an answer that is still open, to be done in two weeks."""
    return Given("own-phone", ("still",), until=school.clock().date().replace(day=15))


@pytest.fixture
def with_to_do(played, school):
    """Let the assistant have signed with something still to do."""
    theirs = school.desk(NUMBER)
    sign_with(theirs, [open_answer(school)])
    theirs.sign_in.lock()
    played.sign_in_to(SIGNED_HOME)
    return played


def test_who_has_begun_comes_home_and_continues_where_they_stopped(played, school):
    theirs = school.desk(NUMBER)
    theirs.my_check().save(Given("accounts", ("facebook",)))
    theirs.sign_in.lock()
    played.sign_in_to(HOME)
    assert played.app.window.page.status.about.text().startswith("You stopped at “Family and others”.")
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")
    played.driver.press("Back")
    played.driver.until_title("Which personal accounts")
    played.driver.press("Back")
    played.driver.until_title(HOME)
    played.driver.press("Family and others")
    played.driver.until_title("Are you, someone")


def test_a_to_do_is_done_in_one_act_that_supersedes_the_declaration(with_to_do, school):
    played = with_to_do
    played.driver.press("I have done this: ")
    played.driver.until_title("You have done this")
    page = played.app.window.page
    assert page.facts == [
        ("New declaration", f"D-2026-{NUMBER}-2"),
        ("In place of", f"D-2026-{NUMBER}, which is kept unchanged"),
        ("It will say", "Confirmed"),
    ]
    played.driver.press("See the PDF first")
    played.driver.until_title("The PDF before you sign")
    played.driver.press("Back")
    played.driver.press("I confirm this and want to sign")
    played.driver.press("Sign my declaration")
    played.driver.until_title("You have signed")
    played.lock()
    played.sign_in_to(SIGNED_HOME)
    assert played.app.window.page.status.line.text() == "You have signed. Nothing to do now."
    theirs = school.desk(NUMBER)
    assert [line.reference for line in theirs.my_record().mine().declarations][:2] == [
        f"D-2026-{NUMBER}-2",
        f"D-2026-{NUMBER}",
    ]


def test_going_back_from_a_to_do_signs_nothing(with_to_do, school):
    played = with_to_do
    played.driver.press("I have done this: ")
    played.driver.until_title("You have done this")
    played.driver.press("Back")
    played.driver.until_title(SIGNED_HOME)
    played.idle()
    assert len(played.app.window.page.todos.buttons) == 1


def test_an_update_asks_only_what_changed_and_the_rail_shows_just_that(with_to_do):
    played = with_to_do
    played.driver.press("Something has changed")
    played.driver.until_title("Something has changed")
    played.driver.press("Posts about matters")
    played.driver.press("School e-mail")
    played.driver.press("Continue")
    played.driver.until_title("Does all your e-mail")
    page = played.app.window.page
    assert page.kicker.text() == "Question 1 of 2"
    assert [step.step.name for step in page.rail.steps] == [
        "School e-mail",
        "Posts about matters",
        "Check and sign",
    ]
    assert page.last.text().startswith("You said: Yes.")
    assert not any(card.isChecked() for card in page.answers.cards.values())
    played.driver.press("Yes")
    played.driver.press("Continue")
    played.driver.until_title("Have you posted")
    played.driver.press("I found something and took it down")
    played.driver.press("Continue")
    played.driver.until_title("Check your answers and sign")
    played.driver.press("Back")
    played.driver.until_title("Have you posted")
    played.driver.press("Continue")
    played.driver.until_title("Check your answers and sign")
    played.driver.press("I confirm this and want to sign")
    played.driver.press("Sign my declaration")
    played.driver.until_title("You have signed")
    assert (played.app.window.page.facts[1]) == ("Reference", f"D-2026-{NUMBER}-2")


def test_an_update_that_was_begun_can_be_gone_on_with(with_to_do):
    played = with_to_do
    played.driver.press("My record")
    played.driver.until_title("My record")
    played.driver.press("Something has changed")
    played.driver.until_title("Something has changed")
    played.driver.press("School e-mail")
    played.driver.press("Continue")
    played.driver.until_title("Does all your e-mail")
    played.lock()
    played.sign_in_to(SIGNED_HOME)
    played.driver.press("Go on with my update")
    played.driver.until_title("Does all your e-mail")


def test_the_next_year_confirms_accounts_and_asks_the_rest_afresh(played, school):
    theirs = school.desk(cast.CLASS_TEACHER.number)
    said = theirs.my_check().open().last_year
    theirs.sign_in.lock()
    assert said
    played.sign_in_to_check(cast.CLASS_TEACHER.name)
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    page = played.app.window.page
    assert page.last.text().startswith("Last year you said: ")
    assert page.last.text().endswith("Still right?")
    assert page.ticks.ticked() == said["accounts"].choices
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")
    played.driver.press("No")
    played.driver.press("Continue")
    played.driver.until(lambda: played.app.window.page.page_id == "question", "no question to choose an answer of")
    page = played.app.window.page
    assert page.last.text().endswith("Look again, for this year.")
    assert not any(card.isChecked() for card in page.answers.cards.values())


def test_going_to_tell_stands_on_the_home_page_until_it_was_told(played, school):
    theirs = school.desk(NUMBER)
    theirs.my_check().save(Given("accounts", ("facebook",)))
    theirs.sign_in.lock()
    played.sign_in_to(HOME)
    played.driver.press("Tell the designated lead")
    played.driver.until_title("Go to")
    played.driver.press("I am going to tell them now")
    played.driver.until_title(HOME)
    played.idle()
    played.driver.press("My record")
    played.driver.until_title("My record")
    played.driver.press("My check")
    played.driver.until_title(HOME)
    played.driver.press("I have told them")
    played.driver.until_title("Go to")
    played.driver.pick("Whom did you tell?", f"{cast.HEADTEACHER.name}, designated lead")
    played.driver.press("Note this")
    played.driver.until_title(HOME)
    played.idle()
    assert played.app.window.page.telling is None
    theirs = school.desk(NUMBER)
    assert [(note.report, note.whom) for note in theirs.reports().noted()] == [
        ("going to tell", ""),
        ("told", f"{cast.HEADTEACHER.name}, designated lead"),
    ]


def test_what_is_about_the_headteacher_is_recorded_nowhere(played, school):
    played.sign_in_to_check()
    session = played.app._doors.desk().sign_in.session
    before = session.register.head().position
    played.driver.press("Tell the designated lead")
    played.driver.until_title("Go to")
    played.driver.press("This is about the Headteacher")
    played.driver.press("Back to where I was")
    played.driver.until_title(CHECK)
    played.idle()
    assert session.register.head().position == before


def test_a_note_that_cannot_be_saved_sends_to_the_lead_in_person_and_goes_with_try_again(played):
    played.sign_in_to_check()
    played.driver.press("Tell the designated lead")
    played.driver.until_title("Go to")
    away = played.school.place.register.with_suffix(".away")
    played.app._doors.desk().sign_in.session.register.close()
    played.school.place.register.rename(away)
    played.driver.press("I am going to tell them now")
    played.idle()
    page = played.app.window.page
    assert page.banner.text.text() == f"This note was not saved. Tell {cast.HEADTEACHER.name} in person."
    away.rename(played.school.place.register)
    played.driver.press("Try again")
    played.driver.until_title(CHECK)


def test_what_is_held_is_shown_and_saved_in_both_forms(with_to_do, tmp_path):
    played = with_to_do
    played.driver.press("What is held about me")
    played.driver.until_title("What is held about me")
    page = played.app.window.page
    saving = played.app.journey.saving
    desk = played.app._doors.desk()
    reference = f"D-2026-{NUMBER}"
    saving.save_to(page, lambda: desk.copies().full_copy(reference), tmp_path / "full.pdf")
    played.idle()
    assert (tmp_path / "full.pdf").read_bytes().startswith(b"%PDF")
    assert page.said.text() == f"Saved: {tmp_path / 'full.pdf'}"
    saving.save_to(page, lambda: b"", tmp_path / "none" / "full.pdf")
    played.idle()
    assert page.banner.text.text().startswith("Everything is safe here.")


def test_after_a_lock_nothing_of_the_home_page_is_left(with_to_do):
    played = with_to_do
    played.lock()
    said = [w.accessibleName() + w.accessibleDescription() for w in played.app.window.findChildren(QWidget)]
    assert not any("your own phone" in each for each in said)
    assert played.app.window.page.page_id == "sign-in"
    played.driver.press("Tell the designated lead")
    played.driver.until_title("Go to")
    assert "nothing is recorded here" in played.app.window.page.told_way.hint


def test_the_schools_own_document_opens_from_the_policy_and_counts_as_opened(played, school):
    office = school.office()
    office.attach_policy_document("Policy 2025.pdf", sample_pdf("Social media policy"))
    office.sign_in.lock()
    played.sign_in_to_check()
    opened: list[bool] = []
    played.app.asides.policy_opened.connect(lambda: opened.append(True))
    played.driver.press("The policy of")
    played.driver.until_title("Social Networking")
    played.driver.press("Open the school’s document")
    played.driver.until_title("The school’s own policy")
    assert len(opened) == 2
    played.driver.press("Back to the policy")
    played.driver.until_title("Social Networking")
    played.driver.press("Back")
    played.driver.until_title(CHECK)
    played.idle()
    assert school.desk(NUMBER).my_check().open().policy_opened


def test_hr_comes_home_first_and_finds_people_before_their_own_check_is_begun(played):
    played.sign_in_to(HOME, cast.BUSINESS_MANAGER.name)
    played.driver.press("People")
    played.driver.until_title("People")
    played.driver.press("My check")
    played.driver.until_title(HOME)
    played.driver.press("Start my check")
    played.driver.until_title(CHECK)
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")


def test_hr_attaches_the_schools_own_document_on_the_policy_page_and_nobody_else_is_offered_to(played, tmp_path):
    file = tmp_path / "Our policy 2025.pdf"
    file.write_bytes(sample_pdf("Social media policy"))
    played.sign_in_to(HOME, cast.BUSINESS_MANAGER.name)
    played.driver.press("The policy")
    played.driver.until_title("Social Networking")
    page = played.app.window.page
    assert page.attach.isVisible()
    played.app.journey.own_document.attach(page, tmp_path / "missing.pdf")
    played.idle()
    assert "cannot be read" in page.banner.text.text()
    page.clear_trouble()
    played.app.journey.own_document.attach(page, file)
    played.driver.press("Open the school’s document")
    played.driver.until_title("The school’s own policy")
    played.lock()
    played.sign_in_to_check()
    played.driver.press("The policy of")
    played.driver.until_title("Social Networking")
    assert not played.app.window.page.attach.isVisible()


def test_f1_opens_the_help_about_the_page(with_to_do):
    played = with_to_do
    QTest.keyClick(played.app.window.page, Qt.Key.Key_F1)
    played.driver.until_title("Help")
    page = played.app.window.page
    assert page.focusWidget() is page.cards["home"].title
    played.driver.press("Back")
    played.driver.until_title(SIGNED_HOME)


def test_going_to_tell_stands_on_every_page_until_it_was_told(with_to_do):
    played = with_to_do

    def reminded() -> bool:
        played.driver.settle()
        banners = played.app.window.page.findChildren(Banner)
        return any("going to tell" in banner.title.text() for banner in banners if banner.isVisible())

    played.driver.press("Tell the designated lead")
    played.driver.press("I am going to tell them now")
    played.driver.until_title(SIGNED_HOME)
    played.driver.press("My record")
    played.driver.until_title("My record")
    assert reminded()
    played.driver.press("Help")
    played.driver.until_title("Help")
    assert reminded()
    played.driver.press("I have told them")
    played.driver.until_title("Go to")
    played.driver.press("I have told them")
    played.driver.pick("Whom did you tell?", f"{cast.HEADTEACHER.name}, designated lead")
    played.driver.press("Note this")
    played.driver.until_title("Help")
    assert not reminded()
    played.driver.press("Back")
    played.driver.until_title("My record")
    assert not reminded()
