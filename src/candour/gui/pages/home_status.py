"""How a person's check stands: the ring, one line of status, what to press; and the rows by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from candour.gui.language import day_words
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel, HeadingLabel
from candour.gui.widgets.ring import ProgressRing
from candour.gui.widgets.rows import TaskRow

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from candour.gui.widgets.chip import ChipRole
    from candour.services.results import GroupLine, Home

SOON = 14
"""Days before the due date from which it is shown in the colour of what is due soon."""

_FOLD = 520
"""Narrower than so many pixels, at 100 per cent text, the ring stands above the words."""


def heading_of(page: QWidget, home: Home) -> tuple[str, str]:
    """Return the heading of the home page and the sentence under it."""
    if home.kind == "open":
        lead = QCoreApplication.translate(
            "HomePage",
            "%n questions about your own accounts, phone and e-mail. About 10 minutes here, plus the time "
            "with your apps.",
            "",
            home.of,
        )
        return page.tr("My check for {round}").format(round=home.round), lead
    if home.kind == "signed":
        return page.tr("My declaration for {round}").format(round=home.round), ""
    return page.tr("My check"), ""


class StatusCard(Card):
    """The ring, the line of status, the due date as a chip, and the buttons that lead on."""

    def __init__(self, home: Home, today: date) -> None:
        super().__init__(padding=24)
        self.line = HeadingLabel(_line(self, home), 2)
        self.about = BodyLabel(_about(self, home), muted=True)
        self.about.setVisible(bool(self.about.text()))
        self.chip = Chip(*_chip(self, home, today))
        begun = self.tr("Continue") if home.done else self.tr("Start my check")
        self.go_on = PrimaryButton(begun)
        self.changed = SecondaryButton(self.tr("Something has changed"))
        self.go_on.setVisible(home.kind == "open")
        self.changed.setVisible(home.kind == "signed")
        self._lay_out(home)

    def _lay_out(self, home: Home) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.line, 1)
        words = self._words = QVBoxLayout()
        left = Qt.AlignmentFlag.AlignLeft
        # Aligned to the left too: else the chip, as narrow as its words, narrows what stands above it.
        self._head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop | left)
        words.addLayout(self._head)
        words.addWidget(self.about)
        for button in (self.go_on, self.changed):
            words.addWidget(button, 0, left)
        if home.kind != "nothing":
            self._row.addWidget(ProgressRing(*_ring(home)), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self.body.addLayout(self._row)
        theme_of(self).changed.connect(self._space)
        self._space()
        self.chip.setVisible(bool(self.chip.text()))

    def _space(self) -> None:
        px = theme_of(self).metrics.px
        self._words.setSpacing(px(6))
        self._head.setSpacing(px(6))
        self._row.setSpacing(px(28))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ring above the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < theme_of(self).metrics.px(_FOLD)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in (self._row, self._head):
            row.setDirection(way)

    def offer_to_go_on(self, words: str) -> None:
        """Offer to go on with what was begun and not signed."""
        self.go_on.setText(words)
        self.go_on.show()


class TaskRows(Card):
    """The groups of questions, each a row; `wanted` carries the question to go to, "" for Check and sign."""

    wanted = Signal(str)

    def __init__(self, groups: tuple[GroupLine, ...]) -> None:
        super().__init__(padding=12, spacing=0)
        self.rows: list[TaskRow] = []
        for group in groups:
            self._add(group.title, *_group_state(self, group), group.first)
        ready = all(group.done == group.of for group in groups)
        state: tuple[str, ChipRole] = (
            (self.tr("Ready to sign"), "todo") if ready else (self.tr("After the questions"), "neutral")
        )
        self._add(self.tr("Check and sign"), *state, "")

    def _add(self, words: str, state: str, role: ChipRole, question: str) -> None:
        if self.rows:
            self.body.addWidget(Line())
        row = TaskRow(words, state, role)
        row.clicked.connect(lambda: self.wanted.emit(question))
        self.rows.append(row)
        self.body.addWidget(row)


def _group_state(card: QWidget, group: GroupLine) -> tuple[str, ChipRole]:
    if group.done == group.of:
        return card.tr("Done"), "done"
    if not group.done:
        return card.tr("Not started"), "neutral"
    return card.tr("{done} of {of} done").format(done=group.done, of=group.of), "waiting"


def _ring(home: Home) -> tuple[int, int]:
    return (home.done, home.of) if home.kind == "open" and home.on_paper is None else (1, 1)


def _line(card: QWidget, home: Home) -> str:
    if home.on_paper is not None:
        return card.tr("You have signed on paper.")
    if home.kind == "open":
        return card.tr("{done} of {of} done").format(done=home.done, of=home.of)
    if home.kind == "nothing":
        return card.tr("Nothing to do now.")
    if home.policy is not None and not home.todos:
        return card.tr("You have signed. Since then the policy has changed.")
    if home.changed and not home.todos:
        return card.tr("You have signed. Since then something was decided or has ended.")
    if not home.todos:
        return card.tr("You have signed. Nothing to do now.")
    day = day_words(min(todo.until for todo in home.todos))
    words = QCoreApplication.translate(
        "StatusCard", "You have signed. %n things to do, the first by {day}.", "", len(home.todos)
    )
    return words.format(day=day)


def _about(card: QWidget, home: Home) -> str:
    if home.on_paper is not None:
        words = card.tr(
            "You signed on {day}. It was entered for you, and a second person compared it with your paper. "
            "If you sign here too, that counts instead."
        )
        return words.format(day=day_words(home.on_paper))
    if home.kind == "open" and home.due is not None:
        return _about_open(card, home, day_words(home.due, weekday=True))
    if home.updating:
        return card.tr("You have begun an update and not signed it. What you signed before stands until then.")
    if home.next_opens is not None and not home.todos and not home.changed and home.policy is None:
        return card.tr("Your next check opens on {day}.").format(day=day_words(home.next_opens))
    return ""


def _about_open(card: QWidget, home: Home, day: str) -> str:
    if not home.done:
        return card.tr("Sign by {day}.").format(day=day)
    if home.stopped_at:
        return card.tr("You stopped at “{rail}”. Sign by {day}.").format(rail=home.stopped_at, day=day)
    return card.tr("Every question is answered. Check and sign by {day}.").format(day=day)


def _chip(card: QWidget, home: Home, today: date) -> tuple[str, ChipRole]:
    if home.on_paper is not None:
        return card.tr("Entered for you from paper"), "done"
    if home.kind == "signed":
        count = len(home.todos)
        return (
            (card.tr("Signed, {count} open").format(count=count), "todo") if count else (card.tr("Signed"), "done")
        )
    if home.kind == "nothing" or home.due is None:
        return "", "neutral"
    days = (home.due - today).days
    if days < 0:
        return card.tr("Overdue"), "danger"
    if not days:
        return card.tr("Due today"), "todo"
    words = (
        card.tr("Due tomorrow")
        if days == 1
        else QCoreApplication.translate("StatusCard", "Due in %n days", "", days)
    )
    return words, "todo" if days <= SOON else "neutral"
