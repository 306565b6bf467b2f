"""Offices and the answers of one person through real windows on a real register."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from tests.gui.windows import playing
from tests.offices import DEPUTY, HEAD, TEACHER, stand_in
from tests.schools import person_of, sign_with

from candour.domain.people import Office
from candour.gui.pages.answers_of_one import AnswersOfOnePage
from candour.gui.pages.office_sheet import OfficeSheetPage
from candour.gui.places import ANSWERS, CONFIRM, OFFICES, PEOPLE
from candour.sample import people as cast
from candour.upkeep import prove_register


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def enter(played, name):
    played.sign_in(name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()


def places(played):
    return {place.key for place in played.app.rooms.hr.frame.places}


def test_only_who_may_has_the_places(played):
    enter(played, cast.CLASS_TEACHER.name)
    assert not places(played) & {ANSWERS, OFFICES}
    played.lock()
    enter(played, cast.BUSINESS_MANAGER.name)
    assert places(played) >= {OFFICES, PEOPLE, CONFIRM}
    assert ANSWERS not in places(played)
    played.lock()
    enter(played, cast.HEADTEACHER.name)
    assert places(played) >= {ANSWERS, OFFICES}


def test_the_headteacher_hands_over_and_who_is_acting_opens_answers(played, school):
    sign_with(school.desk(TEACHER))
    stand_in(school, DEPUTY)
    enter(played, cast.HEADTEACHER.name)
    played.driver.press("Offices")
    played.driver.until_title("Offices")
    played.driver.press(f"Hand over to {cast.DEPUTY.name}")
    played.idle()
    played.driver.until_title("Offices")
    played.lock()
    enter(played, cast.DEPUTY.name)
    played.driver.press("Answers of one person")
    played.driver.until_title("Answers of one person")
    played.driver.pick("Whose answers", f"{cast.CLASS_TEACHER.name}, {cast.CLASS_TEACHER.role}")
    played.driver.pick("Why you open them", "To go through what is still open")
    played.driver.press("Open the answers")
    played.driver.until_title(f"Answers of {cast.CLASS_TEACHER.name}")
    page = played.app.window.page
    assert isinstance(page, AnswersOfOnePage)
    played.driver.press("See the full copy")
    played.driver.until_title("Full copy of D-2026-0004")
    played.driver.press("Back to the answers")
    played.driver.press("Close the answers")
    played.driver.until_title("Answers of one person")
    (seen,) = school.desk(TEACHER).held().mine().opened
    assert seen.by == cast.DEPUTY.name
    assert prove_register(school.place.folder, "", str).ok


def test_who_is_acting_takes_over_with_the_sheet(played, school):
    words = " ".join(school.desk(HEAD).offices().renew(Office.HEADTEACHER))
    stand_in(school, DEPUTY)
    enter(played, cast.DEPUTY.name)
    played.driver.press("Offices")
    played.driver.until_title("Offices")
    played.driver.press("Take over with the sheet")
    played.driver.until_title("Take over with the sheet")
    played.driver.find(QPlainTextEdit, "The 24 words of the office").setPlainText("abandon ability")
    played.driver.press("Take over")
    played.driver.until_title("Error: Take over with the sheet")
    played.driver.find(QPlainTextEdit, "The 24 words of the office").setPlainText(words)
    played.driver.press("Take over")
    played.driver.until_title("Offices")
    deputys = school.desk(DEPUTY)
    (line,) = [each for each in deputys.offices().view().offices if each.office == Office.HEADTEACHER]
    assert [each.reads for each in line.holders if each.me] == [True]


def test_a_new_key_comes_with_a_new_sheet(played):
    enter(played, cast.HEADTEACHER.name)
    played.app.rooms.hr.go(OFFICES)
    played.driver.until_title("Offices")
    played.driver.press("Make a new key and sheet … (Headteacher)")
    played.driver.until_title("Your office’s recovery sheet")
    page = played.app.window.page
    assert isinstance(page, OfficeSheetPage)
    assert (page.offices, len(page.words)) == ((Office.HEADTEACHER,), 24)
    played.driver.press("I have printed it")
    played.driver.press("Continue")
    played.driver.until_title("Offices")


def test_changed_phones_stand_on_the_stop_card_at_once(played):
    enter(played, cast.HEADTEACHER.name)
    played.app.rooms.hr.go(OFFICES)
    played.driver.until_title("Offices")
    played.driver.press("Change rooms and phones")
    played.driver.until_title("Rooms and phones")
    played.driver.type_into("Phone: Deputy lead", "01632 960 099")
    played.driver.press("Save")
    played.driver.until_title("Offices")
    assert "01632 960 099" in {each.phone for each in played.app.asides.contacts}
    played.lock()
    played.idle()
    assert "01632 960 099" in {each.phone for each in played.app.asides.contacts}


def test_who_waits_to_be_confirmed_is_told_so_on_the_page(played, school):
    hr = school.office()
    hr.people().appoint(Office.HEADTEACHER, person_of(hr, DEPUTY).person, acting=True)
    enter_past_keys(played, cast.DEPUTY.name)
    played.app.rooms.hr.go(ANSWERS)
    played.driver.press("Your key waits to be confirmed for this office")


def enter_past_keys(played, name):
    played.sign_in(name)
    played.driver.until_title("Your keys")
    played.driver.press("Continue")
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
