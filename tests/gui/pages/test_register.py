from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from tests.gui.pages import registry_school
from tests.gui.pages.registry_register import FRAME, LINES, NOBODY, SCHOOL, TODAY, VIEW, line, register_page

from candour.domain.register_view import Among, By, Filter, keeping
from candour.domain.round import CheckState
from candour.gui.pages.filter_words import filter_words
from candour.gui.pages.register import RegisterPage
from candour.gui.widgets.pictured import Picture
from candour.gui.widgets.register_table import (
    DUE,
    EXCEPTIONS,
    NAME,
    SIGNED,
    STATE,
    RegisterTable,
    notes_words,
    state_words,
)
from candour.gui.widgets.register_table import SCHOOL as SCHOOL_STATE


@pytest.fixture
def page(qtbot):
    made = register_page()
    qtbot.addWidget(made)
    made.resize(1280, 832)
    made.show()
    return made


@pytest.fixture
def school_page(qtbot):
    made = RegisterPage(FRAME, SCHOOL)
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


def test_who_is_asked_school_accounts_is_shown_with_how_that_stands(qtbot):
    page = registry_school.register_page()
    qtbot.addWidget(page)
    assert column(page, NAME) == ["Ada Aldous-Example", "Anna Beispiel", "Nguyễn Thị Mẫu", "Siân Sample"]
    assert column(page, SCHOOL_STATE) == ["Signed", "Not started", "Signed, open", "Not started"]
    shown = {which for which in range(SCHOOL_STATE + 1) if not page.table.isColumnHidden(which)}
    assert (SCHOOL_STATE in shown, EXCEPTIONS in shown) == (True, False)
    page.keep(Filter.EVERYONE)
    assert (page.table.isColumnHidden(SCHOOL_STATE), page.table.isColumnHidden(EXCEPTIONS)) == (True, False)


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


def chips_of(page):
    return {which: chip for which, chip in page.filters.chips.items() if chip.isVisible()}


@pytest.mark.parametrize("which", [*Filter, Among(By.ROLE, "Office"), Among(By.PHASE, "")])
def test_the_count_on_a_filter_is_what_it_keeps(school_page, which):
    school_page.keep(which)
    kept = [line.name for line in SCHOOL.lines if keeping(which, TODAY)(line)]
    assert sorted(column(school_page, NAME)) == sorted(kept)
    assert chips_of(school_page)[which].text() == f"{filter_words(which)} {len(kept)}"
    assert [each for each, chip in chips_of(school_page).items() if chip.isChecked()] == [which]


def test_search_and_filter_hold_together_and_one_press_clears_both(page):
    page.filters.chips[Filter.NOT_SIGNED].click()
    page.search.field.setText("sample")
    assert column(page, NAME) == ["Siân Sample"]
    page.filters.chips[Filter.SIGNED].click()
    assert page.empty.isVisible()
    page.clear.click()
    assert len(column(page, NAME)) == len(LINES)
    assert (page.search.text(), page.search.field.hasFocus()) == ("", True)


def test_a_press_on_a_picture_keeps_in_the_table_just_whom_it_counts(school_page):
    page = school_page
    rows = [(row, row.share.key, row.share.count) for row in page.pictures.completion.pictured.rows]
    rows += [(row, which, SCHOOL.count(which)) for which, row in page.pictures.waiting.rows.items()]
    assert len(rows) == 7
    for row, which, count in rows:
        page.search.field.setText("nobody at all")
        row.click()
        assert page.table.register.lines() == [line for line in SCHOOL.lines if keeping(which, TODAY)(line)]
        assert page.table.register.rowCount() == count
        assert chips_of(page)[which].isChecked()


def test_the_chip_that_a_picture_brought_goes_with_a_second_press(school_page):
    school_page.pictures.waiting.rows[Filter.UNDECIDED].click()
    chip = school_page.filters.chips[Filter.UNDECIDED]
    assert chip.isVisible()
    chip.click()
    assert not chip.isVisible()
    assert school_page.filters.chips[Filter.EVERYONE].isChecked()
    assert school_page.table.register.rowCount() == len(SCHOOL.lines)


def test_before_anybody_has_begun_a_sentence_stands_for_the_pictures(qtbot):
    made = RegisterPage(FRAME, NOBODY)
    qtbot.addWidget(made)
    words = [label.text() for label in made.pictures.findChildren(QLabel)]
    assert words[:2] == ["No one has started yet", "This fills in as people sign."]
    assert made.pictures.findChildren(Picture) == []


@pytest.mark.parametrize(("width", "first"), [(1280, True), (800, False)])
def test_the_pictures_stand_above_the_table_where_there_is_room_and_below_it_where_not(page, width, first):
    page.resize(width, 600)
    QApplication.processEvents()
    order = [page.content.itemAt(place).widget() for place in range(page.content.count())]
    assert (order.index(page.pictures) < order.index(page.table)) is first


def test_a_press_or_space_ticks_a_row_and_leaves_the_others_as_they_are(page, qtbot):
    table = page.table

    def press(row: int, *keys: Qt.KeyboardModifier) -> None:
        at = table.visualRect(table.model().index(row, NAME)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, *keys, pos=at)

    press(0)
    press(2)
    assert table.chosen_rows() == [0, 2]
    press(0)
    assert table.chosen_rows() == [2]
    press(4, Qt.KeyboardModifier.ShiftModifier)
    assert {2, 3, 4} & set(table.chosen_rows()) >= {3, 4}
    table.clearSelection()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    at = table.currentIndex().row()
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.currentIndex().row() == at - 1
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.chosen_rows() == [at - 1, at]
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.count_chosen() == len(LINES)


def test_the_box_of_the_heading_ticks_all_and_then_none_and_does_not_sort(page, qtbot):
    head = page.table.horizontalHeader()
    names = column(page, NAME)
    box = QPoint(head.viewport().width() // 60, head.height() // 2)
    assert head.tick_state() == Qt.CheckState.Unchecked
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert (page.table.count_chosen(), head.tick_state()) == (len(LINES), Qt.CheckState.Checked)
    page.table.selectRow(1)
    assert head.tick_state() == Qt.CheckState.PartiallyChecked
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=box)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert (page.table.count_chosen(), column(page, NAME)) == (0, names)
    beside = QPoint(head.sectionSize(NAME) // 2, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert column(page, NAME) == names[::-1]


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
    assert page.export.text() == "Export the declaration of 1 person…"
    with qtbot.waitSignal(page.export_wanted) as emitted:
        page.export.click()
    assert emitted.args == [["p4"]]


def test_with_nothing_chosen_the_export_is_of_whom_search_and_filter_left(page, qtbot):
    page.keep(Filter.SIGNED)
    shown = [line.person for line in page.table.register.lines()]
    assert 0 < len(shown) < len(page._view.lines)
    assert page.export.text() == f"Export the declarations of {len(shown)} people…"
    with qtbot.waitSignal(page.export_wanted) as emitted:
        page.export.click()
    assert emitted.args == [shown]
    page.table.selectRow(0)
    assert page.export.text() == "Export the declaration of 1 person…"
    with qtbot.waitSignal(page.export_wanted) as emitted:
        page.export.click()
    assert emitted.args == [shown[:1]]


def test_where_nobody_matches_there_is_nothing_to_export(page):
    page.search.setText("no such person")
    assert not page.export.isEnabled()
    page.search.setText("")
    assert page.export.isEnabled()
    assert page.export.text() == "Export declarations…"


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
    view = replace(VIEW, lines=lines)
    made = RegisterPage(FRAME, view)
    qtbot.addWidget(made)
    assert made.table.register.search("anna") == 4_000


def test_who_signed_on_paper_is_marked_and_counted_as_signed(qtbot):
    on_paper = line(50, "Paula Paper-Example", CheckState.SIGNED, signed_on=TODAY, on_paper=True)
    still_open = line(51, "Petra Paper-Example", CheckState.SIGNED_OPEN, open_lines=2, on_paper=True)
    view = replace(VIEW, lines=(on_paper, still_open))
    page = RegisterPage(FRAME, view)
    qtbot.addWidget(page)
    assert page.filters.chips[Filter.ON_PAPER].isVisibleTo(page)
    assert view.count(Filter.SIGNED) == 2
    assert [state_words(each, TODAY) for each in view.lines] == ["Signed on paper", "On paper, 2 open"]


def test_lines_are_put_into_words_a_few_at_a_time_and_all_of_them_in_the_end(qtbot):
    lines = tuple(LINES[number % 5] for number in range(1_200))
    table = RegisterTable(replace(VIEW, lines=lines))
    qtbot.addWidget(table)
    qtbot.waitUntil(lambda: not table._clock.isActive())
    assert all(record.words for record in table.register._all)


def test_a_filter_that_keeps_nobody_is_not_offered_but_for_the_first_three(qtbot):
    made = RegisterPage(FRAME, NOBODY)
    qtbot.addWidget(made)
    made.show()
    assert list(chips_of(made)) == [Filter.EVERYONE, Filter.SIGNED, Filter.NOT_SIGNED]


def test_many_places_stand_behind_a_button_where_the_page_is_narrow(page, qtbot):
    assert not page.menu.isVisible()
    page.resize(800, 600)
    QApplication.processEvents()
    assert (page.menu.isVisible(), page.links.isVisible(), page.menu.text()) == (True, False, "All places")
    page.menu.click()
    assert (page.links.isVisible(), page.menu.text()) == (True, "Hide the places")
    with qtbot.waitSignal(page.went) as went:
        next(part for part in page.links.children() if getattr(part, "words", "") == "Activity").click()
    assert went.args == ["activity"]
    page.menu.click()
    assert not page.links.isVisible()
