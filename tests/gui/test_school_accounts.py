"""School accounts through the window: from HR's tick to a sealed PDF that anybody can verify."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from tests.documents.reading import text_of
from tests.gui.windows import CHECK, playing
from tests.schools import let_post, sign_with

from candour import cli
from candour.domain.checklist import Given
from candour.domain.exports import DECLARATIONS, Existing
from candour.sample import people as cast

NUMBER, NAME = cast.ASSISTANT.number, cast.ASSISTANT.name
ROUND = "2026–27"
HOME, SIGNED_HOME = f"My check for {ROUND}", f"My declaration for {ROUND}"
QUESTIONS = 9


@pytest.fixture
def played(qapp, school, tmp_path):
    let_post(school, NUMBER)
    yield from playing(qapp, school, tmp_path)


@pytest.fixture
def left(played, school):
    """Let the assistant have signed everybody's check, and come home to what is left."""
    theirs = school.desk(NUMBER)
    sign_with(theirs)
    theirs.sign_in.lock()
    played.sign_in_to(HOME)
    return played


def start(played):
    played.driver.press("Start: School accounts")
    played.driver.until_title("The school’s own accounts")
    played.driver.press("Start School accounts")
    played.driver.until_title("Is the school only on")


def answer(played):
    """Answer every question plainly, up to Check and sign."""
    for number in range(1, QUESTIONS + 1):
        page = played.app.window.page
        assert page.kicker.text() == f"Question {number} of {QUESTIONS}"
        assert not any(card.isChecked() for card in page.answers.cards.values())
        asked = page.heading.text()
        played.driver.press("Yes, checked")
        played.driver.press("Continue")
        played.driver.until(lambda asked=asked: played.app.window.page.heading.text() != asked, "no next page")


def sign(played):
    played.driver.until_title("Check your answers and sign")
    played.driver.press("See the PDF first")
    played.driver.until_title("The PDF before you sign")
    played.driver.press("Back")
    played.driver.press("I confirm this and want to sign")
    played.driver.press("Sign my declaration")
    played.driver.until_title("You have signed")


def test_the_whole_way_ends_in_a_sealed_pdf_that_candour_check_finds_genuine(left, school, tmp_path, capsys):
    played = left
    start(played)
    page = played.app.window.page
    assert page.sidebar.head.text() == f"School accounts {ROUND}"
    assert len(page.rail.steps) == QUESTIONS + 1
    answer(played)
    sign(played)
    assert played.app.window.page.facts[1] == ("Reference", f"D-2026-{NUMBER}-S")
    played.lock()
    office = school.office()
    exporting = office.exporting()
    exporting.export(exporting.plan(ROUND), tmp_path / "out", Existing.SKIP)
    (tmp_path / "root.cer").write_bytes(school.root())
    signed = next((tmp_path / "out" / DECLARATIONS).glob("*School accounts*.pdf"))
    assert cli.run(["check", str(signed), "--root", str(tmp_path / "root.cer"), "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["verdict"] == "Genuine and unchanged"
    words = " ".join(text_of(signed.read_bytes()).split())
    assert f"School accounts declaration {ROUND}" in words
    assert f"D-2026-{NUMBER}-S" in words


def test_after_everybody_s_check_the_way_leads_on_to_school_accounts(played, school):
    theirs = school.desk(NUMBER)
    theirs.my_check().note_policy_opened()
    theirs.sign_in.lock()
    played.sign_in_to(CHECK)
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    played.driver.press("I have no personal accounts")
    played.driver.press("Continue")
    for title, choice in (
        ("Are you, someone", "No"),
        ("Have you rung", "No, or only what is approved"),
        ("Does all your e-mail", "Yes"),
        ("Since", "No"),
        ("Do you know of any", "No"),
    ):
        played.driver.until_title(title)
        played.driver.press(choice)
        played.driver.press("Continue")
    sign(played)
    assert "Still to sign: School accounts." in played.app.window.page.next_lines
    played.driver.press("Go on: School accounts")
    played.driver.until_title("The school’s own accounts")


def test_back_leads_home_and_nothing_of_either_check_is_lost(left):
    played = left
    start(played)
    played.driver.press("I found something and mended it")
    played.driver.press("Continue")
    played.driver.until_title("Are the school’s accounts made")
    played.driver.press("Back")
    played.driver.until_title("Is the school only on")
    assert played.app.window.page.answers.cards["mended"].isChecked()
    played.driver.press("Back")
    played.driver.until_title(HOME)
    card = played.app.window.page.statuses[1]
    assert card.line.text() == f"1 of {QUESTIONS} done"
    played.driver.press("People in the posts")
    played.driver.until_title("Are the school’s pages free of photographs")


def test_what_is_to_do_is_done_and_something_that_changed_is_updated_each_on_its_own(played, school):
    theirs = school.desk(NUMBER)
    sign_with(theirs)
    soon = school.clock().date() + timedelta(days=9)
    sign_with(theirs, [Given("photos", ("to-do",), until=soon)], checklist="school")
    theirs.sign_in.lock()
    played.sign_in_to(SIGNED_HOME)
    played.driver.press("I have done this: photographs and videos, School accounts")
    played.driver.until_title("You have done this")
    assert played.app.window.page.facts[0] == ("New declaration", f"D-2026-{NUMBER}-S-2")
    played.driver.press("I confirm this and want to sign")
    played.driver.press("Sign my declaration")
    played.driver.until_title("You have signed")
    played.lock()
    played.sign_in_to(SIGNED_HOME)
    played.driver.press("My record")
    played.driver.until_title("My record")
    assert f"D-2026-{NUMBER}-S-2" in played.app.window.page.declarations.saves
    played.driver.press("Something has changed: School accounts")
    played.driver.until_title("Something has changed")
    assert played.app.window.page.kicker.text() == "School accounts"
    played.driver.press("Links")
    played.driver.press("Continue")
    played.driver.until_title("Have you checked the links")
    assert played.app.window.page.kicker.text() == "Question 1 of 1"
    played.driver.press("I found something and mended it")
    played.driver.press("Continue")
    sign(played)
    assert played.app.window.page.facts[1] == ("Reference", f"D-2026-{NUMBER}-S-3")


def test_next_year_what_was_said_last_stands_above_and_nothing_is_chosen(played, school):
    theirs = school.desk(NUMBER)
    sign_with(theirs)
    sign_with(theirs, [Given("platforms", ("mended",))], checklist="school")
    theirs.sign_in.lock()
    school.office().rounds().open_round(2027, date(2027, 9, 13), date(2027, 10, 15))
    school.clock.at = school.clock.at.replace(year=2027)
    played.sign_in_to(CHECK)
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")
    played.driver.press("Back")
    played.driver.press("Back")
    played.driver.until_title("My check for 2027–28")
    played.idle()
    start(played)
    page = played.app.window.page
    assert page.last.text().startswith("Last year you said: I found something and mended it.")
    assert not any(card.isChecked() for card in page.answers.cards.values())
