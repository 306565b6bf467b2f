from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from candour.gui.widgets.name_grid import NameGrid

NAMES = [
    (f"{place:04}", name)
    for place, name in enumerate(("Ada Example", "Bela Specimen", "Cleo Example", "Dana Muster"))
]


@pytest.fixture
def grid(qtbot):
    shown = NameGrid("Names")
    qtbot.addWidget(shown)
    shown.names.set_names(NAMES)
    shown.resize(1000, 400)
    shown.show()
    return shown


def test_names_stand_side_by_side_as_far_as_there_is_room(grid):
    assert (grid.names.columnCount(), grid.names.rowCount()) == (3, 2)
    grid.resize(400, 400)
    assert (grid.names.columnCount(), grid.names.rowCount()) == (1, 4)


def test_a_search_keeps_names_that_hold_every_word_of_it(grid):
    grid.names.search("EXAM c")
    assert [name for _, name in grid.names.shown] == ["Cleo Example"]
    assert grid.chosen() == "0002"


def test_of_several_none_is_chosen_until_somebody_chooses(grid):
    assert grid.chosen() is None
    grid.setFocus()
    assert grid.chosen() is None
    grid.begin()
    assert grid.chosen() == "0000"


def test_arrows_and_enter_pick_a_name_and_a_press_does(grid, qtbot):
    picked: list[str] = []
    grid.picked.connect(picked.append)
    grid.begin()
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    where = grid.visualRect(grid.names.index(1, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert picked == ["0001", "0003"]


def test_the_empty_places_of_the_last_row_are_nobody(grid):
    picked: list[str] = []
    grid.picked.connect(picked.append)
    empty = grid.names.index(1, 2)
    assert grid.names.at(empty) is None
    assert grid.names.data(empty) is None
    assert not grid.names.flags(empty) & Qt.ItemFlag.ItemIsSelectable
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(empty).center())
    assert picked == []
    assert grid.names.at(QModelIndex()) is None


def test_letters_typed_on_the_names_are_handed_on(grid):
    typed: list[str] = []
    grid.typed.connect(typed.append)
    grid.begin()
    QTest.keyClicks(grid, "cl")
    assert typed == ["c", "l"]
