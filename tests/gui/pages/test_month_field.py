from __future__ import annotations

from datetime import date

import pytest

from candour.gui.pages.month_field import MONTHS_AHEAD, ListField, MonthField


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("September 2026", date(2026, 9, 30)),
        ("February 2028", date(2028, 2, 29)),
        ("January 2027", date(2027, 1, 31)),
    ],
)
def test_a_month_ends_on_its_last_day(qtbot, words, day):
    field = MonthField("Its month", date(2026, 9, 28), "Choose the month")
    qtbot.addWidget(field)
    field.choose(words)
    assert field.last_day() == day


def test_no_month_is_chosen_beforehand(qtbot):
    field = MonthField("Its month", date(2026, 9, 28), "Choose the month")
    qtbot.addWidget(field)
    assert (field.last_day(), field.words()) == (None, "")


def test_three_years_are_offered_from_this_month_on(qtbot):
    field = MonthField("Its month", date(2026, 12, 31), "Choose the month")
    qtbot.addWidget(field)
    texts = [field.field.itemText(place) for place in range(field.field.count())]
    assert (len(texts), texts[0], texts[-1]) == (MONTHS_AHEAD, "December 2026", "November 2029")


def test_a_list_says_its_name_and_what_to_mend(qtbot):
    field = ListField("What ends it", ("The school year ends",), "Choose from the list")
    qtbot.addWidget(field)
    field.show_error("Choose what ends it")
    assert field.field.accessibleName() == "What ends it"
    assert "Choose what ends it" in field.field.accessibleDescription()
