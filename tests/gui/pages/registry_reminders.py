"""Reminders and term dates in each of their states, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages.registry_people import few

from candour.domain.reminder_paper import ReadHoliday
from candour.domain.reminder_words import Addressee
from candour.domain.reminding import Holiday, LeftOut, Way
from candour.gui.pages.holidays import HolidaysPage
from candour.gui.pages.remind import RemindPage
from candour.gui.places import REMINDERS
from candour.services.holidays import HolidayGround
from candour.services.reminding_results import RemindGround, RemindLine

if TYPE_CHECKING:
    from candour.gui.theme import Theme

FRAME = few(REMINDERS)
TODAY, DUE = date(2026, 10, 20), date(2026, 10, 23)


def line(
    name: str,
    times: int = 0,
    last: date | None = None,
    email: str = "",
    why_not: LeftOut | None = None,
    due: date = DUE,
) -> RemindLine:
    to = Addressee(name, email, due, "Rae Headworth")
    return RemindLine(name.casefold(), "Class teacher, Year 2", to, times, last, why_not)


EVERYBODY = (
    line("Anna Beispiel", 1, date(2026, 10, 6), "anna@school.example"),
    line("Nguyễn Thị Mẫu", email="mau@school.example"),
    line("Siân Sample", 2, date(2026, 10, 1)),
    line("Theo Invented", why_not=LeftOut.AWAY),
    line("Ada Aldous-Example", why_not=LeftOut.SIGNED),
    line("Ben Placeholder", why_not=LeftOut.SIGNED),
    line("Uma Untruth", 4, date(2026, 10, 2), why_not=LeftOut.OFTEN),
    line("Pip Pretend", 1, date(2026, 10, 16), why_not=LeftOut.SOON),
)
GROUND = RemindGround("2026–27", TODAY, TODAY, EVERYBODY)
HALF_TERM = Holiday("h1", "Autumn half-term", date(2026, 10, 26), date(2026, 10, 30), removed=False)
WINTER = Holiday("h2", "Christmas", date(2026, 12, 21), date(2027, 1, 1), removed=False)
TERM_DATES = HolidayGround(TODAY, date(2026, 9, 1), date(2028, 8, 31), (HALF_TERM, WINTER))


def remind_page(_theme: Theme | None = None) -> RemindPage:
    return RemindPage(FRAME, GROUND)


def by_mail_page(_theme: Theme) -> RemindPage:
    page = RemindPage(FRAME, GROUND)
    page.how.choose(Way.DRAFT.value)
    return page


def closed_page(_theme: Theme) -> RemindPage:
    return RemindPage(FRAME, replace(GROUND, school_day=date(2026, 11, 2)))


def nobody_page(_theme: Theme) -> RemindPage:
    return RemindPage(FRAME, replace(GROUND, everybody=EVERYBODY[3:]))


def no_round_page(_theme: Theme) -> RemindPage:
    return RemindPage(FRAME, None)


def holidays_page(_theme: Theme | None = None) -> HolidaysPage:
    return HolidaysPage(FRAME, TERM_DATES)


def no_holidays_page(_theme: Theme) -> HolidaysPage:
    return HolidaysPage(FRAME, replace(TERM_DATES, holidays=()))


def offered_page(_theme: Theme) -> HolidaysPage:
    page = HolidaysPage(FRAME, TERM_DATES)
    page.offer((ReadHoliday("Easter", date(2027, 3, 29), date(2027, 4, 9)),))
    return page
