from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from candour.gui.widgets.check_answers import Answered, CheckAnswers
from candour.gui.widgets.chip import Chip

LINES = (
    Answered("pupils", "Pupils of any age", "pupils", "None that I know of", "Confirmed", "done"),
    Answered("phone", "Phone and e-mail", "your phone", "I will stop", "Open until 30 October", "todo"),
    Answered("accounts", "Your accounts", "your accounts", "Facebook"),
)


@pytest.fixture
def grid(show) -> CheckAnswers:
    grid = CheckAnswers()
    grid.show_lines(LINES)
    show(grid, width=900)
    return grid


def test_every_change_button_says_what_it_changes(grid, heard):
    assert [heard(row.change)[1] for row in grid.rows] == [
        "Change answer about pupils",
        "Change answer about your phone",
        "Change answer about your accounts",
    ]


def test_change_carries_the_question(grid, qtbot):
    with qtbot.waitSignal(grid.change) as changed:
        qtbot.mouseClick(grid.rows[1].change, Qt.MouseButton.LeftButton)
    assert changed.args == ["phone"]


def test_an_outcome_is_a_chip_and_where_there_is_none_no_chip_shows(grid):
    chips = [(chip.text(), chip.role) for chip in grid.findChildren(Chip) if chip.isVisible()]
    assert chips == [("Confirmed", "done"), ("Open until 30 October", "todo")]


def test_wide_rows_stand_on_one_line_and_narrow_ones_go_under_each_other(grid):
    row = grid.rows[0]
    assert row.key.geometry().center().y() == pytest.approx(row.answer.geometry().center().y(), abs=2)
    grid.fold(narrow=True)
    grid.layout().activate()
    assert row.answer.y() > row.key.y()


def test_later_lines_take_the_place_of_the_first(grid):
    grid.show_lines(LINES[:1])
    assert [row.question for row in grid.rows] == ["pupils"]
