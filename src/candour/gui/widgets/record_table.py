"""What HR's tables share: searched as one types, sorted by a heading, chosen by rows, opened with Enter."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
)

from candour.gui.metrics import RING
from candour.gui.theme import theme_of
from candour.gui.widgets.row_lines import RowLines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

_Index = QModelIndex | QPersistentModelIndex
LineT = TypeVar("LineT")


class _Record(Generic[LineT]):
    """A line, and its words once somebody has looked at them: thousands are listed, and a few of them seen."""

    __slots__ = ("line", "text", "words")

    def __init__(self, line: LineT) -> None:
        self.line = line
        self.words: tuple[str, ...] = ()
        self.text = ""


class RecordModel(QAbstractTableModel, Generic[LineT]):
    """Lines as cells of words: those that match the search and are wanted; small and capital letters alike.

    `cells` gives a line's words column by column; `order` what a column sorts by, the words where it says None.
    """

    def __init__(
        self,
        lines: Sequence[LineT],
        headings: Sequence[str],
        cells: Callable[[LineT], tuple[str, ...]],
        order: Callable[[LineT, int], object] = lambda _line, _column: None,
    ) -> None:
        super().__init__()
        self._headings = tuple(headings)
        self._order = order
        self._cells = cells
        self._all = [_Record(line) for line in lines]
        self._shown = self._all
        self._waiting: Iterator[_Record[LineT]] = iter(self._all)
        self._words: list[str] = []
        self._sorted: tuple[int, bool] | None = None
        self._wanted: Callable[[LineT], bool] = lambda _line: True

    def _words_of(self, record: _Record[LineT]) -> tuple[str, ...]:
        if not record.words:
            record.words = self._cells(record.line)
            record.text = " ".join(record.words).casefold()
        return record.words

    def put_into_words(self, count: int) -> bool:
        """Put so many more lines into words, so that no search waits for all; return whether any are left."""
        some = list(islice(self._waiting, count))
        for record in some:
            self._words_of(record)
        return len(some) == count

    def put(self, lines: Sequence[LineT]) -> None:
        """Show other lines in place of those that are there."""
        self._all = [_Record(line) for line in lines]
        self._waiting = iter(self._all)
        self._filter()

    def add(self, lines: Sequence[LineT]) -> None:
        """Show more lines under those that are there; what is chosen stays chosen."""
        made, first = [_Record(line) for line in lines], len(self._shown)
        self._all = [*self._all, *made]
        self._waiting = chain(self._waiting, made)
        kept = [each for each in made if self._keeps(each)]
        self.beginInsertRows(QModelIndex(), first, first + len(kept) - 1)
        self._shown = [*self._shown, *kept]
        self.endInsertRows()

    def search(self, text: str) -> int:
        """Show only lines that hold every word of the text; return how many there are."""
        self._words = text.casefold().split()
        return self._filter()

    def want(self, wanted: Callable[[LineT], bool]) -> int:
        """Show only lines that are wanted; return how many there are."""
        self._wanted = wanted
        return self._filter()

    def _filter(self) -> int:
        self.beginResetModel()
        self._shown = [each for each in self._all if self._keeps(each)]
        self.endResetModel()
        return len(self._shown)

    def _keeps(self, record: _Record[LineT]) -> bool:
        if not self._wanted(record.line):
            return False
        return not self._words or (bool(self._words_of(record)) and self._matches(record.text))

    def _matches(self, text: str) -> bool:
        return all(word in text for word in self._words)

    def know_sorted(self, column: int) -> None:
        """Take it that the lines came sorted upwards by a column."""
        self._sorted = (column, False)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; lines that say nothing there come last either way."""
        backwards = order == Qt.SortOrder.DescendingOrder
        if self._sorted == (column, backwards):
            return
        self._sorted = (column, backwards)

        def key(each: _Record[LineT]) -> tuple[object, str]:
            return self._order(each.line, column) or each.words[column].casefold(), each.words[0].casefold()

        self.beginResetModel()
        said = [each for each in self._all if self._words_of(each)[column]]
        silent = [each for each in self._all if not each.words[column]]
        self._all = sorted(said, key=key, reverse=backwards) + silent
        self.endResetModel()
        self._filter()

    def line(self, row: int) -> LineT:
        """Return the line of a row."""
        return self._shown[row].line

    def lines(self) -> list[LineT]:
        """Return the lines that show, in their order."""
        return [each.line for each in self._shown]

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many lines show."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, for the eye and for a screen reader."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words_of(self._shown[index.row()])[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heading of a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heading_aloud(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _heading_aloud(self, section: int) -> str:
        """Return a heading as it is heard: with how the table is sorted by it."""
        if self._sorted == (section, False):
            return _tr("{heading}, sorted upwards").format(heading=self._headings[section])
        if self._sorted == (section, True):
            return _tr("{heading}, sorted downwards").format(heading=self._headings[section])
        return self._headings[section]


AT_ONCE = 500
"""So many lines are put into words in a few milliseconds."""


class RecordTable(QTableView):
    """Shows the lines of a model; `opened` carries the row to open, `chose` how many rows are chosen.

    `shares` are the columns' widths in parts of the whole; `spare` the columns that go where it is narrow.
    """

    row_opened = Signal(int)
    chose = Signal(int)

    def __init__(self, model: RecordModel[LineT], name: str, shares: Sequence[int], spare: Sequence[int]) -> None:
        super().__init__()
        self._shares, self._spare = tuple(shares), tuple(spare)
        self.setModel(model)
        self._clock = QTimer(self)
        self._clock.timeout.connect(lambda: self._put_into_words(model))
        self._clock.start(0)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)  # with the default, Tab never leaves a table
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QFrame.Shape.Box)
        self.setLineWidth(RING + 2)  # where the focus ring goes
        self.setShowGrid(False)
        self.setItemDelegate(RowLines(self))
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))
        self.selectionModel().selectionChanged.connect(lambda: self.chose.emit(self.count_chosen()))
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def _put_into_words(self, model: RecordModel[LineT]) -> None:
        """Put a few more lines into words while nothing else is done."""
        if not model.put_into_words(AT_ONCE):
            self._clock.stop()

    def retheme(self) -> None:
        """Follow the text size: rows of 40 pixels, and at least five of them."""
        px = theme_of(self).metrics.px
        self.verticalHeader().setDefaultSectionSize(px(40))
        self.setMinimumHeight(px(40 * 5))

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out what is said elsewhere too, where there is no room."""
        for column in self._spare:
            self.setColumnHidden(column, narrow)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns that show."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        shown = [column for column in range(len(self._shares)) if not self.isColumnHidden(column)]
        whole = sum(self._shares[column] for column in shown)
        for column in shown:
            self.setColumnWidth(column, self.viewport().width() * self._shares[column] // whole)

    def chosen_rows(self) -> list[int]:
        """Return the rows that are chosen, from top to bottom."""
        return sorted(row for first, last in self._chosen_runs() for row in range(first, last + 1))

    def count_chosen(self) -> int:
        """Return how many rows are chosen, however many there are."""
        return sum(last - first + 1 for first, last in self._chosen_runs())

    def _chosen_runs(self) -> set[tuple[int, int]]:
        """Return the first and the last of the rows that are chosen in one go; rows are only ever chosen whole."""
        chosen = self.selectionModel().selection()
        return {(chosen.at(place).top(), chosen.at(place).bottom()) for place in range(chosen.count())}

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, which is not the page's main button here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


def _tr(words: str) -> str:
    return QCoreApplication.translate("records", words)
