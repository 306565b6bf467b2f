"""Whom did you tell, and when: what is noted after "I have told them"; nothing of what it was about."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QTimeEdit, QVBoxLayout, QWidget

from candour.gui.language import day_pattern
from candour.gui.pages.month_field import ListField
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.fields import Labelled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


class TimeEdit(QTimeEdit):
    """A time that Tab leaves at once; Left and Right go from hours to minutes."""

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Leave: Qt's own would go from hours to minutes."""
        return QWidget.focusNextPrevChild(self, forwards)


class TimeField(Labelled[QTimeEdit]):
    """A label above a time of the day, such as 10:42."""

    def __init__(self, label: str, at: time) -> None:
        edit = TimeEdit(QTime(at.hour, at.minute))
        edit.setDisplayFormat("HH:mm")
        edit.setButtonSymbols(QTimeEdit.ButtonSymbols.NoButtons)  # typed, or turned with Up and Down
        super().__init__(label, edit)
        edit.lineEdit().setAccessibleName(label)

    def time(self) -> time:
        """Return the chosen time."""
        chosen = self.field.time()
        return time(chosen.hour(), chosen.minute())


class ToldForm(QWidget):
    """The day, the time, and whom from a list; `note` notes it. There is no room for what it was about."""

    def __init__(self, told: Sequence[str], now: datetime) -> None:
        super().__init__()
        self._now = now
        self.whom = ListField(self.tr("Whom did you tell?"), told, self.tr("Choose from the list"))
        self.day = DateField(self.tr("On which day?"), now.date())
        self.day.field.setDisplayFormat(day_pattern(weekday=False))  # the card is narrow at 200 per cent
        self.day.set_range(_year_before(now.date()), now.date())
        self.at = TimeField(self.tr("At what time, roughly?"), now.time())
        self.note = PrimaryButton(self.tr("Note this"))
        self._column = QVBoxLayout(self)
        for part in (self.whom, self.day, self.at):
            self._column.addWidget(part)
        self._column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        px = theme_of(self).metrics.px
        self._column.setContentsMargins(px(16), 0, 0, px(8))
        self._column.setSpacing(px(10))

    def when(self) -> datetime:
        """Return the chosen moment, in the zone of this computer."""
        return datetime.combine(self.day.date(), self.at.time(), self._now.tzinfo)

    def lacks(self) -> list[tuple[QWidget, str]]:
        """Return each field that is not right yet, and what to do about it."""
        lacking: list[tuple[QWidget, str]] = []
        if not self.whom.words():
            lacking.append((self.whom, self.tr("Choose whom you told")))
        if self.when() > self._now:
            lacking.append((self.at, self.tr("Choose a time that has passed")))
        return lacking


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28))
