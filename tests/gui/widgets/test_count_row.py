from __future__ import annotations

from PySide6.QtCore import Qt

from candour.gui.widgets.count_row import CountRow


def test_it_is_heard_with_its_count_and_pressed_by_key(show, heard, qtbot):
    row = CountRow("Headteacher to decide", "3")
    show(row)
    assert heard(row)[1] == "Headteacher to decide: 3"
    with qtbot.waitSignal(row.clicked):
        qtbot.keyClick(row, Qt.Key.Key_Return)


def test_what_is_late_is_painted_as_such_and_nothing_else_is(show, theme, colours):
    late, other = CountRow("To-dos", "3", late=True), CountRow("To-dos", "3")
    show(late, other)
    assert colours(late).get(theme.tokens.danger, 0) > 5
    assert colours(other).get(theme.tokens.danger, 0) == 0


def test_long_words_wrap_beside_their_count(show):
    row = CountRow("Exceptions that the Headteacher has approved and that end within 60 days", "12")
    show(row, width=240)
    assert row.heightForWidth(240) > row.heightForWidth(900)


def test_a_long_count_stands_below_its_words_where_it_is_narrow(show):
    row = CountRow("Somebody Invented", "overdue since 30 September 2026")
    show(row, width=300)
    line = CountRow("Somebody Invented", "3").heightForWidth(300)
    assert row.heightForWidth(300) > line
    assert row.heightForWidth(600) == line
