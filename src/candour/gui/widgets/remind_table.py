"""The table of whom a reminder goes to: everybody ticked, until somebody is unticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal

from candour.gui.language import short_day_words
from candour.gui.theme import theme_of
from candour.gui.widgets.record_table import RecordModel, RecordTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from candour.services.reminding_results import RemindLine

NAME, ROLE, DUE, REMINDED, EMAIL = range(5)
_SHARES = (28, 22, 16, 24, 26)
_SPARE = (ROLE, EMAIL)
_ROWS = 8
"""So many rows show at most before the table scrolls."""

_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_Index = QModelIndex | QPersistentModelIndex


def times_words(times: int, last: date | None) -> str:
    """Return how often somebody was reminded, and when last."""
    if last is None:
        return _tr("not yet")
    words = {1: _tr("once, {day}"), 2: _tr("twice, last {day}"), 3: _tr("three times, last {day}")}
    return words.get(times, _tr("four times, last {day}")).format(day=short_day_words(last))


class TickModel(RecordModel["RemindLine"]):
    """Lines with a tick before the name; `ticked` tells that the ticks have changed."""

    ticked = Signal()

    def __init__(self, lines: Sequence[RemindLine], on: Iterable[str]) -> None:
        headings = tuple(_tr(words) for words in ("Name", "Role", "Sign by", "Reminded", "E-mail"))
        super().__init__(lines, headings, _cells, _order)
        self._on = set(on)
        self._today: frozenset[str] = frozenset()

    def ticked_lines(self) -> tuple[RemindLine, ...]:
        """Return the lines that are ticked, from top to bottom."""
        found = (self.line(row) for row in range(self.rowCount()))
        return tuple(line for line in found if line.person in self._on)

    def tick(self, people: Iterable[str], *, on: bool) -> None:
        """Tick or untick some people."""
        self._on = self._on | set(people) if on else self._on - set(people)
        self.dataChanged.emit(self.index(0, NAME), self.index(self.rowCount() - 1, EMAIL))
        self.ticked.emit()

    def mark(self, people: Iterable[str]) -> None:
        """Show that some people were reminded just now, and untick them."""
        self._today |= set(people)
        self.tick(people, on=False)

    def turn(self, rows: Sequence[int]) -> None:
        """Untick the people of some rows if all of them are ticked, else tick them all."""
        people = {self.line(row).person for row in rows}
        if people:
            self.tick(people, on=not people <= self._on)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == NAME else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the tick, and the words of a cell; a screen reader hears the tick with the name."""
        if index.column() == NAME and role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self._is_on(index) else Qt.CheckState.Unchecked
        if index.column() == NAME and role == Qt.ItemDataRole.AccessibleTextRole:
            words = _tr("{name}, ticked") if self._is_on(index) else _tr("{name}, not ticked")
            return words.format(name=self.line(index.row()).to.name)
        if index.column() == REMINDED and role in _WORDS and self.line(index.row()).person in self._today:
            return _tr("today")
        return super().data(index, role)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take a tick from the mouse."""
        if index.column() != NAME or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.tick([self.line(index.row()).person], on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _is_on(self, index: _Index) -> bool:
        return self.line(index.row()).person in self._on


class RemindTable(RecordTable):
    """Shows whom a reminder goes to; Space and Enter turn the ticks of the rows that are chosen."""

    def __init__(self, lines: Sequence[RemindLine], on: Iterable[str]) -> None:
        self.people = TickModel(lines, on)
        super().__init__(self.people, _tr("Who is to be reminded"), _SHARES, _SPARE)
        self.setAccessibleDescription(_tr("Space ticks or unticks."))
        self.setSortingEnabled(True)
        self.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        self.row_opened.connect(lambda row: self.people.turn([row]))

    def retheme(self) -> None:
        """Show all rows where they are few."""
        super().retheme()
        px = theme_of(self).metrics.px
        self.setFixedHeight(px(40 * (min(self.model().rowCount(), _ROWS) + 1)) + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the ticks of the chosen rows with Space, in whatever column one is."""
        if event.key() == Qt.Key.Key_Space:
            self.people.turn(self.chosen_rows())
        else:
            super().keyPressEvent(event)


def _cells(line: RemindLine) -> tuple[str, ...]:
    email = line.to.email if line.by_mail else _tr("none to use")
    return line.to.name, line.role, short_day_words(line.to.due), times_words(line.times, line.last), email


def _order(line: RemindLine, column: int) -> object:
    if column == DUE:
        return line.to.due.isoformat()
    return f"{line.times} {line.last}" if column == REMINDED else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("remind", words)
