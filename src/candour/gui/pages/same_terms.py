"""Several requests on last year's terms: looked through, ticked, and signed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.pages.deciding_words import what_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.tick_group import TickGroup
from candour.gui.places import DECISIONS
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.fields import PassphraseField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.deciding_results import SameTerms


class SameTermsPage(PlacedPage):
    """`signed` carries the references that are ticked, and the passphrase where it is asked for."""

    page_id: ClassVar[str] = "same-terms"
    place: ClassVar[str] = DECISIONS

    signed = Signal(object, str)

    def __init__(self, frame: Frame, same: SameTerms) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Same terms as last year"),
            self.tr("Each is approved as it was, until the day asked for. Each person gets their own letter."),
        )
        offers = [
            (
                each.line.reference,
                f"{each.line.name} · {what_words(each.line.kind, each.line.connection)}",
                each.terms,
            )
            for each in same.lines
        ]
        self.requests = TickGroup(self.tr("Requests on last year’s terms"), offers)
        for tick in self.requests.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(self._count)
        self.secret = PassphraseField(self.tr("Your passphrase"), self.tr("Once for all that you sign now"))
        self.asks = same.ask_secret
        self.secret.setVisible(self.asks)
        self.content.addWidget(self.requests)
        self.content.addWidget(self.secret)
        self.main_button = self.sign = PrimaryButton("")
        self.back = SecondaryButton(self.tr("Back to the requests"))
        self.sign.clicked.connect(self._sign)
        self.back.clicked.connect(self.went_back)
        for button in (self.sign, self.back):
            self.footer.add(button)
        self._count()

    def _count(self) -> None:
        count = len(self.requests.ticked())
        words = self.tr("Approve {count} and sign").format(count=count)
        self.sign.setText(self.tr("Approve and sign") if count == 0 else words)

    def _sign(self) -> None:
        lacking: list[tuple[QWidget, str]] = []
        if not self.requests.ticked():
            lacking.append((self.requests, self.tr("Tick the requests that you approve")))
        if self.asks and not self.secret.text():
            lacking.append((self.secret, self.tr("Type your passphrase")))
        self.show_errors(lacking)
        if not lacking:
            self.sign.setEnabled(False)
            self.signed.emit(self.requests.ticked(), self.secret.text())

    def show_refused(self, sentence: str, *, mismatch: bool = False) -> None:
        """Say why nothing was signed; beside the passphrase where that did not match."""
        self.sign.setEnabled(True)
        at: QWidget = self.secret if mismatch else self.heading
        self.show_errors([(at, sentence)])
