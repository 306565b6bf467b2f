"""How it is going, through real windows on a real register: who has the place, and where its presses lead."""

from __future__ import annotations

import pytest
from tests.deciders import asked
from tests.gui.windows import playing
from tests.schools import sign_with

from candour.domain.people import Office
from candour.domain.register_view import Filter
from candour.gui.pages.decisions import DecisionsPage
from candour.gui.pages.going import GoingPage
from candour.gui.pages.person import PersonPage
from candour.gui.pages.register import RegisterPage
from candour.gui.places import GOING, REGISTER, places_of
from candour.sample import people as cast
from candour.services.results import SignedIn

TEACHER = cast.CLASS_TEACHER.number


@pytest.fixture
def played(qapp, school, tmp_path):
    sign_with(school.desk(TEACHER))
    asked(school)
    school.clock.go_on(days=30)
    yield from playing(qapp, school, tmp_path)


def enter(played, name, place):
    played.sign_in(name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.app.rooms.hr.go(place)
    played.idle()


def page_of(played, kind):
    played.idle()
    assert isinstance(played.app.window.page, kind)
    return played.app.window.page


def test_a_press_of_hr_leads_to_the_register_with_just_those(played):
    enter(played, cast.BUSINESS_MANAGER.name, GOING)
    page = page_of(played, GoingPage)
    overdue = page.completion.pictured.rows[3]
    overdue.click()
    register = page_of(played, RegisterPage)
    assert register.filters.chips[Filter.OVERDUE].isChecked()
    assert register.table.register.rowCount() == overdue.share.count == 5
    register.pictures.waiting.rows[Filter.UNDECIDED].click()
    assert [line.number for line in register.table.register.lines()] == [TEACHER]


def test_who_may_need_a_hand_opens_their_page_and_a_button_the_register(played):
    enter(played, cast.BUSINESS_MANAGER.name, GOING)
    page = page_of(played, GoingPage)
    first = page.going.hand[0]
    page.hands.rows[0].click()
    assert page_of(played, PersonPage).file.line.person == first.person
    played.app.rooms.hr.go(GOING)
    page_of(played, GoingPage).register.click()
    assert page_of(played, RegisterPage).filters.chips[Filter.EVERYONE].isChecked()


def test_the_headteacher_sees_it_without_a_way_to_the_register(played):
    enter(played, cast.HEADTEACHER.name, GOING)
    page = page_of(played, GoingPage)
    assert page.completion.pictured.title == "1 of 6 have signed"
    assert REGISTER not in page.sidebar.places
    page.exceptions.rows[2].click()
    page_of(played, DecisionsPage)


def signed_in(*offices: Office) -> SignedIn:
    return SignedIn(
        person="p1",
        name="Somebody Invented",
        role="Their role",
        number="0001",
        with_code=False,
        must_choose_passphrase=False,
        keys=(),
        show_keys=False,
        offices=offices,
        seals=False,
        school="A school",
        hr="",
        contacts=(),
        doubt="",
    )


@pytest.mark.parametrize(
    ("offices", "group"),
    [
        ((Office.HR,), "Staff"),
        ((Office.HR, Office.HEADTEACHER), "Staff"),
        ((Office.HEADTEACHER,), "Deciding and speaking"),
        ((Office.CHAIR,), "Deciding and speaking"),
        ((Office.DESIGNATED_LEAD,), None),
        ((), None),
    ],
)
def test_who_has_the_place_has_it_once(qapp, offices, group):
    found = [place.group for place in places_of(offices) if place.key == GOING]
    assert found == ([] if group is None else [group])
