"""The table of activity: when, who, what and about whom, newest first; more lines come as one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from candour.gui.language import short_day_words, time_words
from candour.gui.widgets.record_table import RecordModel, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.activity import ActivityLine

WHEN, WHO, WHAT, WHOM = range(4)
_SHARES = (17, 18, 47, 18)


class ActivityTable(RecordTable):
    """`opened` carries the id of the person whom a row is about; `reached_end` says that the last row shows."""

    opened = Signal(str)
    reached_end = Signal()

    def __init__(self, lines: Sequence[ActivityLine]) -> None:
        headings = (_tr("When"), _tr("Who"), _tr("What"), _tr("About"))
        self.activity: RecordModel[ActivityLine] = RecordModel(lines, headings, _cells)
        super().__init__(self.activity, _tr("Activity"), _SHARES, (WHOM,))
        self.setSelectionMode(self.SelectionMode.SingleSelection)
        self.row_opened.connect(self._open)
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)

    def chosen(self) -> str:
        """Return the id of the person whom the chosen row is about, "" where there is none."""
        rows = self.chosen_rows()
        return self.activity.line(rows[0]).person if rows else ""

    def _open(self, row: int) -> None:
        person = self.activity.line(row).person
        if person:
            self.opened.emit(person)

    def _look_for_end(self, value: int) -> None:
        if value and value == self.verticalScrollBar().maximum():
            self.reached_end.emit()


def _cells(line: ActivityLine) -> tuple[str, ...]:
    when = _tr("{day}, {time}").format(day=short_day_words(line.at.date()), time=time_words(line.at))
    return when, line.who, line.what, line.whom


def _tr(words: str) -> str:
    return QCoreApplication.translate("activity", words)
