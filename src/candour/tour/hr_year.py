"""HR's story while people sign: how it is going, the register, term dates, reminders, one person, the activity."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from candour.domain.register_view import Filter
from candour.gui.pages.register import RegisterPage
from candour.gui.pages.remind import RemindPage
from candour.gui.places import ACTIVITY, GOING, PEOPLE, REGISTER, REMINDERS, ROUNDS
from candour.gui.widgets.people_table import PeopleTable
from candour.sample import people as cast
from candour.tour.stage import enter, go, lock, rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from candour.tour.stage import Stage

REMINDED = next(each for each in cast.TEACHING if each.number == "0016")
"""Somebody who has begun, was reminded, and has not signed."""

HOLIDAY = "School closed (sample)"


def see_how_it_is_going(stage: Stage) -> None:
    """Look at the pictures of the check."""
    enter(stage, cast.BUSINESS_MANAGER.name, GOING)
    stage.driver.scroll_to("Show as a table: ")
    stage.shoot("going")


def look_at_the_register(stage: Stage) -> None:
    """Look at the whole school's check, at one picture as a table, and at who is kept by a press."""
    go(stage, REGISTER)
    page = stage.app.window.page
    if not isinstance(page, RegisterPage):
        raise TypeError("the register does not show")
    everyone = page.filters.chips[Filter.EVERYONE].text()  # a place of the sidebar begins with that word too
    stage.shoot("register")
    stage.driver.press("Show as a table: ")
    stage.driver.scroll_to("Show as a picture: ")
    stage.shoot("register-table")
    stage.driver.press("Show as a picture: ")
    stage.driver.press("Headteacher to decide")
    stage.shoot("register-to-decide")
    stage.driver.press(everyone)
    stage.driver.press("Not signed")
    stage.shoot("register-not-signed")


def enter_a_holiday(stage: Stage) -> None:
    """Add a day on which the school is closed, some weeks from now."""
    go(stage, ROUNDS)
    stage.driver.press("Term dates")
    stage.driver.until_title("Term dates")
    rest(stage)
    stage.driver.type_into("Name", HOLIDAY)
    day = _monday(stage.driver.day_of("First day"))
    stage.driver.choose_day("First day", day)
    stage.driver.choose_day("Last day", day)
    stage.driver.press("Add this holiday")
    rest(stage)
    stage.shoot("holidays")


def remind(stage: Stage) -> None:
    """Copy a text that reminds everybody; on a day without school the page says so, and leads to the term dates."""
    go(stage, REMINDERS)
    stage.shoot("remind")
    if not stage.driver.offers("Copy the text"):
        stage.driver.press("Look at the term dates")
        rest(stage)
        return
    stage.driver.press("Copy the text")
    stage.driver.scroll_to("Copy the text")
    stage.shoot("remind-how")
    page = stage.app.window.page
    if not isinstance(page, RemindPage):
        raise TypeError("the page of reminders does not show")
    page.remind.click()  # its name is that of the way which was chosen, so the name would not tell them apart
    rest(stage)
    stage.shoot("remind-done")


def look_at_one_person(stage: Stage) -> None:
    """Open somebody's page, with what happened year by year, and all their activity."""
    go(stage, PEOPLE)
    stage.driver.type_into("Find somebody", REMINDED.number)
    stage.driver.find(PeopleTable, "").selectRow(0)
    stage.driver.press("Open")
    stage.driver.until_title(REMINDED.name)
    rest(stage)
    stage.shoot("person")
    stage.driver.scroll_to("All their activity")
    stage.shoot("person-years")
    stage.driver.press("All their activity")
    stage.driver.until_title("Activity")
    rest(stage)
    stage.shoot("activity-of-one")


def look_at_the_activity(stage: Stage) -> None:
    """Look at who did what, and at exceptions alone."""
    go(stage, PEOPLE)
    go(stage, ACTIVITY)
    stage.shoot("activity")
    stage.driver.press("Exceptions")
    rest(stage)
    stage.driver.scroll_to("Exceptions")
    stage.shoot("activity-exceptions")
    lock(stage)


def see_it_as_headteacher(stage: Stage) -> None:
    """Let the Headteacher see how it is going, without a way to anybody."""
    enter(stage, cast.HEADTEACHER.name, GOING)
    stage.shoot("going-headteacher")
    lock(stage)


def _monday(today: date) -> date:
    """Return the first Monday that is four weeks ahead or more: no holiday of the tour closes the school today."""
    day = today + timedelta(weeks=4)
    return day + timedelta(days=-day.weekday() % 7)


HR_YEAR: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("see how it is going", see_how_it_is_going),
    ("look at the register", look_at_the_register),
    ("enter a holiday", enter_a_holiday),
    ("remind", remind),
    ("look at one person", look_at_one_person),
    ("look at the activity", look_at_the_activity),
)
