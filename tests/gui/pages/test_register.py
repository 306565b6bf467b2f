from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.registry_register import FRAME, LINES, TODAY, VIEW, line, register_page

from candour.domain.register_view import Filter, keeps
from candour.domain.round import CheckState
from candour.gui.pages.register import RegisterPage
from candour.gui.widgets.register_table import DUE, EXCEPTIONS, NAME, SIGNED, STATE, notes_words, state_words


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


def test_the_notes_say_when_somebody_was_reminded_where_no_exception_stands(page):
    assert column(page, EXCEPTIONS) == ["E-2026-014", "reminded 6 Oct", "", "", ""]
    words = {line.person: notes_words(line) for line in LINES}
    signed = replace(LINES[1], state=CheckState.SIGNED, signed_on=TODAY)
    assert (words["p38"], notes_words(signed)) == ("reminded 6 Oct", "")


def test_it_asks_to_remind_the_chosen_or_everybody_and_counts_those_who_may_be(qtbot, page):
    assert page.remind.text() == "Remind 2 people"
    with qtbot.waitSignal(page.remind_wanted) as asked:
        page.remind.click()
    assert asked.args == [[]]
    page.table.selectRow(1)
    assert page.remind.text() == "Remind 1 person"
    with qtbot.waitSignal(page.remind_wanted) as asked:
        page.remind.click()
    assert asked.args == [["p38"]]
    page.table.selectRow(0)
    assert page.remind.text() == "Reminders"


def test_on_a_day_off_nobody_is_to_be_reminded(qtbot):
    page = RegisterPage(FRAME, replace(VIEW, school_day=False))
    qtbot.addWidget(page)
    assert page.remind.text() == "Reminders"


@pytest.mark.parametrize("which", Filter)
def test_the_count_on_a_filter_is_what_it_keeps(page, which):
    page.keep(which)
    kept = [line.name for line in LINES if keeps(which, line, TODAY)]
    assert sorted(column(page, NAME)) == sorted(kept)
    assert page.filters[which].text().endswith(f" {len(kept)}")
    assert [each for each, chip in page.filters.items() if chip.isChecked()] == [which]


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


def test_who_signed_on_paper_is_marked_and_counted_as_signed(qtbot):
    on_paper = line(50, "Paula Paper-Example", CheckState.SIGNED, signed_on=TODAY, on_paper=True)
    still_open = line(51, "Petra Paper-Example", CheckState.SIGNED_OPEN, open_lines=2, on_paper=True)
    view = replace(VIEW, lines=(on_paper, still_open))
    page = RegisterPage(FRAME, view)
    qtbot.addWidget(page)
    assert page.filters[Filter.ON_PAPER].isVisibleTo(page)
    assert view.count(Filter.SIGNED) == 2
    assert [state_words(each, TODAY) for each in view.lines] == ["Signed on paper", "On paper, 2 open"]
