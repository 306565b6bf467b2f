"""Any three declarations, picked at random and proved before a governor: named only once one is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.domain.pdf_check import InRegister
from candour.gui.pages.check_finding import ROLES
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import GOVERNORS
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.places import Frame
    from candour.services.governors import Picked


class GovernorsPickPage(PlacedPage):
    """`opened` carries the reference to open, `again_wanted` asks for three others."""

    page_id: ClassVar[str] = "governors-pick"
    place: ClassVar[str] = GOVERNORS

    opened = Signal(str)
    again_wanted = Signal()

    def __init__(self, frame: Frame, round_name: str, picked: Sequence[Picked]) -> None:
        super().__init__("", frame)
        words = self.tr("Picked at random from all sealed declarations of {round}, and checked just now.")
        self.introduce(self.tr("Any three declarations"), words.format(round=round_name))
        self.titles: dict[str, HeadingLabel] = {}
        self.buttons: dict[str, SecondaryButton] = {}
        for each in picked:
            self.content.addWidget(self._card(each))
        note = self.tr("That three were checked is noted in the register, and not which ones.")
        self.content.addWidget(BodyLabel(note, muted=True, caption=True))
        self.main_button = self.again = PrimaryButton(self.tr("Pick three others"))
        self.main_button.clicked.connect(self.again_wanted)
        self.back = SecondaryButton(self.tr("Back"))
        self.back.clicked.connect(self.went_back)
        for button in (self.main_button, self.back):
            self.footer.add(button)

    def _card(self, picked: Picked) -> Card:
        role = ROLES[picked.checked.verdict]
        card = Card(bar=role, padding=24)
        title = HeadingLabel(picked.reference, 3)
        button = SecondaryButton(self.tr("Open {reference}").format(reference=picked.reference))
        button.clicked.connect(lambda: self.opened.emit(picked.reference))
        self.titles[picked.reference], self.buttons[picked.reference] = title, button
        card.body.addWidget(title)
        card.body.addWidget(Chip(picked.checked.verdict, role), 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addWidget(BodyLabel(picked.checked.sentence, measure=None))
        card.body.addWidget(BodyLabel(self._in_register(picked), muted=True))
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _in_register(self, picked: Picked) -> str:
        if picked.checked.in_register is InRegister.SAME:
            words = self.tr("In the register: entry {entry}, the same content.")
            return words.format(entry=picked.checked.entry)
        return self.tr("In the register, but not with this content.")

    def name(self, reference: str, name: str) -> None:
        """Say whose declaration it is, once it was opened."""
        self.titles[reference].setText(f"{reference} · {name}")

    def begin_pick(self) -> None:
        """Say that the check of the three takes a moment."""
        self.again.setEnabled(False)
        self._announcer.say(self.tr("Checking three declarations"))

    def show_pick_refused(self, sentence: str) -> None:
        """Say why none are picked."""
        self.again.setEnabled(True)
        self.show_errors([(self.heading, sentence)])
