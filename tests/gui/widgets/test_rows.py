from __future__ import annotations

from candour.gui.widgets.rows import TaskRow


def test_a_row_is_named_by_its_words_and_its_state(qtbot):
    row = TaskRow("Being in touch", "Not started")
    qtbot.addWidget(row)
    assert row.accessibleName() == "Being in touch, Not started"


def test_where_it_is_narrow_the_state_goes_under_the_words(qtbot):
    row = TaskRow("Family and others", "2 of 3 done", "waiting")
    qtbot.addWidget(row)
    assert row.heightForWidth(180) > row.heightForWidth(600)
