"""Check your answers and sign (S9): what will be signed, exactly, and the signature."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from candour.gui.language import day_words
from candour.gui.pages.check_page import SIGN, CheckPage, beside
from candour.gui.pages.sign_card import SignCard
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.check_answers import Answered, CheckAnswers
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from candour.domain.checklist import Unsettled
    from candour.gui.widgets.chip import ChipRole
    from candour.services.results import AnswerLine, OpenCheck, ToSign

MARKS: Final[dict[str, ChipRole]] = {
    "confirmed": "done",
    "except": "waiting",
    "waiting": "waiting",
    "open": "todo",
}
"""The look of each mark that an outcome may carry."""


class CheckAndSignPage(CheckPage):
    """The last page of a check; `signed` carries the passphrase or code, "" where none was asked for.

    `change` carries the id of a question. While signing the button says so, and nothing can be pressed twice.
    """

    page_id: ClassVar[str] = "check-and-sign"

    signed = Signal(str)
    change = Signal(str)
    pdf_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._to_sign: ToSign | None = None
        self._signing = False
        self.unsettled = QVBoxLayout()
        self.rows = CheckAnswers()
        self.rows.change.connect(self.change)
        self.beside = QVBoxLayout()
        self.pdf = SecondaryButton(self.tr("See the PDF first"), icon="document")
        self.pdf.clicked.connect(self.pdf_wanted)
        self.declaration = SignCard()
        self.words, self.confirm, self.secret = (
            self.declaration.words,
            self.declaration.confirm,
            self.declaration.secret,
        )
        self.main_button = self.sign = self.declaration.sign
        self.later = self.declaration.later
        self.sign.clicked.connect(self.go_on)
        self.later.clicked.connect(self.left)
        self.content.addLayout(self.unsettled)
        self.content.addWidget(self.rows)
        self.content.addLayout(self.beside)
        self.content.addWidget(self.pdf, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self.declaration)
        self._introduce("")

    def _introduce(self, which: str) -> None:
        self.introduce(
            self.tr("Check your answers and sign"),
            self.tr("This is exactly what will be signed and kept. You can still change anything."),
            which,
        )

    def show_to_sign(self, check: OpenCheck, to_sign: ToSign, saved: datetime | None = None) -> None:
        """Show what will be signed; nothing is ticked or typed beforehand."""
        self.show_errors([])
        self.clear_trouble()
        self._to_sign = to_sign
        self._introduce(beside(check))
        self.show_check(check, SIGN, saved)
        self._show_unsettled(to_sign.unsettled)
        self.rows.show_lines([_answered(line) for line in to_sign.lines])
        self._show_beside(check, to_sign)
        self.pdf.setVisible(bool(to_sign.declaration_pdf))
        self.declaration.ask(to_sign)
        self.set_signing(False)
        self.begin()

    def _show_unsettled(self, unsettled: Sequence[Unsettled]) -> None:
        _clear(self.unsettled)
        self.problems: list[LinkButton] = []
        if not unsettled:
            return
        card = Card(self.tr("Before you can sign"), border="danger")
        for problem in unsettled:
            link = LinkButton(problem.sentence, ink="danger")
            link.clicked.connect(lambda _on=False, question=problem.question: self.change.emit(question))
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.problems.append(link)
        self.unsettled.addWidget(card)

    def _show_beside(self, check: OpenCheck, to_sign: ToSign) -> None:
        _clear(self.beside)
        todo = [f"{line.rail}: {line.outcome}" for line in to_sign.lines if line.mark == "open"]
        named = {reference for given in check.answers.values() for reference in given.requests}
        requests = [request for request in check.requests if request.reference in named]
        asked = [
            f"{r.reference}, {r.who}: {r.state}"
            + (self.tr(", until {date}").format(date=day_words(r.until)) if r.until else "")
            for r in requests
        ]
        for title, lines in ((self.tr("To do"), todo), (self.tr("Exceptions"), asked)):
            if lines:
                card = Card(title)
                for words in lines:
                    card.body.addWidget(BodyLabel(words))
                self.beside.addWidget(card)

    def fold(self) -> None:
        """Put the parts of each answer under each other."""
        super().fold()
        self.rows.fold(narrow=self.narrow)

    def go_on(self) -> None:
        """Sign, or say what is missing; a second press while signing does nothing."""
        if self._to_sign is None or self._signing:
            return
        errors = [*((link, link.words) for link in self.problems), *self.declaration.lacks()]
        self.show_errors(errors)
        if not errors:
            self.set_signing(True)
            self.signed.emit(self.declaration.given())

    def set_signing(self, signing: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say that the signature is being made, or that it is not."""
        self._signing = signing
        self.declaration.set_signing(signing)
        for part in (self.back, self.rows, self.pdf):
            part.setEnabled(not signing)

    def show_trouble(self, sentence: str) -> None:
        """Say what failed; it was not signed, and can be tried again."""
        self.set_signing(False)
        super().show_trouble(sentence)

    def show_refused(self, sentence: str) -> None:
        """Say why it was not signed ("That passphrase does not match"); the tick stays."""
        self.set_signing(False)
        self.show_errors([(self.declaration.refused_at(), sentence)])


def _answered(line: AnswerLine) -> Answered:
    role = MARKS.get(line.mark, "neutral")
    return Answered(line.question, line.rail, line.about, line.answer, line.outcome, role)


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        part = item.widget()
        if part is not None:
            part.hide()
            part.setParent(None)
            part.deleteLater()
