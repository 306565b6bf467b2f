"""A school's first two years as a new user lives them: set up by hand in windows, then everybody's own turns."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.first_runs import DEPUTY, HEAD, ME, PASSPHRASE, marked
from tests.gui.test_first_run import FRESH, Played, code_of, past_keys, slips, whole
from tests.schools import School, TestClock, answer_all, person_of, sign_with, some_request
from tests.years import Year, confirm_and_sign, the_office_holders_confirm_each_other, the_year_turns

from candour.app import Doors, shipped_pack
from candour.domain.checklist import Given
from candour.domain.flow import asked_in
from candour.errors import NotMatching, Refused
from candour.gui.settings import WindowSettings
from candour.gui.start import App
from candour.gui.theme import Scheme, Theme
from candour.services.place import Place
from candour.tour.driver import Driver
from candour.upkeep import back_up_register

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


TEO, ANN = "4", "5"
TEO_NAME, ANN_NAME = "Teo Teacher-Invented", "Ann Aide-Invented"
STAFF = Path(__file__).parent / "services" / "fixtures" / "staff-of-200.csv"


@pytest.fixture
def open_app(qapp, tmp_path) -> Iterator[Callable[[Path, TestClock], Played]]:
    """Open apps in the house theme, and end them all."""
    Theme(Scheme.LIGHT).apply(qapp)
    apps: list[App] = []

    def opened(folder: Path, clock: TestClock) -> Played:
        app = App(qapp, Doors(folder, clock), shipped_pack, WindowSettings(tmp_path / f"window-{len(apps)}.ini"))
        apps.append(app)
        app.show()
        played = Played(app, Driver(app.window))
        played.idle()
        return played

    yield opened
    for app in apps:
        app.end()


def set_up_by_hand(open_app: Callable[[Path, TestClock], Played], tmp: Path) -> Year:
    """Set the school up through its windows, let the Headteacher in with their slip, and open the check."""
    clock, folder = TestClock(), marked(tmp / "first home" / "school")
    office = open_app(folder, clock)
    words = tuple(whole(office, folder, tmp))
    text = slips(office, tmp / "slips.pdf")
    office.app.lock()
    office.driver.until_title("Your yearly social media check")
    office.idle()
    chosen = the_head_comes(office, code_of(HEAD.name, text))
    office.sign_in(ME.name, PASSPHRASE)
    past_keys(office)
    office.driver.until_title("Ready")
    office.idle()
    office.driver.press("Open the check")
    office.driver.until(lambda: office.page.page_id != "set-up-ready", "the round does not open")
    office.idle()
    office.app.lock()
    office.idle()
    secrets = {ME.number: PASSPHRASE, HEAD.number: chosen}
    return Year(School(Place(folder), "", clock), tmp, secrets, words, text)


def the_head_comes(office: Played, code: str) -> str:
    """Sign the Headteacher in with their code, and return the passphrase that they took."""
    office.sign_in(HEAD.name, code)
    office.driver.until_title("Your office’s recovery sheet")
    office.driver.press("I have printed it")
    office.driver.press("Continue")
    past_keys(office)
    office.driver.until_title(f"Welcome, {HEAD.name}")
    chosen: str = office.page.offer.proposed
    office.driver.press("Use these words")
    office.idle()
    office.driver.press("Continue")
    office.driver.until(lambda: office.app.signed_in, "the Headteacher is not signed in")
    office.idle()
    office.app.lock()
    office.idle()
    return chosen


def keepers_know_each_other(year: Year) -> None:
    """Let the second keeper in, and have every office-holder's key confirmed by a second person."""
    year.enrol(DEPUTY.number, code_of(DEPUTY.name, year.slips), "umbrella kettle orchard violin")
    the_office_holders_confirm_each_other(year)


def a_lost_code_is_given_again(year: Year) -> None:
    """Have the second keeper give a new code here and now, at the sign-in page."""
    lost = code_of(TEO_NAME, year.slips)
    new = year.school.desk().codes().give(DEPUTY.number, year.secrets[DEPUTY.number], TEO)
    with pytest.raises(Refused):
        year.school.desk(TEO, lost)
    year.enrol(TEO, new.code, "pebble curtain walrus nine")


def everyone_signs(year: Year) -> None:
    until = year.school.clock().date() + timedelta(days=9)
    for number in (ME.number, HEAD.number):
        theirs = year.desk(number)
        sign_with(theirs)
        theirs.sign_in.lock()
    deputy = year.desk(DEPUTY.number)
    sign_with(deputy, [Given("parents", ("still-there",), until=until)])
    deputy.sign_in.lock()
    teacher = year.desk(TEO)
    asked = teacher.requests().ask(some_request())
    sign_with(teacher, [Given("family", ("some",), requests=(asked,))])
    teacher.sign_in.lock()
    signs_with_the_code_alone(year, code_of(ANN_NAME, year.slips))
    assert year.seal(ME.number) == 5


def signs_with_the_code_alone(year: Year, code: str) -> None:
    """Sign as somebody who wants no passphrase: the code and its keys are gone afterwards."""
    theirs = year.school.desk(ANN, code)
    assert theirs.my_check().open().last_year == {}
    answer_all(theirs)
    declaring = theirs.declaring()
    declaring.prepare()
    assert declaring.sign("").offer_passphrase
    theirs.passphrase().let_go()
    theirs.sign_in.lock()
    with pytest.raises(NotMatching):
        year.school.desk(ANN, code)


def something_has_changed(year: Year) -> str:
    """Update one point, and sign a complete declaration in place of the first."""
    theirs = year.desk(TEO)
    opened = theirs.updating().begin(("posts",))
    assert [each.id for each in asked_in(opened.checklist, opened.answers, opened.asks)] == ["posts"]
    theirs.my_check().save(Given("posts", ("took-down",)))
    declaring = theirs.declaring()
    assert declaring.prepare().unsettled == ()
    reference = declaring.sign("").reference
    assert theirs.my_check().open().answers["family"].choices == ("some",)
    theirs.sign_in.lock()
    return reference


def a_to_do_is_done(year: Year) -> str:
    theirs = year.desk(DEPUTY.number)
    assert [each.question for each in theirs.my_record().mine().todos] == ["parents"]
    declaring = theirs.declaring()
    declaring.done("parents")
    reference = declaring.sign("").reference
    assert theirs.my_record().mine().todos == ()
    theirs.sign_in.lock()
    return reference


def the_register_moves(year: Year, open_app: Callable[[Path, TestClock], Played]) -> None:
    """Take a back-up and the slots to a fresh home folder, where no key is kept, and open it with the words."""
    fresh = marked(year.tmp / "fresh home" / "school")
    back_up_register(year.folder, fresh / "register.db", ME.number, lambda: year.secrets[ME.number])
    shutil.copy(year.school.place.slots, fresh)
    year.school = replace(year.school, place=Place(fresh))
    moved = open_app(fresh, year.school.clock)
    moved.driver.press("I have lost my code or passphrase")
    moved.driver.press("I keep the register and have its recovery sheet")
    moved.driver.until_title("Open a register with the recovery words")
    moved.box("The 24 words", " ".join(year.words))
    moved.driver.type_into("Your staff number", ME.number)
    moved.driver.type_into("Your new passphrase", FRESH)
    moved.driver.press("Open the register")
    past_keys(moved)
    moved.driver.until(lambda: moved.app.signed_in, "nobody is signed in")
    moved.idle()
    moved.app.lock()
    moved.idle()
    year.secrets[ME.number] = FRESH
    assert year.confirm(HEAD.number) == (ME.name,)


def everyone_confirms(year: Year) -> None:
    """Confirm last year's accounts and family where they can be opened, and start afresh where not."""
    for number in (HEAD.number, DEPUTY.number, TEO):
        opened = confirm_and_sign(year, number)
        assert {"accounts", "family"} <= opened.last_year.keys()
    # Whoever came back with the recovery words has new keys, which open nothing that was sealed to the old.
    assert confirm_and_sign(year, ME.number).last_year == {}
    office = year.desk(ME.number)
    slip = office.keepers().invite(person_of(office, ANN).person)
    office.sign_in.lock()
    first = year.school.desk().sign_in
    assert first.sign_in(ANN, slip.code).show_keys
    first.lock()
    assert year.confirm(HEAD.number) == (ANN_NAME,)
    signs_with_the_code_alone(year, slip.code)
    assert year.seal(DEPUTY.number) == 5


def a_staff_file_comes_in(year: Year) -> None:
    """Import 200 people from the school's other system, once what is wrong in its file was named and mended."""
    office = year.desk(ME.number)
    importing = office.people_import()
    lines = STAFF.read_bytes().split(b"\r\n")
    with pytest.raises(Refused, match="Row 151: a quotation mark"):
        importing.read(b"\r\n".join(lines))
    lines[150] = lines[150].replace(b'"Site manager,', b'"Site manager",')
    found = importing.read(b"\r\n".join(lines))
    wrong = importing.preview(found.file, found.matched, complete=False)
    assert [fault.sentence for fault in wrong.plan.faults] == [
        "Row 14: role is missing",
        "Row 77: staff code 1040 stands in row 41 too",
    ]
    with pytest.raises(Refused, match="Nothing was imported"):
        importing.carry_out(wrong)
    lines[13] = lines[13].replace(b'.example",""', b'.example","Cook"')
    lines[76] = lines[76].replace(b'"1040"', b'"1076"')
    found = importing.read(b"\r\n".join(lines))
    done = importing.carry_out(importing.preview(found.file, found.matched, complete=False))
    assert (done.added, done.changed, done.left) == (200, 0, 0)
    assert len(office.people_list().all()) == 205
    office.sign_in.lock()


def test_a_school_of_five_lives_through_its_first_two_years_and_every_stage_proves(open_app, tmp_path):
    year = set_up_by_hand(open_app, tmp_path)
    year.holds()
    keepers_know_each_other(year)
    a_lost_code_is_given_again(year)
    year.holds()
    everyone_signs(year)
    year.holds()
    first = {f"D-2026-000{number}" for number in range(1, 6)}
    assert year.all_genuine() == first
    year.school.clock.go_on(days=3)
    later = {something_has_changed(year), a_to_do_is_done(year)}
    assert later == {"D-2026-0004-2", "D-2026-0003-2"}
    assert year.seal(DEPUTY.number) == 2
    year.holds()
    the_register_moves(year, open_app)
    year.holds()
    the_year_turns(year)
    year.holds()
    everyone_confirms(year)
    year.holds()
    second = {f"D-2027-000{number}" for number in range(1, 6)}
    assert year.all_genuine() == first | later | second
    a_staff_file_comes_in(year)
    year.holds()
