from __future__ import annotations

from datetime import date

import pytest
from tests.gui.pages.registry_reminders import HALF_TERM, holidays_page

from candour.domain.reminder_paper import ReadHoliday
from candour.gui.pages.holidays import span_words

EASTER = ReadHoliday("Easter", date(2027, 3, 29), date(2027, 4, 9))


@pytest.fixture
def page(qtbot):
    made = holidays_page()
    qtbot.addWidget(made)
    made.resize(1280, 832)
    made.show()
    return made


def test_days_are_said_with_their_weekdays_and_one_day_alone():
    assert span_words(HALF_TERM.first, HALF_TERM.last) == "Monday 26 October 2026 – Friday 30 October 2026"
    assert span_words(HALF_TERM.first, HALF_TERM.first) == "Monday 26 October 2026"


def test_a_new_one_carries_its_name_and_days_and_the_last_never_stands_before_the_first(qtbot, page):
    page.name.setText("Easter")
    page.first.set_date(EASTER.first)
    assert page.last.date() == EASTER.first
    page.last.set_date(EASTER.last)
    with qtbot.waitSignal(page.saved) as saved:
        page.save.click()
    assert saved.args == ["", "Easter", EASTER.first, EASTER.last]


def test_without_a_name_it_says_so_and_saves_nothing(qtbot, page):
    with qtbot.assertNotEmitted(page.saved):
        page.save.click()
    assert page.name.error.text() == "Type the name of the holiday"
    page.name.setText("Backwards")
    page.last.set_date(date(2026, 10, 19))
    with qtbot.assertNotEmitted(page.saved):
        page.save.click()
    assert page.last.error.text() == "Choose a last day that is not before the first"


def test_change_fills_the_form_and_saves_under_its_own_id(qtbot, page):
    change, _ = page.buttons[HALF_TERM.holiday]
    change.click()
    assert page.name.text() == HALF_TERM.name
    assert (page.first.date(), page.last.date()) == (HALF_TERM.first, HALF_TERM.last)
    page.name.setText("Half-term")
    with qtbot.waitSignal(page.saved) as saved:
        page.save.click()
    assert saved.args == [HALF_TERM.holiday, "Half-term", HALF_TERM.first, HALF_TERM.last]


def test_take_away_names_the_one(qtbot, page):
    with qtbot.waitSignal(page.dropped) as dropped:
        page.buttons[HALF_TERM.holiday][1].click()
    assert dropped.args == [HALF_TERM.holiday]


def test_of_a_calendar_only_what_is_ticked_is_added(qtbot, page):
    page.offer((EASTER, ReadHoliday("School photographs", date(2027, 5, 4), date(2027, 5, 4))))
    with qtbot.assertNotEmitted(page.chosen):
        page.take.click()
    assert page.ticks.error.text() == "Tick at least one"
    page.ticks.ticks["0"].click()
    with qtbot.waitSignal(page.chosen) as chosen:
        page.take.click()
    assert chosen.args == [[("Easter", EASTER.first, EASTER.last)]]
