"""H1 Today: what waits for whoever decides, the most pressing first; Up, Down and Enter go through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.language import day_words
from candour.gui.pages.deciding_words import waiting_row, waiting_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import ANSWERS, DECISIONS, TODAY
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.labels import BodyLabel, HeadingLabel
from candour.gui.widgets.request_row import RequestRow, RowList

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.gui.widgets.chip import ChipRole
    from candour.services.deciding_results import LateToDo, Today

_ENVELOPE = "envelope "
SPEAK, TALK, BROUGHT = "speak", "talk", "brought"
"""The keys of the rows that lead to who wants to be heard."""


class TodayPage(PlacedPage):
    """`request_wanted` carries a reference, `speaking_wanted` which list of people, `envelope_wanted` a paper."""

    page_id: ClassVar[str] = "today"
    place: ClassVar[str] = TODAY

    request_wanted = Signal(str)
    speaking_wanted = Signal(str)
    envelope_wanted = Signal(str)

    def __init__(self, frame: Frame, today: Today) -> None:
        super().__init__("", frame)
        self.introduce(self.tr("Today"), waiting_words(today.requests) if today.waits else "")
        self.list = RowList()
        self._add_people(today)
        self._add_requests(today)
        self._add_envelopes(today)
        self._add_talks(today)
        self._add_late(today)
        waits = [line for line in today.requests if not line.mine]
        if DECISIONS in self.sidebar.places:
            self.sidebar.set_count(DECISIONS, len(waits))
        if not today.waits:
            self.content.addWidget(EmptyState(self.tr("Nothing is waiting for you."), art="tick"))
        self.content.addWidget(self.list)
        self.signed = BodyLabel(strong=True)
        if today.signed is not None:
            words = self.tr("{signed} of {of} signed").format(signed=today.signed, of=today.of)
            self.signed.setText(words)
            self.content.addWidget(self.signed)
        self.list.opened.connect(self._open)

    def _add_people(self, today: Today) -> None:
        if today.speak_today:
            self._head(self.tr("Wants to speak to you today"))
            self._count(SPEAK, today.speak_today, self.tr("Go to them first"), "danger")
        if today.brought:
            self._head(self.tr("Brought to you"))
            self._count(BROUGHT, today.brought, self.tr("To look at"), "todo")

    def _add_requests(self, today: Today) -> None:
        if today.requests:
            self._head(self.tr("Requests waiting, the oldest first"))
        for line in today.requests:
            self.list.add(line.reference, waiting_row(line))

    def _add_envelopes(self, today: Today) -> None:
        if today.envelopes:
            self._head(self.tr("Paper envelopes, for you to open"))
        for each in today.envelopes:
            words = self.tr("An envelope from {name}").format(name=each.name)
            below = self.tr("Except, for {points}").format(points=", ".join(each.points))
            row = RequestRow(words, day_words(each.signed_on), below, self.tr("Waiting for you"), "waiting")
            self.list.add(f"{_ENVELOPE}{each.paper}", row)

    def _add_talks(self, today: Today) -> None:
        if today.rather_talk:
            self._head(self.tr("Would rather talk"))
            self._count(TALK, today.rather_talk, self.tr("When you have time"), "waiting")

    def _add_late(self, today: Today) -> None:
        if today.late:
            self._head(self.tr("About pupils, and past their day"))
        for number, each in enumerate(today.late):
            self.list.add(f"late {number}", self._late(each))

    def _late(self, each: LateToDo) -> RequestRow:
        day = self.tr("by {day}").format(day=day_words(each.until))
        below = self.tr("To do: {about}").format(about=each.about)
        return RequestRow(each.name, day, below, self.tr("Past its day"), "danger")

    def _head(self, words: str) -> None:
        self.list.add_part(HeadingLabel(words, 3))

    def _count(self, key: str, count: int, chip: str, role: ChipRole) -> None:
        words = self.tr("1 person") if count == 1 else self.tr("{count} people").format(count=count)
        if key == BROUGHT:
            words = self.tr("1 thing") if count == 1 else self.tr("{count} things").format(count=count)
        self.list.add(key, RequestRow(words, "", "", chip, role))

    def _open(self, key: str) -> None:
        if key in (SPEAK, TALK, BROUGHT):
            self.speaking_wanted.emit(key)
        elif key.startswith("late "):
            self.went.emit(ANSWERS)
        elif key.startswith(_ENVELOPE):
            self.envelope_wanted.emit(key.removeprefix(_ENVELOPE))
        else:
            self.request_wanted.emit(key)
