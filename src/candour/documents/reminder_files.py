"""Reminders as files of other programs: a mail draft, a list for a mail merge, a calendar; and calendars read."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

from candour.domain.exports import neutral
from candour.domain.reminder_paper import ReadHoliday
from candour.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from icalendar import Event

    from candour.domain.reminder_paper import CalendarEntry, MailDraft, MergeLine

HEADINGS = ("Name", "First name", "E-mail", "Sign by", "Text")
LARGEST, MOST = 512 * 1024, 300
"""Bytes and events of a calendar file that is read; a school's year has fewer by far."""

_NAME_LENGTH = 80


def mail_draft(draft: MailDraft) -> bytes:
    """Return a mail as a file (RFC 5322); `X-Unsent` has Outlook open it for writing, with everybody in Bcc."""
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = draft.subject
    if draft.sender:
        mail["To"] = Address(addr_spec=draft.sender)
    mail["Bcc"] = [Address(addr_spec=each) for each in draft.hidden]
    mail.set_content(draft.text)
    return mail.as_bytes()


def merge_csv(lines: Sequence[MergeLine]) -> bytes:
    """Return the lines as CSV (RFC 4180, UTF-8 with a mark, so that Excel and Word read the letters).

    A cell that a spreadsheet could take for a formula begins with an apostrophe, as in our other exports.
    """
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(HEADINGS)
    for line in lines:
        values = (line.name, line.first_name, line.email, line.due.isoformat(), line.text)
        writer.writerow([neutral(value) for value in values])
    return written.getvalue().encode("utf-8-sig")


def calendar(entry: CalendarEntry) -> bytes:
    """Return a calendar file (RFC 5545) with one whole day, on which nobody counts as busy."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - only for whoever wants a calendar

    day = Event()
    day.add("uid", entry.uid)
    day.add("dtstamp", entry.made_at.astimezone(UTC))
    day.add("dtstart", entry.day)
    day.add("dtend", entry.day + timedelta(days=1))
    day.add("summary", entry.title)
    day.add("description", entry.text)
    day.add("transp", "TRANSPARENT")
    made = Calendar()
    made.add("prodid", "-//Candour//Social media check//EN")
    made.add("version", "2.0")
    made.add_component(day)
    return bytes(made.to_ical())


def holidays_in(content: bytes) -> tuple[ReadHoliday, ...]:
    """Return the whole days that a calendar file names, earliest first; what has a time of day is left out.

    Raises Refused for a file that is no calendar, or larger than a school's.
    """
    from icalendar import Calendar  # noqa: PLC0415 - only for whoever brings a calendar

    if len(content) > LARGEST:
        raise Refused("This calendar is too large: choose one with your holidays alone.")
    try:
        events = Calendar.from_ical(content).events[:MOST]
        found = {each for event in events if (each := _whole_days(event)) is not None}
    except (ValueError, LookupError, AttributeError, TypeError, OverflowError, RecursionError) as reason:
        raise Refused("This is no calendar file that can be read: choose one that ends in .ics.") from reason
    return tuple(sorted(found, key=lambda each: (each.first, each.last, each.name)))


def _whole_days(event: Event) -> ReadHoliday | None:
    """Return the days of an event that has no time of day and does not come again; its end is the day after."""
    start, end = event.get("dtstart"), event.get("dtend")
    first = getattr(start, "dt", None)
    name = " ".join(str(event.get("summary", "")).split())[:_NAME_LENGTH]
    if not name or not isinstance(first, date) or isinstance(first, datetime) or "rrule" in event:
        return None
    after = getattr(end, "dt", first + timedelta(days=1))
    last = after - timedelta(days=1) if type(after) is date else first
    return ReadHoliday(name, first, max(first, last))
