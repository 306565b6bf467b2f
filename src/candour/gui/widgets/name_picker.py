"""Choosing one name among many by typing a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from candour.gui.widgets.fields import Labelled

if TYPE_CHECKING:
    from collections.abc import Sequence


class NamePicker(Labelled[QComboBox]):
    """A label above a searchable list; `picked` carries the key of the chosen name, None while there is none.

    `left` says that typing has ended: by Enter, or by going on to another field.
    """

    picked = Signal(object)
    left = Signal()

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        box = QComboBox()
        box.setEditable(True)
        super().__init__(label, box, hint, parent)
        self._keys: list[str] = []
        self._names = QStringListModel(box)
        box.setModel(self._names)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.setMaxVisibleItems(8)
        box.currentTextChanged.connect(self._tell)
        line = QLineEdit()
        box.setLineEdit(line)
        line.setAccessibleName(label)
        line.editingFinished.connect(self.left)
        line.setPlaceholderText(self.tr("Type a part of the name"))
        box.setCompleter(self._completer())

    def _tell(self) -> None:
        self.picked.emit(self.chosen())

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._names, self.field)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(8)
        return completer

    def set_names(self, names: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, name) pairs, in this order, none chosen."""
        self._keys = [key for key, _ in names]
        self._names.setStringList([name for _, name in names])
        self.field.setCurrentIndex(-1)
        self.field.clearEditText()

    def chosen(self) -> str | None:
        """Return the key of the name that stands in the field, or None."""
        place = self.field.findText(self.field.currentText(), Qt.MatchFlag.MatchFixedString)
        return self._keys[place] if place >= 0 else None

    def choose(self, key: str) -> None:
        """Put the name of that key into the field; an unknown key raises ValueError."""
        self.field.setCurrentIndex(self._keys.index(key))
