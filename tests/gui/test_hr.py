"""HR's places through real windows on a real register: each change is a signed entry, and the journal holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from tests.gui.windows import playing
from tests.schools import TODAY, person_of

from candour.domain.people import Office
from candour.gui.pages.people import PeoplePage
from candour.gui.pages.person import PersonPage
from candour.gui.places import CONFIRM, PEOPLE
from candour.sample import people as cast
from candour.upkeep import prove_register

BUSINESS, TEACHER = cast.BUSINESS_MANAGER, cast.CLASS_TEACHER


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


@pytest.fixture
def hr(played):
    """Sign in as the business manager, and go to People."""
    enter(played, BUSINESS.name)
    played.app.rooms.hr.go(PEOPLE)
    played.driver.until_title("People")
    return played


def enter(played, name):
    played.sign_in(name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()


def page_of(played, kind):
    played.idle()
    page = played.app.window.page
    assert isinstance(page, kind)
    return page


def open_person(played, number):
    page = page_of(played, PeoplePage)
    page.search.field.setText(number)
    page.table.selectRow(0)
    page.open.click()
    played.idle()
    return page_of(played, PersonPage)


def test_hr_has_the_place_people_and_others_have_not(played):
    enter(played, TEACHER.name)
    assert PEOPLE not in [place.key for place in played.app.rooms.hr.frame.places]
    played.lock()
    enter(played, BUSINESS.name)
    assert {PEOPLE, CONFIRM} <= {place.key for place in played.app.rooms.hr.frame.places}


def test_the_sidebar_of_ones_own_places_leads_to_people_and_back(hr):
    hr.driver.press("My record")
    hr.driver.until_title("My record")
    hr.driver.press("People")
    hr.driver.until_title("People")


def test_a_person_is_added_by_hand_and_gets_a_code(hr, school):
    hr.driver.press("Add a person")
    hr.driver.until_title("Add a person")
    hr.driver.type_into("Staff number", "0091")
    hr.driver.type_into("Name, as it is", "Nia New")
    hr.driver.type_into("Role", "Cook")
    hr.driver.press("Save")
    hr.driver.until_title("Nia New")
    hr.driver.press("New code")
    hr.driver.until_title("A new code for Nia New")
    code = hr.app.window.page.slips[0].code
    hr.driver.press("Written down, go on")
    hr.driver.until_title("Nia New")
    assert school.desk("0091", code).sign_in.session.with_code
    assert prove_register(school.place.folder, "", str).ok


def test_a_number_that_is_taken_is_refused_on_the_page(hr):
    hr.driver.press("Add a person")
    hr.driver.until_title("Add a person")
    hr.driver.type_into("Staff number", TEACHER.number)
    hr.driver.type_into("Name, as it is", "Nia New")
    hr.driver.type_into("Role", "Cook")
    hr.driver.press("Save")
    hr.driver.until_title("Error: Add a person")
    hr.driver.press(f"Staff number {TEACHER.number} is taken")


def test_a_paste_comes_in_after_its_preview(hr):
    hr.driver.press("Import or paste a list")
    hr.driver.until_title("Import or paste a list")
    text = hr.driver.find(QPlainTextEdit, "Paste the rows here")
    text.setPlainText("Staff code\tName\tJob title\n0091\tNia New\t\n")
    hr.driver.press("Read what I pasted")
    hr.driver.until_title("Which column is which?")
    hr.driver.press("Show what would change")
    hr.driver.until_title("To correct in the list: 1")
    hr.driver.press("Back")
    hr.driver.until_title("Import or paste a list")
    text = hr.driver.find(QPlainTextEdit, "Paste the rows here")
    text.setPlainText("Staff code\tName\tJob title\n0091\tNia New\tCook\n")
    hr.driver.press("Read what I pasted")
    hr.driver.until_title("Which column is which?")
    hr.driver.press("Show what would change")
    hr.driver.until_title("What would change")
    hr.driver.press("Import")
    hr.driver.until_title("People")
    hr.driver.until(
        lambda: "0091" in [line.number for line in hr.app.window.page.table.people.lines()], "not there"
    )


def test_a_file_that_cannot_be_read_is_trouble_and_is_read_once_it_can_be(hr, tmp_path):
    hr.driver.press("Import or paste a list")
    hr.driver.until_title("Import or paste a list")
    page = hr.app.window.page
    hr.app.rooms.hr.coming.read_from(page, tmp_path / "none.csv")
    hr.idle()
    assert page.banner is not None
    (tmp_path / "none.csv").write_bytes("Staff code;Name;Job title\r\n0091;Zoë New;Cook\r\n".encode("cp1252"))
    hr.driver.press("Try again")
    hr.driver.until_title("Which column is which?")
    assert "read as Windows-1252" in hr.app.window.page.lead.text()


def test_away_a_due_date_an_office_and_leaving_are_written_down(hr, school):
    page = open_person(hr, TEACHER.number)
    page.until.set_date(TODAY + timedelta(days=9))
    page.away.click()
    hr.idle()
    page = page_of(hr, PersonPage)
    assert page.file.line.away_until == TODAY + timedelta(days=9)
    page.due.set_date(TODAY + timedelta(days=40))
    page.extend.click()
    hr.idle()
    page = page_of(hr, PersonPage)
    assert page.file.due == TODAY + timedelta(days=40)
    page.offices.office.choose("deputy lead")
    page.offices.acting.setChecked(True)
    page.offices.give.click()
    hr.idle()
    (held,) = page_of(hr, PersonPage).file.holdings
    assert (held.office, held.acting) == ("deputy lead", True)
    hr.driver.press("They have left …")
    hr.driver.until_title(f"Has {TEACHER.name} left")
    hr.driver.press("Yes, they have left")
    hr.driver.until_title("Error: Has")
    hr.driver.press("Back, nothing changes")
    hr.driver.until_title(TEACHER.name)
    assert prove_register(school.place.folder, "", str).ok


def test_who_left_is_off_the_sign_in_page(hr):
    open_person(hr, TEACHER.number)
    hr.driver.press("They have left …")
    hr.driver.until_title(f"Has {TEACHER.name} left")
    hr.driver.press("Yes, they have left")
    hr.driver.until_title("People")
    hr.lock()
    names = hr.app.window.page.picker._names.stringList()
    assert cast.ASSISTANT.name in names
    assert TEACHER.name not in names


def test_who_is_hr_no_more_is_told_so_and_sees_no_list(hr, school):
    office = school.office()
    people = office.people()
    people.appoint(Office.HR, person_of(office, cast.DEPUTY.number).person)
    mine = office.people_list().one(person_of(office, BUSINESS.number).person).holdings
    people.end_office(next(held.holding for held in mine if held.office == Office.HR), TODAY)
    school.clock.go_on(days=1)
    hr.app.rooms.hr.go(PEOPLE)
    hr.driver.until_title("Error: People")
    hr.driver.press("Only somebody who is hr can do this.")


def test_a_key_is_confirmed_by_a_second_person(played, school):
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER.number).person)
    school.desk(TEACHER.number, slip.code)
    enter(played, cast.HEADTEACHER.name)
    played.app.rooms.hr.go(CONFIRM)
    played.driver.until_title("Keys to confirm")
    played.driver.press(f"All six words of {TEACHER.name}")
    played.driver.press(f"Confirm the key of {TEACHER.name}")
    played.idle()
    assert office.keepers().waiting() == ()
    assert not played.app.window.page.buttons


def test_a_new_code_comes_from_the_sign_in_page_and_then_one_signs_in_with_it(played):
    give_code(played, cast.PASSPHRASE)
    played.driver.until_title(f"A new code for {TEACHER.name}")
    code = played.app.window.page.slips[0].code
    assert not played.app.signed_in
    played.driver.press("Written down, go on")
    played.driver.until_title("Your yearly social media check")
    played.idle()
    played.sign_in(TEACHER.name, code)
    played.driver.until_title("Your keys")


def test_a_wrong_passphrase_gives_no_code_and_waits(played):
    give_code(played, "not the passphrase")
    played.driver.until_title("Error: You need a new code")
    assert not played.app.window.page.give.isEnabled()


def give_code(played, secret):
    played.driver.press("I have lost my code or passphrase")
    played.driver.until_title("You need a new code")
    played.driver.press(f"{BUSINESS.name} signs in here")
    played.driver.pick("Your own name (you give the code)", BUSINESS.name)
    played.driver.type_into("Your own passphrase", secret)
    played.driver.pick("The person who needs a new code", TEACHER.name)
    played.driver.press("Give the code")
