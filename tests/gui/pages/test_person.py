from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QAbstractButton, QLabel
from tests.gui.pages import registry_people as samples
from tests.gui.pages import registry_school

from candour.domain.people import Office
from candour.domain.round import CheckState
from candour.gui.pages.person import PersonPage
from candour.gui.pages.person_left import PersonLeftPage
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.timeline import Timeline


def shown(qtbot, **changes):
    page = PersonPage(samples.FRAME, replace(samples.FILE, **changes))
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def test_each_round_says_its_state_and_its_day(qtbot):
    page = shown(qtbot)
    assert [(chip.text(), chip.role) for chip in page.findChildren(Chip)] == [
        ("In progress", "waiting"),
        ("Signed, with something open", "todo"),
    ]


def test_it_leads_to_the_reminders(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.remind_wanted):
        page.remind.click()


def test_the_due_date_is_extended_to_the_day_that_was_chosen(qtbot):
    page = shown(qtbot)
    page.due.set_date(date(2026, 11, 20))
    with qtbot.waitSignal(page.asked_by) as asked:
        page.extend.click()
    assert asked.args == [date(2026, 11, 20)]


def test_who_has_signed_has_no_due_date_to_extend(qtbot):
    (newest, *older) = samples.FILE.rounds
    signed = samples.part(CheckState.SIGNED, signed_on=date(2026, 10, 1))
    page = shown(qtbot, rounds=(replace(newest, state=CheckState.SIGNED, parts=(signed,)), *older))
    assert not hasattr(page, "due")


def test_who_is_in_no_round_yet_is_asked_in_it(qtbot):
    assert shown(qtbot, due=None, rounds=()).extend.text() == "Ask in this year’s check"


def test_away_and_back_carry_a_day_and_no_reason(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.away_until) as away:
        page.away.click()
    assert away.args == [date(2026, 12, 18)]
    with qtbot.waitSignal(page.away_until) as away:
        page.back_again.click()
    assert away.args == [None]


def test_an_office_is_given_from_to_and_acting(qtbot):
    card = shown(qtbot).offices
    card.give.click()
    assert card.office.error.text() == "Choose the office first"
    card.office.choose(Office.DESIGNATED_LEAD)
    with qtbot.waitSignal(card.given) as given:
        card.give.click()
    assert given.args == [Office.DESIGNATED_LEAD, samples.TODAY, None, False]
    card.has_end.setChecked(True)
    card.until.set_date(date(2026, 12, 31))
    card.acting.setChecked(True)
    with qtbot.waitSignal(card.given) as given:
        card.give.click()
    assert given.args[2:] == [date(2026, 12, 31), True]


def test_only_an_office_that_is_not_over_can_be_ended(qtbot):
    card = shown(qtbot).offices
    assert list(card.ends) == ["h1"]
    with qtbot.waitSignal(card.ended) as ended:
        card.ends["h1"].click()
    assert ended.args == ["h1", samples.TODAY]


def test_only_a_keeper_gives_codes(qtbot):
    with qtbot.waitSignal((page := shown(qtbot)).code_wanted):
        page.main_button.click()
    without = shown(qtbot, gives_codes=False)
    assert without.main_button is without.back


def test_who_has_left_is_brought_back_and_nothing_else(qtbot):
    page = shown(qtbot, line=replace(samples.FILE.line, here=False), left_on=date(2026, 7, 20))
    said = [button.text() for button in page.findChildren(QAbstractButton) if button.isVisible()]
    assert "Bring back to the list" in said
    assert "They have left …" not in said
    assert not hasattr(page.offices, "give")


def test_the_page_about_leaving_changes_nothing_on_enter_and_carries_the_last_day(qtbot):
    page = PersonLeftPage(samples.FRAME, "Ben Beispiel", samples.TODAY)
    qtbot.addWidget(page)
    page.show()
    assert page.main_button is page.back
    page.day.set_date(date(2026, 12, 1))
    with qtbot.waitSignal(page.confirmed) as confirmed:
        page.confirm.click()
    assert confirmed.args == [samples.TODAY]  # no day to come can be chosen


def test_the_timeline_stands_under_each_round_and_before_the_first(qtbot):
    page = shown(qtbot)
    said = [timeline.accessibleName() for timeline in page.findChildren(Timeline)]
    assert said == ["What came: 2026–27", "What came: 2025–26", "What came: Before the first check"]
    assert [item.text() for item in page.findChildren(Timeline)[0].items] == [
        "Asked for E-2026-014: family or other connection",
        "Away until 18 December 2026, by Harriet Resource",
        "Opened the check of 2026–27, due 16 October 2026, by Harriet Resource",
    ]


def test_who_was_in_no_round_has_a_timeline_all_the_same(qtbot):
    page = shown(qtbot, rounds=(), years=samples.FILE.years[2:])
    assert [each.accessibleName() for each in page.findChildren(Timeline)] == ["What came: So far"]


def test_all_their_activity_is_one_press_away(qtbot):
    with qtbot.waitSignal((page := shown(qtbot)).activity_wanted):
        page.activity.click()


def test_a_round_of_two_checklists_tells_each(qtbot, theme):
    page = registry_school.person_page(theme)
    qtbot.addWidget(page)
    said = [label.text() for label in page.findChildren(QLabel)]
    at = said.index("School accounts")
    told = said[at - 2 : at + 2]
    assert told == [
        "Personal accounts",
        "Signed, 2 October 2026",
        "School accounts",
        "Not started",
    ]
    assert page.extend.text() == "Extend the due date"
