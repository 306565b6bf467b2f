"""The table of people: searched as one types, chosen by rows, opened with Enter or a double click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from candour.gui.language import day_words
from candour.gui.widgets.record_table import RecordModel, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.services.people_results import PersonLine

NAME, ROLE, PHASE, NUMBER, STATE = range(5)
_SHARES = (28, 24, 14, 9, 25)


def state_words(line: PersonLine) -> str:
    """Return how somebody stands: left, away, signs in, has a code, or has none yet."""
    if not line.here:
        return _tr("Left")
    if line.away_until is not None:
        return _tr("Away until {day}").format(day=day_words(line.away_until))
    if line.code_until is not None:
        return _tr("Has a code until {day}").format(day=day_words(line.code_until))
    return _tr("Signs in") if line.has_key else _tr("No code yet")


class PeopleTable(RecordTable):
    """Shows people; `opened` carries the id of the one to open, `chose` how many rows are chosen."""

    opened = Signal(str)

    def __init__(self, lines: Sequence[PersonLine]) -> None:
        headings = (_tr("Name"), _tr("Role"), _tr("Phase"), _tr("Number"), _tr("How it stands"))
        self.people: RecordModel[PersonLine] = RecordModel(lines, headings, _cells)
        super().__init__(self.people, _tr("People"), _SHARES, (PHASE, NUMBER))
        self.row_opened.connect(lambda row: self.opened.emit(self.people.line(row).person))

    def chosen(self) -> list[str]:
        """Return the ids of the people whose rows are chosen."""
        return [self.people.line(row).person for row in self.chosen_rows()]


def _cells(line: PersonLine) -> tuple[str, ...]:
    return line.name, line.role, line.phase, line.number, state_words(line)


def _tr(words: str) -> str:
    return QCoreApplication.translate("people", words)
