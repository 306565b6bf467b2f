"""Your keys: what signs in this person's name, so that a key that is not theirs is noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Signal

from candour.domain.confirmation import KeyState
from candour.gui.language import day_words
from candour.gui.pages.centred import CentredPage
from candour.gui.pages.word_grid import WordGrid
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.widgets.chip import ChipRole
    from candour.services.results import KeyLine

_ROLES: dict[str, ChipRole] = {KeyState.GOOD: "done", KeyState.WAITING: "waiting", KeyState.CLOSED: "neutral"}


class YourKeysPage(CentredPage):
    """Shows each key, oldest first: when it was made, who invited, how it stands, and its six words."""

    page_id: ClassVar[str] = "your-keys"
    wide = 760

    continued = Signal()

    def __init__(self, keys: Sequence[KeyLine], hr: str) -> None:
        super().__init__("")
        self.introduce(self.tr("Your keys"), self.tr("Each of these can sign in your name."))
        self.chips: list[Chip] = []
        for key in keys:
            self.content.addWidget(self._card(key))
        self.warning = BodyLabel(
            self.tr("If one of these is not yours, tell {hr} and the Headteacher now.").format(
                hr=hr or self.tr("the school office")
            ),
            strong=True,
        )
        self.content.addWidget(self.warning)
        self.main_button = self.go_on = PrimaryButton(self.tr("Continue"))
        self.go_on.clicked.connect(self.continued)
        self.footer.add(self.go_on)

    def _card(self, key: KeyLine) -> Card:
        card = Card(self.tr("Made on {day}").format(day=day_words(key.made_on)), padding=24)
        chip = Chip(key_state_words(key.state), _ROLES.get(key.state, "neutral"))
        self.chips.append(chip)
        card.beside_title(chip)
        card.body.addWidget(BodyLabel(self.tr("Invited by {name}.").format(name=key.invited_by)))
        card.body.addWidget(BodyLabel(self.tr("Its six words, to compare:"), muted=True, caption=True))
        card.body.addWidget(WordGrid(key.six_words))
        return card


def key_state_words(state: str) -> str:
    """Return in words what a key is good for; ValueError for what is no state."""
    return {
        KeyState.GOOD: _tr("In use"),
        KeyState.WAITING: _tr("Waiting for a second person"),
        KeyState.CLOSED: _tr("Closed"),
    }[KeyState(state)]


def _tr(words: str) -> str:
    return QCoreApplication.translate("YourKeysPage", words)
