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
    from PySide6.QtWidgets import QAbstractButton, QWidget

    from candour.gui.widgets.chip import ChipRole
    from candour.services.year_results import CheckLine, GroupLine, Home

SOON = 14
"""Days before the due date from which it is shown in the colour of what is due soon."""

_FOLD = 520
"""Narrower than so many pixels, at 100 per cent text, the ring stands above the words."""


def heading_of(page: QWidget, home: Home) -> tuple[str, str]:
    """Return the heading of the home page and the sentence under it."""
    if home.kind == "open":
        lead = " ".join(_lead(check) for check in home.checks if not check.signed)
        return page.tr("My check for {round}").format(round=home.round), lead
    if home.kind == "signed":
        return page.tr("My declaration for {round}").format(round=home.round), ""
    return page.tr("My check"), ""


def _lead(check: CheckLine) -> str:
    if check.everyones:
        return QCoreApplication.translate(
            "HomePage",
            "%n questions about your own accounts, phone and e-mail. About 10 minutes here, plus the time "
            "with your apps.",
            "",
            check.of,
        )
    return QCoreApplication.translate(
        "HomePage", "%n questions about the school’s accounts, because you post for the school.", "", check.of
    )


class StatusCard(Card):
    """How one check stands: the ring, one line, the due date as a chip, and the buttons that lead on.

    `check` is None where nothing is asked. With `named` it stands beside another, and its title says which it is;
    `first` is the one to go on with, whose button is the main one of the page.
    """

    def __init__(
        self, home: Home, check: CheckLine | None, today: date, *, named: bool = False, first: bool = True
    ) -> None:
        super().__init__(padding=24)
        self.check = check
        self.which = BodyLabel(check.title if named and check is not None else "", strong=True)
        self.which.setVisible(bool(self.which.text()))
        self.line = HeadingLabel(_line(self, check, named=named), 2)
        self.about = BodyLabel(_about(self, home, check), muted=True)
        self.about.setVisible(bool(self.about.text()))
        self.chip = Chip(*_chip(self, home, check, today))
        self.go_on = PrimaryButton("") if first else SecondaryButton("")
        self.changed = SecondaryButton("")
        self._offer(check)
        self._lay_out(check)

    def _offer(self, check: CheckLine | None) -> None:
        self._say(self.go_on, self._going_on(check))
        self._say(self.changed, self.tr("Something has changed"))
        self.go_on.setVisible(check is not None and (check.updating or not check.signed))
        self.changed.setVisible(check is not None and check.signed)

    def _going_on(self, check: CheckLine | None) -> str:
        if check is not None and check.updating:
            return self.tr("Go on with my update")
        if check is not None and check.done:
            return self.tr("Continue")
        return self.tr("Start my check") if check is None or check.everyones else self.tr("Start")

    def _say(self, button: QAbstractButton, words: str) -> None:
        which = self.which.text()
        button.setText(words)
        button.setAccessibleName(f"{words}: {which}" if which else words)

    def _lay_out(self, check: CheckLine | None) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.line, 1)
        words = self._words = QVBoxLayout()
        left = Qt.AlignmentFlag.AlignLeft
        # Aligned to the left too: else the chip, as narrow as its words, narrows what stands above it.
        self._head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop | left)
        words.addWidget(self.which)
        words.addLayout(self._head)
        words.addWidget(self.about)
        for button in (self.go_on, self.changed):
            words.addWidget(button, 0, left)
        if check is not None:
            ring = (1, 1) if check.signed or check.on_paper is not None else (check.done, check.of)
            self._row.addWidget(ProgressRing(*ring), 0, Qt.AlignmentFlag.AlignTop)
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


class TaskRows(Card):
    """The groups of questions, each a row; `wanted` carries the question to go to, "" for Check and sign.

    With a `title` it stands beside those of another checklist.
    """

    wanted = Signal(str)

    def __init__(self, groups: tuple[GroupLine, ...], title: str = "") -> None:
        super().__init__(title, padding=12, spacing=0)
        theme_of(self).changed.connect(self._indent)
        self._indent()
        self.rows: list[TaskRow] = []
        for group in groups:
            self._add(group.title, *_group_state(self, group), group.first)
        ready = all(group.done == group.of for group in groups)
        state: tuple[str, ChipRole] = (
            (self.tr("Ready to sign"), "todo") if ready else (self.tr("After the questions"), "neutral")
        )
        sign = self.tr("Check and sign")
        self._add(f"{sign}: {title}" if title else sign, *state, "")

    def _indent(self) -> None:
        """Let the title begin where the words of the rows do."""
        if self._beside is not None:
            px = theme_of(self).metrics.px
            self._beside.setContentsMargins(px(10), px(8), px(10), px(8))

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


def _line(card: QWidget, check: CheckLine | None, *, named: bool) -> str:
    if check is None:
        return card.tr("Nothing to do now.")
    if check.on_paper is not None:
        return card.tr("You have signed on paper.")
    if not check.signed:
        return card.tr("{done} of {of} done").format(done=check.done, of=check.of)
    return _line_signed(card, check, named=named)


def _line_signed(card: QWidget, check: CheckLine, *, named: bool) -> str:
    if check.policy is not None and not check.todos:
        return card.tr("You have signed. Since then the policy has changed.")
    if check.changed and not check.todos:
        return card.tr("You have signed. Since then something was decided or has ended.")
    if not check.todos:
        return (
            card.tr("You have signed. Nothing to do here.")
            if named
            else card.tr("You have signed. Nothing to do now.")
        )
    day = day_words(min(todo.until for todo in check.todos))
    words = QCoreApplication.translate(
        "StatusCard", "You have signed. %n things to do, the first by {day}.", "", len(check.todos)
    )
    return words.format(day=day)


def _about(card: QWidget, home: Home, check: CheckLine | None) -> str:
    if check is not None and check.on_paper is not None:
        words = card.tr(
            "You signed on {day}. It was entered for you, and a second person compared it with your paper. "
            "If you sign here too, that counts instead."
        )
        return words.format(day=day_words(check.on_paper))
    if check is not None and not check.signed and home.due is not None:
        return _about_open(card, check, day_words(home.due, weekday=True))
    if check is not None and check.updating:
        return card.tr("You have begun an update and not signed it. What you signed before stands until then.")
    last = not home.checks or check is home.checks[-1]
    if home.next_opens is not None and last and home.is_done:
        return card.tr("Your next check opens on {day}.").format(day=day_words(home.next_opens))
    return ""


def _about_open(card: QWidget, check: CheckLine, day: str) -> str:
    if not check.done:
        return card.tr("Sign by {day}.").format(day=day)
    if check.stopped_at:
        return card.tr("You stopped at “{rail}”. Sign by {day}.").format(rail=check.stopped_at, day=day)
    return card.tr("Every question is answered. Check and sign by {day}.").format(day=day)


def _chip(card: QWidget, home: Home, check: CheckLine | None, today: date) -> tuple[str, ChipRole]:
    if check is not None and check.on_paper is not None:
        return card.tr("Entered for you from paper"), "done"
    if check is not None and check.signed:
        count = len(check.todos)
        return (
            (card.tr("Signed, {count} open").format(count=count), "todo") if count else (card.tr("Signed"), "done")
        )
    if check is None or home.due is None:
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
