"""H2 Decisions: the requests that wait at the left, the one that is open beside them, with its decision."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.gui.pages.deciding_words import waiting_row, waiting_words
from candour.gui.pages.decision_form import DecisionForm
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.request_to_decide import OwnCard, QuestionCard, RequestCard
from candour.gui.places import DECISIONS
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.request_row import RequestRow, RowList

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.deciding_results import RequestToDecide, WaitingRequest


class DecisionsPage(PlacedPage):
    """`request_wanted` carries a reference, `signed` the decision and the passphrase, `question_sent` its words.

    `print_wanted` asks for the papers of the open request, `same_wanted` for all on last year's terms.
    """

    page_id: ClassVar[str] = "decisions"
    place: ClassVar[str] = DECISIONS

    request_wanted = Signal(str)
    signed = Signal(str, object, str)
    question_sent = Signal(str, str)
    print_wanted = Signal(str)
    chair_wanted = Signal()
    same_wanted = Signal()
    decided_wanted = Signal()

    def __init__(self, frame: Frame, lines: tuple[WaitingRequest, ...], said: str = "") -> None:
        super().__init__("", frame)
        self.lines = lines
        self.introduce(self.tr("Decisions"), waiting_words(lines))
        self.form: DecisionForm | None = None
        self.question: QuestionCard | None = None
        self.open: RequestToDecide | None = None
        if said:
            self.content.addWidget(Banner(said, role="done"))
        self._add_columns()
        if DECISIONS in self.sidebar.places:
            self.sidebar.set_count(DECISIONS, sum(not line.mine for line in lines))
        self._add_ways()

    def _add_ways(self) -> None:
        same = sum(line.same_terms for line in self.lines)
        self.same = SecondaryButton(self.tr("Same terms as last year ({count})").format(count=same))
        self.decided = SecondaryButton(self.tr("What was decided"))
        self.same.clicked.connect(self.same_wanted)
        self.decided.clicked.connect(self.decided_wanted)
        if same:
            self.footer.add(self.same)
        self.footer.add(self.decided)

    def _add_columns(self) -> None:
        self.list = RowList()
        for line in self.lines:
            self.list.add(line.reference, waiting_row(line))
        self.list.opened.connect(self.request_wanted)
        if not self.lines:
            self.content.addWidget(EmptyState(self.tr("Nothing is waiting for you."), art="tick"))
            return
        self.columns = TwoColumns(shares=(1, 2))
        self.columns.left.addWidget(self.list)
        self._right = QWidget()
        self._parts = QVBoxLayout(self._right)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self.columns.right.addWidget(self._right)
        self.content.addWidget(self.columns)

    def _clear(self, reference: str) -> None:
        self.show_errors([])
        self.form, self.question = None, None
        for key, row in self.list.rows.items():
            if isinstance(row, RequestRow):
                row.say_current(current=key == reference)
        while (item := self._parts.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def show_request(self, request: RequestToDecide, *, focus: bool = True) -> None:
        """Show one request beside the list, with the form for its decision."""
        self._clear(request.line.reference)
        self.open = request
        card, form = RequestCard(request), DecisionForm(request)
        both = TwoColumns(shares=(1, 1))
        both.left.addWidget(card)
        both.right.addWidget(form)
        self._parts.addWidget(both)
        self.form, self.main_button = form, form.sign
        card.earlier_wanted.connect(form.take_earlier)
        card.print_wanted.connect(lambda: self.print_wanted.emit(request.line.reference))
        form.signed.connect(self._sign)
        form.asked.connect(lambda: self._show_question(both, form, request))
        if focus:
            card.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_own(self, line: WaitingRequest) -> None:
        """Say who decides one's own request, and the ways there."""
        self._clear(line.reference)
        card = OwnCard(line)
        card.print_wanted.connect(lambda: self.print_wanted.emit(line.reference))
        card.chair_wanted.connect(self.chair_wanted)
        self._parts.addWidget(card)
        self.main_button = card.print
        card.head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, both: TwoColumns, form: DecisionForm, request: RequestToDecide) -> None:
        self.show_errors([])
        self.question = question = QuestionCard(request.line.name)
        both.right.addWidget(question)
        form.hide()
        question.sent.connect(self._send)
        question.kept.connect(lambda: self._hide_question(form, question))
        self.main_button = question.send
        question.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_question(self, form: DecisionForm, question: QuestionCard) -> None:
        self.show_errors([])
        self.question = None
        question.hide()
        question.deleteLater()
        form.show()
        self.main_button = form.sign
        form.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, words: str) -> None:
        question, request = self.question, self.open
        if question is None or request is None:
            raise LookupError("no question is being asked")
        if words.strip():
            self.show_errors([])
            self.question_sent.emit(request.line.reference, words)
        else:
            self.show_errors([(question.box, self.tr("Write what you want to ask"))])

    def _sign(self) -> None:
        form, request = self.form, self.open
        if form is None or request is None:
            raise LookupError("no request is open")
        lacking = form.lacks()
        self.show_errors(lacking)
        if not lacking:
            form.sign.setEnabled(False)
            self.signed.emit(request.line.reference, form.decision(), form.secret.text())

    def show_refused(self, sentence: str, *, mismatch: bool = False) -> None:
        """Say why it was not signed; beside the passphrase where that did not match."""
        if self.form is not None:
            self.form.sign.setEnabled(True)
        at: QWidget = self.form.secret if mismatch and self.form is not None else self.heading
        self.show_errors([(at, sentence)])
