"""Opening a register with the recovery words: where it lies, the words, who one is, a new passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.setting_up import RecoveryAsked
from candour.gui.pages.centred import CentredPage
from candour.gui.pages.folder_field import FolderField
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.fields import LabelledField, LabelledText, PassphraseField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class RecoverPage(CentredPage):
    """Asks for the words of the recovery sheet; `asked` carries a `RecoveryAsked`."""

    page_id: ClassVar[str] = "recover"
    wide = 640

    asked = Signal(RecoveryAsked)

    def __init__(self, folder: str = "") -> None:
        super().__init__("")
        self.introduce(
            self.tr("Open a register with the recovery words"),
            self.tr("For a keeper who cannot sign in any more, or a new computer."),
        )
        self.folder = FolderField(self.tr("Folder that holds the register"))
        self.folder.setText(folder)
        self.words = LabelledText(
            self.tr("The 24 words"), self.tr("In the order of the sheet, with blanks or lines between.")
        )
        self.number = LabelledField(self.tr("Your staff number"), self.tr("You are one of the school’s keepers."))
        self.passphrase = PassphraseField(self.tr("Your new passphrase"), self.tr("At least 12 characters."))
        card = Card(padding=24)
        for part in (self.folder, self.words, self.number, self.passphrase):
            card.body.addWidget(part)
        self.content.addWidget(card)
        self.main_button = self.go = PrimaryButton(self.tr("Open the register"))
        self.go.clicked.connect(self.go_on)
        self.back = SecondaryButton(self.tr("Back"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.go)
        self.footer.add(self.back)

    def go_on(self) -> None:
        """Open it, or say what is missing."""
        needed: list[tuple[LabelledField | LabelledText, str]] = [
            (self.folder, self.tr("Choose the folder that holds the register")),
            (self.words, self.tr("Type the 24 words of the recovery sheet")),
            (self.number, self.tr("Type your staff number")),
            (self.passphrase, self.tr("Choose a new passphrase")),
        ]
        errors = [(field, sentence) for field, sentence in needed if not field.text().strip()]
        self.show_errors(errors)
        if not errors:
            self.go.setEnabled(False)
            said = (self.folder.folder(), self.words.text(), self.number.text().strip(), self.passphrase.text())
            self.asked.emit(RecoveryAsked(*said))

    def show_refused(self, sentence: str) -> None:
        """Say what to do, beside the field that it is about."""
        self.go.setEnabled(True)
        about: dict[str, QWidget] = {
            "staff number": self.number,
            "assphrase": self.passphrase,
            "in that folder": self.folder,
        }
        part = next((part for word, part in about.items() if word in sentence), self.words)
        self.show_errors([(part, sentence)])

    def show_failed(self, sentence: str) -> None:
        """Say what of the computer failed."""
        self.go.setEnabled(True)
        self.show_trouble(sentence)
