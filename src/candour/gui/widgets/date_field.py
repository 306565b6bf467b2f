"""A date, written as people say it: Friday 30 October 2026."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QSizePolicy, QToolButton, QWidget

from candour.gui.icons import IconName, icon
from candour.gui.language import day_pattern
from candour.gui.theme import theme_of
from candour.gui.widgets.fields import Labelled

_SHORT = "d MMM yyyy"


class DayEdit(QDateEdit):
    """A date that Tab leaves at once; Left and Right go from day to month to year."""

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Leave: Qt's own would go through day, month and year."""
        return QWidget.focusNextPrevChild(self, forwards)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the shortest way to write a day."""
        least = self.sizeHint()
        return QSize(min(least.width(), self.fontMetrics().horizontalAdvance(_SHORT) * 2), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the day shorter where there is no room for all of it."""
        super().resizeEvent(event)
        room = self.lineEdit().contentsRect().width()
        long = day_pattern(weekday=True)
        day = self.locale().toString(self.date(), long)
        wanted = long if self.fontMetrics().horizontalAdvance(day) < room else _SHORT
        if self.displayFormat() != wanted:
            self.setDisplayFormat(wanted)


class DateField(Labelled[QDateEdit]):
    """A label above a date with a calendar that drops down."""

    def __init__(self, label: str, day: dt.date, hint: str = "", parent: QWidget | None = None) -> None:
        edit = DayEdit()
        edit.setLocale(QLocale())
        edit.setDisplayFormat(day_pattern(weekday=True))
        edit.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        edit.setCalendarPopup(True)
        self._calendar = _calendar(label)
        edit.setCalendarWidget(self._calendar)
        super().__init__(label, edit, hint, parent)
        edit.lineEdit().setAccessibleName(label)
        self.set_date(day)

    def date(self) -> dt.date:
        """Return the chosen day."""
        day = self.field.date()
        return dt.date(day.year(), day.month(), day.day())

    def set_date(self, day: dt.date) -> None:
        """Choose a day."""
        self.field.setDate(QDate(day.year, day.month, day.day))

    def set_range(self, first: dt.date, last: dt.date) -> None:
        """Offer only days from `first` to `last`, both included."""
        self.field.setDateRange(QDate(first.year, first.month, first.day), QDate(last.year, last.month, last.day))

    def retheme(self) -> None:
        """Tint the calendar's arrows anew."""
        super().retheme()
        theme = theme_of(self)
        side, ink = theme.metrics.px(18), theme.tokens.of("on_primary")
        arrows: dict[str, IconName] = {
            "qt_calendar_prevmonth": "chevron-left",
            "qt_calendar_nextmonth": "chevron-right",
        }
        for name, drawing in arrows.items():
            button = self._calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(drawing, side, ink))
                button.setIconSize(QSize(side, side))


def _calendar(label: str) -> QCalendarWidget:
    calendar = QCalendarWidget()
    calendar.setLocale(QLocale())
    calendar.setFirstDayOfWeek(QLocale().firstDayOfWeek())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setAccessibleName(_tr("Calendar: {label}").format(label=label))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    names = {"qt_calendar_prevmonth": _tr("Month before"), "qt_calendar_nextmonth": _tr("Month after")}
    for name, words in names.items():
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setAccessibleName(words)
    return calendar


def _tr(words: str) -> str:
    return QCoreApplication.translate("DateField", words)
