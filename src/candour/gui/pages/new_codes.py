"""New codes, shown once: read out, written down or printed, and then gone from the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from candour.gui.metrics import Type
from candour.gui.pages.centred import CentredPage
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.labels import BodyLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.services.keepers import Slip

_PRINT_POINTS = 14


class NewCodesPage(CentredPage):
    """Each person's name and code; `finished` leads on, and the codes are nowhere kept."""

    page_id: ClassVar[str] = "new-codes"
    wide = 640

    finished = Signal()

    def __init__(self, slips: Sequence[Slip]) -> None:
        super().__init__("")
        self.slips = tuple(slips)
        one = len(self.slips) == 1
        heading = self.tr("A new code for {name}").format(name=self.slips[0].name) if one else self.tr("New codes")
        self.introduce(
            heading,
            self.tr(
                "You see them only now: they are kept nowhere. A code is good for 30 days until its first use. "
                "What was signed before stays signed."
            ),
        )
        for slip in self.slips:
            self.content.addWidget(self._card(slip))
        self.main_button = self.done = PrimaryButton(self.tr("Written down, go on"))
        self.print_button = SecondaryButton(self.tr("Print …"), icon="printer")
        self.done.clicked.connect(self.finished)
        self.print_button.clicked.connect(self._choose_printer)
        self.footer.add(self.done)
        self.footer.add(self.print_button)

    def _card(self, slip: Slip) -> Card:
        card = Card(padding=24)
        words = self.tr("{name}, staff number {number}").format(name=slip.name, number=slip.number)
        card.body.addWidget(BodyLabel(words))
        code = TextLabel(slip.code, step=Type.H2, ink="primary", measure=None)
        code.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        card.body.addWidget(code)
        return card

    def _choose_printer(self) -> None:
        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setModal(True)
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print one part for each person, to be cut apart."""
        document = QTextDocument()
        font = QFont(self.font().family())
        font.setPointSizeF(_PRINT_POINTS)
        document.setDefaultFont(font)
        words = self.tr("{name}, staff number {number}\nYour code: {code}\nGood for 30 days until its first use.")
        parts = [words.format(name=s.name, number=s.number, code=s.code) for s in self.slips]
        document.setPlainText("\n\n– – – – – – – – – –\n\n".join(parts))
        document.print_(printer)
