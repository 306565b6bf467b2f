"""What is sought in the activity: a name, days, and a group by its chip with a count."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.domain.activity import Group, Sought
from candour.gui.pages.month_field import ListField
from candour.gui.theme import theme_of
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.filter_chip import FilterChip

if TYPE_CHECKING:
    from datetime import date

ANY, TODAY, WEEK, MONTH, CHOSEN = range(5)
_DAYS = {TODAY: 1, WEEK: 7, MONTH: 30}


class ActivityFilters(QWidget):
    """`changed` says that something else is sought; `sought` says what, as it stands."""

    changed = Signal()

    def __init__(self, today: date, person: str) -> None:
        super().__init__()
        self._today, self._person = today, person
        self._group: Group | None = None
        self.search = LabelledField(self.tr("Find a name"))
        self.days = ListField(self.tr("Which days"), self._choices(), "")
        self.days.field.setCurrentIndex(ANY)
        self.since = DateField(self.tr("From"), today.replace(day=1))
        self.until = DateField(self.tr("To"), today)
        self._span = EvenRow(self.since, self.until, gap=16)
        self._span.hide()
        self._chips = self._make_chips()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (EvenRow(self.search, self.days, gap=16), self._span, EvenRow(*self._chips.values(), gap=8)):
            self._column.addWidget(part)
        self.search.field.textChanged.connect(lambda: self.changed.emit())
        self.days.field.currentIndexChanged.connect(self._choose_days)
        for each in (self.since, self.until):
            each.field.dateChanged.connect(lambda _: self.changed.emit())
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        metrics = theme_of(self).metrics
        self._column.setSpacing(metrics.px(12))
        for field in (self.search, self.days):
            field.setMinimumWidth(min(metrics.px(300), round(15 * metrics.em)))

    def _choices(self) -> tuple[str, ...]:
        week, month = self.tr("The last 7 days"), self.tr("The last 30 days")
        return self.tr("Any day"), self.tr("Today"), week, month, self.tr("Choose days")

    def _words(self) -> dict[Group | None, str]:
        return {
            None: self.tr("Everything"),
            Group.SIGNING: self.tr("Signing"),
            Group.PEOPLE: self.tr("People"),
            Group.KEYS: self.tr("Keys and codes"),
            Group.EXCEPTIONS: self.tr("Exceptions"),
            Group.OPENINGS: self.tr("Answers opened"),
            Group.OFFICES: self.tr("Offices"),
            Group.ROUNDS: self.tr("Rounds and policy"),
            Group.EXPORTS: self.tr("Exports and seals"),
            Group.SCHOOL: self.tr("The school"),
        }

    def _make_chips(self) -> dict[Group | None, FilterChip]:
        made = {}
        for group, words in self._words().items():
            chip = FilterChip(words, 0)
            chip.clicked.connect(lambda _on=False, group=group: self.keep(group))
            made[group] = chip
        made[None].setChecked(True)
        return made

    def chip(self, group: Group | None) -> FilterChip:
        """Return the chip of a group, None for everything."""
        return self._chips[group]

    def keep(self, group: Group | None) -> None:
        """Seek only what belongs to a group; None is everything."""
        self._group = group
        for each, chip in self._chips.items():
            chip.setChecked(each is group)
        self.changed.emit()

    def show_everybody(self) -> None:
        """Seek whoever it is about."""
        self._person = ""
        self.changed.emit()

    def clear(self) -> None:
        """Seek everything of all days, whatever the name and whoever it is about."""
        self.blockSignals(True)
        self._person = ""
        self.search.setText("")
        self.days.field.setCurrentIndex(ANY)
        self.blockSignals(False)
        self.keep(None)

    def show_counts(self, counts: dict[Group, int]) -> None:
        """Show how many lines each group has; a group without any is not offered."""
        for group, words in self._words().items():
            count = sum(counts.values()) if group is None else counts[group]
            self._chips[group].say(words, count)
            self._chips[group].setVisible(count > 0 or group in (None, self._group))

    def sought(self) -> Sought:
        """Return what is sought now."""
        since, until = self._from_to()
        return Sought(self._group, self.search.text().strip(), self._person, since, until)

    def _from_to(self) -> tuple[date | None, date | None]:
        which = self.days.field.currentIndex()
        if which == CHOSEN:
            return self.since.date(), self.until.date()
        if which in _DAYS:
            return self._today - timedelta(days=_DAYS[which] - 1), self._today
        return None, None

    def _choose_days(self, which: int) -> None:
        self._span.setVisible(which == CHOSEN)
        self.changed.emit()
