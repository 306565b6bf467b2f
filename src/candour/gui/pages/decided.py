"""What was decided: found by a few letters, to print a letter once more or to revoke an approval."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.domain.request_moves import APPROVED, RequestState
from candour.gui.language import day_words
from candour.gui.pages.deciding_words import what_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import DECISIONS
from candour.gui.theme import theme_of
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.fields import LabelledField, LabelledText
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.gui.widgets.chip import ChipRole
    from candour.services.deciding_results import DecidedLine

SHOWN = 50
"""How many decisions are shown at once: a few letters find the others."""


class DecidedPage(PlacedPage):
    """`letter_wanted` and `revoke_wanted` carry a reference."""

    page_id: ClassVar[str] = "decided"
    place: ClassVar[str] = DECISIONS

    letter_wanted = Signal(str)
    revoke_wanted = Signal(str)

    def __init__(self, frame: Frame, lines: tuple[DecidedLine, ...], said: str = "") -> None:
        self._holder = QWidget()
        self._found = QVBoxLayout(self._holder)
        self._found.setContentsMargins(0, 0, 0, 0)
        super().__init__("", frame)
        self._lines = lines
        self.introduce(self.tr("What was decided"), self.tr("The newest first. A letter can be printed again."))
        if said:
            self.content.addWidget(Banner(said, role="done"))
        self.search = LabelledField(self.tr("Find a decision"), self.tr("A part of a name, a reference or a kind"))
        self.content.addWidget(self.search)
        self.empty = EmptyState(self.tr("No decision matches"), self.tr("Type fewer letters."), art="document")
        self.none = EmptyState(self.tr("Nothing was decided yet."), art="document")
        self.more = BodyLabel(muted=True)
        for part in (self.none, self.empty, self._holder, self.more):
            self.content.addWidget(part)
        self.main_button = self.back = SecondaryButton(self.tr("Back to the requests"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)
        self.search.field.textChanged.connect(self._search)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._show(lines)

    def _space(self) -> None:
        super()._space()
        self._found.setSpacing(theme_of(self).metrics.px(12))

    def _search(self, text: str) -> None:
        wanted = text.casefold().split()
        found = [each for each in self._lines if all(word in _words(each) for word in wanted)]
        self._show(tuple(found))
        one, many = self.tr("1 decision matches"), self.tr("{count} decisions match").format(count=len(found))
        self._announcer.say(one if len(found) == 1 else many)

    def _show(self, lines: tuple[DecidedLine, ...]) -> None:
        while (item := self._found.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()
        self.cards: dict[str, DecidedCard] = {}
        for line in lines[:SHOWN]:
            card = self.cards[line.reference] = DecidedCard(line)
            card.letter.clicked.connect(lambda _on=False, which=line.reference: self.letter_wanted.emit(which))
            card.revoke.clicked.connect(lambda _on=False, which=line.reference: self.revoke_wanted.emit(which))
            self._found.addWidget(card)
        left = len(lines) - SHOWN
        self.more.setText(self.tr("{count} more: type a part of a name to find one.").format(count=left))
        self.more.setVisible(left > 0)
        self.none.setVisible(not self._lines)
        self.search.setVisible(bool(self._lines))
        self.empty.setVisible(bool(self._lines) and not lines)


class DecidedCard(Card):
    """One decision: what it was, how it stands, and the buttons `letter` and `revoke`."""

    def __init__(self, line: DecidedLine) -> None:
        super().__init__(f"{line.name} · {what_words(line.kind, line.connection)}", padding=24)
        self.beside_title(Chip(line.state.value, _role(line)))
        words = self.tr("{reference}, decided {day} by {name}")
        said = words.format(reference=line.reference, day=day_words(line.decided_on), name=line.decided_by)
        if line.on_paper:
            said += self.tr(", on paper")
        if line.until is not None:
            said += self.tr(", until {day}").format(day=day_words(line.until))
        self.body.addWidget(BodyLabel(f"{said}.", measure=None))
        if line.conditions:
            self.body.addWidget(BodyLabel("; ".join(line.conditions), muted=True, caption=True, measure=None))
        self.letter = SecondaryButton(self.tr("See the letter"))
        self.letter.setAccessibleName(self.tr("See the letter of {reference}").format(reference=line.reference))
        self.revoke = DangerButton(self.tr("Revoke …"))
        self.revoke.setAccessibleName(self.tr("Revoke {reference}").format(reference=line.reference))
        self.letter.setVisible(line.has_letter)
        self.revoke.setVisible(line.can_revoke)
        row = EvenRow(self.letter, self.revoke)
        row.setVisible(line.has_letter or line.can_revoke)
        self.body.addWidget(row)


class RevokePage(PlacedPage):
    """Asked before an approval ends: `confirmed` carries the reason that its asker reads."""

    page_id: ClassVar[str] = "revoke"
    place: ClassVar[str] = DECISIONS

    confirmed = Signal(str)

    def __init__(self, frame: Frame, line: DecidedLine) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Revoke {reference}?").format(reference=line.reference),
            self.tr("It does not hold from today on. {name} is told, and can ask again.").format(name=line.name),
        )
        self.reason = LabelledText(
            self.tr("The reason that {name} will read").format(name=line.name),
            self.tr("Only {name} and whoever decides read it.").format(name=line.name),
        )
        self.content.addWidget(self.reason)
        self.main_button = self.keep = PrimaryButton(self.tr("Back, nothing changes"))
        self.revoke = DangerButton(self.tr("Revoke it"))
        self.keep.clicked.connect(self.went_back)
        self.revoke.clicked.connect(self._go_on)
        for button in (self.keep, self.revoke):
            self.footer.add(button)
        self._name = line.name

    def _go_on(self) -> None:
        said = self.reason.text().strip()
        words = self.tr("Give a reason {name} will read").format(name=self._name)
        self.show_errors([] if said else [(self.reason, words)])
        if said:
            self.confirmed.emit(said)

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was done, and what to do."""
        self.show_errors([(self.heading, sentence)])


def _role(line: DecidedLine) -> ChipRole:
    if line.state in APPROVED:
        return "done"
    return "neutral" if line.state is RequestState.ENDED else "danger"


def _words(line: DecidedLine) -> str:
    parts = (line.name, line.reference, what_words(line.kind, line.connection), line.state.value, line.decided_by)
    return " ".join(parts).casefold()
