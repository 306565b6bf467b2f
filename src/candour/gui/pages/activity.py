"""R10 Activity: who did what, when and about whom, as far as HR may know; sought, read on, saved as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from candour.gui.pages.activity_filters import ActivityFilters
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import ACTIVITY
from candour.gui.widgets.activity_table import ActivityTable
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from candour.domain.activity import ActivityPage as Lines
    from candour.domain.activity import Group
    from candour.gui.places import Frame


class ActivityPage(PlacedPage):
    """`sought` and `more_wanted` ask for lines, `save_wanted` for a table (its ending), `opened` carries an id."""

    page_id: ClassVar[str] = "activity"
    place: ClassVar[str] = ACTIVITY

    sought = Signal()
    more_wanted = Signal()
    save_wanted = Signal(str)
    stopped = Signal()
    opened = Signal(str)

    def __init__(self, frame: Frame, lines: Lines, today: date, person: str = "", name: str = "") -> None:
        super().__init__("", frame)
        self._announcer = Announcer(self)
        self._count = 0
        self.today = today
        self.introduce(self.tr("Activity"), self.tr("Who did what and when, newest first."))
        self.filters = ActivityFilters(today, person)
        self.everybody = SecondaryButton(self.tr("Show everybody"))
        self._only = EvenRow(BodyLabel(self.tr("Only what concerns {name}").format(name=name)), self.everybody)
        self._only.setVisible(bool(person))
        self.table = ActivityTable(lines.lines)
        self.clear = SecondaryButton(self.tr("Show everything"))
        self.empty = EmptyState(
            self.tr("Nothing matches"),
            self.tr("Type fewer letters, or choose other days."),
            self.clear,
            art="clock",
        )
        self.more = SecondaryButton(self.tr("Show more"))
        self.how_many = BodyLabel("", muted=True)
        self._under = EvenRow(self.more, self.how_many)
        self._lay_out()
        self._add_buttons()
        self._connect_parts()
        self.show_lines(lines)

    def _lay_out(self) -> None:
        note = self.tr(
            "Who decided a request, and who asked for more time, is not shown. Nor is what is confidential."
        )
        parts: tuple[QWidget, ...] = (
            *(self._only, self.filters, self.empty, self.table, self._under),
            BodyLabel(note, muted=True, caption=True, measure=None),
        )
        for part in parts:
            self.content.addWidget(part)
        self.let_content_grow()

    def _add_buttons(self) -> None:
        self.main_button = self.xlsx = PrimaryButton(self.tr("Save as XLSX"))
        self.csv = SecondaryButton(self.tr("Save as CSV"))
        self.open = SecondaryButton(self.tr("Open the person"))
        self.stop = SecondaryButton(self.tr("Stop saving"))
        for button in (self.xlsx, self.csv, self.open, self.stop):
            self.footer.add(button)
        self.stop.hide()
        self.open.setEnabled(False)

    def _connect_parts(self) -> None:
        self.filters.changed.connect(self.sought)
        self.everybody.clicked.connect(self._show_everybody)
        self.clear.clicked.connect(self._clear)
        self.more.clicked.connect(self.more_wanted)
        self.table.reached_end.connect(self._go_on)
        self.table.opened.connect(self.opened)
        self.table.chose.connect(lambda _: self.open.setEnabled(bool(self.table.chosen())))
        self.open.clicked.connect(lambda: self.opened.emit(self.table.chosen()))
        self.xlsx.clicked.connect(lambda: self.save_wanted.emit(".xlsx"))
        self.csv.clicked.connect(lambda: self.save_wanted.emit(".csv"))
        self.stop.clicked.connect(self.stopped)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _show_everybody(self) -> None:
        self._only.hide()
        self.filters.show_everybody()

    def _clear(self) -> None:
        self._only.hide()
        self.filters.clear()

    def _go_on(self) -> None:
        if self.last:
            self.more_wanted.emit()

    def show_lines(self, lines: Lines) -> None:
        """Show what was found in place of what stood there."""
        self.show_errors([])
        self.table.activity.put(lines.lines)
        self.table.setVisible(bool(lines.lines))
        self._under.setVisible(bool(lines.lines))
        self.empty.setVisible(not lines.lines)
        self.open.setEnabled(False)
        self._go_after(lines.last)

    def add_lines(self, lines: Lines) -> None:
        """Show the lines that follow, under those that stand there."""
        self.table.activity.add(lines.lines)
        self._go_after(lines.last)
        self._announcer.say(self.tr("%n more lines", "", len(lines.lines)))

    def _go_after(self, last: str) -> None:
        self.last = last
        self.more.setVisible(bool(last))
        self._say_how_many()

    def show_counts(self, counts: dict[Group, int]) -> None:
        """Show how many lines there are of each group."""
        self.filters.show_counts(counts)
        group = self.filters.sought().group
        self._count = sum(counts.values()) if group is None else counts[group]
        self._say_how_many()
        self._announcer.say(self.tr("%n lines match", "", self._count))

    def _say_how_many(self) -> None:
        shown = self.table.activity.rowCount()
        words = self.tr("{shown} of {count} lines").format(shown=shown, count=max(self._count, shown))
        self.how_many.setText(words)

    def begin_save(self) -> None:
        """Show that the table is being written, and offer to stop."""
        self.clear_trouble()
        self.said.setText(self.tr("Saving …"))
        self.said.show()
        self._show_saving(saving=True)

    def end_save(self, target: Path | None) -> None:
        """Say where the table lies; None: it was stopped, and nothing of it is left."""
        self._show_saving(saving=False)
        if target is not None:
            self.show_saved(str(target))
            return
        self.said.setText(self.tr("Stopped. Nothing was saved."))
        self._announcer.say(self.said.text())

    def _show_saving(self, *, saving: bool) -> None:
        self.stop.setVisible(saving)
        for button in (self.xlsx, self.csv):
            button.setEnabled(not saving)

    def show_refused(self, sentence: str) -> None:
        """Say what to do instead, beside the field to type in."""
        self._show_saving(saving=False)
        self.show_errors([(self.filters.search, sentence)])

    def show_trouble(self, sentence: str) -> None:
        """Say what of the computer failed; a table can be saved anew."""
        self._show_saving(saving=False)
        self.said.hide()
        super().show_trouble(sentence)

    def fold(self) -> None:
        """Leave a column out where there is no room for it."""
        super().fold()
        self.table.show_narrow(narrow=self.narrow)
