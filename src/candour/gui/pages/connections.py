"""Family and others: nobody, or one request for each person or group, covering 2.1 and 2.8 at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from candour.domain.checklist import Given
from candour.domain.flow import check_given, chosen
from candour.domain.wording import fill
from candour.gui.language import day_words
from candour.gui.pages.answers import Choices
from candour.gui.pages.question_frame import CLOSED, QuestionFrame
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip, ChipRole
from candour.gui.widgets.labels import BodyLabel, FieldError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from candour.domain.policy import Question
    from candour.services.results import OpenCheck, OpenRequest


def state_role(state: str) -> ChipRole:
    """Return the look of a request's state."""
    if state.startswith("Approved"):
        return "done"
    return "neutral" if state in (*CLOSED, "Draft") else "waiting"


class RequestRows(QWidget):
    """A person's requests, each a card with its state, and a button for one more."""

    wanted = Signal()
    draft_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.error = FieldError()
        self.cards: list[Card] = []
        self.drafts: dict[str, LinkButton] = {}
        self.references: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self.add = SecondaryButton(self.tr("Add a person or group"), icon="plus")
        self.add.clicked.connect(self.wanted)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.error)
        self._column.addLayout(self._list)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.add)
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px = theme_of(self).metrics.px
        self._column.setContentsMargins(px(16 + 20 + 13), px(2), 0, px(10))
        self._column.setSpacing(px(8))
        self._list.setSpacing(px(8))

    def show_requests(self, requests: Sequence[OpenRequest]) -> None:
        """Show these requests."""
        for card in self.cards:
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.references = tuple(r.reference for r in requests if r.reference and r.state not in CLOSED)
        self.drafts = {}
        self.cards = [self._card(request) for request in requests]
        for card in self.cards:
            self._list.addWidget(card)

    def _card(self, request: OpenRequest) -> Card:
        card = Card(padding=16)
        head = QHBoxLayout()
        head.addWidget(BodyLabel(request.who or self.tr("Not written yet"), strong=True), 1)
        head.addWidget(Chip(request.state, state_role(request.state)), 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        words = self.tr("{reference}, until {date}") if request.until else self.tr("{reference}")
        until = day_words(request.until) if request.until else ""
        if request.draft:
            card.body.addWidget(self._go_on(request.draft), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            card.body.addWidget(
                BodyLabel(words.format(reference=request.reference, date=until), muted=True, caption=True)
            )
        return card

    def _go_on(self, draft: str) -> LinkButton:
        link = LinkButton(self.tr("Go on with it"))
        link.setAccessibleName(self.tr("Go on with draft {number}").format(number=len(self.drafts) + 1))
        link.clicked.connect(lambda: self.draft_wanted.emit(draft))
        self.drafts[draft] = link
        return link

    def show_error(self, problem: str) -> None:
        """Say above the rows what to do; a screen reader hears it with the button."""
        self.error.say(problem)
        self.add.setAccessibleDescription(problem)


class ConnectionsPage(QuestionFrame):
    """The question of the kind "connections"; `request_wanted` asks for the page of a new request."""

    page_id: ClassVar[str] = "connections"

    request_wanted = Signal()
    draft_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.answers: Choices | None = None
        self.rows: RequestRows | None = None

    def show_question(
        self,
        check: OpenCheck,
        question: Question,
        given: Given | None,
        today: date,
        saved: datetime | None = None,
    ) -> None:
        """Show the question; the rows are those requests of `check` that belong to it."""
        self._today = today
        self.show_frame(check, question, saved)
        if self.answers is not None:
            self.answers.hide()
            self.answers.setParent(None)
            self.answers.deleteLater()
        names = check.names
        offers = [(a.id, fill(a.label, names), fill(a.hint, names)) for a in question.answers]
        self.answers = Choices(self.heading.text(), offers)
        self.rows = RequestRows()
        self.rows.show_requests([r for r in check.requests if r.kind == question.request])
        self.rows.wanted.connect(self.request_wanted)
        self.rows.draft_wanted.connect(self.draft_wanted)
        self.answers.put_under(self._asking(question), self.rows)
        self.answers.chose.connect(self._open_rows)
        self.rows.hide()
        self.columns.left.addWidget(self.answers)
        for answer in chosen(question, given)[:1]:
            self.answers.choose(answer.id)
        self.begin()

    def _asking(self, question: Question) -> str:
        return next(answer.id for answer in question.answers if answer.outcome == "ask")

    def _open_rows(self, key: str) -> None:
        if self.question is None or self.rows is None or self.answers is None:
            return
        asks = key == self._asking(self.question)
        self.rows.setVisible(asks)
        given = self._given(self.question, self.rows, key)
        self.answers.cards[key].set_consequence(self.declaration_says(given), self.who_sees(given))

    def _given(self, question: Question, rows: RequestRows, key: str) -> Given:
        asks = key == self._asking(question)
        return Given(question.id, (key,) if key else (), requests=rows.references if asks else ())

    def go_on(self) -> None:
        """Continue with No, or with Yes and its requests; say so kindly where there is none yet."""
        if self.question is None or self.answers is None or self.rows is None:
            return
        key = self.answers.chosen()
        asks = key == self._asking(self.question)
        given = self._given(self.question, self.rows, key)
        field: QWidget = self.answers
        sentence = check_given(self.question, given, self._today)
        if sentence is None and asks and not self.rows.references:
            field, sentence = (
                self.rows,
                self.tr("Add each person or group, one at a time. Nobody else sees who it is"),
            )
        self.show_errors([(field, sentence)] if sentence else [])
        if sentence is None:
            self.continued.emit(given)
