"""Choosing a passphrase before anything else: for somebody who holds an office and came with a code."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal

from candour.gui.pages.centred import CentredPage, Mark
from candour.gui.pages.passphrase import PassphraseOffer
from candour.gui.widgets.buttons import PrimaryButton


class ChoosePassphrasePage(CentredPage):
    """Asks an office-holder for a passphrase: `chosen` carries the words, `continued` follows once it is kept."""

    page_id: ClassVar[str] = "choose-passphrase"
    wide = 560

    chosen = Signal(str)
    continued = Signal()

    def __init__(self, name: str, proposed: str) -> None:
        super().__init__("")
        self.introduce(self.tr("Welcome, {name}").format(name=name))
        self.put_mark(Mark("lock"))
        self.offer = PassphraseOffer(proposed, required=True)
        self.offer.chosen.connect(self.chosen)
        self.content.addWidget(self.offer)
        self.main_button = self.go_on = PrimaryButton(self.tr("Continue"))
        self.go_on.clicked.connect(self._continue)
        self.footer.add(self.go_on)

    def _continue(self) -> None:
        if self.offer.kept:
            self.continued.emit()
        else:
            self.show_errors([(self.offer, self.tr("Choose a passphrase before you go on"))])

    def show_kept(self) -> None:
        """Say that the passphrase is theirs now, and lead on."""
        self.show_errors([])
        self.offer.show_kept()
        self.go_on.setFocus()

    def show_refused(self, sentence: str) -> None:
        """Say beside the words what to do about them."""
        self.offer.show_refused(sentence)
        self.show_errors([(self.offer, sentence)])
