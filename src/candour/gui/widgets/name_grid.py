"""Many names at once, large, in as many columns as there is room for; found by a few letters, chosen by arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from candour.gui.metrics import RING, Type
from candour.gui.theme import theme_of
from candour.gui.widgets.row_lines import RowLines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

_Index = QModelIndex | QPersistentModelIndex
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)

_WIDTH, _ROW, _LEAST_ROWS, _MOST = 300, 52, 4, 3
"""At 100 per cent: the least width of a column, the height of a row; the least rows, and the most columns."""


class NameModel(QAbstractTableModel):
    """Names side by side, row by row; those that hold every word of the search, small and capital letters alike."""

    def __init__(self, heading: str) -> None:
        super().__init__()
        self._heading = heading
        self._columns = 1
        self._names: tuple[tuple[str, str], ...] = ()
        self._words: list[str] = []
        self.shown: list[tuple[str, str]] = []

    def set_names(self, names: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, name) pairs in this order; what was searched for stays."""
        self._names = tuple(names)
        self._filter()

    def search(self, text: str) -> None:
        """Show only the names that hold every word of a text."""
        self._words = text.casefold().split()
        self._filter()

    def set_columns(self, count: int) -> None:
        """Put so many names side by side."""
        if count != self._columns:
            self.beginResetModel()
            self._columns = count
            self.endResetModel()

    def _filter(self) -> None:
        self.beginResetModel()
        self.shown = [each for each in self._names if all(word in each[1].casefold() for word in self._words)]
        self.endResetModel()

    def at(self, index: _Index) -> tuple[str, str] | None:
        """Return key and name of a place, None where the last row has none."""
        place = index.row() * self._columns + index.column()
        return self.shown[place] if index.isValid() and place < len(self.shown) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows the names fill."""
        inside = parent is not None and parent.isValid()
        return 0 if inside else -(-len(self.shown) // self._columns)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many names stand side by side."""
        return 0 if parent is not None and parent.isValid() else self._columns

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a name, for the eye and for a screen reader."""
        found = self.at(index)
        return found[1] if found is not None and role in _WORDS else None

    def headerData(
        self, _section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what the columns hold, the same for each."""
        return self._heading if orientation == Qt.Orientation.Horizontal and role in _WORDS else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let only names be chosen."""
        return super().flags(index) if self.at(index) is not None else Qt.ItemFlag.NoItemFlags


class NameGrid(QTableView):
    """The names; `picked` carries the key of the one that was pressed or entered, `typed` letters typed here."""

    picked = Signal(str)
    typed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.names = NameModel(name)
        self.setModel(self.names)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)  # with the default, Tab never leaves a table
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.Box)
        self.setLineWidth(RING + 2)  # where the focus ring goes
        self.setShowGrid(False)
        self.setItemDelegate(RowLines(self))
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(self._pick)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size: large names, and some rows of them at least."""
        metrics = theme_of(self).metrics
        self.setFont(metrics.font(Type.H3))
        self.verticalHeader().setDefaultSectionSize(metrics.px(_ROW))
        self.setMinimumHeight(metrics.px(_ROW * _LEAST_ROWS))
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        fitting = self.viewport().width() // theme_of(self).metrics.px(_WIDTH)
        self.names.set_columns(min(max(fitting, 1), _MOST))

    def begin(self) -> None:
        """Take the focus at the first name, where none is chosen yet."""
        if not self.selectedIndexes():
            self.setCurrentIndex(self.names.index(0, 0))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> str | None:
        """Return the key of the chosen name, else of the only one that shows."""
        chosen = [self.names.at(index) for index in self.selectedIndexes()]
        found = chosen or (self.names.shown if len(self.names.shown) == 1 else [])
        return found[0][0] if found and found[0] is not None else None

    def _pick(self, index: _Index) -> None:
        found = self.names.at(index)
        if found is not None:
            self.picked.emit(found[0])

    def keyboardSearch(self, search: str) -> None:
        """Hand letters on: they are to find a name wherever it stands, not only in this column."""
        self.typed.emit(search)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pick the current name on Enter, which is not the page's main button here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._pick(self.currentIndex())
        else:
            super().keyPressEvent(event)
