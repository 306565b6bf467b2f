"""A question with one answer of several (S4), and what the declaration will say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from candour.domain.checklist import Given
from candour.domain.flow import check_given, chosen
from candour.domain.policy import next_by
from candour.domain.wording import fill
from candour.gui.pages.answers import Choices
from candour.gui.pages.follow_up import FollowUp
from candour.gui.pages.question_frame import CLOSED, QuestionFrame

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtWidgets import QWidget

    from candour.domain.policy import Question
    from candour.services.results import OpenCheck


class QuestionPage(QuestionFrame):
    """One question of any checklist: nothing is chosen beforehand, and what was given comes back."""

    page_id: ClassVar[str] = "question"

    def __init__(self) -> None:
        super().__init__()
        self.answers: Choices | None = None
        self.follow_up: FollowUp | None = None

    def show_question(
        self,
        check: OpenCheck,
        question: Question,
        given: Given | None,
        today: date,
        saved: datetime | None = None,
    ) -> None:
        """Show a question of the kind "choice"; `given` is what was answered before, `today` the person's day."""
        self._today, self._given = today, given
        self.show_frame(check, question, saved)
        self._replace_answers(check, question)
        self._bring_back(question, given)
        self.begin()

    def _replace_answers(self, check: OpenCheck, question: Question) -> None:
        if self.answers is not None:
            _remove(self.answers)
        self.follow_up = None
        names = check.names
        offers = [(a.id, fill(a.label, names), fill(a.hint or a.thanks, names)) for a in question.answers]
        self.answers = Choices(self.heading.text(), offers)
        self.answers.chose.connect(self._open_follow_up)
        self.columns.left.addWidget(self.answers)

    def _bring_back(self, question: Question, given: Given | None) -> None:
        before = chosen(question, given)
        if given is None or not before or self.answers is None:
            return
        main = next((answer for answer in before if answer.beside), before[0])
        self.answers.choose(main.id)
        if self.follow_up is not None:
            self.follow_up.restore(given)

    def _open_follow_up(self, key: str) -> None:
        if self.follow_up is not None:
            _remove(self.follow_up)
        if self.check is None or self.question is None or self.answers is None:
            return
        answer = next_by(self.question.answers, "id", key)
        self.follow_up = FollowUp(self.check, self.question, answer, self._today)
        self.follow_up.changed.connect(self._tell_consequence)
        self.answers.put_under(key, self.follow_up)
        self.where.emphasise(answer.leads_to == "look")
        self._tell_consequence()

    def given(self) -> Given | None:
        """Return what stands on the page, or None while nothing is chosen."""
        if self.question is None or self.follow_up is None:
            return None
        picked = self.follow_up.picked()
        asks = any(answer.outcome == "ask" for answer in picked)
        before = self._requests(self.question)
        return Given(
            self.question.id,
            tuple(answer.id for answer in self.question.answers if answer in picked),
            until=self.follow_up.until(),
            requests=before if asks else (),
            told=self.follow_up.whom(),
        )

    def _requests(self, question: Question) -> tuple[str, ...]:
        """Return what was asked for from this question: what was given, and what is open from another day."""
        given = self._given.requests if self._given is not None else ()
        known = () if self.check is None else self.check.requests
        open_still = (each.reference for each in known if each.question == question.id and each.state not in CLOSED)
        return tuple(dict.fromkeys((*given, *(reference for reference in open_still if reference))))

    def _tell_consequence(self) -> None:
        given = self.given()
        if self.answers is None or given is None:
            return
        card = self.answers.cards[self.answers.chosen()]
        card.set_consequence(self.declaration_says(given), self.who_sees(given))

    def go_on(self) -> None:
        """Continue with what is given, or say what this page still lacks."""
        if self.question is None or self.answers is None:
            return
        given = self.given()
        lacking = self._lacking(self.question, given)
        self.show_errors([lacking] if lacking else [])
        if lacking is None:
            self.continued.emit(given)

    def _lacking(self, question: Question, given: Given | None) -> tuple[QWidget, str] | None:
        if self.follow_up is not None and (lacking := self.follow_up.lacks()):
            return lacking
        sentence = check_given(question, given, self._today)
        if sentence is None or self.answers is None:
            return None
        day = self.follow_up.day if self.follow_up is not None else None
        return (day or self.answers), sentence


def _remove(part: QWidget) -> None:
    part.hide()
    part.setParent(None)
    part.deleteLater()
