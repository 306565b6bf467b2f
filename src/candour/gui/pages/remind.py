"""R4 Remind: who is going to be reminded, who is left out and why, with which words, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.reminder_paper import ReminderAsked
from candour.domain.reminder_words import LONGEST, filled, filled_for_all, proposed
from candour.domain.reminding import BY_MAIL, Way
from candour.gui.language import day_words
from candour.gui.pages.answers import Choices
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.remind_words import (
    left_out_words,
    names_of,
    noted_words,
    press_words,
    way_offers,
    will_note_words,
)
from candour.gui.places import HOLIDAYS, REGISTER, REMINDERS
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import LinkButton, PrimaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.facts import Points
from candour.gui.widgets.fields import LabelledText
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.remind_table import RemindTable

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.reminding_results import RemindGround, RemindLine

_FOR_ALL = frozenset({Way.DRAFT, Way.COPIED, Way.CALENDAR})
"""The ways in which all read the same words."""


class RemindPage(PlacedPage):
    """Asks whom, with which words and how; `asked` carries a `ReminderAsked`, `opened` asks for what was saved."""

    page_id: ClassVar[str] = "remind"
    place: ClassVar[str] = REMINDERS

    asked = Signal(object)
    opened = Signal()

    def __init__(self, frame: Frame, ground: RemindGround | None, chosen: Collection[str] = ()) -> None:
        super().__init__("", frame)
        self._announcer = Announcer(self)
        self._ground = ground
        self._noted: frozenset[str] = frozenset()
        self._done: Banner | None = None
        self._folds: RemindTable | None = None
        self.where = ""
        if ground is None:
            self._say_none()
        elif not ground.open_today:
            self._say_closed(ground)
        elif not ground.lines:
            self._say_nobody(ground)
        else:
            self._build_form(ground, chosen)

    def _say_none(self) -> None:
        self.introduce(self.tr("Reminders"))
        words = self.tr("No check is open"), self.tr("People can be reminded once a check has opened.")
        self.content.addWidget(EmptyState(*words, art="calendar"))

    def _say_closed(self, ground: RemindGround) -> None:
        day = day_words(ground.school_day, weekday=True)
        self.introduce(self.tr("Reminders"), self.tr("Nobody is reminded on a weekend or in a holiday."))
        next_day = self.tr("The next one is {day}. Come back then.").format(day=day)
        self.content.addWidget(Banner(self.tr("Today is no school day"), next_day, "waiting"))
        self._add_way_on(self.tr("Look at the term dates"), HOLIDAYS)

    def _say_nobody(self, ground: RemindGround) -> None:
        self.introduce(self.tr("Reminders"))
        self.content.addWidget(EmptyState(self.tr("Nobody is to be reminded today"), art="person"))
        self._add_left_out(ground)
        self._add_way_on(self.tr("Back to the register"), REGISTER)

    def _add_way_on(self, words: str, place: str) -> None:
        self.main_button = PrimaryButton(words)
        self.main_button.clicked.connect(lambda: self.went.emit(place))
        self.footer.add(self.main_button)

    def _build_form(self, ground: RemindGround, chosen: Collection[str]) -> None:
        count = self.tr("%n people can be reminded today.", "", len(ground.lines))
        often = self.tr("Nobody is reminded more than four times.")
        self.introduce(self.tr("Reminders"), f"{count} {often}")
        known = {line.person for line in ground.lines}
        self.table = RemindTable(ground.lines, known & set(chosen) if chosen else known)
        self._folds = self.table
        self.table.people.ticked.connect(self._follow)
        self.everybody = LinkButton(self.tr("Tick everybody"))
        self.nobody = LinkButton(self.tr("Tick nobody"))
        self.everybody.clicked.connect(lambda: self.table.people.tick(known, on=True))
        self.nobody.clicked.connect(lambda: self.table.people.tick(known, on=False))
        self.content.addWidget(self.table)
        self.content.addWidget(EvenRow(self.everybody, self.nobody))
        self._add_left_out(ground)
        self._add_words()
        self.how = Choices(self.tr("How do you want to remind them?"), way_offers())
        self.how.chose.connect(lambda _: self._follow())
        self.unreachable = BodyLabel("", measure=None)
        self.will_note = BodyLabel("", muted=True, measure=None)
        below: tuple[QWidget, ...] = (
            BodyLabel(self.tr("How do you want to remind them?"), strong=True),
            self.how,
            self.unreachable,
            self.will_note,
        )
        for part in below:
            self.content.addWidget(part)
        self.main_button = self.remind = PrimaryButton(press_words(None))
        self.remind.clicked.connect(self._ask)
        self.footer.add(self.remind)
        self._follow()

    def _add_left_out(self, ground: RemindGround) -> None:
        lines = left_out_words(ground)
        if lines:
            card = Card(self.tr("Left out today"), padding=24)
            card.body.addWidget(Points(lines))
            self.content.addWidget(card)

    def _add_words(self) -> None:
        card = Card(self.tr("What they read"), padding=24)
        hint = self.tr("What stands in curly brackets is filled in. Up to {count} characters.")
        self.text = LabelledText(self.tr("The text"), hint.replace("{count}", str(LONGEST)))
        self._proposal = ""
        self.text.field.textChanged.connect(self._preview)
        self.read_by = BodyLabel("", muted=True, caption=True)
        self.preview = BodyLabel("")
        for part in (self.text, self.read_by, self.preview):
            card.body.addWidget(part)
        self.content.addWidget(card)

    def _way(self) -> Way | None:
        key = self.how.chosen()
        return Way(key) if key else None

    def _reached(self) -> tuple[RemindLine, ...]:
        """Return whom the chosen way reaches, of those who are ticked."""
        ticked = self.table.people.ticked_lines()
        return tuple(line for line in ticked if line.by_mail) if self._way() in BY_MAIL else ticked

    def _follow(self) -> None:
        """Let proposal, preview and what will be noted follow the ticks and the way."""
        ticked, reached, way = self.table.people.ticked_lines(), self._reached(), self._way()
        if self._ground is not None and self.text.text() == self._proposal:
            people = ticked or self._ground.lines
            self._proposal = proposed([line.to for line in people], self._ground.today)
            if self.text.text() != self._proposal:
                self.text.field.setPlainText(self._proposal)
        missed = [line for line in ticked if line not in reached]
        self.unreachable.setVisible(bool(missed))
        words = self.tr("No e-mail address: {names}. Print slips for them afterwards.")
        self.unreachable.setText(words.format(names=names_of(missed)))
        self.remind.setText(press_words(way))
        self.will_note.setText(will_note_words(way, sum(line.person not in self._noted for line in reached)))
        self._preview()

    def _preview(self) -> None:
        if self._ground is None:
            return
        people, today = [line.to for line in self._reached()], self._ground.today
        self.read_by.setVisible(bool(people))
        self.preview.setVisible(bool(people))
        if not people:
            return
        if self._way() in _FOR_ALL:
            self.read_by.setText(self.tr("All of them read:"))
            self.preview.setText(filled_for_all(self.text.text(), people, today))
        else:
            self.read_by.setText(self.tr("{name} reads:").format(name=people[0].name))
            self.preview.setText(filled(self.text.text(), people[0], today))

    def _ask(self) -> None:
        """Ask for the file or the words, or say what is missing."""
        way, lacking = self._way(), list[tuple["QWidget", str]]()
        if not self.table.people.ticked_lines():
            lacking.append((self.table, self.tr("Tick at least one person")))
        if not self.text.text().strip():
            lacking.append((self.text, self.tr("Write what they are to read")))
        if way is None:
            lacking.append((self.how, self.tr("Choose how you want to remind them")))
        elif self.table.people.ticked_lines() and not self._reached():
            lacking.append((self.how, self.tr("Choose slips or the text: none of them has an e-mail address")))
        self.show_errors(lacking)
        if way is not None and not lacking:
            people = tuple(line.person for line in self._reached())
            self.asked.emit(ReminderAsked(way, people, self.text.text(), self._noted & set(people)))

    def finish(self, asked: ReminderAsked, noted: int, where: str = "") -> None:
        """Say what was saved or copied and noted; whom it reached is unticked, so that the others are left."""
        self._noted |= set(asked.people)
        self.clear_trouble()
        self.show_errors([])
        if self._done is not None:
            self.content.removeWidget(self._done)
            self._done.hide()
            self._done.deleteLater()
        self.where, title = where, noted_words(noted)
        more = (
            self.tr("Saved: {where}").format(where=where)
            if where
            else self.tr("Copied. Paste it where you need it.")
        )
        self._done = Banner(title, more, "done", self._open_words(asked.way))
        self._done.acted.connect(self.opened)
        self.content.insertWidget(0, self._done)
        self.table.people.mark(asked.people)
        self.area.verticalScrollBar().setValue(0)
        self._announcer.say(title)

    def _open_words(self, way: Way) -> str:
        return {
            Way.DRAFT: self.tr("Open the draft"),
            Way.SLIP: self.tr("Open the slips"),
            Way.LIST: self.tr("Open the list"),
            Way.CALENDAR: self.tr("Open the entry"),
        }.get(way, "")

    def fold(self) -> None:
        """Leave columns out where there is no room for them."""
        super().fold()
        if self._folds is not None:
            self._folds.show_narrow(narrow=self.narrow)

    def day(self) -> str:
        """Return today as it stands in the name of a file."""
        return "" if self._ground is None else self._ground.today.isoformat()

    def show_refused(self, sentence: str) -> None:
        """Say why nobody was reminded, and what to do; ticks and words stay."""
        self.show_errors([(self.heading, sentence)])
