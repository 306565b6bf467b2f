from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from tests.gui.pages.registry_activity import (
    ANNA,
    COUNTS,
    LINES,
    TODAY,
    activity_none_page,
    activity_of_one_page,
    activity_page,
)

from candour.domain.activity import ActivityPage as Lines
from candour.domain.activity import Group, Sought
from candour.gui.widgets.activity_table import WHAT, WHEN, WHO, WHOM


@pytest.fixture
def page(qtbot):
    return shown(qtbot, activity_page())


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def column(page, which):
    model = page.table.activity
    return [model.data(model.index(row, which)) for row in range(model.rowCount())]


def test_each_row_says_when_who_what_and_about_whom(page):
    assert [column(page, each)[1] for each in (WHEN, WHO, WHAT, WHOM)] == [
        "19 Oct 2026, 14:42",
        "Not shown",
        "Approved exception E-2026-014, until 31 July 2027",
        ANNA,
    ]


def test_the_chips_count_and_a_group_without_lines_is_not_offered(page):
    assert page.filters.chip(None).text() == f"Everything {sum(COUNTS.values())}"
    assert page.filters.chip(Group.SIGNING).text() == "Signing 38"
    assert page.filters.chip(Group.SCHOOL).isHidden()


def test_a_chip_a_name_and_days_are_sought_together(page, qtbot):
    assert page.filters.sought() == Sought()
    with qtbot.waitSignal(page.sought):
        page.filters.chip(Group.EXCEPTIONS).click()
    with qtbot.waitSignal(page.sought):
        page.filters.search.field.setText(" anna ")
    with qtbot.waitSignal(page.sought):
        page.filters.days.choose("The last 7 days")
    assert page.filters.sought() == Sought(Group.EXCEPTIONS, "anna", "", date(2026, 10, 14), TODAY)
    assert [chip.isChecked() for chip in (page.filters.chip(None), page.filters.chip(Group.EXCEPTIONS))] == [
        False,
        True,
    ]


def test_from_and_to_show_only_where_days_are_chosen(page, qtbot):
    assert not page.filters.since.isVisible()
    page.filters.days.choose("Choose days")
    assert page.filters.since.isVisible()
    with qtbot.waitSignal(page.sought):
        page.filters.since.set_date(date(2026, 9, 1))
    sought = page.filters.sought()
    assert (sought.since, sought.until) == (date(2026, 9, 1), TODAY)
    page.filters.days.choose("Today")
    assert (page.filters.sought().since, page.filters.sought().until) == (TODAY, TODAY)


def test_more_is_offered_until_the_last_line_and_comes_under_the_others(page, qtbot):
    assert page.how_many.text() == "8 of 216 lines"
    with qtbot.waitSignal(page.more_wanted):
        page.more.click()
    page.table.selectRow(1)
    page.add_lines(Lines(LINES[:2], ""))
    assert column(page, WHAT)[-2:] == [line.what for line in LINES[:2]]
    assert page.table.chosen_rows() == [1]
    assert page.how_many.text() == "10 of 216 lines"
    assert page.more.isHidden()


def test_scrolling_to_the_end_asks_for_more(page, qtbot):
    page.add_lines(Lines(LINES * 3, "more"))
    qtbot.wait(1)
    bar = page.table.verticalScrollBar()
    with qtbot.waitSignal(page.more_wanted):
        bar.setValue(bar.maximum())


def test_enter_opens_the_person_and_a_row_about_several_opens_nobody(page, qtbot):
    page.table.setFocus()
    page.table.selectRow(1)
    assert page.open.isEnabled()
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == ["p38"]
    page.table.selectRow(0)
    assert not page.open.isEnabled()
    with qtbot.assertNotEmitted(page.opened):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)


def test_only_one_person_s_until_everybody_is_wanted(qtbot):
    page = shown(qtbot, activity_of_one_page())
    assert page.filters.sought() == Sought(person="p38")
    with qtbot.waitSignal(page.sought):
        page.everybody.click()
    assert page.filters.sought() == Sought()
    assert not page.everybody.isVisible()


def test_where_nothing_matches_one_button_shows_everything(qtbot):
    page = shown(qtbot, activity_none_page())
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    page.filters.days.choose("Today")
    with qtbot.waitSignal(page.sought):
        page.clear.click()
    assert page.filters.sought() == Sought()
    page.show_lines(Lines(LINES, ""))
    assert page.table.isVisible()
    assert not page.empty.isVisible()


def test_saving_can_be_stopped_and_says_what_became_of_it(page, qtbot):
    with qtbot.waitSignal(page.save_wanted) as wanted:
        page.main_button.click()
    assert wanted.args == [".xlsx"]
    page.begin_save()
    assert (page.xlsx.isEnabled(), page.csv.isEnabled(), page.said.text()) == (False, False, "Saving …")
    with qtbot.waitSignal(page.stopped):
        page.stop.click()
    page.end_save(None)
    assert page.said.text() == "Stopped. Nothing was saved."
    page.begin_save()
    page.end_save(Path("/invented/Activity.xlsx"))
    assert page.said.text() == "Saved: /invented/Activity.xlsx"
    assert page.xlsx.isEnabled()
    assert page.stop.isHidden()


def test_a_refusal_stands_beside_the_name_and_goes_with_the_next_answer(page):
    page.show_refused("Many people have that in their name: type more of it.")
    assert page.has_errors
    page.show_lines(Lines(LINES, ""))
    assert not page.has_errors


def test_what_was_found_is_announced(page, monkeypatch):
    said = []
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: said.append(event.message()) if isinstance(event, QAccessibleAnnouncementEvent) else None,
    )
    page.show_counts(dict.fromkeys(Group, 0) | {Group.PEOPLE: 1})
    assert said == ["1 line matches"]
