"""What is made to remind people with: slips to print, a mail draft, lines for a mail merge, a calendar entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class ReminderSlip:
    """One slip: whose it is, by when they sign, and the words that they read."""

    name: str
    role: str
    due: date
    text: str


@dataclass(frozen=True)
class ReminderPaper:
    """Slips to be cut apart; `sender` is the name under each."""

    school: str
    round: str
    sender: str
    made_on: date
    slips: tuple[ReminderSlip, ...]


@dataclass(frozen=True)
class MailDraft:
    """One mail to several, none of whom sees another; `sender` is an address, "" where none can be used."""

    sender: str
    hidden: tuple[str, ...]
    subject: str
    text: str


@dataclass(frozen=True)
class MergeLine:
    """One person's line for a mail merge."""

    name: str
    first_name: str
    email: str
    due: date
    text: str


@dataclass(frozen=True)
class CalendarEntry:
    """A whole day in a calendar; `uid` is the same for the same day of the same round, so that none doubles."""

    uid: str
    day: date
    title: str
    text: str
    made_at: datetime


@dataclass(frozen=True)
class ReadHoliday:
    """Days that a calendar file names, both ends included."""

    name: str
    first: date
    last: date
