"""Second-person confirmation: the six words of a key here, beside those on its owner's own screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.language import day_words
from candour.gui.offices import office_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.sign_card import Confirm
from candour.gui.pages.word_grid import WordGrid
from candour.gui.places import CONFIRM
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from candour.gui.places import Frame
    from candour.services.people_results import WaitingKey


class ConfirmKeysPage(PlacedPage):
    """Keys that wait, oldest first; `confirmed` carries the key whose six words were compared."""

    page_id: ClassVar[str] = "confirm-keys"
    place: ClassVar[str] = CONFIRM

    confirmed = Signal(str)

    def __init__(self, frame: Frame, keys: Sequence[WaitingKey], said: str = "") -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Keys to confirm"),
            self.tr("You say that a key is really this person’s. Nothing signed with it is sealed before."),
        )
        self.ticks: dict[str, TickCard] = {}
        self._compared: dict[str, Confirm] = {}
        self._missed: dict[str, str] = {}
        self.buttons: dict[str, SecondaryButton] = {}
        if said:
            self.content.addWidget(Banner(said, role="done"))
        for key in keys:
            self.content.addWidget(self._card(key))
        if not keys:
            none = EmptyState(
                self.tr("No key waits for you"), self.tr("Your own are confirmed by somebody else."), art="tick"
            )
            self.content.addWidget(none)

    def _card(self, key: WaitingKey) -> Card:
        card = Card(self.tr("{name}, {role}").format(name=key.name, role=key.role), padding=24)
        words = self.tr("Made on {day}, invited by {name}.")
        card.body.addWidget(BodyLabel(words.format(day=day_words(key.made_on), name=key.invited_by)))
        if key.offices:
            held = self.tr("Holds: {offices}.").format(
                offices=", ".join(office_words(office) for office in key.offices)
            )
            card.body.addWidget(BodyLabel(held))
        if key.signed is None:
            card.body.addWidget(self._two_columns(key))
        else:
            card.body.addWidget(BodyLabel(self._asked_in_person(key, *key.signed)))
        self._add_ways(card, key)
        return card

    def _asked_in_person(self, key: WaitingKey, reference: str, day: date) -> str:
        words = self.tr(
            "Signed {reference} on {day} with a code that is used up. Ask {name} in person whether they did."
        )
        return words.format(reference=reference, day=day_words(day), name=key.name)

    def _two_columns(self, key: WaitingKey) -> TwoColumns:
        columns = TwoColumns(shares=(1, 1))
        columns.left.addWidget(BodyLabel(self.tr("The six words here"), strong=True))
        columns.left.addWidget(WordGrid(key.six_words))
        columns.right.addWidget(BodyLabel(self.tr("The six words there"), strong=True))
        there = self.tr("{name} signs in beside you and reads them out, under “Your keys”.")
        columns.right.addWidget(BodyLabel(there.format(name=key.name)))
        return columns

    def _add_ways(self, card: Card, key: WaitingKey) -> None:
        if key.left_to:
            words = self.tr("For {others} to confirm: you brought {name} in, or your own key waits.")
            card.body.addWidget(BodyLabel(words.format(name=key.name, others=self.tr(" or ").join(key.left_to))))
            return
        compared = Confirm()
        if key.signed is None:
            agreed = self.tr("All six words of {name} are the same, in this order")
            unlike = self.tr("If one word differs, do not confirm, and tell the other keepers now.")
            missed = self.tr("Compare the six words, and tick the box")
        else:
            agreed = self.tr("{name} told me in person that they signed it")
            unlike = self.tr("If they did not, do not confirm, and tell the other keepers now.")
            missed = self.tr("Ask whether they signed it, and tick the box")
        self._missed[key.key] = missed
        compared.ask(agreed.format(name=key.name))
        confirm = SecondaryButton(self.tr("Confirm the key of {name}").format(name=key.name))
        confirm.setAccessibleDescription(
            " ".join(key.six_words) if key.signed is None else self._asked_in_person(key, *key.signed)
        )
        confirm.clicked.connect(lambda: self._confirm(key.key))
        self.ticks[key.key], self.buttons[key.key] = compared.tick, confirm
        self._compared[key.key] = compared
        for part in (compared, BodyLabel(unlike, muted=True, caption=True)):
            card.body.addWidget(part)
        card.body.addWidget(confirm, 0, Qt.AlignmentFlag.AlignLeft)

    def _confirm(self, key: str) -> None:
        if self.ticks[key].isChecked():
            self.show_errors([])
            self.confirmed.emit(key)
        else:
            self.show_errors([(self._compared[key], self._missed[key])])

    def show_refused(self, sentence: str) -> None:
        """Say why a key was not confirmed."""
        self.show_errors([(self.heading, sentence)])
