from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from candour.gui.widgets.bars import BarParts, Bars, BarsChart
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.number_table import NumberRow

BARS = (
    BarParts("office", "Office", (("signed", 6), ("under_way", 0), ("overdue", 2)), 8, "6 of 8 signed"),
    BarParts("cooks", "Cooks", (("signed", 4), ("under_way", 0), ("overdue", 0)), 4, "4 of 4 signed"),
    BarParts(None, "Others", (("signed", 1), ("under_way", 3), ("overdue", 1)), 5, "1 of 5 signed"),
)


def bars() -> Bars:
    chart = BarsChart("title", "6 of 8; 4 of 4; 1 of 5.", BARS, numbered=True)
    return Bars(chart, ("Role", "Signed"), [NumberRow(bar.key, (bar.words, bar.after)) for bar in BARS])


def test_a_screen_reader_meets_a_chart_and_each_bar_with_its_count(show, heard):
    part = bars()
    show(part, width=700)
    assert heard(part.chart) == (QAccessible.Role.Chart, "title", "6 of 8; 4 of 4; 1 of 5.")
    assert [heard(word)[1] for word in part.chart.words[:2]] == ["Office: 6 of 8 signed", "Cooks: 4 of 4 signed"]


@pytest.mark.parametrize("place", [0, 1])
def test_a_key_on_its_words_and_a_press_on_the_bar_carry_what_it_is_about(show, qtbot, place):
    part = bars()
    show(part, width=700)
    with qtbot.waitSignal(part.chosen) as chosen:
        qtbot.keyClick(part.chart.words[place], Qt.Key.Key_Return)
    assert chosen.args == [BARS[place].key]
    with qtbot.waitSignal(part.chosen) as chosen:
        qtbot.mouseClick(part.chart.strips[place], Qt.MouseButton.LeftButton)
    assert chosen.args == [BARS[place].key]


def test_where_there_is_nothing_to_press_nothing_takes_a_press(show, qtbot):
    part = bars()
    show(part, width=700)
    assert not isinstance(part.chart.words[2], LinkButton)
    with qtbot.assertNotEmitted(part.chosen):
        qtbot.mouseClick(part.chart.strips[2], Qt.MouseButton.LeftButton)


def test_parts_are_as_long_as_their_counts_and_three_pixels_apart(show):
    part = bars()
    show(part, width=900)
    first, nobody, last = part.chart.strips[0].shapes()
    assert first.width() / last.width() == pytest.approx(3, abs=0.2)
    assert nobody.width() == 0
    assert last.left() - first.right() == pytest.approx(3, abs=0.5)
    full = part.chart.strips[1].shapes()[0]
    assert full.right() == pytest.approx(last.right(), abs=0.5)


def test_every_state_is_painted_and_its_number_stands_on_it(show, theme, colours):
    part = bars()
    show(part, width=900)
    seen = colours(part.chart.strips[2])
    for state in ("signed", "under_way", "overdue"):
        assert seen.get(getattr(theme.tokens, f"chart_{state}"), 0) > 20, state
    assert seen.get(theme.tokens.text, 0) > 20


@pytest.mark.parametrize(("width", "below"), [(300, True), (900, False)])
def test_the_words_stand_above_their_bar_where_it_is_narrow(show, width, below):
    part = bars()
    show(part, width=width)
    word, strip = part.chart.words[0], part.chart.strips[0]
    assert (strip.y() >= word.y() + word.height()) is below


def test_the_table_takes_the_place_of_the_picture_and_its_rows_lead_to_the_same(show, qtbot):
    part = bars()
    show(part, width=700)
    part.as_table.click()
    assert (part.chart.isVisible(), part.table.isVisible()) == (False, True)
    assert part.as_table.accessibleName() == "Show as a picture: title"
    part.table.selectRow(1)
    with qtbot.waitSignal(part.chosen) as chosen:
        qtbot.keyClick(part.table, Qt.Key.Key_Return)
    assert chosen.args == ["cooks"]
    part.table.selectRow(2)
    with qtbot.assertNotEmitted(part.chosen):
        qtbot.keyClick(part.table, Qt.Key.Key_Return)
    part.as_table.click()
    assert (part.chart.isVisible(), part.table.isVisible()) == (True, False)
