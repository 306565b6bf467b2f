"""The offer of a passphrase after signing: four words are proposed, own words are as welcome."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from candour.gui.metrics import Type
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.fields import PassphraseField
from candour.gui.widgets.labels import BodyLabel, FieldError, HeadingLabel, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from candour.gui.widgets.buttons import FlatButton

LEAST = 12
"""A passphrase has at least so many characters (design.md section 4)."""


class PassphraseOffer(Card):
    """A card that offers a passphrase, or with `required` asks for one; `chosen` carries the words as they stand.

    What is refused (too short, too common) is said by `show_refused`; `show_kept` ends the offer.
    """

    chosen = Signal(str)

    def __init__(self, proposed: str, *, required: bool) -> None:
        super().__init__("", padding=24)
        self.required = required
        self.proposed = proposed
        self.kept = False
        self._announcer = Announcer(self)
        self.heading = HeadingLabel(self._heading_words(), 3)
        self.why = BodyLabel(self._why_words())
        self.error = FieldError()
        self.words = TextLabel(proposed, step=Type.H3, ink="primary", measure=None)
        self.use: FlatButton = (PrimaryButton if required else SecondaryButton)(self.tr("Use these words"))
        self.own = PassphraseField(
            self.tr("Your own words"),
            self.tr("At least {least} characters: four or five words that do not belong together are best.").format(
                least=LEAST
            ),
        )
        self.use_own = SecondaryButton(self.tr("Use my own words"))
        self.choose_own = LinkButton(self.tr("I would rather choose my own"))
        self.done = Chip(self.tr("You have a passphrase"), "done")
        self._lay_out()

    def _lay_out(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self.heading, self.why, self.error, self.words):
            self.body.addWidget(part)
        self.body.addWidget(self.use, 0, left)
        self.body.addWidget(self.choose_own, 0, left)
        self.body.addWidget(self.own)
        self.body.addWidget(self.use_own, 0, left)
        self.body.addWidget(self.done, 0, left)
        self._show(self.own, self.use_own, self.done, visible=False)
        self.setFocusProxy(self.use)
        self.use.clicked.connect(lambda: self._choose(self.proposed))
        self.use_own.clicked.connect(self.take_own)
        self.choose_own.clicked.connect(self.show_own)

    def _show(self, *parts: QWidget, visible: bool) -> None:
        for part in parts:
            part.setVisible(visible)

    def _heading_words(self) -> str:
        if self.required:
            return self.tr("Choose a passphrase")
        return self.tr("Would you like a passphrase?")

    def _why_words(self) -> str:
        if self.required:
            return self.tr(
                "You hold an office, so you will come back. Write these words down where only you will find them."
            )
        return self.tr(
            "With one you can come back before next year, for something still to do or a request. Without one, "
            "your code ends when you finish, and next year brings a new slip."
        )

    def show_own(self) -> None:
        """Let the person type words of their own."""
        self._show(self.words, self.use, self.choose_own, visible=False)
        self._show(self.own, self.use_own, visible=True)
        self.setFocusProxy(self.own)
        self.own.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_own(self) -> None:
        """Take the words that were typed; what is plainly too short is said at once."""
        words = self.own.text().strip()
        if len(words) < LEAST:
            self.show_refused(self.tr("Type at least {least} characters").format(least=LEAST))
        else:
            self._choose(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the own words on Enter, which is not the page's main button here."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and self.window().focusWidget() is self.own.field:
            self.take_own()
        else:
            super().keyPressEvent(event)

    def _choose(self, words: str) -> None:
        self.show_error("")
        for button in (self.use, self.use_own):
            button.setEnabled(False)
        self.chosen.emit(words)

    def show_refused(self, sentence: str) -> None:
        """Say what to do about the words, and leave them for mending."""
        for button in (self.use, self.use_own):
            button.setEnabled(True)
        self.show_error(sentence)
        proxy = self.focusProxy()
        if proxy is not None:
            proxy.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, problem: str) -> None:
        """Say what to do, beside the field or the proposed words; an empty text takes it away."""
        if self.own.isHidden():
            self.error.say(problem)
            self.use.setAccessibleDescription(problem)
        else:
            self.own.show_error(problem)

    def show_kept(self) -> None:
        """Say that the passphrase is theirs now."""
        self.kept = True
        self.show_error("")
        self._show(self.words, self.use, self.choose_own, self.own, self.use_own, visible=False)
        self.why.setText(self.tr("Use it the next time you sign in. Keep it where only you will find it."))
        self._show(self.done, visible=True)
        self.own.setText("")
        self._announcer.say(self.done.text())
