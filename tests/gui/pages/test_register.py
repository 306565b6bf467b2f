from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages import registry_school
from tests.gui.pages.registry_register import FRAME, LINES, TODAY, VIEW, register_page

from candour.domain.register_view import Filter, keeps
from candour.gui.pages.register import RegisterPage
from candour.gui.widgets.register_table import DUE, EXCEPTIONS, NAME, SCHOOL, SIGNED, STATE


@pytest.fixture
def page(qtbot):
    made = register_page()
    qtbot.addWidget(made)
    made.resize(1280, 832)
    made.show()
    return made


def column(page, which):
    model = page.table.register
    return [model.data(model.index(row, which)) for row in range(model.rowCount())]


def test_it_says_how_many_have_signed_and_how_long_there_is(page):
    assert page.lead.text() == "2 of 5 have signed. The day to sign by was 16 October 2026."


def test_each_row_says_the_state_in_words_and_overdue_only_after_the_date(page):
    assert column(page, STATE) == [
        "Signed",
        "Not started, overdue",
        "Signed, 1 open",
        "In progress",
        "Away until 18 Dec 2026",
    ]
    assert column(page, DUE) == [
        "",
        "16 Oct 2026",
        "Open until 30 Oct 2026",
        "30 Oct 2026",
        "16 Oct 2026",
    ]


@pytest.mark.parametrize("which", Filter)
def test_the_count_on_a_filter_is_what_it_keeps(page, which):
    page.keep(which)
    kept = [line.name for line in LINES if keeps(which, line, TODAY)]
    assert sorted(column(page, NAME)) == sorted(kept)
    assert page.filters[which].text().endswith(f" {len(kept)}")
    assert [each for each, chip in page.filters.items() if chip.isChecked()] == [which]


def test_who_is_asked_school_accounts_is_shown_with_how_that_stands(qtbot):
    page = registry_school.register_page()
    qtbot.addWidget(page)
    assert column(page, NAME) == ["Ada Aldous-Example", "Anna Beispiel", "Nguyễn Thị Mẫu", "Siân Sample"]
    assert column(page, SCHOOL) == ["Signed", "Not started", "Signed, open", "Not started"]
    shown = {which for which in range(SCHOOL + 1) if not page.table.isColumnHidden(which)}
    assert (SCHOOL in shown, EXCEPTIONS in shown) == (True, False)
    page.keep(Filter.EVERYONE)
    assert (page.table.isColumnHidden(SCHOOL), page.table.isColumnHidden(EXCEPTIONS)) == (True, False)


def test_search_and_filter_hold_together(page):
    page.filters[Filter.NOT_SIGNED].click()
    page.search.field.setText("sample")
    assert column(page, NAME) == ["Siân Sample"]
    page.filters[Filter.SIGNED].click()
    assert page.empty.isVisible()


def test_dates_sort_by_their_day_and_who_has_none_comes_last_either_way(page):
    page.table.sortByColumn(SIGNED, Qt.SortOrder.DescendingOrder)
    assert column(page, SIGNED)[:2] == ["12 Oct 2026", "3 Oct 2026"]
    assert column(page, SIGNED)[2:] == ["", "", ""]
    page.table.sortByColumn(SIGNED, Qt.SortOrder.AscendingOrder)
    assert column(page, SIGNED) == ["3 Oct 2026", "12 Oct 2026", "", "", ""]


def test_what_is_chosen_is_exported_and_nothing_chosen_is_everybody(page, qtbot):
    with qtbot.waitSignal(page.export_wanted) as emitted:
        page.export.click()
    assert emitted.args == [[]]
    page.table.selectRow(0)
    assert page.export.text() == "Export PDFs of 1"
    with qtbot.waitSignal(page.export_wanted) as emitted:
        page.export.click()
    assert emitted.args == [["p4"]]


def test_enter_opens_the_person(page, qtbot):
    page.table.selectRow(1)
    page.table.setFocus()
    with qtbot.waitSignal(page.opened) as emitted:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert emitted.args == ["p38"]


def test_a_screen_reader_hears_the_words_of_the_chip(page):
    model = page.table.register
    assert model.data(model.index(1, STATE), Qt.ItemDataRole.AccessibleTextRole) == "Not started, overdue"
    assert column(page, EXCEPTIONS)[0] == "E-2026-014"


def test_a_register_of_twenty_thousand_is_searched_without_a_pause(qtbot):
    lines = tuple(LINES[number % 5] for number in range(20_000))
    made = RegisterPage(FRAME, type(VIEW)(VIEW.round, VIEW.opens, VIEW.due, VIEW.today, lines))
    qtbot.addWidget(made)
    assert made.table.register.search("anna") == 4_000


def test_a_filter_that_keeps_nobody_is_not_offered_but_for_the_first_three(page):
    assert page.filters[Filter.LATE].isHidden()
    assert not page.filters[Filter.SIGNED].isHidden()
