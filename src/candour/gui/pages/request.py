"""One of my requests: how it stands, what I wrote, what happened, what was decided, and what I can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.domain.exception_request import kind_words
from candour.domain.request_dates import Reminder
from candour.domain.request_moves import RequestAct, RequestState
from candour.gui.language import day_words
from candour.gui.pages.connections import state_role
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.request_parts import AnswerCard, DecisionCard, happened_words, written
from candour.gui.places import RECORD
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.facts import Facts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from candour.gui.places import Frame
    from candour.gui.widgets.chip import ChipRole
    from candour.services.request_results import MyRequest

AGAIN = (RequestState.NOT_APPROVED, RequestState.WITHDRAWN, RequestState.ENDED)
"""The states from which a new request with the same terms is offered."""


class RequestPage(PlacedPage):
    """The whole story of one request, and its moves as buttons.

    `answered` carries the words of the answer; `withdraw_wanted` and `end_wanted` lead to asking once more.
    """

    page_id: ClassVar[str] = "request"
    place: ClassVar[str] = RECORD

    answered = Signal(str)
    withdraw_wanted = Signal()
    end_wanted = Signal()
    still_right = Signal()
    again_wanted = Signal()
    paper_wanted = Signal()
    letter_opened = Signal()
    letter_saved = Signal()

    def __init__(self, frame: Frame, request: MyRequest, said: str = "") -> None:
        super().__init__("", frame)
        self.request = request
        self._introduce(said)
        self.reminder = self._remind()
        self.answer = AnswerCard(request.question) if request.question else None
        self.decision = DecisionCard(request) if request.decision is not None else None
        if self.answer is not None:
            self.answer.sent.connect(self.go_on)
            self.content.addWidget(self.answer)
        if self.decision is not None:
            self.decision.opened.connect(self.letter_opened)
            self.decision.saved.connect(self.letter_saved)
            self.content.addWidget(self.decision)
        self.content.addWidget(self._facts())
        self.content.addWidget(self._story())
        self._moves()

    def _introduce(self, said: str) -> None:
        request = self.request
        who = (request.asked.who or request.asked.connection) if request.asked is not None else ""
        self.introduce(who or request.reference, "", f"{request.reference} · {kind_words(request.kind)}")
        self.chip = Chip(request.state, state_role(request.state))
        self.content.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        if said:
            self.said.setText(said)
            self.said.show()

    def _remind(self) -> Banner | None:
        request, again = self.request, self.tr("Ask again with the same terms")
        if request.reminder is None:
            return None
        if request.reminder is Reminder.STILL_RIGHT:
            words = self.tr("A year has gone: is it still as you wrote?")
            banner = Banner(words, self.tr("Nobody decides anew."), "waiting", self.tr("Still right"))
            banner.acted.connect(self.still_right)
        else:
            day = day_words(request.until) if request.until else ""
            role: ChipRole = "todo" if request.reminder is Reminder.ENDS_SOON else "waiting"
            words = self.tr("This exception ends on {day}").format(day=day)
            banner = Banner(words, self.tr("Ask in good time if you still need it."), role, again)
            banner.acted.connect(self.again_wanted)
        self.content.addWidget(banner)
        return banner

    def _facts(self) -> Card:
        card = Card(self.tr("What you wrote"), padding=24)
        facts = Facts()
        for name, words in written(self.request):
            facts.add(name, words)
        card.body.addWidget(facts)
        return card

    def _story(self) -> Card:
        card = Card(self.tr("What happened"), padding=24)
        facts = Facts()
        for each in self.request.timeline:
            facts.add(day_words(each.on), happened_words(each))
        card.body.addWidget(facts)
        return card

    def _moves(self) -> None:
        self.back = SecondaryButton(self.tr("Back"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)
        self.buttons: dict[RequestAct, QAbstractButton] = {}
        acts = self.request.acts
        if RequestAct.WITHDRAW in acts:
            self._add(RequestAct.WITHDRAW, DangerButton(self.tr("Withdraw"))).clicked.connect(self.withdraw_wanted)
        if RequestAct.END in acts:
            self._add(RequestAct.END, SecondaryButton(self.tr("End it"))).clicked.connect(self.end_wanted)
        if RequestAct.STILL_RIGHT in acts and self.request.reminder is not Reminder.STILL_RIGHT:
            still = self._add(RequestAct.STILL_RIGHT, SecondaryButton(self.tr("Still right")))
            still.clicked.connect(self.still_right)
        if self.request.for_chair:
            self.paper = SecondaryButton(self.tr("Print for the chair"), icon="printer")
            self.paper.clicked.connect(self.paper_wanted)
            self.footer.add(self.paper)
        if self.request.state in AGAIN:
            again = self._add(RequestAct.ASK, PrimaryButton(self.tr("Ask again")))
            again.clicked.connect(self.again_wanted)
        self.main_button = self.answer.send if self.answer is not None else self.buttons.get(RequestAct.ASK)

    def _add(self, act: RequestAct, button: QAbstractButton) -> QAbstractButton:
        self.buttons[act] = button
        self.footer.add(button)
        return button

    @property
    def typed(self) -> str:
        """What stands in the box of the answer, so that nothing that was written is lost."""
        return self.answer.box.text() if self.answer is not None else ""

    def go_on(self) -> None:
        """Send the answer, or say that it lacks words."""
        if self.answer is None:
            return
        words = self.answer.box.text().strip()
        self.show_errors([] if words else [(self.answer.box, self.tr("Write your answer: one line is enough"))])
        if words:
            self.answered.emit(words)
