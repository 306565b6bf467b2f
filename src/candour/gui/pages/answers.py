"""The answers of one question: cards of which none is chosen beforehand, with room for what to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.gui.theme import theme_of
from candour.gui.widgets.choices import ChoiceCard, ChoiceGroup
from candour.gui.widgets.labels import FieldError

if TYPE_CHECKING:
    from collections.abc import Sequence


class Choices(QWidget):
    """Cards by key, under the question that names the group; `chose` carries the key of the chosen card."""

    chose = Signal(str)

    def __init__(self, question: str, offers: Sequence[tuple[str, str, str]]) -> None:
        """Offer (key, label, hint) in this order."""
        super().__init__()
        self.error = FieldError()
        self.group = ChoiceGroup(question)
        self.cards: dict[str, ChoiceCard] = {}
        for key, label, hint in offers:
            card = ChoiceCard(label, hint)
            card.toggled.connect(lambda on, key=key: self.chose.emit(key) if on else None)
            self.group.add(card)
            self.cards[key] = card
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.error)
        self._column.addWidget(self.group)
        self.setFocusProxy(next(iter(self.cards.values())))
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        self._column.setSpacing(theme_of(self).metrics.px(6))

    def chosen(self) -> str:
        """Return the key of the chosen card, or "" while there is none."""
        return next((key for key, card in self.cards.items() if card.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose a card, as when a given answer comes back."""
        self.cards[key].setChecked(True)

    def put_under(self, key: str, part: QWidget) -> None:
        """Put something under one card, before the next."""
        column = self.group.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.cards[key]) + 1, part)

    def show_error(self, problem: str) -> None:
        """Say above the cards what to do; a screen reader hears it with the group."""
        self.error.say(problem)
        self.group.setAccessibleDescription(problem)
