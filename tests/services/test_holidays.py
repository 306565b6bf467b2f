from __future__ import annotations

from datetime import date

import pytest
from tests.documents.test_reminder_files import calendar_of

from candour.domain.reminder_paper import ReadHoliday
from candour.errors import Refused
from candour.sample import people as cast

FIRST, LAST = date(2026, 10, 26), date(2026, 10, 30)


@pytest.fixture
def holidays(school):
    return school.office().holidays()


def standing(holidays):
    return [(each.name, each.first, each.last) for each in holidays.ground().holidays]


def test_one_is_added_changed_and_taken_away_and_every_step_is_kept(school, holidays):
    before = school.office().sign_in.session.register.head().position
    holidays.add("  Autumn   half-term ", FIRST, LAST)
    assert standing(holidays) == [("Autumn half-term", FIRST, LAST)]
    (row,) = holidays.ground().holidays
    holidays.change(row.holiday, "Half-term", FIRST, FIRST)
    assert standing(holidays) == [("Half-term", FIRST, FIRST)]
    holidays.remove(row.holiday)
    assert standing(holidays) == []
    session = school.office().sign_in.session
    assert session.register.head().position == before + 3
    with session.register.read() as at:
        assert len(at.exec_driver_sql("SELECT * FROM holiday").all()) == 3


def test_this_school_year_and_the_next_are_shown_and_no_other(holidays):
    holidays.add("Long past", date(2026, 8, 3), date(2026, 8, 7))
    holidays.add("Into this one", date(2026, 8, 24), date(2026, 9, 1))
    holidays.add("Next summer but one", date(2028, 8, 30), date(2028, 9, 3))
    holidays.add("Far off", date(2028, 9, 10), date(2028, 9, 11))
    assert [name for name, *_ in standing(holidays)] == ["Into this one", "Next summer but one"]


@pytest.mark.parametrize(
    ("name", "first", "last", "said"),
    [
        (" ", FIRST, LAST, "name"),
        ("Half-term", LAST, FIRST, "not before"),
        ("For ever", FIRST, date(2027, 10, 30), "ten weeks"),
    ],
)
def test_what_cannot_stand_is_refused_and_changes_nothing(holidays, name, first, last, said):
    with pytest.raises(Refused, match=said):
        holidays.add(name, first, last)
    holidays.add("Half-term", FIRST, LAST)
    (row,) = holidays.ground().holidays
    with pytest.raises(Refused, match=said):
        holidays.change(row.holiday, name, first, last)
    assert standing(holidays) == [("Half-term", FIRST, LAST)]


def test_the_same_days_stand_once_though_two_computers_add_them(school, holidays):
    holidays.add("Half-term", FIRST, LAST)
    with pytest.raises(Refused, match="already"):
        school.office().holidays().add("Autumn half-term", FIRST, LAST)
    assert holidays.add_all([("Half-term", FIRST, LAST), ("Easter", date(2027, 4, 5), date(2027, 4, 9))]) == 1
    assert len(standing(holidays)) == 2


def test_one_that_was_taken_away_meanwhile_is_not_changed(school, holidays):
    holidays.add("Half-term", FIRST, LAST)
    (row,) = holidays.ground().holidays
    school.office().holidays().remove(row.holiday)
    with pytest.raises(Refused, match="meanwhile"):
        holidays.change(row.holiday, "Half-term", FIRST, LAST)
    with pytest.raises(Refused, match="meanwhile"):
        holidays.remove(row.holiday)


def test_of_a_calendar_only_what_is_new_and_of_these_two_years_is_offered(holidays):
    holidays.add("Half-term", FIRST, LAST)
    days = ("20261026 20261031", "20261221 20270102", "20250101 20250102", "20260901 20270801")
    events = [
        f"SUMMARY:Closed\r\nDTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{after}"
        for first, after in (each.split() for each in days)
    ]
    assert holidays.read(calendar_of(*events)) == (ReadHoliday("Closed", date(2026, 12, 21), date(2027, 1, 1)),)
    with pytest.raises(Refused, match="no whole days"):
        holidays.read(calendar_of(events[0]))


def test_only_hr_keeps_them(school):
    theirs = school.desk(cast.CLASS_TEACHER.number).holidays()
    for deed in (theirs.ground, lambda: theirs.add("Mine", FIRST, LAST), lambda: theirs.read(b"")):
        with pytest.raises(Refused, match="hr"):
            deed()
