"""The offices of one person: those that they held, hold or will hold, and giving one from a day to a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from candour.domain.people import Office
from candour.gui.language import day_words
from candour.gui.offices import office_words
from candour.gui.pages.month_field import ListField
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from candour.services.people_results import HoldingLine


class OfficesCard(Card):
    """`given` carries office, first day, last day (None: until it is ended) and whether acting; `ended` the id."""

    given = Signal(str, object, object, bool)
    ended = Signal(str, object)

    def __init__(self, holdings: Sequence[HoldingLine], today: date, *, here: bool) -> None:
        super().__init__(self.tr("Offices"), padding=24)
        self._today = today
        self.ends: dict[str, LinkButton] = {}
        if not holdings:
            self.body.addWidget(BodyLabel(self.tr("Holds no office.")))
        for line in holdings:
            self._add_holding(line)
        if here:
            self.body.addWidget(Line())
            self._add_form()

    def _add_holding(self, line: HoldingLine) -> None:
        self.body.addWidget(BodyLabel(self._words(line), muted=line.over))
        if line.over:
            return
        end = LinkButton(self.tr("End it today"))
        named = self.tr("End it today: {office}, from {day}")
        end.setAccessibleName(named.format(office=office_words(line.office), day=day_words(line.since)))
        end.clicked.connect(lambda: self.ended.emit(line.holding, self._today))
        self.ends[line.holding] = end
        self.body.addWidget(end, 0, Qt.AlignmentFlag.AlignLeft)

    def _words(self, line: HoldingLine) -> str:
        office = office_words(line.office)
        if line.acting:
            office = self.tr("{office}, acting").format(office=office)
        if line.until is None:
            return self.tr("{office}, from {day}").format(office=office, day=day_words(line.since))
        words = self.tr("{office}, from {day} to {last}")
        return words.format(office=office, day=day_words(line.since), last=day_words(line.until))

    def _add_form(self) -> None:
        unchosen = self.tr("Choose an office")
        self.office = ListField(self.tr("Give an office"), [office_words(office) for office in Office], unchosen)
        self.since = DateField(self.tr("From"), self._today)
        self.has_end = TickCard(self.tr("It has a last day"))
        self.until = DateField(self.tr("Last day"), self._today)
        self.acting = TickCard(self.tr("Acting"), self.tr("Stands in while somebody else holds the office"))
        self.give = SecondaryButton(self.tr("Give this office"))
        for part in (self.office, self.since, self.has_end, self.until, self.acting):
            self.body.addWidget(part)
        self.body.addWidget(self.give, 0, Qt.AlignmentFlag.AlignLeft)
        self.until.hide()
        self.has_end.toggled.connect(self.until.setVisible)
        self.give.clicked.connect(self._give)

    def _give(self) -> None:
        place = self.office.field.currentIndex()
        self.office.show_error("" if place >= 0 else self.tr("Choose the office first"))
        if place >= 0:
            until = self.until.date() if self.has_end.isChecked() else None
            self.given.emit(tuple(Office)[place].value, self.since.date(), until, self.acting.isChecked())
        else:
            self.office.setFocus(Qt.FocusReason.OtherFocusReason)
