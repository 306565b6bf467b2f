"""The frame of a question page: heading, answers at the left, "Where to look" and "Why we ask" at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from candour.domain.checklist import Given
from candour.domain.dates import uk_date
from candour.domain.wording import fill
from candour.gui.pages.check_page import CheckPage, place_in_words
from candour.gui.pages.where_to_look import WhereToLook, ticked_platforms
from candour.gui.widgets.buttons import LinkButton, PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from datetime import datetime

    from candour.domain.policy import Question
    from candour.services.results import OpenCheck


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
        self.content.addWidget(self.columns)
        self.where = WhereToLook()
        self.where.looked_at_phone.connect(self.looked_at_phone)
        self.where.turned.connect(self.restore_order)
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
            place_in_words(check, question, self.tr("Question {number} of {count}")),
        )
        self.where.setVisible(question.where_to_look)
        if question.where_to_look:
            self.where.show_platforms(ticked_platforms(check.pack, check.checklist, check.answers))
        self._show_why(check, question)

    def _show_why(self, check: OpenCheck, question: Question) -> None:
        self._reason.setText(fill(question.why, check.names))
        self._reason.setVisible(bool(question.why))
        self._rule.setVisible(bool(question.point))
        if question.point:
            point = check.pack.point(question.point)
            self._rule.setText(
                self.tr("Policy of {date}, {place}: {words}").format(
                    date=uk_date(check.pack.policy_date), place=point.place, words=fill(point.words, check.names)
                )
            )

    def go_on(self) -> None:
        """Continue, or say what this page still lacks."""
        raise NotImplementedError
