"""One request as who decides it reads it: the facts, what was decided before, like cases, what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal

from candour.gui.language import day_words
from candour.gui.pages.deciding_words import earlier_words, happened_words, like_words, until_words, what_words
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts, Points
from candour.gui.widgets.fields import LabelledText
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from candour.services.deciding_results import RequestToDecide, WaitingRequest


class RequestCard(Card):
    """All that the decision needs; `earlier_wanted` asks for the terms of the decision before."""

    earlier_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, request: RequestToDecide) -> None:
        super().__init__(padding=24)
        line = request.line
        self.head = HeadingLabel(what_words(line.kind, line.connection), 2)
        self.head.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        asked = _tr("Asked {day} · reference {reference}").format(
            day=day_words(line.asked_on), reference=line.reference
        )
        self.body.addWidget(self.head)
        self.body.addWidget(BodyLabel(asked, muted=True, caption=True))
        self.facts = Facts()
        for name, words in _facts(request):
            self.facts.add(name, words)
        self.body.addWidget(self.facts)
        self._add_before(request)
        self.body.addWidget(HeadingLabel(_tr("What happened"), 3))
        self.body.addWidget(Points([happened_words(each) for each in request.timeline]))
        self.print = LinkButton(_tr("Print request and answer slip"), icon="document")
        self.print.clicked.connect(self.print_wanted)
        self.body.addWidget(self.print, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_before(self, request: RequestToDecide) -> None:
        quiet, head = Card(padding=16, ground="quiet"), _tr("How like cases went")
        like = BodyLabel(f"{head} · {like_words(request.like)}", measure=None)
        like.set_strong(len(head))
        quiet.body.addWidget(like)
        if request.earlier is not None and request.earlier.same_terms:
            self.same = LinkButton(_tr("Take the same terms"))
            self.same.clicked.connect(self.earlier_wanted)
            self.body.addWidget(self.same, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(quiet)


def _facts(request: RequestToDecide) -> list[tuple[str, str]]:
    asked, line = request.asked, request.line
    ends = " · ".join(part for part in (asked.ends, until_words(asked.until) if asked.until else "") if part)
    facts = [
        (_tr("Who asks"), f"{line.name}, {line.role}"),
        (_tr("A group") if asked.group else _tr("Who or what"), asked.who),
        (_tr("On our staff"), request.staff),
        (_tr("Where"), ", ".join(asked.where)),
        (_tr("Kept apart by"), "; ".join(asked.safeguards)),
        (_tr("In their words"), f"“{asked.line}”" if asked.line else ""),
        (_tr("Until"), ends or until_words(None)),
        (_tr("Before"), earlier_words(request.earlier) if request.earlier else _tr("Nothing was decided before")),
    ]
    return [(name, words) for name, words in facts if words]


class OwnCard(Card):
    """One's own request, or one that names who looks: the chair decides it, in the app or on paper."""

    print_wanted = Signal()
    chair_wanted = Signal()

    def __init__(self, line: WaitingRequest) -> None:
        super().__init__(padding=24)
        self.head = HeadingLabel(_tr("The chair of governors decides this one"), 2)
        self.head.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        words = _tr("{reference} is your own request, or names you. Nobody decides their own.")
        self.body.addWidget(self.head)
        self.body.addWidget(BodyLabel(words.format(reference=line.reference)))
        self.print = PrimaryButton(_tr("Print request and answer slip"))
        self.open = SecondaryButton(_tr("Open for the chair"))
        lock = _tr("“Open for the chair” locks, so that the chair can sign in here.")
        self.print.clicked.connect(self.print_wanted)
        self.open.clicked.connect(self.chair_wanted)
        for button in (self.print, self.open):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(BodyLabel(lock, muted=True, caption=True))


class QuestionCard(Card):
    """A question to whoever asked; `sent` carries its words, `kept` that none is asked after all."""

    sent = Signal(str)
    kept = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(_tr("Ask {name} a question first").format(name=name), padding=24)
        self.box = LabelledText(_tr("Your question"), _tr("The request waits until it is answered."))
        self.send = PrimaryButton(_tr("Send the question"))
        self.keep = SecondaryButton(_tr("Decide without a question"))
        self.send.clicked.connect(lambda: self.sent.emit(self.box.text()))
        self.keep.clicked.connect(self.kept)
        self.body.addWidget(self.box)
        for button in (self.send, self.keep):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _tr(words: str) -> str:
    return QCoreApplication.translate("RequestToDecide", words)
