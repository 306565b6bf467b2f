from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from tests.documents.reading import text_of
from tests.schools import ROUND, TODAY, answer_all, person_of, sign_with

from candour.domain.reminder_paper import ReminderAsked
from candour.domain.reminder_words import LONGEST, proposed
from candour.domain.reminding import LeftOut, Way
from candour.errors import Refused
from candour.register import reminders
from candour.sample import people as cast

TEACHER, ASSISTANT, HEAD, SUPERVISOR = (
    each.number for each in (cast.CLASS_TEACHER, cast.ASSISTANT, cast.HEADTEACHER, cast.SUPERVISOR)
)
MONDAY = date(2026, 10, 5)


def ground_of(office):
    ground = office.reminding().ground()
    assert ground is not None
    return ground


def names(lines):
    return {line.to.name for line in lines}


def ids(office, *numbers):
    return tuple(person_of(office, number).person for number in numbers)


def asked(office, way, *numbers, text="", noted=()):
    ground = ground_of(office)
    words = text or proposed([line.to for line in ground.lines], ground.today)
    return ReminderAsked(way, ids(office, *numbers), words, frozenset(noted))


def days_of(office):
    with office.sign_in.session.register.read() as at:
        return reminders.of_round(at, ROUND)


def note(office, *numbers):
    return office.reminding().note(ids(office, *numbers), Way.DRAFT)


def test_everybody_here_who_has_not_signed_and_is_not_away_is_to_be_reminded(school):
    sign_with(school.desk(TEACHER))
    answer_all(school.desk(HEAD))
    office = school.office()
    office.people().away(*ids(office, ASSISTANT), TODAY + timedelta(days=30))
    ground = ground_of(office)
    assert names(ground.left(LeftOut.SIGNED)) == {cast.CLASS_TEACHER.name}
    assert names(ground.left(LeftOut.AWAY)) == {cast.ASSISTANT.name}
    assert {cast.HEADTEACHER.name, cast.SUPERVISOR.name} <= names(ground.lines)
    view = office.register_view().current()
    assert view is not None
    assert set(view.to_remind) == {line.person for line in ground.lines}


def test_who_has_left_is_neither_reminded_nor_counted(school):
    office = school.office()
    office.people().leave(*ids(office, TEACHER), TODAY)
    assert cast.CLASS_TEACHER.name not in names(ground_of(office).everybody)


def test_who_leaves_while_the_page_is_open_is_not_noted(school):
    office = school.office()
    people = ids(office, TEACHER, ASSISTANT)
    office.people().leave(people[0], TODAY)
    with pytest.raises(Refused, match="somebody who is no longer in this check"):
        office.reminding().note(people, Way.SLIP)
    assert days_of(office) == {}


def test_one_reminding_is_one_entry_and_shows_in_every_place(school):
    office = school.office()
    before = office.sign_in.session.register.head().position
    assert note(office, TEACHER, ASSISTANT) == 2
    assert office.sign_in.session.register.head().position == before + 1
    assert names(ground_of(office).left(LeftOut.SOON)) == {cast.CLASS_TEACHER.name, cast.ASSISTANT.name}
    view = office.register_view().current()
    assert view is not None
    line = next(line for line in view.lines if line.number == TEACHER)
    assert (line.reminders, line.reminded_on) == (1, TODAY)
    file = office.people_list().one(*ids(office, TEACHER))
    assert "Reminded: one mail to all" in {line.what for year in file.years for line in year.lines}
    held = school.desk(TEACHER).held().mine()
    assert f"That you were reminded in the check of {ROUND}: on which days and how" in {
        line.what for line in held.lines
    }


def test_the_fifth_is_refused_whenever_it_is_tried(school):
    office = school.office()
    for days in (0, 7, 14, 21):
        school.clock.go_on(days=days)
        assert note(office, TEACHER) == 1
    school.clock.go_on(days=70)
    with pytest.raises(Refused, match=f"Not to be reminded now: {cast.CLASS_TEACHER.name}"):
        note(office, TEACHER)
    assert names(ground_of(office).left(LeftOut.OFTEN)) == {cast.CLASS_TEACHER.name}
    assert len(days_of(office)[ids(office, TEACHER)[0]]) == 4


def test_nobody_is_counted_twice_in_one_reminding_and_nobody_at_all_is_none(school):
    office = school.office()
    assert note(office, TEACHER, TEACHER) == 1
    with pytest.raises(Refused, match="Tick at least one"):
        note(office)


def test_a_day_before_the_gap_is_over_it_is_too_soon(school):
    office = school.office()
    note(office, TEACHER)
    school.clock.go_on(days=6)
    with pytest.raises(Refused, match="Nothing is noted"):
        note(office, TEACHER)
    school.clock.go_on(days=1)
    assert note(office, TEACHER) == 1


def test_two_computers_at_once_do_not_remind_anybody_twice(school):
    here, there = school.office(), school.office()
    assert ground_of(here) == ground_of(there)
    note(here, TEACHER)
    with pytest.raises(Refused, match=cast.CLASS_TEACHER.name):
        note(there, TEACHER, ASSISTANT)
    with pytest.raises(Refused, match=cast.CLASS_TEACHER.name):
        there.reminding().file(asked(there, Way.DRAFT, TEACHER, ASSISTANT))
    assert days_of(there) == {ids(here, TEACHER)[0]: [TODAY]}


def test_whoever_signs_while_the_page_is_open_is_not_noted(school):
    office = school.office()
    sign_with(school.desk(TEACHER))
    with pytest.raises(Refused, match=cast.CLASS_TEACHER.name):
        note(office, TEACHER)


@pytest.mark.parametrize("days", [2, 3], ids=["Saturday", "Sunday"])
def test_nobody_is_reminded_on_a_weekend(school, days):
    school.clock.go_on(days=days)
    office = school.office()
    assert (ground_of(office).open_today, ground_of(office).school_day) == (False, MONDAY)
    with pytest.raises(Refused, match="Remind them on Monday 5 October 2026"):
        note(office, TEACHER)
    with pytest.raises(Refused, match="no school day"):
        office.reminding().copied(asked(office, Way.COPIED, TEACHER))
    view = office.register_view().current()
    assert view is not None
    assert view.to_remind == ()


def test_nobody_is_reminded_in_a_holiday_and_the_day_after_it_and_its_weekend_is_named(school):
    office = school.office()
    office.holidays().add("Half-term", TODAY, date(2026, 10, 2))
    assert ground_of(office).school_day == MONDAY
    with pytest.raises(Refused, match="Monday 5 October 2026"):
        note(office, TEACHER)


def test_the_draft_goes_to_those_with_an_address_and_says_nobody_s_name(school):
    office = school.office()
    written = office.reminding().file(asked(office, Way.DRAFT, TEACHER, ASSISTANT, SUPERVISOR))
    mail = email.message_from_bytes(written, policy=email.policy.default)
    assert {each.addr_spec for each in mail["Bcc"].addresses} == {cast.CLASS_TEACHER.email, cast.ASSISTANT.email}
    assert mail["To"] == cast.BUSINESS_MANAGER.email
    text = mail.get_content()
    assert "Hi all, your social media check is due on" in text
    assert f"have a word with {cast.HEADTEACHER.name}." in text
    assert "Siân" not in text
    with pytest.raises(Refused, match="print slips"):
        office.reminding().file(asked(office, Way.DRAFT, SUPERVISOR))


def test_slips_speak_to_each_by_name_and_the_headteacher_of_the_chair(school):
    office = school.office()
    plain = " ".join(text_of(office.reminding().file(asked(office, Way.SLIP, TEACHER, HEAD))).split())
    assert "Hi Siân, your social media check is due on" in plain
    assert f"have a word with {cast.HEADTEACHER.name}." in plain
    assert "Hi Hetty, your" in plain
    assert "the chair of governors." in plain


def test_the_calendar_names_nobody_and_stands_on_the_day_to_sign_by(school):
    office = school.office()
    written = office.reminding().file(asked(office, Way.CALENDAR, TEACHER, ASSISTANT))
    (event,) = Calendar.from_ical(written).events
    assert event.start == ground_of(office).lines[0].to.due
    assert not any(name in written.decode() for name in (cast.CLASS_TEACHER.name, cast.CLASS_TEACHER.email))
    again = office.reminding().file(asked(office, Way.CALENDAR, TEACHER))
    assert next(iter(Calendar.from_ical(again).events))["uid"] == event["uid"]


def test_people_with_different_days_get_no_one_calendar_entry(school):
    office = school.office()
    office.people().ask_by(*ids(office, TEACHER), TODAY + timedelta(days=60))
    with pytest.raises(Refused, match="different days"):
        office.reminding().file(asked(office, Way.CALENDAR, TEACHER, ASSISTANT))
    assert "the day that your check shows" in office.reminding().copied(
        asked(office, Way.COPIED, TEACHER, ASSISTANT)
    )


def test_a_second_way_for_people_noted_today_is_made_and_not_noted_again(school):
    office = school.office()
    note(office, TEACHER)
    again = asked(office, Way.SLIP, TEACHER, noted=ids(office, TEACHER))
    assert office.reminding().file(again)
    with pytest.raises(Refused):
        office.reminding().file(replace(again, noted=frozenset()))


@pytest.mark.parametrize(
    ("text", "said"),
    [(" \n", "Write what"), ("x" * (LONGEST + 1), "Shorten"), ("Hi {surname}", "{surname}")],
)
def test_words_that_will_not_do_are_refused_with_what_to_do(school, text, said):
    office = school.office()
    with pytest.raises(Refused, match=said):
        office.reminding().file(asked(office, Way.SLIP, TEACHER, text=text))


def test_nobody_but_hr_reminds_or_sees_who_is_reminded(school):
    theirs = school.desk(TEACHER)
    people = ids(theirs, TEACHER)
    with pytest.raises(Refused, match="hr"):
        theirs.reminding().ground()
    with pytest.raises(Refused, match="hr"):
        theirs.reminding().note(people, Way.SLIP)
    with pytest.raises(Refused, match="hr"):
        theirs.reminding().copied(ReminderAsked(Way.COPIED, people, "Hi"))


def test_of_two_people_who_differ_in_what_is_sealed_the_ground_tells_nothing(school):
    office = school.office()
    before = {line.person: replace(line, to=None) for line in ground_of(office).lines}
    answer_all(school.desk(TEACHER))
    assert {line.person: replace(line, to=None) for line in ground_of(office).lines} == before
