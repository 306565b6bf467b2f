"""Files to remind with, read back by readers that know nothing of how they were written."""

from __future__ import annotations

import csv
import email.policy
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from candour.documents.reminder_files import HEADINGS, LARGEST, calendar, holidays_in, mail_draft, merge_csv
from candour.domain.exports import as_it_was
from candour.domain.reminder_paper import CalendarEntry, MailDraft, MergeLine, ReadHoliday
from candour.errors import Refused

DUE = date(2026, 10, 16)
DRAFT = MailDraft(
    "bea@school.example",
    ("anna@school.example", "mau@school.example"),
    "Your social media check",
    "Hi all, your check is due.\nA word with Siân – or Mẫu.",
)


def read(draft):
    return email.message_from_bytes(mail_draft(draft), policy=email.policy.default)


def test_a_draft_is_unsent_and_hides_everybody_from_everybody():
    mail = read(DRAFT)
    assert mail["X-Unsent"] == "1"
    assert (mail["To"], mail["Cc"], mail["From"]) == ("bea@school.example", None, None)
    assert [each.addr_spec for each in mail["Bcc"].addresses] == list(DRAFT.hidden)
    assert mail["Subject"] == DRAFT.subject
    assert mail.get_content().splitlines() == DRAFT.text.splitlines()


def test_a_hundred_addresses_are_folded_into_lines_that_mail_allows_and_none_is_lost():
    hidden = tuple(f"somebody.with.a.long.name.{number}@school.example" for number in range(100))
    written = mail_draft(MailDraft("", hidden, "s", "t"))
    assert max(map(len, written.split(b"\r\n"))) < 998
    mail = email.message_from_bytes(written, policy=email.policy.default)
    assert [each.addr_spec for each in mail["Bcc"].addresses] == list(hidden)
    assert mail["To"] is None


def test_the_list_reads_back_as_it_was_and_no_cell_is_a_formula():
    lines = [
        MergeLine("Nguyễn Thị Mẫu", "Nguyễn", "mau@school.example", DUE, 'Hi, "you",\nsign.'),
        MergeLine("=HYPERLINK(1)", "=HYPERLINK(1)", "-x@school.example", DUE, "+cmd"),
    ]
    rows = list(csv.DictReader(io.StringIO(merge_csv(lines).decode("utf-8-sig"), newline="")))
    assert tuple(rows[0]) == HEADINGS
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    for row, line in zip(rows, lines, strict=True):
        assert [as_it_was(cell) for cell in row.values()] == [
            line.name,
            line.first_name,
            line.email,
            "2026-10-16",
            line.text,
        ]


def test_a_calendar_holds_one_whole_day_on_which_nobody_is_busy():
    made_at = datetime(2026, 10, 6, 9, 30, tzinfo=UTC)
    written = calendar(
        CalendarEntry("id-1@candour.invalid", DUE, "Your social media check", "Sign; by, then.", made_at)
    )
    (event,) = Calendar.from_ical(written).events
    assert (event.start, event.end, event["uid"]) == (DUE, DUE + timedelta(days=1), "id-1@candour.invalid")
    assert (event["summary"], event["description"]) == ("Your social media check", "Sign; by, then.")
    assert (event["transp"], event.DTSTAMP) == ("TRANSPARENT", made_at)
    assert b"ATTENDEE" not in written


def calendar_of(*events):
    inner = "".join(f"BEGIN:VEVENT\r\nUID:1\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{inner}END:VCALENDAR\r\n".encode()


def test_holidays_are_the_whole_days_of_a_calendar_whose_end_is_the_day_after():
    found = holidays_in(
        calendar_of(
            "SUMMARY:Christmas\r\nDTSTART;VALUE=DATE:20261221\r\nDTEND;VALUE=DATE:20270102",
            "SUMMARY:Half-term\\, autumn\r\nDTSTART;VALUE=DATE:20261026\r\nDTEND;VALUE=DATE:20261031",
            "SUMMARY:One day\r\nDTSTART;VALUE=DATE:20270503",
            "SUMMARY:Parents' evening\r\nDTSTART:20261012T170000Z\r\nDTEND:20261012T190000Z",
            "SUMMARY:Every week\r\nDTSTART;VALUE=DATE:20261005\r\nRRULE:FREQ=WEEKLY",
        )
    )
    assert found == (
        ReadHoliday("Half-term, autumn", date(2026, 10, 26), date(2026, 10, 30)),
        ReadHoliday("Christmas", date(2026, 12, 21), date(2027, 1, 1)),
        ReadHoliday("One day", date(2027, 5, 3), date(2027, 5, 3)),
    )


def read_or_refused(content):
    """Return what a calendar holds, or the sentence with which it was refused."""
    try:
        return holidays_in(content)
    except Refused as reason:
        return str(reason)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7",
        b"\xff\xfe\x00",
        b"BEGIN:VCALENDAR\r\n" * 40,
        b"BEGIN:VCALENDAR\r\n" + b"X" * LARGEST + b"\r\nEND:VCALENDAR\r\n",
        calendar_of("SUMMARY:Broken\r\nDTSTART;VALUE=DATE:99999999"),
    ],
    ids=["empty", "a PDF", "no text", "never closed", "too large", "no such day"],
)
def test_what_is_no_calendar_is_refused(content):
    with pytest.raises(Refused, match="calendar"):
        holidays_in(content)


@given(st.binary(max_size=200), st.binary(max_size=60))
def test_a_calendar_with_anything_in_it_never_breaks_the_reader(inside, after):
    good = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x\r\nDTSTART;VALUE=DATE:20261026\r\n"
    found = read_or_refused(good + inside + b"\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n" + after)
    assert "calendar" in found if isinstance(found, str) else len(found) <= 1


@given(st.text("0123456789TZ;=:,-PDEXA", max_size=24), st.text("0123456789TZ;=:,-PDEXA", max_size=24))
def test_days_that_are_none_never_break_the_reader(first, last):
    found = read_or_refused(calendar_of(f"SUMMARY:x\r\nDTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{last}"))
    assert "calendar" in found if isinstance(found, str) else all(each.first <= each.last for each in found)
