"""What HR asks for to remind people with, and what is made of it: slips, a mail, a list, a calendar entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from candour.domain.reminding import Way


@dataclass(frozen=True)
class ReminderAsked:
    """What HR asks for: how, whom, with which words; `noted` are those whom this page has noted already today."""

    way: Way
    people: tuple[str, ...]
    text: str
    noted: frozenset[str] = frozenset()


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
    """A whole day in a calendar; `uid` is the same for the same day of the same school, so that none doubles."""

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
