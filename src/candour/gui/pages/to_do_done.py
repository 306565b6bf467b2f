"""I have done this: what will be issued, to look at and to sign; one act ends the to-do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.pages.centred import CentredPage
from candour.gui.pages.sign_card import SignCard
from candour.gui.pages.year_cards import what_to_do
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.services.results import ToSign
    from candour.services.year_results import ToDo


class ToDoDonePage(CentredPage):
    """Shows what changes once a to-do is done; `signed` carries the passphrase or code, "" if none was asked for.

    `changed_wanted` leads to "Something has changed", where something else must be settled first.
    """

    page_id: ClassVar[str] = "to-do-done"
    wide = 1000

    signed = Signal(str)
    pdf_wanted = Signal()
    changed_wanted = Signal()

    def __init__(self, todo: ToDo, to_sign: ToSign) -> None:
        super().__init__("")
        self._signing = False
        self.introduce(
            self.tr("You have done this"),
            self.tr("Your signature says so, and the school sees it at once."),
            what_to_do(todo),
        )
        self.content.addWidget(self._issued(todo, to_sign))
        self.card = SignCard()
        self.card.ask(to_sign)
        self.card.sign.clicked.connect(self.go_on)
        self.card.later.hide()
        self.content.addWidget(self.card)
        self.back = SecondaryButton(self.tr("Back"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)
        self.main_button = self.card.sign
        if to_sign.unsettled:
            self._show_unsettled(to_sign)

    def _issued(self, todo: ToDo, to_sign: ToSign) -> Card:
        card = Card(self.tr("What will be issued"), padding=24)
        outcome = next((line.outcome for line in to_sign.lines if line.question == todo.question), "")
        self.facts = [
            (self.tr("New declaration"), to_sign.reference),
            (
                self.tr("In place of"),
                self.tr("{reference}, which is kept unchanged").format(reference=todo.reference),
            ),
            (self.tr("It will say"), outcome),
        ]
        facts = Facts()
        for name, words in self.facts:
            facts.add(name, words)
        card.body.addWidget(facts)
        card.body.addWidget(
            BodyLabel(
                self.tr("Everything else stays as you signed it, with its answers and its dates."), muted=True
            )
        )
        self.pdf = SecondaryButton(self.tr("See the PDF first"), icon="document")
        self.pdf.clicked.connect(self.pdf_wanted)
        self.pdf.setVisible(bool(to_sign.declaration_pdf))
        card.body.addWidget(self.pdf, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _show_unsettled(self, to_sign: ToSign) -> None:
        self.card.hide()
        card = Card(self.tr("Something else comes first"), border="danger")
        for problem in to_sign.unsettled:
            card.body.addWidget(BodyLabel(problem.sentence))
        change = SecondaryButton(self.tr("Something has changed"))
        change.clicked.connect(self.changed_wanted)
        card.body.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(card)
        self.main_button = change

    def go_on(self) -> None:
        """Sign, or say what is missing; a second press while signing does nothing."""
        if self._signing:
            return
        lacking = self.card.lacks()
        self.show_errors(lacking)
        if not lacking:
            self._set_signing(signing=True)
            self.signed.emit(self.card.given())

    def _set_signing(self, *, signing: bool) -> None:
        self._signing = signing
        self.card.set_signing(signing)
        for part in (self.back, self.pdf):
            part.setEnabled(not signing)

    def show_trouble(self, sentence: str) -> None:
        """Say what failed; it was not signed, and can be tried again."""
        self._set_signing(signing=False)
        super().show_trouble(sentence)

    def show_refused(self, sentence: str) -> None:
        """Say why it was not signed; the tick stays."""
        self._set_signing(signing=False)
        self.show_errors([(self.card.refused_at(), sentence)])
