"""A month to choose, such as "July 2027": exceptions end with a month, not on a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QComboBox

from candour.gui.language import month_words
from candour.gui.widgets.fields import Labelled

if TYPE_CHECKING:
    from collections.abc import Sequence

MONTHS_AHEAD: Final = 36
"""How many months are offered, this one included."""


class ListField(Labelled[QComboBox]):
    """A label above a list of words; none is chosen beforehand."""

    def __init__(self, label: str, choices: Sequence[str], unchosen: str) -> None:
        """Offer these words; `unchosen` stands in the field until one is chosen."""
        box = QComboBox()
        box.setPlaceholderText(unchosen)
        box.addItems(list(choices))
        box.setCurrentIndex(-1)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        super().__init__(label, box)

    def words(self) -> str:
        """Return the chosen words, or "" while there are none."""
        return self.field.currentText() if self.field.currentIndex() >= 0 else ""

    def choose(self, words: str) -> None:
        """Choose these words; words that are not offered choose nothing."""
        self.field.setCurrentIndex(self.field.findText(words))


class MonthField(ListField):
    """A list of the months from the present one on."""

    def __init__(self, label: str, today: date, unchosen: str) -> None:
        self._months = [_later(today, months) for months in range(MONTHS_AHEAD)]
        super().__init__(label, [month_words(day) for day in self._months], unchosen)

    def last_day(self) -> date | None:
        """Return the last day of the chosen month, or None."""
        place = self.field.currentIndex()
        return self._months[place] if place >= 0 else None

    def choose_day(self, last_day: date | None) -> None:
        """Choose the month that ends with this day; one that is not offered, as a past one, chooses none."""
        self.field.setCurrentIndex(self._months.index(last_day) if last_day in self._months else -1)


def _later(today: date, months: int) -> date:
    """Return the last day of the month that comes so many months later."""
    years, month = divmod(today.month - 1 + months, 12)
    year = today.year + years
    return date(year, month + 1, monthrange(year, month + 1)[1])
