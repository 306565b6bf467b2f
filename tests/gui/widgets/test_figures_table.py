from __future__ import annotations

import pytest

from candour.gui.widgets.figures_table import FiguresTable

ROWS = [(f"What was counted, number {place}", "all but fewer than 5", "none") for place in range(9)]


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("width", [1000, 420])
def test_every_row_shows_with_all_of_its_words(qtbot, theme, text_size, width):
    theme.set_text_size(text_size)
    table = FiguresTable("Figures", ("What", "2026–27", "2025–26"), ROWS)
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    bottom = table.rowViewportPosition(8) + table.rowHeight(8)
    assert bottom <= table.viewport().height()
    for row in range(9):
        assert table.rowHeight(row) >= table.sizeHintForRow(row)
    assert table.columnWidth(0) + table.columnWidth(1) + table.columnWidth(2) <= table.viewport().width()


def test_it_takes_no_focus_since_there_is_nothing_to_do_in_it(qtbot):
    table = FiguresTable("Figures", ("What", "2026–27"), [("Signed", "37")])
    qtbot.addWidget(table)
    assert not table.focusPolicy().value
