"""Term dates and holidays through a real window on a real register."""

from __future__ import annotations

from datetime import date

import pytest
from tests.documents.test_reminder_files import calendar_of
from tests.gui.windows import playing
from tests.schools import TODAY

from candour.gui.pages.holidays import HolidaysPage
from candour.gui.pages.remind import RemindPage
from candour.gui.places import HOLIDAYS, REMINDERS
from candour.sample import people as cast
from candour.upkeep import prove_register


@pytest.fixture
def played(qapp, school, tmp_path):
    for made in playing(qapp, school, tmp_path):
        made.sign_in(cast.BUSINESS_MANAGER.name)
        made.driver.until_title("My check")
        made.app.rooms.hr.go(HOLIDAYS)
        made.idle()
        yield made


def page_of(played):
    played.idle()
    page = played.app.window.page
    assert isinstance(page, HolidaysPage)
    return page


def add(played, name, first, last):
    page = page_of(played)
    page.name.setText(name)
    page.first.set_date(first)
    page.last.set_date(last)
    page.save.click()
    return page_of(played)


def test_one_is_added_changed_and_taken_away_and_the_journal_holds(played, school):
    page = add(played, "Half-term", date(2026, 10, 26), date(2026, 10, 30))
    next(iter(page.buttons.values()))[0].click()
    page.last.set_date(date(2026, 10, 29))
    page.save.click()
    page = page_of(played)
    ((_, drop),) = page.buttons.values()
    assert drop.accessibleName() == "Take away Half-term, Monday 26 October 2026 – Thursday 29 October 2026"
    drop.click()
    assert page_of(played).buttons == {}
    assert prove_register(school.place.folder, "", str).ok


def test_days_that_stand_already_are_refused_and_the_form_stays(played):
    add(played, "Half-term", date(2026, 10, 26), date(2026, 10, 30))
    page = add(played, "The same", date(2026, 10, 26), date(2026, 10, 30))
    assert page.name.error.text() == "These days stand in the list already."
    assert page.name.text() == "The same"


def test_in_a_holiday_the_reminders_say_when_to_come_back(played):
    add(played, "Closed", TODAY, date(2026, 10, 2))
    played.app.rooms.hr.go(REMINDERS)
    played.idle()
    page = played.app.window.page
    assert isinstance(page, RemindPage)
    assert page.title() == "Reminders"
    assert page.main_button is not None
    assert page.main_button.text() == "Look at the term dates"


def test_a_calendar_file_is_read_and_what_is_ticked_is_added(played, tmp_path):
    path = tmp_path / "school.ics"
    path.write_bytes(calendar_of("SUMMARY:Easter\r\nDTSTART;VALUE=DATE:20270329\r\nDTEND;VALUE=DATE:20270410"))
    page = page_of(played)
    played.app.rooms.hr.term_dates.read(page, path)
    played.idle()
    page.ticks.ticks["0"].click()
    page.take.click()
    page = page_of(played)
    assert [each[0].accessibleName() for each in page.buttons.values()] == [
        "Change Easter, Monday 29 March 2027 – Friday 9 April 2027"
    ]


@pytest.mark.parametrize("content", [b"%PDF-1.7", None], ids=["no calendar", "no file"])
def test_a_file_that_is_none_is_said_and_nothing_is_lost(played, tmp_path, content):
    path = tmp_path / "school.ics"
    if content is not None:
        path.write_bytes(content)
    page = page_of(played)
    page.name.setText("Half typed")
    played.app.rooms.hr.term_dates.read(page, path)
    played.idle()
    assert page.has_errors or page.banner is not None
    assert page.name.text() == "Half typed"
