"""Answers to check: what was asked, what was answered, what follows from it, and a way to change each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.chip import Chip, ChipRole
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer: the question by id, by name and as in a sentence, the answer, and the outcome as a chip."""

    question: str
    name: str
    about: str
    answer: str
    outcome: str = ""
    role: ChipRole = "neutral"


class _Row:
    """The four parts of one answer, which the grid puts beside or under each other."""

    def __init__(self, line: Answered, change_name: str, change: str) -> None:
        self.question = line.question
        self.key = BodyLabel(line.name, strong=True)
        self.answer = BodyLabel(line.answer)
        self.chip = Chip(line.outcome, line.role)
        if not line.outcome:
            self.chip.hide()
        self.change = LinkButton(change)
        self.change.setAccessibleName(change_name)

    def parts(self) -> tuple[QWidget, ...]:
        """Return all parts."""
        return self.key, self.answer, self.chip, self.change


class CheckAnswers(Card):
    """One row for each answer; `change` carries the id of the question to go back to."""

    change = Signal(str)

    def __init__(self) -> None:
        super().__init__(padding=22)
        self.rows: list[_Row] = []
        self._lines: list[Line] = []
        self._narrow = False
        self._grid = QGridLayout()
        self.body.addLayout(self._grid)
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def show_lines(self, lines: Sequence[Answered]) -> None:
        """Show these answers."""
        for part in self._all_parts():
            part.hide()
            part.setParent(None)
            part.deleteLater()
        self.rows = [
            _Row(line, self.tr("Change answer about {about}").format(about=line.about), self.tr("Change"))
            for line in lines
        ]
        self._lines = [Line() for _ in self.rows[1:]]
        for row in self.rows:
            row.change.clicked.connect(lambda _on=False, question=row.question: self.change.emit(question))
        self._arrange()

    def _all_parts(self) -> list[QWidget]:
        return [part for row in self.rows for part in row.parts()] + list(self._lines)

    def fold(self, *, narrow: bool) -> None:
        """Put the parts of a row under each other in a narrow window."""
        self._narrow = narrow
        self._measure()
        self._arrange()

    def _arrange(self) -> None:
        for part in self._all_parts():
            self._grid.removeWidget(part)
        for column, stretch in enumerate((1, 0, 0, 0) if self._narrow else (8, 14, 10, 0)):
            self._grid.setColumnStretch(column, stretch)
        for place, row in enumerate(self.rows):
            if place:
                self._grid.addWidget(self._lines[place - 1], 4 * place - 1, 0, 1, 4)
            self._put(row, 4 * place)

    def _put(self, row: _Row, at: int) -> None:
        if self._narrow:
            self._grid.addWidget(row.key, at, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(row.change, at, 1, 1, 3, _RIGHT)
            self._grid.addWidget(row.answer, at + 1, 0, 1, 4)
            self._grid.addWidget(row.chip, at + 2, 0, 1, 4, _LEFT)
            return
        for column, part in enumerate((row.key, row.answer)):
            self._grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(row.chip, at, 2, _LEFT)
        self._grid.addWidget(row.change, at, 3, _RIGHT)

    def _measure(self) -> None:
        px = theme_of(self).metrics.px
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6 if self._narrow else 2))
