"""The table of people: searched as one types, chosen by rows, opened with Enter or a double click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from candour.gui.language import day_words
from candour.gui.theme import theme_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from candour.services.people_results import PersonLine

NAME, ROLE, PHASE, NUMBER, STATE = range(5)
_SHARES = (28, 24, 14, 9, 25)
_Index = QModelIndex | QPersistentModelIndex


def state_words(line: PersonLine) -> str:
    """Return how somebody stands: left, away, signs in, has a code, or has none yet."""
    if not line.here:
        return _tr("Left")
    if line.away_until is not None:
        return _tr("Away until {day}").format(day=day_words(line.away_until))
    if line.code_until is not None:
        return _tr("Has a code until {day}").format(day=day_words(line.code_until))
    return _tr("Signs in") if line.has_key else _tr("No code yet")


class PeopleModel(QAbstractTableModel):
    """The lines that match the search; small and capital letters alike."""

    def __init__(self, lines: Sequence[PersonLine]) -> None:
        super().__init__()
        self._all = [(line, _cells(line)) for line in lines]
        self._shown = self._all
        self._headings = (_tr("Name"), _tr("Role"), _tr("Phase"), _tr("Number"), _tr("How it stands"))

    def search(self, text: str) -> int:
        """Show only lines that hold every word of the text; return how many there are."""
        words = text.casefold().split()
        self.beginResetModel()
        self._shown = [
            (line, cells) for line, cells in self._all if all(word in " ".join(cells).casefold() for word in words)
        ]
        self.endResetModel()
        return len(self._shown)

    def line(self, row: int) -> PersonLine:
        """Return the person of a row."""
        return self._shown[row][0]

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many lines show."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, for the eye and for a screen reader."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown[index.row()][1][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class PeopleTable(QTableView):
    """Shows people; `opened` carries the id of the one to open, `chose` how many rows are chosen."""

    opened = Signal(str)
    chose = Signal(int)

    def __init__(self, lines: Sequence[PersonLine]) -> None:
        super().__init__()
        self.people = PeopleModel(lines)
        self.setModel(self.people)
        self.setAccessibleName(_tr("People"))
        self.setTabKeyNavigation(False)  # with the default, Tab never leaves a table
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.people.line(index.row()).person))
        self.selectionModel().selectionChanged.connect(lambda: self.chose.emit(len(self.chosen())))
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size: rows of 40 pixels, and at least five of them."""
        px = theme_of(self).metrics.px
        self.verticalHeader().setDefaultSectionSize(px(40))
        self.setMinimumHeight(px(40 * 5))

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out what is said elsewhere too, where there is no room."""
        for column in (PHASE, NUMBER):
            self.setColumnHidden(column, narrow)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns that show."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        shown = [column for column in range(len(_SHARES)) if not self.isColumnHidden(column)]
        whole = sum(_SHARES[column] for column in shown)
        for column in shown:
            self.setColumnWidth(column, self.viewport().width() * _SHARES[column] // whole)

    def chosen(self) -> list[str]:
        """Return the ids of the people whose rows are chosen."""
        return [self.people.line(index.row()).person for index in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, which is not the page's main button here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.people.line(self.currentIndex().row()).person)
        else:
            super().keyPressEvent(event)


def _cells(line: PersonLine) -> tuple[str, ...]:
    return line.name, line.role, line.phase, line.number, state_words(line)


def _tr(words: str) -> str:
    return QCoreApplication.translate("people", words)
