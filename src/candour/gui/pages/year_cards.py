"""The cards of a person's year, on the home page and in the record: to-dos, exceptions, declarations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QVBoxLayout, QWidget

from candour.domain.exception_request import kind_words
from candour.gui.language import day_words
from candour.gui.pages.connections import state_role
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from candour.services.results import DeclarationLine, OpenRequest
    from candour.services.year_results import ToDo

_LEAST_WORDS_EM = 11


class _Row(QWidget):
    """Words, and what stands beside them; it goes under them where they would be squeezed."""

    def __init__(self, words: str, below: str, beside: QWidget | None) -> None:
        super().__init__()
        self._beside = beside
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(BodyLabel(words, strong=True))
        if below:
            said.addWidget(BodyLabel(below, muted=True, caption=True))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(said, 1)
        if beside is not None:
            self._row.addWidget(beside, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        taken = self._beside.sizeHint().width() if self._beside is not None else 0
        narrow = self.width() - taken < _LEAST_WORDS_EM * theme_of(self).metrics.em
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)


class YearCard(Card):
    """A card of rows: two lines of words at the left, and at the right a chip or a button."""

    def __init__(self, title: str) -> None:
        super().__init__(title, padding=24)
        self.rows = 0

    def add_row(self, words: str, below: str, beside: QWidget | None = None) -> None:
        """Add a row; what stands beside goes under it where the card is narrow."""
        if self.rows:
            self.body.addWidget(Line())
        self.rows += 1
        self.body.addWidget(_Row(words, below, beside))

    def say_empty(self, words: str) -> None:
        """Say that there is nothing."""
        self.body.addWidget(BodyLabel(words, muted=True))


class ToDosCard(YearCard):
    """What the person promised to do; `done` carries the one that they say they have done."""

    done = Signal(object)

    def __init__(self, todos: Sequence[ToDo]) -> None:
        super().__init__(_tr("To do"))
        self.buttons: dict[ToDo, QAbstractButton] = {}
        for todo in todos:
            button = SecondaryButton(self.tr("I have done this"))
            about = f"{todo.about}, {todo.beside}" if todo.beside else todo.about
            button.setAccessibleName(self.tr("I have done this: {about}").format(about=about))
            button.clicked.connect(lambda _on=False, todo=todo: self.done.emit(todo))
            self.buttons[todo] = button
            self.add_row(what_to_do(todo), self._when(todo), button)

    def _when(self, todo: ToDo) -> str:
        words = self.tr("By {day}; that day is past") if todo.past else self.tr("By {day}")
        said = words.format(day=day_words(todo.until))
        return f"{todo.beside} · {said}" if todo.beside else said


def what_to_do(todo: ToDo) -> str:
    """Return a to-do in words: what it is about, and what was said."""
    return f"{todo.about[:1].upper()}{todo.about[1:]}: {todo.words}"


class RequestsCard(YearCard):
    """The person's exception requests, in their own words; `ask_wanted` asks for one more.

    `opened` carries the reference of the one to look at, `draft_wanted` the id of a draft to go on with.
    """

    ask_wanted = Signal()
    opened = Signal(str)
    draft_wanted = Signal(str)

    def __init__(self, requests: Sequence[OpenRequest], *, can_ask: bool) -> None:
        super().__init__(_tr("My exceptions"))
        self.opens: dict[str, LinkButton] = {}
        for request in requests:
            parts = [part for part in (kind_words(request.kind), request.reference) if part]
            if request.until is not None:
                parts.append(self.tr("until {day}").format(day=day_words(request.until)))
            words = request.who or request.reference or self.tr("Not written yet")
            self.add_row(words, " · ".join(parts), self._state_and_way(request))
        if not requests:
            self.say_empty(self.tr("You have asked for none."))
        self.ask = SecondaryButton(self.tr("Ask for an exception"))
        self.ask.clicked.connect(self.ask_wanted)
        self.ask.setVisible(can_ask)
        self.body.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)

    def _state_and_way(self, request: OpenRequest) -> QWidget:
        """Return the state as a chip, and under it the way to the whole story, or on with a draft."""
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Chip(request.state, state_role(request.state)), 0, Qt.AlignmentFlag.AlignLeft)
        words = self.tr("Go on") if request.draft else self.tr("Look at it")
        link = LinkButton(words)
        name = request.reference or self.tr("draft {number}").format(number=len(self.opens) + 1)
        link.setAccessibleName(f"{words}: {name}")
        signal, key = (self.draft_wanted, request.draft) if request.draft else (self.opened, request.reference)
        link.clicked.connect(lambda: signal.emit(key))
        self.opens[key] = link
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return part


class DeclarationsCard(YearCard):
    """The person's declarations, newest first; `save_wanted` carries the reference of the one to save."""

    save_wanted = Signal(str)

    def __init__(self, title: str, lines: Sequence[DeclarationLine]) -> None:
        super().__init__(title)
        self._several = len({line.title for line in lines}) > 1
        self.saves: dict[str, LinkButton] = {}
        for line in lines:
            save = LinkButton(self.tr("Save PDF"), icon="save")
            save.setAccessibleName(self.tr("Save PDF of {reference}").format(reference=line.reference))
            save.clicked.connect(lambda _on=False, reference=line.reference: self.save_wanted.emit(reference))
            self.saves[line.reference] = save
            titled = self.tr("{title} {round}").format(title=line.title, round=line.round)
            self.add_row(titled if self._several else line.round, self._about(line), save)
        if not lines:
            self.say_empty(self.tr("You have signed none yet."))

    def _about(self, line: DeclarationLine) -> str:
        parts = [self.tr("Signed {day}").format(day=day_words(line.signed_on)), line.reference]
        if line.open_lines:
            parts.append(self.tr("{count} open when signed").format(count=line.open_lines))
        parts.append(self._proof(line))
        return " · ".join(parts)

    def _proof(self, line: DeclarationLine) -> str:
        if line.on_paper:
            return self.tr("entered for you from paper")
        return self.tr("sealed by the school") if line.sealed else self.tr("not yet sealed by the school")


def _tr(words: str) -> str:
    return QCoreApplication.translate("YearCard", words)
