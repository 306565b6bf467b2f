"""The table of a check: who has signed, with the state as a chip, sorted by any heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QInputEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem, QWidget

from candour.domain.round import CheckState
from candour.gui.icons import paint_icon
from candour.gui.language import brief_day_words, short_day_words
from candour.gui.metrics import Type
from candour.gui.painting import paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.chip import CHIP_ICONS, ChipRole
from candour.gui.widgets.record_table import RecordModel, RecordTable
from candour.gui.widgets.ticked_rows import PlainCells, SoftRows, TickedCells, TickingHeader

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from candour.domain.register_view import RegisterLine, RegisterView

NAME, ROLE, PHASE, STATE, SIGNED, DUE, EXCEPTIONS, SCHOOL = range(8)
_SHARES = (25, 18, 0, 24, 14, 22, 18, 22)
_SPARE = (SIGNED, EXCEPTIONS)
_HEADINGS = ("Name", "Role", "Phase", "State", "Signed on", "Due", "Exceptions, notes")
ROLES: dict[CheckState, ChipRole] = {
    CheckState.NOT_STARTED: "neutral",
    CheckState.IN_PROGRESS: "waiting",
    CheckState.SIGNED: "done",
    CheckState.SIGNED_OPEN: "todo",
}


def state_words(line: RegisterLine, today: date, days: Callable[[date], str] = short_day_words) -> str:
    """Return a state as HR sees it; away stands in place of not having begun, overdue beside it."""
    if line.away_until is not None and not line.signed:
        return _tr("Away until {day}").format(day=days(line.away_until))
    if line.state is CheckState.SIGNED_OPEN:
        words = _tr("On paper, {count} open") if line.on_paper else _tr("Signed, {count} open")
        return words.format(count=line.open_lines)
    if line.on_paper:
        return _tr("Signed on paper")
    return _tr("{state}, overdue").format(state=line.state.value) if line.overdue(today) else line.state.value


def due_words(line: RegisterLine, today: date, days: Callable[[date], str] = short_day_words) -> str:
    """Return what is due next: the day to sign by, then what is open by its day; nothing once all is done."""
    if line.signed and line.next_date is not None:
        return _tr("Open until {day}").format(day=days(line.next_date))
    if line.signed:
        return ""
    left = (line.due - today).days
    if left in (0, 1):
        return _tr("Tomorrow") if left else _tr("Today")
    return days(line.due)


_SELECT = QItemSelectionModel.SelectionFlag


def notes_words(line: RegisterLine) -> str:
    """Return the exceptions that a declaration names; where there is none, when somebody was reminded last."""
    if line.exceptions:
        return ", ".join(line.exceptions)
    if line.reminded_on is None or line.signed:
        return ""
    return _tr("reminded {day}").format(day=brief_day_words(line.reminded_on))


class RegisterTable(RecordTable):
    """Shows a round; `opened` carries the id of the person to open.

    A press or Space ticks a row and leaves the others as they are; Shift chooses a stretch, Ctrl+A all.
    """

    opened = Signal(str)

    def __init__(self, view: RegisterView) -> None:
        headings = *map(_tr, _HEADINGS), _tr("School accounts")
        days = _remembered(short_day_words)
        self.register: RecordModel[RegisterLine] = RecordModel(
            view.lines, headings, lambda line: _cells(line, view.today, days), _order
        )
        super().__init__(self.register, _tr("Register"), _SHARES, _SPARE)
        self._head = TickingHeader(self)
        self.setHorizontalHeader(self._head)
        self._head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head.ticked.connect(self._tick_all)
        self.chose.connect(self._head.viewport().update)
        self._narrow = self._school = False
        self._arrange()
        self.setItemDelegate(PlainCells(self))
        self._names, self._chips = TickedCells(self), StateChips(self, view.today)
        self.setItemDelegateForColumn(NAME, self._names)
        self.setItemDelegateForColumn(STATE, self._chips)
        self.register.know_sorted(NAME)
        self._head.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.row_opened.connect(lambda row: self.opened.emit(self.register.line(row).person))

    def _tick_all(self) -> None:
        if self.count_chosen() == self.register.rowCount():
            self.clearSelection()
        else:
            self.selectAll()

    def selectionCommand(self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None) -> _SELECT:
        """Return what a press or a key does with the rows that are ticked."""
        if not isinstance(event, QInputEvent) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return super().selectionCommand(index, event)
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if space or event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return _SELECT.Toggle | _SELECT.Rows if index.isValid() else _SELECT.NoUpdate
        return _SELECT.NoUpdate

    def show_narrow(self, *, narrow: bool) -> None:
        """Leave out what is said elsewhere too, where there is no room."""
        super().show_narrow(narrow=narrow)
        self._narrow = narrow
        self._arrange()

    def show_school(self, *, shown: bool) -> None:
        """Show how School accounts stand, in place of what has no room beside it then."""
        self._school = shown
        self._arrange()

    def _arrange(self) -> None:
        self.setColumnHidden(PHASE, True)  # its words are searched all the same
        self.setColumnHidden(SCHOOL, not self._school)
        self.setColumnHidden(EXCEPTIONS, self._school or self._narrow)
        self.setColumnHidden(ROLE, self._school and self._narrow)
        self._share()

    def chosen(self) -> list[str]:
        """Return the ids of the people whose rows are chosen."""
        return [self.register.line(row).person for row in self.chosen_rows()]


class StateChips(SoftRows):
    """Paints the state of a row as a chip: icon, word and ground."""

    def __init__(self, table: RegisterTable, today: date) -> None:
        super().__init__(table)
        self._table, self._today = table, today

    def role_of(self, line: RegisterLine) -> ChipRole:
        """Return what the chip of a line means."""
        return "danger" if line.overdue(self._today) else ROLES[line.state]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row's ground as in every cell, and the chip over it."""
        words = str(index.data())
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        plain.text = ""
        widget: QWidget = self._table
        widget.style().drawControl(widget.style().ControlElement.CE_ItemViewItem, plain, painter, widget)
        theme = theme_of(self._table)
        tokens, px, font = theme.tokens, theme.metrics.px, theme.metrics.font(Type.CAPTION_STRONG)
        role = self.role_of(self._table.register.line(index.row()))
        metrics = QFontMetricsF(font)
        cell = QRectF(option.rect).adjusted(px(8), 0, -px(4), 0)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, cell.width() - px(9 + 13 + 5 + 9))
        wide = px(9 + 13 + 5 + 9) + metrics.horizontalAdvance(shown)
        chip = QRectF(cell.left(), 0, wide, metrics.height() + px(6))
        chip.moveTop(cell.center().y() - chip.height() / 2)
        painter.save()
        border = tokens.of(role) if theme.is_high_contrast else None
        paint_box(painter, chip, tokens.of(f"{role}_soft"), border, width=2, radius=4)
        mark = QRectF(chip.left() + px(9), chip.center().y() - px(13) / 2, px(13), px(13))
        paint_icon(painter, CHIP_ICONS[role], mark, tokens.of(role))
        painter.setFont(font)
        painter.setPen(tokens.of(role))
        painter.drawText(chip.adjusted(px(9 + 13 + 5), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
        self.paint_line(painter, option.rect)


def _remembered(words: Callable[[date], str]) -> Callable[[date], str]:
    """Return the same, each day put into words once: thousands of lines have few days among them."""
    known: dict[date, str] = {}

    def remembering(day: date) -> str:
        if day not in known:
            known[day] = words(day)
        return known[day]

    return remembering


def _cells(line: RegisterLine, today: date, days: Callable[[date], str]) -> tuple[str, ...]:
    signed = "" if line.signed_on is None else days(line.signed_on)
    state, due = state_words(line, today, days), due_words(line, today, days)
    return line.name, line.role, line.phase, state, signed, due, notes_words(line), _school_words(line.school)


def _school_words(state: CheckState | None) -> str:
    if state is CheckState.SIGNED_OPEN:
        return _tr("Signed, open")
    return "" if state is None else state.value


def _order(line: RegisterLine, column: int) -> object:
    if column == SIGNED:
        return line.signed_on
    day = line.next_date if line.signed and line.next_date is not None else line.due
    return day if column == DUE else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("register", words)
