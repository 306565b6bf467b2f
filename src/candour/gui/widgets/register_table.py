"""The table of a check: who has signed, with the state as a chip, sorted by any heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from candour.domain.round import CheckState
from candour.gui.icons import paint_icon
from candour.gui.language import short_day_words
from candour.gui.metrics import Type
from candour.gui.painting import paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.chip import CHIP_ICONS, ChipRole
from candour.gui.widgets.record_table import RecordModel, RecordTable, RowLines

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.register_view import RegisterLine, RegisterView

NAME, ROLE, PHASE, STATE, SIGNED, DUE, EXCEPTIONS, SCHOOL = range(8)
_SHARES = (24, 20, 0, 25, 14, 25, 15, 22)
_SPARE = (SIGNED, EXCEPTIONS)
_HEADINGS = ("Name", "Role", "Phase", "State", "Signed on", "Due", "Exceptions")
ROLES: dict[CheckState, ChipRole] = {
    CheckState.NOT_STARTED: "neutral",
    CheckState.IN_PROGRESS: "waiting",
    CheckState.SIGNED: "done",
    CheckState.SIGNED_OPEN: "todo",
}


def state_words(line: RegisterLine, today: date) -> str:
    """Return a state as HR sees it; away stands in place of not having begun, overdue beside it."""
    if line.away_until is not None and not line.signed:
        return _tr("Away until {day}").format(day=short_day_words(line.away_until))
    if line.state is CheckState.SIGNED_OPEN:
        return _tr("Signed, {count} open").format(count=line.open_lines)
    return _tr("{state}, overdue").format(state=line.state.value) if line.overdue(today) else line.state.value


def due_words(line: RegisterLine, today: date) -> str:
    """Return what is due next: the day to sign by, then what is open by its day; nothing once all is done."""
    if line.signed and line.next_date is not None:
        return _tr("Open until {day}").format(day=short_day_words(line.next_date))
    if line.signed:
        return ""
    days = (line.due - today).days
    soon = {0: _tr("Today"), 1: _tr("Tomorrow")}
    return soon.get(days) or short_day_words(line.due)


class RegisterTable(RecordTable):
    """Shows a round; `opened` carries the id of the person to open."""

    opened = Signal(str)

    def __init__(self, view: RegisterView) -> None:
        headings = *map(_tr, _HEADINGS), _tr("School accounts")
        self.register: RecordModel[RegisterLine] = RecordModel(
            view.lines, headings, lambda line: _cells(line, view.today), _order
        )
        super().__init__(self.register, _tr("Register"), _SHARES, _SPARE)
        self.setColumnHidden(PHASE, True)  # its words are searched all the same
        self._narrow = self._school = False
        self._arrange()
        self._chips = StateChips(self, view.today)
        self.setItemDelegateForColumn(STATE, self._chips)
        self.setSortingEnabled(True)
        self.sortByColumn(NAME, Qt.SortOrder.AscendingOrder)
        self.row_opened.connect(lambda row: self.opened.emit(self.register.line(row).person))

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
        self.setColumnHidden(SCHOOL, not self._school)
        self.setColumnHidden(EXCEPTIONS, self._school or self._narrow)
        self.setColumnHidden(ROLE, self._school and self._narrow)
        self._share()

    def chosen(self) -> list[str]:
        """Return the ids of the people whose rows are chosen."""
        return [self.register.line(row).person for row in self.chosen_rows()]


class StateChips(RowLines):
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
        cell = QRectF(option.rect).adjusted(px(4), 0, -px(4), 0)
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


def _cells(line: RegisterLine, today: date) -> tuple[str, ...]:
    signed = "" if line.signed_on is None else short_day_words(line.signed_on)
    state, due = state_words(line, today), due_words(line, today)
    exceptions, school = ", ".join(line.exceptions), _school_words(line.school)
    return line.name, line.role, line.phase, state, signed, due, exceptions, school


def _school_words(state: CheckState | None) -> str:
    if state is CheckState.SIGNED_OPEN:
        return _tr("Signed, open")
    return "" if state is None else state.value


def _order(line: RegisterLine, column: int) -> object:
    if column == SIGNED and line.signed_on is not None:
        return line.signed_on.isoformat()
    day = line.next_date if line.signed and line.next_date is not None else line.due
    return day.isoformat() if column == DUE else None


def _tr(words: str) -> str:
    return QCoreApplication.translate("register", words)
