"""S10 Signed: what was signed and when, a copy to keep, a passphrase to come back with, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.language import day_words, time_words
from candour.gui.pages.centred import CentredPage, Mark
from candour.gui.pages.passphrase import PassphraseOffer
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts, Points
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QAbstractButton

    from candour.services.results import Signed


class SignedPage(CentredPage):
    """What stands after signing; `passphrase_chosen` carries the words, `finished` locks.

    `next_wanted` carries the id of the checklist to go on with, where something is left to sign.

    Who must have a passphrase cannot finish before it is kept.
    """

    page_id: ClassVar[str] = "signed"
    wide = 800

    save_wanted = Signal()
    passphrase_chosen = Signal(str)
    finished = Signal()
    next_wanted = Signal(str)

    def __init__(self, signed: Signed) -> None:
        super().__init__("")
        self._announcer = Announcer(self)
        self.introduce(
            self.tr("You have signed your declaration"), self.tr("Thank you, {name}.").format(name=signed.name)
        )
        self._column.insertWidget(self._column.indexOf(self.heading), Mark(side=48), 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self._what_was_signed(signed))
        self.content.addWidget(self._what_is_next(signed))
        self.offer: PassphraseOffer | None = None
        if signed.offer_passphrase or signed.must_choose_passphrase:
            self.offer = PassphraseOffer(signed.proposed_passphrase, required=signed.must_choose_passphrase)
            self.offer.chosen.connect(self.passphrase_chosen)
            self.content.addWidget(self.offer)
        self._add_ways(signed)

    def _add_ways(self, signed: Signed) -> None:
        words = self.tr("Finish and lock")
        self.finish = SecondaryButton(words) if signed.left else PrimaryButton(words)
        self.finish.clicked.connect(self._finish)
        self.main_button: QAbstractButton = self.finish
        for checklist, title in signed.left[:1]:
            self.main_button = PrimaryButton(self.tr("Go on: {title}").format(title=title))
            self.main_button.clicked.connect(lambda _on=False, which=checklist: self.next_wanted.emit(which))
            self.footer.add(self.main_button)
        self.footer.add(self.finish)

    def _what_was_signed(self, signed: Signed) -> Card:
        card = Card(padding=24)
        self.facts = (
            (self.tr("Signed"), when(signed.signed_at)),
            (self.tr("Reference"), signed.reference),
            (self.tr("Policy"), signed.policy),
        )
        facts = Facts()
        for name, words in self.facts:
            facts.add(name, words, strong=len(words))
        card.body.addWidget(facts)
        self.saved = BodyLabel("", muted=True)
        self.saved.hide()
        self.save = SecondaryButton(self.tr("Save my copy"), icon="save")
        self.save.clicked.connect(self.save_wanted)
        card.body.addWidget(self.saved)
        card.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _what_is_next(self, signed: Signed) -> Card:
        card = Card(self.tr("What happens next"), padding=24)
        lines = [
            self.tr("The school adds its seal, and your declaration is then complete."),
            self.tr("You cannot change these answers, but you can add an update at any time."),
        ]
        if signed.open_until is not None:
            day = day_words(signed.open_until, weekday=True)
            lines.insert(
                0, self.tr("You have something to do by {day}. It is on your declaration.").format(day=day)
            )
        for _, title in signed.left:
            words = self.tr("Still to sign: {title}.").format(title=title)
            if signed.offer_passphrase:
                words = f"{words} {self.tr('Your code stays good until then, unless you choose a passphrase.')}"
            lines.insert(0, words)
        self.next_lines = tuple(lines)
        card.body.addWidget(Points(lines))
        return card

    def _finish(self) -> None:
        if self.offer is not None and self.offer.required and not self.offer.kept:
            self.show_errors([(self.offer, self.tr("Choose a passphrase before you finish"))])
        else:
            self.finished.emit()

    def show_saved(self, where: str) -> None:
        """Say where the copy was saved."""
        words = self.tr("Saved: {where}").format(where=where)
        self.clear_trouble()
        self.saved.setText(words)
        self.saved.show()
        self._announcer.say(words)

    def show_not_saved(self) -> None:
        """Say that the declaration is safe though the copy could not be saved, with another try."""
        self.saved.hide()
        self.show_trouble(
            self.tr("Your declaration is signed and safe. We could not save the PDF there. Choose another folder.")
        )

    def show_passphrase_kept(self) -> None:
        """Say that the passphrase is theirs now."""
        if self.offer is not None:
            self.show_errors([])
            self.offer.show_kept()
            self.finish.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_passphrase_refused(self, sentence: str) -> None:
        """Say beside the words what to do about them."""
        if self.offer is not None:
            self.offer.show_refused(sentence)
            self.show_errors([(self.offer, sentence)])


def when(moment: datetime) -> str:
    """Return a moment as "Friday 16 October 2026, 10:42", in the time that it carries."""
    return f"{day_words(moment.date(), weekday=True)}, {time_words(moment)}"
