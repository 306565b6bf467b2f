"""The first page where no register lies yet: what Candour is, and the ways to begin."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.pages.centred import CentredPage, Mark
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.labels import BodyLabel


class WelcomePage(CentredPage):
    """Offers the sample school (`sample_wanted`), setting a school up (`set_up_wanted`), and one that stands.

    It is opened from its folder (`folder_wanted`), or with the recovery words (`words_wanted`).
    """

    page_id: ClassVar[str] = "welcome"
    wide = 560
    amid = True

    sample_wanted = Signal()
    set_up_wanted = Signal()
    folder_wanted = Signal()
    words_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.introduce(self.tr("Welcome to Candour"))
        self._announcer = Announcer(self)
        self.put_mark(Mark())
        card = Card(padding=28)
        card.body.addWidget(
            BodyLabel(
                self.tr(
                    "Once a year, people who work in a school look at their own social media, say honestly what "
                    "they found, and sign. Candour is where they do that."
                )
            )
        )
        self.main_button = self.sample = PrimaryButton(self.tr("Try it with a sample school"))
        self.sample_note = BodyLabel(self.tr("Invented people; nothing in it is real."), muted=True, caption=True)
        self.set_up = SecondaryButton(self.tr("Set up our school"))
        self.folder = SecondaryButton(self.tr("Open a register on this computer …"))
        self.words = LinkButton(self.tr("Open a register with the recovery words"))
        for part in (self.sample, self.sample_note, Line(), self.set_up, self.folder, self.words):
            card.body.addWidget(part)
        self.content.addWidget(card)
        self.sample.clicked.connect(self.sample_wanted)
        self.set_up.clicked.connect(self.set_up_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.words.clicked.connect(self.words_wanted)

    def show_busy(self) -> None:
        """Say that the sample school is being made; a second press does nothing."""
        self._set_busy(self.tr("Making the sample school … this takes a few seconds"), busy=True)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announcer.say(self.sample.words)

    def show_trouble(self, sentence: str) -> None:
        """Say what failed, and let the person choose again."""
        self._set_busy(self.tr("Try it with a sample school"), busy=False)
        super().show_trouble(sentence)

    def _set_busy(self, words: str, *, busy: bool) -> None:
        self.sample.setText(words)
        for button in (self.sample, self.set_up, self.folder, self.words):
            button.setEnabled(not busy)
