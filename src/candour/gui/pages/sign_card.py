"""The declaration and the signature: the words, the tick, the passphrase where it is asked for, the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.fields import PassphraseField
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel, FieldError, HeadingLabel

if TYPE_CHECKING:
    from candour.services.results import ToSign


class Confirm(QWidget):
    """The tick before signing, with what to do about it above."""

    def __init__(self) -> None:
        super().__init__()
        self.error = FieldError()
        self.tick = TickCard("")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.error)

    def ask(self, words: str) -> None:
        """Show an empty tick with these words."""
        self._column.removeWidget(self.tick)
        self.tick.hide()
        self.tick.deleteLater()
        self.tick = TickCard(words)
        self._column.addWidget(self.tick)
        self.setFocusProxy(self.tick)
        self.show_error("")

    def show_error(self, problem: str) -> None:
        """Say above the tick what to do; a screen reader hears it with the tick."""
        self.error.say(problem)
        self.tick.setAccessibleDescription(problem)


class SignCard(Card):
    """What is declared, the tick, the passphrase, and the buttons `sign` and `later`."""

    def __init__(self) -> None:
        super().__init__(border="primary", padding=22)
        self._asks = False
        self.words = BodyLabel()
        self.confirm = Confirm()
        self.secret = PassphraseField(self.tr("Your passphrase, or the code on your slip"))
        self.sign = PrimaryButton(self.tr("Sign my declaration"))
        self.later = SecondaryButton(self.tr("Save and come back"))
        after = self.tr("After you sign you cannot change these answers, but you can add an update at any time.")
        columns = TwoColumns(shares=(3, 2))
        left: list[QWidget] = [HeadingLabel(self.tr("Your declaration"), 2), self.words, self.confirm]
        right: list[QWidget] = [self.secret, self.sign, self.later, BodyLabel(after, muted=True, caption=True)]
        for part in left:
            columns.left.addWidget(part)
        for part in right:
            columns.right.addWidget(part)
        self.body.addWidget(columns)

    def ask(self, to_sign: ToSign) -> None:
        """Show what is declared; nothing is ticked or typed beforehand."""
        self._asks = to_sign.ask_secret
        self.words.setText(to_sign.declaration_words)
        self.confirm.ask(to_sign.confirm_words)
        self.secret.setVisible(to_sign.ask_secret)
        self.secret.setText("")

    def given(self) -> str:
        """Return the passphrase or code, "" where none was asked for."""
        return self.secret.text() if self._asks else ""

    def lacks(self) -> list[tuple[QWidget, str]]:
        """Return what is missing before it can be signed: the field, and what to do."""
        lacking: list[tuple[QWidget, str]] = []
        if not self.confirm.tick.isChecked():
            lacking.append((self.confirm, self.tr("Tick the box to confirm before you sign")))
        if self._asks and not self.secret.text():
            lacking.append((self.secret, self.tr("Type your passphrase, or the code on your slip")))
        return lacking

    def set_signing(self, signing: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say that the signature is being made, or that it is not."""
        self.sign.setText(self.tr("Signing…") if signing else self.tr("Sign my declaration"))
        for part in (self.sign, self.later):
            part.setEnabled(not signing)

    def refused_at(self) -> QWidget:
        """Return the part beside which a refusal is said."""
        return self.secret if self._asks else self.confirm
