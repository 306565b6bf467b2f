"""The frame of a question page: heading, answers at the left, "Where to look" and "Why we ask" at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from candour.domain.checklist import Decision, Given
from candour.domain.flow import chosen, confirmable
from candour.domain.outcomes import outcome_of
from candour.domain.request_dates import counts_as
from candour.domain.wording import answer_words, fill, outcome_words
from candour.gui.language import day_words
from candour.gui.pages.check_page import CheckPage, place_in_words
from candour.gui.pages.where_to_look import WhereToLook, ticked_platforms
from candour.gui.widgets.buttons import LinkButton, PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from datetime import date, datetime

    from candour.domain.policy import Answer, Platform, Question
    from candour.services.results import OpenCheck

CLOSED = ("Not approved", "Withdrawn", "Ended")
"""The states of a request that no longer holds (screens 2.1)."""


class QuestionFrame(CheckPage):
    """A page of one question; a subclass fills `columns.left` and says what was `given`.

    `continued` carries a `Given` that `candour.domain.flow.check_given` has nothing against.
    """

    continued = Signal(Given)
    looked_at_phone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self.check: OpenCheck | None = None
        self.columns = TwoColumns()
        self.last = BodyLabel()
        self.last.hide()
        self.content.addWidget(self.last)
        self.content.addWidget(self.columns)
        self.where = WhereToLook()
        self.where.looked_at_phone.connect(self.looked_at_phone)
        self._build_why()
        self.columns.right.addWidget(self.where)
        self.columns.right.addWidget(self.why)
        self.main_button = PrimaryButton(self.tr("Continue"))
        self.main_button.clicked.connect(self.go_on)
        self.footer.add(self.main_button)

    def _build_why(self) -> None:
        self.why = Card(self.tr("Why we ask"), ground="quiet", padding=18)
        self._reason = BodyLabel(muted=True, caption=True)
        self._rule = BodyLabel(muted=True, caption=True)
        self.policy_link = LinkButton(self.tr("Read the policy (F1)"), caption=True)
        self.policy_link.clicked.connect(self.policy_wanted)
        for part in (self._reason, self._rule):
            self.why.body.addWidget(part)
        self.why.body.addWidget(self.policy_link, 0, Qt.AlignmentFlag.AlignLeft)

    def explain(self) -> None:
        """Open the policy on F1, as the link says."""
        self.policy_wanted.emit()

    def show_frame(self, check: OpenCheck, question: Question, saved: datetime | None) -> None:
        """Show everything around the answers."""
        self.show_errors([])
        self.clear_trouble()
        self.check, self.question = check, question
        self.show_check(check, question.id, saved)
        self.introduce(
            fill(question.heading, check.names),
            fill(question.body, check.names),
            place_in_words(
                check,
                question,
                self.tr("Question {number} of {count}"),
                self.tr("Beside what you said has changed"),
            ),
        )
        self.where.setVisible(question.where_to_look)
        if question.where_to_look:
            self.where.show_platforms(self.steps_to_show())
        self._show_why(check, question)
        self._show_last(check, question)

    def _show_last(self, check: OpenCheck, question: Question) -> None:
        """Show what was said last; what is about a year of looking is not offered as still right."""
        given = check.last_year.get(question.id)
        self.last.setVisible(given is not None)
        said = self.tr("You said: {words}.") if check.updates else self.tr("Last year you said: {words}.")
        if confirmable(question):
            then = self.tr("Still right?")
        else:
            then = self.tr("What is right now?") if check.updates else self.tr("Look again, for this year.")
        words = said.format(words=answer_words(question, given, check.names))
        self.last.setText(f"{words} {then}")
        self.last.set_strong(words.index(":") + 1)

    def _show_why(self, check: OpenCheck, question: Question) -> None:
        self._reason.setText(fill(question.why, check.names))
        self._reason.setVisible(bool(question.why))
        self._rule.setVisible(bool(question.point))
        if question.point:
            point = check.pack.point(question.point)
            self._rule.setText(
                self.tr("Policy of {date}, {place}. {words}").format(
                    date=day_words(check.pack.policy_date), place=point.place, words=fill(point.words, check.names)
                )
            )

    def declaration_says(self, given: Given) -> str:
        """Return what the declaration will say if this is the answer; the same for answers alike to HR."""
        if self.check is None or self.question is None:
            return ""
        picked = chosen(self.question, given)
        outcome = outcome_of(self.question, given, decisions_of(self.check))
        not_sent = not given.requests and all(answer.outcome == "ask" for answer in picked)
        words = (
            fill(_until_known(picked), self.check.names)
            if outcome is None or not_sent
            else outcome_words(outcome)[1]
        )
        return self.tr("Your declaration will say: {words}.").format(words=words)

    def who_sees(self, given: Given) -> str:
        """Return what only the person and the Headteacher can see of this answer."""
        if self.check is None or self.question is None:
            return ""
        seen = [answer.only_you_see for answer in chosen(self.question, given) if answer.only_you_see]
        words = self.tr("Only you and the Headteacher can see: {what}.")
        return words.format(what=fill("; ".join(seen), self.check.names)) if seen else ""

    def steps_to_show(self) -> tuple[Platform, ...]:
        """Return the platforms whose steps belong beside this person's questions."""
        check = self.check
        return () if check is None else ticked_platforms(check.pack, check.checklist, check.answers)

    def show_question(
        self,
        check: OpenCheck,
        question: Question,
        given: Given | None,
        today: date,
        saved: datetime | None = None,
    ) -> None:
        """Show a question; `given` is what was answered before, `today` the person's day."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Continue, or say what this page still lacks."""
        raise NotImplementedError


def _until_known(picked: tuple[Answer, ...]) -> str:
    words = [answer.hr_sees for answer in picked if answer.outcome != "confirmed"]
    return "; ".join(words) or "Confirmed"


def decisions_of(check: OpenCheck) -> dict[str, Decision]:
    """Return how each request of the person stands, by reference."""
    return {request.reference: counts_as(request.state) for request in check.requests if request.reference}
