from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages import registry_people as samples

from candour.gui.pages.people import PeoplePage


@pytest.fixture
def page(qtbot) -> PeoplePage:
    shown = PeoplePage(samples.FRAME, samples.LINES)
    qtbot.addWidget(shown)
    shown.resize(1280, 832)
    shown.show()
    return shown


def rows(page):
    model = page.table.people
    return [[model.data(model.index(row, column)) for column in range(5)] for row in range(model.rowCount())]


def test_each_row_says_how_somebody_stands(page):
    assert [row[-1] for row in rows(page)] == [
        "Signs in",
        "Away until 18 December 2026",
        "Has a code until 28 October 2026",
        "No code yet",
        "Left",
    ]


def test_what_a_cell_shows_a_screen_reader_says(page):
    model = page.table.people
    index = model.index(0, 0)
    assert model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "Ada Aldous-Example"
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(5)]
    assert headings == ["Name", "Role", "Phase", "Number", "How it stands"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("BEN", ["0014"]), ("mẫu", ["0041"]), ("class year", ["0014"]), ("0052", ["0052"]), ("left", ["0007"])],
)
def test_a_few_letters_find_somebody_in_any_column(page, typed, found):
    page.search.field.setText(typed)
    assert [row[3] for row in rows(page)] == found


def test_no_match_says_so_and_what_to_do(page):
    page.search.field.setText("nobody at all")
    assert page.empty.isVisible()
    assert not page.table.isVisible()
    page.search.field.setText("")
    assert page.table.isVisible()


def test_enter_and_a_double_click_open_the_person_and_no_other_page(qtbot, page):
    added = []
    page.add_wanted.connect(lambda: added.append("added"))
    page.table.setFocus()
    page.table.selectRow(1)
    with qtbot.waitSignal(page.opened) as opened:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == ["p0014"]
    with qtbot.waitSignal(page.opened) as opened:
        page.table.doubleClicked.emit(page.table.people.index(2, 0))
    assert opened.args == ["p0041"]
    assert added == []


def test_new_codes_go_to_everybody_who_is_chosen(qtbot, page):
    assert not page.codes.isEnabled()
    page.table.selectAll()
    assert page.codes.text() == "New codes for 5 people"
    assert not page.open.isEnabled()
    with qtbot.waitSignal(page.codes_wanted) as wanted:
        qtbot.mouseClick(page.codes, Qt.MouseButton.LeftButton)
    assert wanted.args == [[line.person for line in samples.LINES]]


def test_tab_leaves_the_table_after_one_stop(qtbot, page):
    page.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.add


def test_where_it_is_narrow_two_columns_go(page, theme):
    theme.set_text_size(200)
    page.resize(800, 600)
    assert page.table.isColumnHidden(2)
    assert page.table.isColumnHidden(3)
    theme.set_text_size(100)
    page.resize(1280, 832)
    assert not page.table.isColumnHidden(2)
