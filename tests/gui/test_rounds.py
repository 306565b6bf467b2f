"""Rounds and policy through real windows: a check started from last year's, a new pack taken, its update signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.gui.pages.registry_samples import sample_pdf
from tests.gui.windows import playing
from tests.packs_changed import OTHER_PARENTS, changed
from tests.schools import ROUND, person_of, sign_with

from candour.gui.pages.pack_compare import RUNNING, PackComparePage
from candour.gui.pages.round_change import RoundChangePage
from candour.gui.pages.round_start import RoundStartPage
from candour.gui.pages.rounds import RoundsPage
from candour.gui.places import CHECK, ROUNDS
from candour.register import rounds as round_rows
from candour.sample import people as cast
from candour.upkeep import prove_register

BUSINESS, TEACHER = cast.BUSINESS_MANAGER, cast.CLASS_TEACHER
PLACE = "Rounds and policy"


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


@pytest.fixture
def hr(played):
    """Sign in as the business manager, and go to rounds and policy."""
    enter(played, BUSINESS.name)
    played.driver.press(PLACE)
    played.driver.until_title(PLACE)
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


def members(school, name):
    register = school.register()
    with register.read() as at:
        found = {each.person: each.due for each in round_rows.members(at, name)}
        kept = round_rows.kept_out(at, name)
    register.close()
    return found, kept


def test_this_year_s_check_is_started_from_last_year_s_with_somebody_left_out(hr, school):
    hr.driver.press("Start the next check")
    hr.driver.until_title("Start the check")
    page = page_of(hr, RoundStartPage)
    assert page.people.how_many.text() == "6 people are in it."
    hr.driver.pick("Leave somebody out", f"{TEACHER.name} ({TEACHER.number})")
    hr.driver.press("Leave them out")
    assert page.people.how_many.text() == "5 people are in it, 1 person left out."
    assert f"Not in it: {TEACHER.name}." in page._steps()
    opens, due = page.opens.date(), page.due.date()
    hr.driver.press("Open the check")
    hr.driver.until_title(PLACE)
    shown = page_of(hr, RoundsPage)
    assert [each.round for each in shown._view.coming] == ["2027–28"]
    found, kept = members(school, "2027–28")
    assert kept == {person_of(school.office(), TEACHER.number).person}
    assert (len(found), set(found.values())) == (5, {due})
    assert opens.year == 2027
    assert prove_register(school.place.folder, "", str).ok


def test_what_cannot_be_started_is_said_beside_its_field(hr):
    hr.driver.press("Start the next check")
    hr.driver.until_title("Start the check")
    page = page_of(hr, RoundStartPage)
    page.opens.set_date(date(2026, 10, 1))
    page.due.set_date(date(2026, 9, 1))
    hr.driver.press("Open the check")
    hr.driver.until_title("Error: Start the check")
    assert f"The check of {ROUND} is open already" in page.opens.error.text()
    assert page.due.error.text() == "Choose a day that is not before the first day"


def test_the_day_moves_and_somebody_is_added_later(hr, school):
    office = school.office()
    office.people().add((replace(cast.SUPERVISOR, number="0091", name="Nia New", email=""),), kept_out=True)
    office.sign_in.lock()
    hr.driver.press(f"Change the day of {ROUND}")
    hr.driver.until_title(f"Change the check of {ROUND}")
    hr.driver.press("Add to the check")
    hr.driver.until_title("Error: ")
    hr.driver.pick("Who", "Nia New (0091)")
    day = page_of(hr, RoundChangePage).own.date()
    hr.driver.press("Add to the check")
    hr.driver.until_title(PLACE)
    found, kept = members(school, ROUND)
    new = person_of(school.office(), "0091").person
    assert (found[new], kept) == (day, set())
    hr.driver.press(f"Change the day of {ROUND}")
    hr.driver.until_title(f"Change the check of {ROUND}")
    page_of(hr, RoundChangePage).due.set_date(date(2026, 12, 11))
    hr.driver.press("Move the day")
    hr.driver.until_title(PLACE)
    assert date(2026, 12, 11) in members(school, ROUND)[0].values()


def test_a_new_pack_is_compared_taken_and_asks_whoever_has_signed_that_point_again(hr, school, tmp_path):
    theirs = school.desk(TEACHER.number)
    sign_with(theirs)
    theirs.sign_in.lock()
    file = tmp_path / "policy.toml"
    file.write_bytes(changed(OTHER_PARENTS))
    hr.app.rooms.rounds.look(page_of(hr, RoundsPage), file)
    hr.driver.until_title("What the new version changes")
    page = page_of(hr, PackComparePage)
    assert page.ticks["2.8"].isChecked()
    hr.driver.press("Take it into force")
    hr.driver.until_title("Error: What the new version")
    assert page.when is not None
    page.when.choose(RUNNING)
    hr.driver.press("Take it into force")
    hr.driver.until_title(PLACE)
    assert prove_register(school.place.folder, "", str).ok
    hr.lock()
    hr.sign_in_to(f"My declaration for {ROUND}", TEACHER.name)
    hr.driver.press("Answer and sign: the policy changed")
    hr.driver.until_title("Apart from those, is any current parent or carer linked")
    hr.driver.press("I have looked, and there are none that I know of")
    hr.driver.press("Continue")
    hr.driver.until_title("Check your answers and sign")
    hr.driver.press("I confirm this and want to sign")
    hr.driver.press("Sign my declaration")
    hr.driver.until_title("Error: Check your answers and sign")
    hr.driver.press("The policy")
    hr.driver.until_title("Social Networking and Social Media Policy")
    hr.idle()
    hr.driver.press("Back")
    hr.driver.until_title("Check your answers and sign")
    hr.driver.press("I confirm this and want to sign")
    hr.driver.press("Sign my declaration")
    hr.driver.until_title("You have signed your declaration")
    assert school.desk(TEACHER.number).my_year().home().policy is None


def test_faults_of_a_pack_are_named_with_their_lines_and_nothing_is_taken(hr, school, tmp_path):
    file = tmp_path / "policy.toml"
    file.write_bytes(changed(('id = "parents"\nkind = "choice"', 'id = "pupils"\nkind = "choice"')))
    before = school.office().packs().in_force()
    hr.app.rooms.rounds.look(page_of(hr, RoundsPage), file)
    hr.driver.until_title(f"Error: {PLACE}")
    links = [link.text() for link in page_of(hr, RoundsPage).summary.links()]
    assert links
    assert all(link.startswith("Line ") for link in links)
    assert school.office().packs().in_force() == before


def test_a_file_that_is_not_there_is_trouble(hr, tmp_path):
    hr.app.rooms.rounds.look(page_of(hr, RoundsPage), tmp_path / "none.toml")
    hr.idle()
    assert page_of(hr, RoundsPage).banner is not None


def test_a_newer_document_is_attached_and_named(hr, tmp_path):
    file = tmp_path / "Policy 2027.pdf"
    file.write_bytes(sample_pdf("Policy 2027"))
    hr.app.rooms.rounds.attach(page_of(hr, RoundsPage), file)
    hr.driver.until(lambda: hr.app.window.page._view.pack.document == file.name, "it is not attached")
    (tmp_path / "no.pdf").write_bytes(b"no PDF")
    hr.app.rooms.rounds.attach(page_of(hr, RoundsPage), tmp_path / "no.pdf")
    hr.driver.until_title(f"Error: {PLACE}")


def test_slips_are_made_and_laid_over_the_page(hr):
    hr.driver.press("Make slips")
    hr.driver.until_title("Invitation slips")
    hr.driver.press("Back")
    hr.driver.until_title(PLACE)
    assert page_of(hr, RoundsPage).said.text().startswith("1 slip was made.")


def test_a_joiner_is_added_with_a_day_of_their_own(hr, school):
    hr.driver.press("People")
    hr.driver.until_title("People")
    hr.driver.press("Add a person")
    hr.driver.until_title("Add a person")
    hr.driver.type_into("Staff number", "0091")
    hr.driver.type_into("Name, as it is", "Nia New")
    hr.driver.type_into("Role", "Cook")
    day = hr.app.window.page.sign_by.date()
    hr.driver.press("Save")
    hr.driver.until_title("Nia New")
    hr.idle()
    assert members(school, ROUND)[0][person_of(school.office(), "0091").person] == day


def test_staff_have_no_such_place(played):
    enter(played, TEACHER.name)
    assert ROUNDS not in [place.key for place in played.app.rooms.hr.frame.places]
    assert CHECK in [place.key for place in played.app.rooms.hr.frame.places]
