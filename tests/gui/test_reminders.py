"""Reminders through a real window: saved or copied, and noted only then."""

from __future__ import annotations

import email
import email.policy

import pytest
from PySide6.QtGui import QGuiApplication
from tests.gui.windows import playing
from tests.schools import TODAY, person_of, sign_with

from candour.domain.reminder_paper import ReminderAsked
from candour.domain.reminding import Way
from candour.gui.pages.person import PersonPage
from candour.gui.pages.register import RegisterPage
from candour.gui.pages.remind import RemindPage
from candour.gui.places import REGISTER, REMINDERS
from candour.gui.widgets.timeline import Timeline
from candour.register import reminders
from candour.sample import people as cast

TEACHER, ASSISTANT = cast.CLASS_TEACHER, cast.ASSISTANT


@pytest.fixture
def played(qapp, school, tmp_path):
    sign_with(school.desk(TEACHER.number))
    for made in playing(qapp, school, tmp_path):
        made.sign_in(cast.BUSINESS_MANAGER.name)
        made.driver.until_title("My check")
        made.idle()
        yield made


@pytest.fixture
def page(played):
    return come_to(played, REMINDERS, RemindPage)


def come_to(played, place, kind):
    played.app.rooms.hr.go(place)
    played.idle()
    shown = played.app.window.page
    assert isinstance(shown, kind)
    return shown


def tick(page, school, *people):
    page.nobody.click()
    page.table.people.tick([person_of(school.office(), each.number).person for each in people], on=True)


def noted(school):
    session = school.office().sign_in.session
    with session.register.read() as at:
        return reminders.of_round(at, "2026–27")


def test_who_has_signed_is_not_offered(page):
    names = {line.to.name for line in page.table.people.ticked_lines()}
    assert TEACHER.name not in names
    assert ASSISTANT.name in names


def test_a_draft_is_noted_once_it_is_saved_and_the_next_look_leaves_them_out(played, page, school, tmp_path):
    tick(page, school, ASSISTANT)
    page.how.choose(Way.DRAFT.value)
    asked, target = whole(page), tmp_path / "Reminder.eml"
    played.app.rooms.hr.reminders.keep(page, asked, content_of(played, asked), target)
    played.idle()
    assert page._done.title.text() == "Noted that you reminded 1 person today."
    assert page.where == str(target)
    mail = email.message_from_bytes(target.read_bytes(), policy=email.policy.default)
    assert [each.addr_spec for each in mail["Bcc"].addresses] == [ASSISTANT.email]
    assert noted(school) == {asked.people[0]: [TODAY]}
    again = come_to(played, REMINDERS, RemindPage)
    assert ASSISTANT.name not in {line.to.name for line in again.table.people.ticked_lines()}


def whole(page):
    """Return what the page asks for, without the window of the system that asks where to save it."""
    found: list[ReminderAsked] = []
    page.asked.disconnect()
    page.asked.connect(found.append)
    page.remind.click()
    (asked,) = found
    return asked


def content_of(played, asked):
    return played.app._doors.desk().reminding().file(asked)


def test_what_could_not_be_saved_is_not_noted(played, page, school, tmp_path):
    tick(page, school, ASSISTANT)
    page.how.choose(Way.SLIP.value)
    asked = whole(page)
    nowhere = tmp_path / "no such folder" / "slips.pdf"
    played.app.rooms.hr.reminders.keep(page, asked, content_of(played, asked), nowhere)
    played.idle()
    assert page.banner is not None
    assert noted(school) == {}


def test_the_text_lies_in_the_clipboard_and_is_noted(played, page, school):
    tick(page, school, ASSISTANT)
    page.how.choose(Way.COPIED.value)
    page.remind.click()
    played.idle()
    assert QGuiApplication.clipboard().text().startswith("Hi all, your social media check is due on")
    assert list(noted(school).values()) == [[TODAY]]


def test_a_reminder_from_another_computer_meanwhile_is_said_and_nothing_noted_twice(played, page, school):
    tick(page, school, ASSISTANT)
    there = school.office()
    there.reminding().note([person_of(there, ASSISTANT.number).person], Way.SLIP)
    page.how.choose(Way.COPIED.value)
    page.remind.click()
    played.idle()
    assert f"Not to be reminded now: {ASSISTANT.name}." in page.summary.links()[0].text()
    assert list(noted(school).values()) == [[TODAY]]


def test_the_register_leads_here_with_those_who_were_chosen_and_shows_the_day_afterwards(played, school):
    register = come_to(played, REGISTER, RegisterPage)
    assert register.remind.text() == f"Remind {len(register._view.to_remind)} people"
    register.search.field.setText(ASSISTANT.name)
    register.table.selectRow(0)
    assert register.remind.text() == "Remind 1 person"
    register.remind.click()
    played.idle()
    page = played.app.window.page
    assert isinstance(page, RemindPage)
    assert [line.to.name for line in page.table.people.ticked_lines()] == [ASSISTANT.name]
    page.how.choose(Way.COPIED.value)
    page.remind.click()
    played.idle()
    register = come_to(played, REGISTER, RegisterPage)
    register.search.field.setText("reminded 1 Oct")
    assert [register.table.register.line(0).name] == [ASSISTANT.name]


def test_the_person_s_page_leads_here_and_says_when_they_were_reminded(played, school):
    office = school.office()
    person = person_of(office, ASSISTANT.number).person
    played.app.rooms.hr.show_person(person)
    played.idle()
    shown = played.app.window.page
    assert isinstance(shown, PersonPage)
    shown.remind.click()
    played.idle()
    assert [line.person for line in played.app.window.page.table.people.ticked_lines()] == [person]
    office.reminding().note([person], Way.SLIP)
    played.app.rooms.hr.show_person(person)
    played.idle()
    told = [item.accessibleName() for item in played.app.window.page.findChild(Timeline).items]
    assert "1 October 2026: Reminded: a slip on paper, by Bertie Example" in told
