"""Dates in words, the same on every computer: no locale is asked."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def uk_date(day: date, *, weekday: bool = False) -> str:
    """Return the day as "30 October 2026", or with its weekday as "Friday 30 October 2026"."""
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {words}" if weekday else words


def short_date(day: date) -> str:
    """Return the day as "30 Oct 2026", for columns."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
