"""How the window speaks: days and times by locale, and the plurals of English from a translation of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime, QTranslator

from candour.resources import resource_path

if TYPE_CHECKING:
    from datetime import date, datetime

HOME: Final = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
"""The language of the school, whatever the computer's own is: its policy and its declarations are in it."""

_MINUTE_OR_SO, _HOURS_FROM = 50, 90
"""Below so many seconds it is less than a minute; from so many minutes on, hours are counted."""

_PLURALS: Final = "plurals of English"


def speak(application: QCoreApplication) -> None:
    """Let dates and the counted words of the window be British English; a second call changes nothing."""
    QLocale.setDefault(HOME)
    if application.findChild(QTranslator, _PLURALS) is not None:
        return
    plurals = QTranslator(application)
    if not plurals.load(str(resource_path("translations", "candour_en.qm"))):
        raise ValueError("the plurals of English are no translation")  # a bug of the package
    plurals.setObjectName(_PLURALS)
    application.installTranslator(plurals)


def day_words(day: date, *, weekday: bool = False) -> str:
    """Return the day as "30 October 2026", or with its weekday as "Friday 30 October 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), day_pattern(weekday=weekday))


def short_day_words(day: date) -> str:
    """Return the day as "30 Oct 2026", for columns."""
    pattern = QCoreApplication.translate("dates", "d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def brief_day_words(day: date) -> str:
    """Return the day as "6 Oct", where its year goes without saying."""
    pattern = QCoreApplication.translate("dates", "d MMM")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def day_pattern(*, weekday: bool) -> str:
    """Return the order of the parts of a day, for a field that shows one; the names are the locale's."""
    if weekday:
        return QCoreApplication.translate("dates", "dddd d MMMM yyyy")
    return QCoreApplication.translate("dates", "d MMMM yyyy")


def month_words(day: date) -> str:
    """Return the month of a day, such as "October 2026"."""
    pattern = QCoreApplication.translate("dates", "MMMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, 1), pattern)


def time_words(moment: datetime) -> str:
    """Return the time of day, such as "10:42", in the zone that the moment carries."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def time_left_words(seconds: float) -> str:
    """Return how long something may still take, in whole minutes: nobody knows it better."""
    minutes = max(1, round(seconds / 60))
    if seconds < _MINUTE_OR_SO:
        return QCoreApplication.translate("time left", "less than a minute left")
    if minutes < _HOURS_FROM:
        return QCoreApplication.translate("time left", "about %n minutes left", "", minutes)
    return QCoreApplication.translate("time left", "about %n hours left", "", round(minutes / 60))
