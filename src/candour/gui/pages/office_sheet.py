"""The second recovery sheet: the words of an office's reading key, shown once, printed and put away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from candour.gui.offices import office_words
from candour.gui.pages.centred import CentredPage
from candour.gui.pages.sign_card import Confirm
from candour.gui.pages.word_grid import WordGrid
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRINT_POINTS = 14


class OfficeSheetPage(CentredPage):
    """Shows the 24 words of the sheet; it goes on once the person says that it is printed and put away.

    `offices` are the offices whose answers the sheet opens, in the school's words.
    """

    page_id: ClassVar[str] = "office-sheet"
    wide = 760

    continued = Signal()

    def __init__(self, offices: Sequence[str], words: Sequence[str]) -> None:
        super().__init__("")
        self.offices, self.words = tuple(offices), tuple(words)
        self.introduce(
            self.tr("Your office’s recovery sheet"),
            self.tr("These 24 words are shown this once. They belong on paper, in an envelope of their own."),
        )
        self.content.addWidget(self._sheet())
        self.confirm = Confirm()
        self.confirm.ask(self.tr("I have printed it and put it into its own envelope"))
        self.tick = self.confirm.tick
        self.content.addWidget(self.confirm)
        self.main_button = self.go_on = PrimaryButton(self.tr("Continue"))
        self.go_on.clicked.connect(self._go_on)
        self.footer.add(self.go_on)

    def _sheet(self) -> Card:
        card = Card(padding=24)
        self.what_for = self.tr(
            "They open what people wrote to this office ({offices}) for whoever holds it next, should your own "
            "key be lost. Whoever has them can read it: keep them away from this computer."
        ).format(offices=", ".join(office_words(office) for office in self.offices))
        card.body.addWidget(BodyLabel(self.what_for, measure=None))
        card.body.addWidget(WordGrid(self.words))
        self.print_button = SecondaryButton(self.tr("Print …"), icon="printer")
        self.print_button.clicked.connect(self._choose_printer)
        card.body.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _choose_printer(self) -> None:
        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setModal(True)
        dialog.show()

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet; nothing of it is kept on the computer."""
        document = QTextDocument()
        font = QFont(self.font().family())
        font.setPointSizeF(_PRINT_POINTS)
        document.setDefaultFont(font)
        numbered = "\n".join(f"{number:>2}.  {word}" for number, word in enumerate(self.words, start=1))
        document.setPlainText(f"{self.heading.text()}\n\n{self.what_for}\n\n{numbered}")
        document.print_(printer)

    def _go_on(self) -> None:
        if self.tick.isChecked():
            self.show_errors([])
            self.continued.emit()
        else:
            self.show_errors([(self.confirm, self.tr("Print the sheet, put it away, and tick the box"))])
