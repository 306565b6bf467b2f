"""Set up, page 6: the recovery sheet, printed or saved, and three of its words asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.pages.set_up_page import SetUpPage
from candour.gui.pages.word_grid import WordGrid
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.services.set_up_results import Sheet


class SetUpRecoveryPage(SetUpPage):
    """Shows the words until they are checked.

    `print_wanted` carries a ready printer, `save_wanted` a path for the PDF, `asked` the words typed by place.
    """

    page_id: ClassVar[str] = "set-up-recovery"
    step = "recovery"

    print_wanted = Signal(QPrinter)
    save_wanted = Signal(str)
    asked = Signal(object)

    def __init__(self, sheet: Sheet, reached: str) -> None:
        super().__init__("", "", reached)
        self.introduce(
            self.tr("The recovery sheet"),
            self.tr("These 24 words open the register when nobody can sign in any more. They belong on paper."),
            self.kicker.text(),
        )
        where = self.tr(
            "Print two copies: one for the school’s safe, one for another building. "
            "Type three words from the paper. The words are then gone from this computer."
        )
        self.words = WordGrid(sheet.words)
        card = self.card("", [BodyLabel(where), self.words])
        self.print_button = SecondaryButton(self.tr("Print …"), icon="printer")
        self.save_button = SecondaryButton(self.tr("Save as a PDF …"), icon="save")
        self.print_button.clicked.connect(self._choose_printer)
        self.save_button.clicked.connect(self._choose_path)
        self._row = row = FlowLayout()
        theme_of(self).changed.connect(self._space_row)
        self._space_row()
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        card.body.addLayout(row)
        self.fields = {place: LabelledField(self.tr("Word {place}").format(place=place)) for place in sheet.places}
        self.card(self.tr("Type these three from the printed sheet"), list(self.fields.values()))

    def _space_row(self) -> None:
        self._row.setSpacing(theme_of(self).metrics.px(8))

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_wanted.emit(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    def _choose_path(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.save_button.words, self.tr("Recovery sheet.pdf"), self.tr("PDF (*.pdf)")
        )
        if chosen:
            self.save_wanted.emit(chosen)

    def problem_part(self) -> QWidget:
        """Return the first of the three fields."""
        return next(iter(self.fields.values()))

    def go_on(self) -> None:
        """Compare the words, or say which are missing."""
        errors = [
            (field, self.tr("Type word {place} from the printed sheet").format(place=place))
            for place, field in self.fields.items()
            if not field.text().strip()
        ]
        self.show_errors(errors)
        if not errors:
            self.asked.emit({place: field.text() for place, field in self.fields.items()})

    def main_words(self) -> str:
        """Return what stands on the main button."""
        return self.tr("Compare and continue")
