"""Term dates and holidays: the days on which the school is closed, a new one, and those of a calendar file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.language import day_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.tick_group import TickGroup
from candour.gui.pages.year_cards import YearCard
from candour.gui.places import ROUNDS
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from candour.domain.reminder_paper import ReadHoliday
    from candour.domain.reminding import Holiday
    from candour.gui.places import Frame
    from candour.services.holidays import HolidayGround


def span_words(first: date, last: date) -> str:
    """Return the days of a holiday: one, or from one to another."""
    if first == last:
        return day_words(first, weekday=True)
    return f"{day_words(first, weekday=True)} – {day_words(last, weekday=True)}"


class HolidaysPage(PlacedPage):
    """`saved` carries the id of what is changed ("" for a new one), its name and days; `dropped` an id.

    `file_wanted` asks for a calendar file; what it holds comes back through `offer`, and `chosen` carries the
    (name, first, last) of what is added from it.
    """

    page_id: ClassVar[str] = "holidays"
    place: ClassVar[str] = ROUNDS

    saved = Signal(str, str, object, object)
    dropped = Signal(str)
    file_wanted = Signal()
    chosen = Signal(list)

    def __init__(self, frame: Frame, ground: HolidayGround, said: str = "") -> None:
        super().__init__("", frame)
        self._ground = ground
        self._changing = ""
        self._offered: Card | None = None
        self.introduce(
            self.tr("Term dates and holidays"),
            self.tr("Days on which the school is closed. Nobody is reminded then, nor on a weekend."),
        )
        if said:
            self.content.addWidget(Banner(said, role="done"))
        self.buttons: dict[str, tuple[QAbstractButton, QAbstractButton]] = {}
        turn = ground.until.replace(year=ground.until.year - 1)
        now = [each for each in ground.holidays if each.first <= turn]
        later = [each for each in ground.holidays if each.first > turn]
        self.content.addWidget(self._list(ground.since.year, now))
        self.content.addWidget(self._list(turn.year, later))
        self.content.addWidget(self._form())
        self.main_button = self.save = PrimaryButton(self.tr("Add this holiday"))
        self.file = SecondaryButton(self.tr("Read a calendar file …"))
        self.save.clicked.connect(self._save)
        self.file.clicked.connect(self.file_wanted)
        for button in (self.save, self.file):
            self.footer.add(button)

    def _list(self, year: int, holidays: Sequence[Holiday]) -> YearCard:
        card = YearCard(self.tr("School year {year}").format(year=f"{year}–{(year + 1) % 100:02d}"))
        for each in holidays:
            card.add_row(each.name, span_words(each.first, each.last), self._ways(each))
        if not holidays:
            card.say_empty(self.tr("No holiday is entered yet."))
        return card

    def _ways(self, holiday: Holiday) -> EvenRow:
        days = span_words(holiday.first, holiday.last)
        change, drop = LinkButton(self.tr("Change")), LinkButton(self.tr("Take away"))
        for button, words in (
            (change, self.tr("Change {name}, {days}")),
            (drop, self.tr("Take away {name}, {days}")),
        ):
            button.setAccessibleName(words.format(name=holiday.name, days=days))
        change.clicked.connect(lambda: self.change(holiday))
        drop.clicked.connect(lambda: self.dropped.emit(holiday.holiday))
        self.buttons[holiday.holiday] = change, drop
        return EvenRow(change, drop)

    def _form(self) -> Card:
        self.form = card = Card(self.tr("Add a holiday"), padding=24)
        self.name = LabelledField(self.tr("Name"), self.tr("Such as: Autumn half-term"))
        self.first = DateField(self.tr("First day"), self._ground.today)
        self.last = DateField(self.tr("Last day"), self._ground.today)
        for field in (self.first, self.last):
            field.set_range(self._ground.since, self._ground.until)
        self.first.field.dateChanged.connect(self._follow)
        for part in (self.name, self.first, self.last):
            card.body.addWidget(part)
        return card

    def _follow(self) -> None:
        """Let the last day not stand before the first."""
        if self.last.date() < self.first.date():
            self.last.set_date(self.first.date())

    def change(self, holiday: Holiday) -> None:
        """Fill the form with one that stands, to change it."""
        self._changing = holiday.holiday
        if self.form.title is not None:
            self.form.title.setText(self.tr("Change {name}").format(name=holiday.name))
        self.name.setText(holiday.name)
        self.first.set_date(holiday.first)
        self.last.set_date(holiday.last)
        self.save.setText(self.tr("Save the change"))
        self.name.setFocus()
        self.area.ensureWidgetVisible(self.form)

    def _save(self) -> None:
        lacking: list[tuple[QWidget, str]] = []
        if not self.name.text().strip():
            lacking.append((self.name, self.tr("Type the name of the holiday")))
        if self.last.date() < self.first.date():
            lacking.append((self.last, self.tr("Choose a last day that is not before the first")))
        self.show_errors(lacking)
        if not lacking:
            self.saved.emit(self._changing, self.name.text(), self.first.date(), self.last.date())

    def offer(self, found: Sequence[ReadHoliday]) -> None:
        """Offer what a calendar file holds, to be ticked and added."""
        if self._offered is not None:
            self.content.removeWidget(self._offered)
            self._offered.hide()
            self._offered.deleteLater()
        self.show_errors([])
        self._offered = card = Card(self.tr("From the calendar file"), padding=24)
        offers = [(str(at), each.name, span_words(each.first, each.last)) for at, each in enumerate(found)]
        self.ticks = TickGroup(self.tr("On which of these is the school closed?"), offers)
        self.take = SecondaryButton(self.tr("Add those that are ticked"))
        self.take.clicked.connect(lambda: self._take(found))
        card.body.addWidget(BodyLabel(self.tr("Tick the days on which the school is closed."), strong=True))
        card.body.addWidget(self.ticks)
        card.body.addWidget(self.take, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.insertWidget(0, card)
        self.area.verticalScrollBar().setValue(0)
        self.ticks.setFocus()

    def _take(self, found: Sequence[ReadHoliday]) -> None:
        ticked = [found[int(key)] for key in self.ticks.ticked()]
        self.show_errors([] if ticked else [(self.ticks, self.tr("Tick at least one"))])
        if ticked:
            self.chosen.emit([(each.name, each.first, each.last) for each in ticked])

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was changed, and what to do; the form stays as it is."""
        self.show_errors([(self.name, sentence)])

    def show_file_refused(self, sentence: str) -> None:
        """Say why a file was not read."""
        self.show_errors([(self.file, sentence)])
