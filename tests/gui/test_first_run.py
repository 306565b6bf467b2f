"""The whole first run through real windows: a school of five with two keepers, set up by hand."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from threading import Event

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from tests.first_runs import DEPUTY, HEAD, ME, NAME, PASSPHRASE, PASTED, marked
from tests.schools import TestClock, there

from candour.app import Doors, shipped_pack
from candour.gui.settings import WindowSettings
from candour.gui.start import App
from candour.tour.driver import Driver
from candour.upkeep import prove_register

OWN = "Your staff number or school e-mail"
SECRET = "Your passphrase, or the code on your slip"
FRESH = "seven lanterns under gravel"


@dataclass
class Played:
    """An app opened on a folder, and hands to use it."""

    app: App
    driver: Driver

    def idle(self) -> None:
        self.driver.until(lambda: not self.app.tasks.busy, "the worker does not rest")

    def write(self, **fields: str) -> None:
        for name, text in fields.items():
            self.driver.type_into(name.replace("_", " "), text)

    def box(self, name: str, text: str) -> None:
        self.driver.find(QPlainTextEdit, name).setPlainText(text)

    @property
    def page(self):
        return self.app.window.page

    def sign_in(self, name: str, secret: str) -> None:
        self.driver.pick("Choose your name", name)
        self.driver.type_into(SECRET, secret)
        self.driver.press("Sign in")


@pytest.fixture
def opened(qapp, tmp_path):
    """Open apps, as often as a test wants, and end them all."""
    apps: list[App] = []
    clock = TestClock()

    def open_app(folder):
        app = App(qapp, Doors(folder, clock), shipped_pack, WindowSettings(tmp_path / f"window-{len(apps)}.ini"))
        apps.append(app)
        app.show()
        played = Played(app, Driver(app.window))
        played.idle()
        return played

    yield open_app
    for app in apps:
        app.end()


@pytest.fixture
def folder(tmp_path):
    return marked(tmp_path / "school")


def begin(played, folder):
    played.driver.until_title("Welcome")
    played.driver.press("Set up our school")
    played.driver.until_title("Our school, and you")
    played.idle()
    played.driver.type_into("The school’s name", NAME)
    played.driver.type_into("Your name", ME.name)
    played.driver.type_into("Your staff number", ME.number)
    played.driver.type_into("Your school e-mail", ME.email)
    played.driver.type_into("Your role", ME.role)
    played.driver.type_into("Your passphrase", PASSPHRASE)
    played.driver.type_into("Where the register lies", str(folder))
    played.driver.press("Save and continue")
    played.driver.until_title("Names and offices")
    played.idle()


def fill_offices(played):
    played.driver.pick("Who is the Headteacher?", "Somebody else")
    played.driver.type_into("Name of the Headteacher", HEAD.name)
    played.driver.type_into("Staff number of the Headteacher", HEAD.number)
    played.driver.pick("Who is the designated lead?", "The Headteacher")
    played.driver.type_into("Room of the designated lead", "Room 1")
    played.driver.pick("Who is the deputy lead?", "Somebody else")
    played.driver.type_into("Name of the deputy lead", DEPUTY.name)
    played.driver.type_into("Staff number of the deputy lead", DEPUTY.number)
    played.driver.pick("Who is the second keeper?", "The deputy lead")
    played.driver.type_into("Name of the chair", "Cy Chair-Invented")
    played.driver.press("Save and continue")
    played.driver.until_title("The policy, and what we promise")
    played.idle()


def answer_policy(played):
    played.driver.press("With written consent")
    played.driver.press("It is agreed with staff")
    played.driver.type_into("Agreed with whom", "staff and their unions")
    played.driver.press("Save and continue")
    played.driver.until_title("People")
    played.idle()


def add_people(played):
    played.box("Lines to add", PASTED)
    played.driver.press("Add these people")
    played.idle()
    played.driver.press("Continue")
    played.driver.until_title("A second place for back-ups")
    played.idle()


def back_up(played, folder):
    played.driver.type_into("Folder for back-ups", str(folder))
    played.driver.press("Make the first back-up")
    played.driver.until_title("The recovery sheet")
    played.idle()


def check_sheet(played):
    words = played.page.words.words
    for place in played.page.fields:
        played.driver.type_into(f"Word {place}", words[place - 1])
    played.driver.press("Compare and continue")
    played.driver.until_title("Ready")
    played.idle()
    return words


def whole(played, folder, tmp_path):
    """Set up the whole school, up to Ready; return the recovery words."""
    begin(played, folder)
    fill_offices(played)
    answer_policy(played)
    add_people(played)
    back_up(played, tmp_path / "OneDrive" / "back-ups")
    return check_sheet(played)


def slips(played, path):
    """Make the slips, as after choosing a file in the system's window; return their text."""
    played.page.slips_wanted.emit(str(path))
    played.driver.until(lambda: played.page.made.isVisible(), "no slips")
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def code_of(name, text):
    found = re.search(rf"{name}.*?([A-Z2-7]{{4}}(?:-[A-Z2-7]{{4}}){{3}})", text, re.DOTALL)
    return there(found)[1]


def past_keys(played):
    """Look at one's keys, which wait for a second person's word."""
    played.driver.until_title("Your keys")
    played.driver.press("Continue")


def test_a_school_of_five_is_set_up_the_headteacher_signs_in_with_the_slip_and_the_round_opens(
    opened, folder, tmp_path
):
    office = opened(folder)
    whole(office, folder, tmp_path)
    text = slips(office, tmp_path / "slips.pdf")
    assert "4 people have not signed in yet." in office.page.waiting.text()
    assert "Before you come" in text
    assert "Which personal accounts do you use?" in text
    office.driver.press("Open the check")
    office.driver.until_title("Error:")
    assert "once the Headteacher has signed in" in office.page.summary.links()[0].words
    office.driver.press("Leave and go on later")
    office.driver.until_title("Your yearly social media check")
    office.idle()
    office.sign_in(HEAD.name, code_of(HEAD.name, text))
    office.driver.until_title("Your office’s recovery sheet")
    office.driver.press("I have printed it")
    office.driver.press("Continue")
    past_keys(office)
    office.driver.until_title(f"Welcome, {HEAD.name}")
    office.driver.press("Use these words")
    office.idle()
    office.driver.press("Continue")
    office.driver.until(lambda: office.app.signed_in, "the Headteacher is not signed in")
    office.idle()
    office.app.lock()
    office.idle()
    office.sign_in(ME.name, PASSPHRASE)
    past_keys(office)
    office.driver.until_title("Ready")
    office.idle()
    assert "has signed in" in office.page.head.text()
    office.driver.press("Open the check")
    office.driver.until(lambda: office.page.page_id != "set-up-ready", "the round does not open")
    office.idle()
    office.app.lock()
    office.idle()
    office.sign_in(ME.name, PASSPHRASE)
    past_keys(office)
    office.driver.until_title("My check for")
    report = prove_register(folder, ME.number, lambda: PASSPHRASE)
    assert report.ok, report.problems


def test_what_was_left_is_taken_up_again_by_an_app_that_knows_nothing_of_it(opened, folder, tmp_path):
    first = opened(folder)
    begin(first, folder)
    fill_offices(first)
    copy = tmp_path / "after the power was cut"
    shutil.copytree(folder, copy)
    again = opened(copy)
    again.sign_in(ME.name, PASSPHRASE)
    past_keys(again)
    again.driver.until_title("The policy, and what we promise")
    again.idle()
    again.driver.press("Step 2, Names and offices")
    again.driver.until_title("Names and offices")
    again.idle()
    assert again.page.head.name.text() == HEAD.name
    assert again.page.keeper.chosen() == "deputy"
    again.driver.press("Save and continue")
    again.driver.until_title("The policy, and what we promise")
    again.idle()
    again.driver.press("Leave and go on later")
    again.driver.until_title("Your yearly social media check")
    again.idle()
    assert not again.app.signed_in


def test_what_was_typed_on_the_first_page_is_still_there_after_leaving_it(opened, folder):
    played = opened(folder)
    played.driver.press("Set up our school")
    played.driver.until_title("Our school, and you")
    played.idle()
    played.driver.type_into("The school’s name", NAME)
    played.driver.press("Leave and go on later")
    played.driver.until_title("Welcome")
    played.driver.press("Set up our school")
    played.driver.until_title("Our school, and you")
    assert played.page.name.text() == NAME
    assert played.page.folder.folder() == str(folder)


def test_a_synced_folder_and_a_weak_passphrase_are_refused_beside_their_fields(opened, folder, tmp_path):
    played = opened(folder)
    played.driver.press("Set up our school")
    played.driver.until_title("Our school, and you")
    played.idle()
    for name, text in (("The school’s name", NAME), ("Your name", ME.name), ("Your staff number", "1")):
        played.driver.type_into(name, text)
    played.driver.type_into("Your passphrase", PASSPHRASE)
    played.driver.type_into("Where the register lies", str(tmp_path / "Dropbox" / "school"))
    played.driver.press("Save and continue")
    played.driver.until_title("Error:")
    assert "is synchronised" in played.page.folder.error.text()
    played.driver.type_into("Where the register lies", str(folder))
    played.driver.type_into("Your passphrase", "too short")
    played.driver.press("Save and continue")
    played.driver.until(lambda: "12 characters" in played.page.passphrase.error.text(), "no refusal")
    assert played.page.folder.error.text() == ""
    played.driver.press("Propose four words")
    played.driver.until(lambda: played.page.passphrase.text().count(" ") == 3, "no words")
    played.driver.press("Save and continue")
    played.driver.until_title("Names and offices")


def test_wrong_words_of_the_sheet_are_named_and_the_words_stay(opened, folder, tmp_path):
    played = opened(folder)
    begin(played, folder)
    fill_offices(played)
    answer_policy(played)
    add_people(played)
    back_up(played, tmp_path / "second")
    words, places = played.page.words.words, list(played.page.fields)
    for place in places:
        played.driver.type_into(f"Word {place}", words[place - 1] if place != places[1] else "wrong")
    played.driver.press("Compare and continue")
    played.driver.until_title("Error:")
    assert f"Look at word {places[1]} on" in played.page.summary.links()[0].words
    played.page.save_wanted.emit(str(tmp_path / "sheet.pdf"))
    played.idle()
    text = subprocess.run(["pdftotext", tmp_path / "sheet.pdf", "-"], capture_output=True, text=True, check=True)
    assert f"24 {words[23]}" in " ".join(text.stdout.split())


def test_the_register_moves_to_a_fresh_home_folder_with_the_recovery_words(opened, folder, tmp_path):
    played = opened(folder)
    words = whole(played, folder, tmp_path)
    played.app.lock()
    played.idle()
    fresh = marked(tmp_path / "fresh home" / "school")
    shutil.copy(next((tmp_path / "OneDrive" / "back-ups").glob("*.db")), fresh / "register.db")
    moved = opened(fresh)
    moved.driver.until_title("Welcome")
    moved.driver.press("Open a register with the recovery words")
    moved.driver.until_title("Open a register with the recovery words")
    moved.driver.type_into("Folder that holds", str(fresh))
    moved.box("The 24 words", "zebraa " + " ".join(words[1:]))
    moved.driver.type_into("Your staff number", ME.number)
    moved.driver.type_into("Your new passphrase", FRESH)
    moved.driver.press("Open the register")
    moved.driver.until_title("Error:")
    assert "Word 1" in moved.page.words.error.text()
    moved.box("The 24 words", "\n".join(words))
    moved.driver.press("Open the register")
    moved.driver.until_title("Your keys")
    moved.driver.press("Continue")
    moved.driver.until_title("Ready")
    moved.idle()
    assert HEAD.name in slips(moved, tmp_path / "slips.pdf")
    assert played.app.window.page.page_id == "sign-in"


def test_a_keeper_who_forgot_comes_back_from_the_sign_in_page_with_the_sheet(opened, folder):
    played = opened(folder)
    begin(played, folder)
    words = played.app._doors.desk().first_run().sheet().words
    fill_offices(played)
    played.driver.press("Leave and go on later")
    played.driver.until_title("Your yearly social media check")
    played.idle()
    played.driver.press("I have lost my code or passphrase")
    played.driver.press("I keep the register and have its recovery sheet")
    played.driver.until_title("Open a register with the recovery words")
    assert played.page.folder.folder() == str(folder)
    played.box("The 24 words", " ".join(words))
    played.driver.type_into("Your staff number", ME.number)
    played.driver.type_into("Your new passphrase", FRESH)
    played.driver.press("Open the register")
    past_keys(played)
    played.driver.until(lambda: played.app.signed_in, "nobody is signed in")


def test_who_goes_on_from_the_sign_in_page_before_its_names_came_is_not_held_up(opened, folder):
    played = opened(folder)
    begin(played, folder)
    played.driver.press("Leave and go on later")
    played.driver.until_title("Your yearly social media check")
    played.idle()
    slow = Event()
    played.app.tasks.run(slow.wait, lambda _: None, lambda _: None)
    played.app.entrance.show_sign_in()
    played.driver.until(lambda: played.app.tasks._under_way > 1, "no names are read")
    played.app.entrance.words_wanted.emit()
    played.driver.until_title("Open a register with the recovery words")
    played.driver.settle()
    slow.set()
    played.idle()
    assert played.page.page_id == "recover"
