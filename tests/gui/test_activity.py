"""Activity through real windows on a real register: found, read on, saved, stopped, and the way from a person."""

from __future__ import annotations

from datetime import timedelta
from threading import Event

import pytest
from tests.gui.windows import playing
from tests.schools import TODAY, person_of, sign_with

from candour.domain.activity import A_PAGE, Group
from candour.gui.pages.activity import ActivityPage
from candour.gui.places import ACTIVITY
from candour.gui.widgets.activity_table import WHAT, WHOM
from candour.sample import people as cast

ASSISTANT, TEACHER = cast.ASSISTANT, cast.CLASS_TEACHER


@pytest.fixture
def played(qapp, school, tmp_path):
    """Open a window on a school where a teacher signed, and somebody was away more often than a page has lines."""
    sign_with(school.desk(TEACHER.number))
    office = school.office()
    assistant = person_of(office, ASSISTANT.number).person
    for number in range(A_PAGE):
        office.people().away(assistant, TODAY + timedelta(days=number))
    yield from playing(qapp, school, tmp_path)


@pytest.fixture
def page(played):
    played.sign_in_to("My check", cast.BUSINESS_MANAGER.name)
    played.driver.press("Activity")
    return page_of(played)


def page_of(played):
    played.driver.until_title("Activity")
    played.idle()
    shown = played.app.window.page
    assert isinstance(shown, ActivityPage)
    return shown


def column(page, which):
    model = page.table.activity
    return [model.data(model.index(row, which)) for row in range(model.rowCount())]


def test_hr_alone_has_the_place(played):
    played.sign_in_to("My check", cast.HEADTEACHER.name)
    assert ACTIVITY not in [place.key for place in played.app.rooms.hr.frame.places]


def test_the_first_page_shows_and_more_comes_without_a_double(played, page):
    assert len(column(page, WHAT)) == A_PAGE
    assert page.filters.chip(Group.PEOPLE).text() == f"People {A_PAGE + 2}"
    played.driver.press("Show more")
    played.idle()
    assert page.more.isHidden()
    assert page.how_many.text() == f"{len(column(page, WHAT))} of {len(column(page, WHAT))} lines"
    assert column(page, WHAT).count("Signed: D-2026-0004") == 1


def test_of_what_is_typed_quickly_the_last_wish_is_shown(played, page):
    for text in ("S", "Si", "Siâ", TEACHER.name):
        page.filters.search.field.setText(text)
    played.idle()
    played.driver.until(lambda: not played.app.rooms.hr.activity._reading, "it still reads")
    played.idle()
    assert "Signed: D-2026-0004" in column(page, WHAT)
    assert ASSISTANT.name not in column(page, WHOM)
    assert page.filters.chip(None).text() == f"Everything {len(column(page, WHAT))}"


def test_a_chip_shows_its_group(played, page):
    page.filters.chip(Group.ROUNDS).click()
    played.idle()
    assert {what[:19] for what in column(page, WHAT)} == {"Opened the check of"}


def test_the_person_of_a_row_opens_and_leads_back_to_all_their_activity(played, page):
    page.table.selectRow(1)  # the first is the seal that came with signing in
    played.driver.press("Open the person")
    played.driver.until_title(ASSISTANT.name)
    played.idle()
    played.driver.press("All their activity")
    own = page_of(played)
    assert own.filters.sought().person == person_of(played.school.office(), ASSISTANT.number).person
    assert set(column(own, WHOM)) <= {ASSISTANT.name, "6 people", "5 people", "4 people", ""}
    assert f"Only what concerns {ASSISTANT.name}" in own._only.layout().itemAt(0).widget().text()


def test_what_is_chosen_is_saved_and_a_full_disk_is_trouble(played, page, tmp_path):
    activity = played.app.rooms.hr.activity
    activity.save_to(page, tmp_path / "all.csv", Event())
    played.idle()
    assert page.said.text() == f"Saved: {tmp_path / 'all.csv'}"
    lines = (tmp_path / "all.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + int(page.filters.chip(None).text().split()[-1])
    activity.save_to(page, tmp_path / "no folder" / "all.csv", Event())
    played.idle()
    assert page.banner is not None
    assert page.xlsx.isEnabled()


def test_leaving_the_page_stops_what_is_being_saved(played, page, tmp_path):
    stop = Event()
    page.destroyed.connect(stop.set)
    played.driver.press("People")
    played.driver.until_title("People")
    played.idle()
    played.driver.until(stop.is_set, "it goes on")
