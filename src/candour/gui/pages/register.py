"""R1 and R2 Register: how the check stands in pictures, and everybody in it, in outcomes and dates alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from candour.domain.register_view import Filter, keeping
from candour.gui.language import day_words
from candour.gui.pages.filter_row import FilterRow
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.register_pictures import RegisterPictures
from candour.gui.places import REGISTER
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.register_table import RegisterTable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.domain.register_view import RegisterView, Wanted
    from candour.gui.places import Frame


class RegisterPage(PlacedPage):
    """`opened` carries a person's id, `export_wanted` the ids of those to export, none chosen: everybody.

    `remind_wanted` carries the ids of those to remind, none chosen: everybody who may be.
    """

    page_id: ClassVar[str] = "register"
    place: ClassVar[str] = REGISTER

    opened = Signal(str)
    export_wanted = Signal(list)
    remind_wanted = Signal(list)

    def __init__(self, frame: Frame, view: RegisterView) -> None:
        super().__init__("", frame)
        self._view = view
        self._announcer = Announcer(self)
        self.introduce(self.tr("Register {round}").format(round=view.round), self._how_it_goes())
        self.pictures = RegisterPictures(view)
        self.search = LabelledField(self.tr("Find by name, role or state"))
        self.filters = FilterRow(view)
        self.table = RegisterTable(view)
        self.clear = SecondaryButton(self.tr("Clear the filters"))
        self.empty = EmptyState(
            self.tr("No one matches"),
            self.tr("Type fewer letters, or clear the filters."),
            self.clear,
            art="person",
        )
        self.empty.hide()
        self.note = BodyLabel(
            self.tr("Answers are only for the person and the Headteacher."), muted=True, caption=True
        )
        finding = TwoColumns(shares=(3, 8), even_foot=True)
        finding.left.addWidget(self.search)
        finding.right.addWidget(self.filters)
        parts: tuple[QWidget, ...] = (self.pictures, finding, self.empty, self.table, self.note)
        for part in parts:
            self.content.addWidget(part, 1 if part is self.table else 0)
        self.let_content_grow()
        self._add_buttons()
        self._connect_parts()
        self._show_chosen(0)

    def _connect_parts(self) -> None:
        self.pictures.wanted.connect(self._keep_from_picture)
        self.filters.wanted.connect(self.keep)
        self.clear.clicked.connect(self._clear)
        self.search.field.textChanged.connect(self._search)
        self.table.opened.connect(self.opened)
        self.table.chose.connect(self._show_chosen)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _how_it_goes(self) -> str:
        view = self._view
        signed = self.tr("{signed} of {count} have signed.").format(
            signed=f"{view.count(Filter.SIGNED):,}", count=f"{view.count(Filter.EVERYONE):,}"
        )
        return f"{signed} {self._time_left()}"

    def _time_left(self) -> str:
        days = (self._view.due - self._view.today).days
        if days < 0:
            return self.tr("The day to sign by was {day}.").format(day=day_words(self._view.due))
        if days == 0:
            return self.tr("Today is the day to sign by.")
        return self.tr("%n days left.", "", days)

    def keep(self, which: Wanted) -> None:
        """Show only the lines that a filter keeps."""
        self.filters.show_kept(which)
        self.table.show_school(shown=which is Filter.SCHOOL)
        self._show_found(self.table.register.want(keeping(which, self._view.today)))

    def _keep_from_picture(self, which: Wanted) -> None:
        """Keep what a picture shows: nobody else's search hides any of it, and the table is in sight."""
        self.search.setText("")
        self.keep(which)
        self.area.ensureWidgetVisible(self.table if self.table.isVisible() else self.empty)

    def _search(self, text: str) -> None:
        self._show_found(self.table.register.search(text))

    def _clear(self) -> None:
        self.search.setText("")
        self.keep(Filter.EVERYONE)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_found(self, found: int) -> None:
        self.table.setVisible(found > 0)
        self.empty.setVisible(found == 0)
        self._show_chosen(0)
        self._announcer.say(self.tr("%n people match", "", found))

    def _add_buttons(self) -> None:
        self.main_button = self.export = PrimaryButton("")
        self.open = SecondaryButton(self.tr("Open"))
        self.export.clicked.connect(lambda: self.export_wanted.emit(self._to_export()))
        self.open.clicked.connect(lambda: self.opened.emit(self.table.chosen()[0]))
        self.remind = SecondaryButton(self.tr("Reminders"))
        self.remind.clicked.connect(lambda: self.remind_wanted.emit(self.table.chosen()))
        self.put_beside_heading(self.remind, self.export)
        self.footer.add(self.open)

    def _show_chosen(self, count: int) -> None:
        self.open.setEnabled(count == 1)
        narrowed = self._is_narrowed()
        count = count or (self.table.register.rowCount() if narrowed else 0)
        words = self.tr("Export declarations…")
        if count:
            words = self.tr("Export the declarations of %n people…", "", count)
        self.export.setText(words)
        self.export.setEnabled(count > 0 or not narrowed)
        remind = len(self._to_remind(self.table.chosen()))
        self.remind.setText(self.tr("Remind %n people", "", remind) if remind else self.tr("Reminders"))

    def _to_remind(self, chosen: list[str]) -> list[str]:
        among = set(chosen)
        return [person for person in self._view.to_remind if not among or person in among]

    def _is_narrowed(self) -> bool:
        return self.table.register.rowCount() < len(self._view.lines)

    def _to_export(self) -> list[str]:
        """Return whom to export: who is chosen, else whom search and filter left; nobody means everybody."""
        chosen = self.table.chosen()
        if chosen or not self._is_narrowed():
            return chosen
        return [line.person for line in self.table.register.lines()]

    def fold(self) -> None:
        """Leave columns out where there is no room for them, and put the pictures below the table."""
        super().fold()
        self.table.show_narrow(narrow=self.narrow)
        self.content.removeWidget(self.pictures)
        self.content.insertWidget(self.content.count() if self.narrow else 0, self.pictures)
