"""Who was reminded when, and the school's holidays: read from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.reminding import Holiday, Reminded
from candour.register.rows import newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

_REMINDED, _HOLIDAY = TABLES[Reminded].c, TABLES[Holiday].c


def of_round(at: Connection, round_name: str) -> dict[str, list[date]]:
    """Return the days on which people were reminded in a round, oldest first, by person id."""
    days: dict[str, list[date]] = {}
    for each in sorted(rows(at, Reminded, _REMINDED.round == round_name), key=lambda one: one.on):
        days.setdefault(each.person, []).append(each.on)
    return days


def holidays(at: Connection) -> list[Holiday]:
    """Return the holidays as they now stand, the earliest first; those taken away are left out."""
    found = rows(at, Holiday, newest(Holiday, "holiday"), _HOLIDAY.removed.is_(False))
    return sorted(found, key=lambda each: (each.first, each.last, each.name))


def holiday(at: Connection, holiday_id: str) -> Holiday | None:
    """Return one holiday as it now stands, or None where there is none or it was taken away."""
    return next((each for each in holidays(at) if each.holiday == holiday_id), None)
