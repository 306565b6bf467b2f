"""Set up, page 1: the school, who sets it up, their passphrase, and where the register lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.domain.setting_up import SchoolAsked, SomebodyAsked
from candour.gui.pages.folder_field import FolderField
from candour.gui.pages.set_up_page import SetUpPage, beside
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.fields import LabelledField, PassphraseField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SetUpSchoolPage(SetUpPage):
    """Asks for all that a register begins with; `asked` carries a `SchoolAsked`."""

    page_id: ClassVar[str] = "set-up-school"
    step = "school"

    asked = Signal(SchoolAsked)
    words_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("", "", "school")
        self.introduce(
            self.tr("Our school, and you"),
            self.tr("Whoever sets the school up keeps its people, and keeps its register together with one more."),
            self.kicker.text(),
        )
        self.name = LabelledField(
            self.tr("The school’s name"),
            self.tr("It stands in every certificate and cannot be changed later."),
        )
        self.mine = LabelledField(self.tr("Your name"))
        self.number = LabelledField(self.tr("Your staff number"), self.tr("Letters and digits."))
        self.email = LabelledField(self.tr("Your school e-mail (you can leave it empty)"))
        self.role = LabelledField(self.tr("Your role"), self.tr("Such as school business manager."))
        self.passphrase = PassphraseField(
            self.tr("Your passphrase"),
            self.tr("At least 12 characters: four or five words that do not belong together are best."),
        )
        self.propose = LinkButton(self.tr("Propose four words"))
        self.propose.clicked.connect(self.words_wanted)
        self.folder = FolderField(
            self.tr("Where the register lies"),
            self.tr("A folder of this computer. Network shares and synchronised folders can lose what was signed."),
        )
        self.card(self.tr("The school"), [self.name])
        you = self.card(
            self.tr("You"), [beside(self.mine, self.number), beside(self.role, self.email), self.passphrase]
        )
        you.body.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        self.card(self.tr("The register"), [self.folder])
        self._refused: QWidget = self.folder

    def show_place(self, folder: str) -> None:
        """Propose a folder, unless one was typed meanwhile."""
        if not self.folder.folder():
            self.folder.setText(folder)

    def show_words(self, words: str) -> None:
        """Put proposed words into the field, for all to see and write down."""
        self.passphrase.setText(words)
        self.passphrase.show_plainly()

    def problem_part(self) -> QWidget:
        """Return the part that a refusal speaks of: the passphrase, the name, or where the register lies."""
        return self._refused

    def show_refused(self, sentence: str) -> None:
        """Say what to do beside the field that it is about."""
        about: dict[str, QWidget] = {
            "passphrase": self.passphrase,
            "school’s name": self.name,
            "staff number": self.number,
            "character": self.mine,
        }
        self._refused = next((part for word, part in about.items() if word in sentence), self.folder)
        super().show_refused(sentence)

    def go_on(self) -> None:
        """Set the school up, or say what is missing."""
        needed: list[tuple[LabelledField, str]] = [
            (self.name, self.tr("Write the school’s name")),
            (self.mine, self.tr("Write your name")),
            (self.number, self.tr("Write your staff number")),
            (self.passphrase, self.tr("Choose a passphrase")),
            (self.folder, self.tr("Choose where the register lies")),
        ]
        errors = [(field, sentence) for field, sentence in needed if not field.text().strip()]
        self.show_errors(errors)
        if not errors:
            me = SomebodyAsked(self.number.text(), self.mine.text(), self.email.text(), self.role.text())
            self.asked.emit(SchoolAsked(self.name.text(), me, self.passphrase.text(), self.folder.folder()))


class SetUpStandsPage(SetUpPage):
    """Page 1 once the register stands: what was said there, to read."""

    page_id: ClassVar[str] = "set-up-stands"
    step = "school"

    continued = Signal()

    def __init__(self, school: str, me: SomebodyAsked, folder: str, reached: str) -> None:
        super().__init__("", "", reached)
        self.introduce(
            self.tr("Our school, and you"), self.tr("This is done: the register stands."), self.kicker.text()
        )
        facts = Facts()
        for name, value in (
            (self.tr("The school"), school),
            (self.tr("You"), f"{me.name} ({me.number})"),
            (self.tr("The register lies in"), folder),
        ):
            facts.add(name, value)
        self.card("", [facts])

    def main_words(self) -> str:
        """Return what stands on the main button."""
        return self.tr("Continue")

    def problem_part(self) -> QWidget:
        """Return the button: there is nothing here to mend."""
        return self.go

    def go_on(self) -> None:
        """Go on."""
        self.continued.emit()
