"""The parts of a request's page: the answer to a question, the decision, what was written, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from candour.domain.request_moves import APPROVED, RequestAct
from candour.gui.language import day_words
from candour.gui.widgets.buttons import LinkButton, PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts, Points
from candour.gui.widgets.fields import LabelledText
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.services.request_results import DecisionRead, Happened, MyRequest


class AnswerCard(Card):
    """The question that waits, and a box for its answer; `sent` asks to send what stands there."""

    sent = Signal()

    def __init__(self, question: str) -> None:
        super().__init__(_tr("A question for you"), padding=24, bar="waiting")
        self.body.addWidget(BodyLabel(question, strong=True))
        self.box = LabelledText(_tr("Your answer"), _tr("Only you and whoever decides see this."))
        self.send = PrimaryButton(_tr("Send my answer"))
        self.send.clicked.connect(self.sent)
        self.body.addWidget(self.box)
        self.body.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeft)


class DecisionCard(Card):
    """What was decided, by whom, on what terms; `opened` and `saved` are about its letter."""

    opened = Signal()
    saved = Signal()

    def __init__(self, request: MyRequest) -> None:
        super().__init__(_tr("The decision"), padding=24)
        decision = request.decision
        if decision is None:
            raise ValueError("nothing is decided")
        self.facts = Facts()
        self.facts.add(_tr("Decided"), _decided(decision))
        if request.until is not None and request.state in APPROVED:
            self.facts.add(_tr("Until"), day_words(request.until))
        if decision.conditions:
            self.facts.add(_tr("Conditions"), Points(decision.conditions))
        for name, words in ((_tr("In their own words"), decision.line), (_tr("Why"), decision.reason)):
            if words:
                self.facts.add(name, words)
        self.body.addWidget(self.facts)
        self.open, self.save = LinkButton(_tr("Open the letter")), LinkButton(_tr("Save the letter"), icon="save")
        self.open.clicked.connect(self.opened)
        self.save.clicked.connect(self.saved)
        for link in (self.open, self.save):
            link.setVisible(decision.has_letter)
            self.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def _decided(decision: DecisionRead) -> str:
    by = ", ".join(part for part in (decision.by, decision.office) if part)
    return _tr("{day}, by {who}").format(day=day_words(decision.decided_on), who=by)


def written(request: MyRequest) -> list[tuple[str, str]]:
    """Return what the person wrote, fact by fact; where their keys cannot open it, what is open."""
    asked = request.asked
    until = day_words(request.until) if request.until else ""
    if asked is None:
        closed = _tr("Your keys of today cannot open this; the Headteacher can.")
        facts = [(_tr("What you wrote"), closed), (_tr("Until"), until)]
    else:
        ends = " · ".join(part for part in (asked.ends, until) if part)
        kept_out = "; ".join(part for part in (*asked.safeguards, asked.line) if part)
        facts = [
            (_tr("How you are connected"), asked.connection),
            (_tr("A group") if asked.group else _tr("Who or what"), asked.who),
            (_tr("On our staff"), request.staff),
            (_tr("Where"), ", ".join(asked.where)),
            (_tr("How you keep school out of it"), kept_out),
            (_tr("What ends it"), ends),
            (_tr("Who decides"), _tr("The chair of governors") if asked.about_headteacher else ""),
        ]
    return [(name, words) for name, words in facts if words]


def happened_words(each: Happened) -> str:
    """Return one line of the timeline: what happened, by whom, and the words that went with it."""
    words = _HAPPENED[each.act]
    by = each.by or _tr("the school")
    said = QCoreApplication.translate("RequestPage", words).format(who=by)
    return f"{said}: {each.words}" if each.words else said


_HAPPENED = {
    RequestAct.ASK: "You sent it",
    RequestAct.QUESTION: "{who} asked you",
    RequestAct.ANSWER: "You answered",
    RequestAct.WITHDRAW: "You withdrew it",
    RequestAct.APPROVE: "{who} approved it",
    RequestAct.APPROVE_WITH_CONDITIONS: "{who} approved it with conditions",
    RequestAct.NOT_APPROVE: "{who} did not approve it",
    RequestAct.STILL_RIGHT: "You said that it is still right",
    RequestAct.END: "You ended it",
    RequestAct.REVOKE: "{who} ended it",
    RequestAct.LAPSE: "Its last day was past, and it ended",
}


def _tr(words: str) -> str:
    return QCoreApplication.translate("RequestPage", words)
