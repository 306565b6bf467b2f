from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from candour.gui.widgets.donut import Donut, Share
from candour.gui.widgets.legend import DonutWithWords

SHARES = (Share("signed", "signed", 1031, "signed"), Share("late", "overdue", 2, "overdue"))


@pytest.fixture
def words() -> DonutWithWords:
    return DonutWithWords(Donut("title", "sentence", SHARES, "1,031", "of 1,033"))


def test_each_share_is_said_with_its_number(words, show, heard):
    show(words)
    assert [heard(row)[1] for row in words.rows] == ["1,031 signed", "2 overdue"]


@pytest.mark.parametrize("place", [0, 1])
def test_a_press_carries_the_key_of_the_share(words, show, qtbot, place):
    show(words)
    with qtbot.waitSignal(words.chosen) as chosen:
        qtbot.keyClick(words.rows[place], Qt.Key.Key_Return)
    assert chosen.args == [SHARES[place].key]


def test_the_patch_wears_the_colour_of_its_arc(words, show, theme, colours):
    show(words)
    assert colours(words.rows[0])[theme.tokens.chart_signed] > 100
    assert colours(words.rows[1])[theme.tokens.chart_overdue] > 30


@pytest.mark.parametrize(("width", "way"), [(300, "TopToBottom"), (700, "LeftToRight")])
def test_the_words_go_below_where_it_is_narrow(words, show, width, way):
    show(words, width=width)
    assert words._row.direction() == QBoxLayout.Direction[way]


def test_other_shares_take_the_place_of_the_first(words, show):
    show(words)
    words.show_words([Share("all", "signed", 1033, "signed")])
    assert [row.words for row in words.rows] == ["1,033 signed"]
    assert cells(words) == [("signed", "1,033")]


def cells(words):
    model = words.table.model()
    return [tuple(model.index(row, column).data() for column in (0, 1)) for row in range(model.rowCount())]


def test_the_same_numbers_stand_as_a_table_for_whoever_asks(words, show):
    show(words)
    assert not words.table.isVisible()
    words.as_table.click()
    assert words.table.isVisible()
    assert [number for _, number in cells(words)] == [f"{share.count:,}" for share in words.donut.shares]
    words.as_table.click()
    assert not words.table.isVisible()
