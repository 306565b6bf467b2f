"""Asked once more before it is done: a request withdrawn, or an exception ended before its day."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.request_moves import RequestState
from candour.gui.pages.answers import Choices
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import RECORD
from candour.gui.widgets.buttons import DangerButton, PrimaryButton
from candour.gui.widgets.facts import Points

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.request_results import MyRequest

NOT_NEEDED, HAPPENED = "not needed", "happened"


class RequestEndPage(PlacedPage):
    """Withdraws what is undecided and ends what is approved; `confirmed` carries why, "" for a withdrawal.

    The main button is the one that changes nothing.
    """

    page_id: ClassVar[str] = "request-end"
    place: ClassVar[str] = RECORD

    confirmed = Signal(str)

    def __init__(self, frame: Frame, request: MyRequest) -> None:
        super().__init__("", frame)
        self.withdraws = request.state in (RequestState.WAITING, RequestState.QUESTION)
        heading = self.tr("Withdraw {reference}?") if self.withdraws else self.tr("End {reference} now?")
        self.introduce(heading.format(reference=request.reference))
        self.content.addWidget(Points(self._points()))
        self.why: Choices | None = None
        if not self.withdraws:
            self.why = Choices(self.tr("Why does it end?"), self._reasons(request))
            self.content.addWidget(self.why)
        self.main_button = self.keep = PrimaryButton(self.tr("Back, nothing changes"))
        self.confirm = DangerButton(self.tr("Withdraw it") if self.withdraws else self.tr("End it"))
        self.keep.clicked.connect(self.went_back)
        self.confirm.clicked.connect(self.go_on)
        self.footer.add(self.keep)
        self.footer.add(self.confirm)

    def _points(self) -> tuple[str, ...]:
        signed = self.tr("If you named it in a declaration, you will be asked to sign an update of that point.")
        if self.withdraws:
            return (self.tr("Nobody decides it any more. You can send a new one at any time."), signed)
        return (self.tr("It does not hold from today on. You can ask again at any time."), signed)

    def _reasons(self, request: MyRequest) -> list[tuple[str, str, str]]:
        ends = request.asked.ends if request.asked is not None else ""
        return [
            (NOT_NEEDED, self.tr("I no longer need it"), ""),
            (HAPPENED, self.tr("What ends it has happened"), ends),
        ]

    def go_on(self) -> None:
        """Do it, or ask for the reason."""
        if self.why is None:
            self.confirmed.emit("")
            return
        key = self.why.chosen()
        self.show_errors([] if key else [(self.why, self.tr("Choose why it ends"))])
        if key:
            self.confirmed.emit(self.why.cards[key].label)

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was done, and what to do."""
        self.show_errors([(self.heading, sentence)])
