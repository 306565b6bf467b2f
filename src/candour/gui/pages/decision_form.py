"""The decision on one request: what is decided, on which terms, and what its asker will read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from candour.domain.deciding import ACT_OF, NewDecision
from candour.domain.request_moves import APPROVED, RequestAct
from candour.gui.pages.answers import Choices
from candour.gui.pages.deciding_words import preview_words
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.choices import ChoiceGroup, TickCard
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.fields import LabelledField, LabelledText, PassphraseField
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from candour.services.deciding_results import RequestToDecide


class DecisionForm(Card):
    """`signed` asks to sign what `decision` returns, `asked` to ask a question first.

    Nothing is chosen beforehand, but for last year's terms, which stand ready under "Approve with conditions".
    """

    signed = Signal()
    asked = Signal()

    def __init__(self, request: RequestToDecide) -> None:
        super().__init__(self.tr("Your decision"), padding=24, border="primary")
        self._request = request
        self._add_choices()
        self._add_terms()
        self._add_reason()
        self._add_preview()
        self._add_ways()
        self.choices.chose.connect(self._follow)
        for field in (self.line.field, self.reason.field):
            field.textChanged.connect(self._preview)
        for tick in self.ticks.values():
            tick.toggled.connect(self._preview)
        self.until.field.dateChanged.connect(self._preview)
        self.has_end.toggled.connect(self._follow)
        self._follow()

    def _add_choices(self) -> None:
        offers = (
            (RequestAct.APPROVE.value, self.tr("Approve"), ""),
            (RequestAct.APPROVE_WITH_CONDITIONS.value, self.tr("Approve with conditions"), ""),
            (RequestAct.NOT_APPROVE.value, self.tr("Not approved"), ""),
        )
        self.choices = Choices(self.tr("Your decision on {reference}").format(reference=self._reference()), offers)
        self.body.addWidget(self.choices)

    def _reference(self) -> str:
        return self._request.line.reference

    def _add_terms(self) -> None:
        earlier = self._request.earlier
        terms = () if earlier is None or earlier.state not in APPROVED else earlier.conditions
        self.ticks = {words: TickCard(words) for words in self._request.ready}
        self.conditions = ChoiceGroup(self.tr("Conditions"), list(self.ticks.values()))
        for words in terms:
            if words in self.ticks:
                self.ticks[words].setChecked(True)
        self.conditions_head = BodyLabel(self.tr("Conditions"), strong=True)
        self.line = LabelledField(
            self.tr("One condition in your own words"),
            self.tr("Only {name} and whoever decides read this.").format(name=self._request.line.name),
        )
        if terms and earlier is not None:
            self.line.setText(earlier.line)
        last = self._request.last
        self.has_end = TickCard(self.tr("It has a last day"))
        self.has_end.setChecked(last is not None)
        self.until = DateField(self.tr("Approve until"), last or self._request.first)
        if last is not None:
            self.until.set_range(self._request.first, max(last, self._request.first))
        for part in (self.conditions_head, self.conditions, self.line, self.has_end, self.until):
            self.body.addWidget(part)

    def _add_reason(self) -> None:
        name = self._request.line.name
        self.reason = LabelledText(self.tr("The reason that {name} will read").format(name=name))
        self.body.addWidget(self.reason)

    def _add_preview(self) -> None:
        self.preview = BodyLabel(measure=None)
        box = Card(padding=16, ground="quiet")
        head = self.tr("What {name} will read").format(name=self._request.line.name)
        box.body.addWidget(HeadingLabel(head, 3))
        box.body.addWidget(self.preview)
        self.body.addWidget(box)

    def _add_ways(self) -> None:
        self.secret = PassphraseField(self.tr("Your passphrase"), self.tr("Once for all that you sign now"))
        self.secret.setVisible(self._request.ask_secret)
        self.sign = PrimaryButton(self.tr("Sign the decision"))
        self.ask = SecondaryButton(self.tr("Ask a question first"))
        self.sign.clicked.connect(self.signed)
        self.ask.clicked.connect(self.asked)
        row = EvenRow(self.sign, self.ask)
        self.body.addWidget(self.secret)
        self.body.addWidget(row)

    def _follow(self) -> None:
        act = self._act()
        approves = act in (RequestAct.APPROVE, RequestAct.APPROVE_WITH_CONDITIONS)
        for part in (self.conditions_head, self.conditions, self.line):
            part.setVisible(act is RequestAct.APPROVE_WITH_CONDITIONS)
        self.has_end.setVisible(approves and self._request.last is None)
        self.until.setVisible(approves and self.has_end.isChecked())
        self.reason.setVisible(act is RequestAct.NOT_APPROVE)
        self._preview()

    def _act(self) -> RequestAct | None:
        key = self.choices.chosen()
        return RequestAct(key) if key else None

    def decision(self) -> NewDecision | None:
        """Return what is chosen and typed, None while nothing is chosen."""
        act = self._act()
        if act is None:
            return None
        if act is RequestAct.NOT_APPROVE:
            return NewDecision(act, reason=self.reason.text().strip())
        until = self.until.date() if self.has_end.isChecked() else None
        if act is RequestAct.APPROVE:
            return NewDecision(act, until=until)
        ticked = tuple(words for words, tick in self.ticks.items() if tick.isChecked())
        return NewDecision(act, ticked, self.line.text().strip(), until)

    def lacks(self) -> list[tuple[QWidget, str]]:
        """Return what is missing before it can be signed: the field, and what to do."""
        new, lacking = self.decision(), list[tuple[QWidget, str]]()
        if new is None:
            lacking.append((self.choices, self.tr("Choose a decision")))
        elif new.act is RequestAct.NOT_APPROVE and not new.reason:
            words = self.tr("Give a reason {name} will read").format(name=self._request.line.name)
            lacking.append((self.reason, words))
        elif new.act is RequestAct.APPROVE_WITH_CONDITIONS and not (new.conditions or new.line):
            lacking.append((self.line, self.tr("Tick a condition, or write one")))
        if self._request.ask_secret and not self.secret.text():
            lacking.append((self.secret, self.tr("Type your passphrase")))
        return lacking

    def take_earlier(self) -> None:
        """Choose what was decided before on the same terms."""
        earlier = self._request.earlier
        if earlier is not None and earlier.state in ACT_OF:
            self.choices.choose(ACT_OF[earlier.state].value)
            self.choices.cards[ACT_OF[earlier.state].value].setFocus(Qt.FocusReason.OtherFocusReason)

    def _preview(self) -> None:
        self.preview.setText(preview_words(self.decision(), self._request.decider))
