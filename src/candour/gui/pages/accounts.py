"""Which accounts do you use: tick every one, or say that there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSpacerItem, QVBoxLayout, QWidget

from candour.domain.checklist import Given
from candour.domain.flow import check_given, chosen
from candour.domain.wording import fill
from candour.gui.metrics import RING
from candour.gui.pages.question_frame import QuestionFrame
from candour.gui.theme import theme_of
from candour.gui.widgets.choices import ChoiceGroup, TickCard
from candour.gui.widgets.labels import BodyLabel, FieldError

if TYPE_CHECKING:
    from datetime import date, datetime

    from candour.domain.policy import Question
    from candour.services.results import OpenCheck


class Ticks(QWidget):
    """Cards to tick, in two columns where there is room, and apart from them the one that stands alone."""

    def __init__(self, question: str, offers: list[tuple[str, str, str]], alone: str) -> None:
        """Offer (key, label, hint); ticking `alone` takes the other ticks away, and the other way round."""
        super().__init__()
        self._alone = alone
        self.error = FieldError()
        self.group = ChoiceGroup(question)
        self.cards = {key: TickCard(label, hint) for key, label, hint in offers}
        self._grid, self._gap = QGridLayout(), QSpacerItem(0, 0)
        self._columns = 0
        self._lay_out()
        for key, card in self.cards.items():
            card.clicked.connect(lambda on=False, key=key: self._keep_apart(key, on=on))
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.error)
        column.addWidget(self.group)
        inside = self.group.layout()
        if isinstance(inside, QBoxLayout):
            inside.addLayout(self._grid)
            if self._alone in self.cards:
                inside.addSpacerItem(self._gap)
                inside.addWidget(self.cards[self._alone])
        self.setFocusProxy(next(iter(self.cards.values())))
        self.arrange(2)

    def arrange(self, columns: int) -> None:
        """Put the cards into so many columns."""
        if columns == self._columns:
            return
        self._columns = columns
        together = [card for key, card in self.cards.items() if key != self._alone]
        for card in together:
            self._grid.removeWidget(card)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, card in enumerate(together):
            self._grid.addWidget(card, place // columns, place % columns)

    def _measure(self) -> None:
        px = theme_of(self).metrics.px
        self._grid.setSpacing(max(0, px(10) - 2 * RING))
        self._gap.changeSize(0, px(12))
        self.group.updateGeometry()

    def _keep_apart(self, key: str, *, on: bool) -> None:
        if on:
            for other, card in self.cards.items():
                if other != key and self._alone in (key, other):
                    card.setChecked(False)

    def ticked(self) -> tuple[str, ...]:
        """Return the keys of the ticked cards."""
        return tuple(key for key, card in self.cards.items() if card.isChecked())

    def show_error(self, problem: str) -> None:
        """Say above the cards what to do; a screen reader hears it with the group."""
        self.error.say(problem)
        self.group.setAccessibleDescription(problem)


class AccountsPage(QuestionFrame):
    """The question of the kind "accounts": its answers decide which help is shown and what is asked."""

    page_id: ClassVar[str] = "accounts"

    def __init__(self) -> None:
        super().__init__()
        self.ticks: Ticks | None = None
        self.sees = BodyLabel(self.tr("Only you and the Headteacher see this."), muted=True)
        self.columns.left.addWidget(self.sees)

    def show_question(
        self,
        check: OpenCheck,
        question: Question,
        given: Given | None,
        today: date,
        saved: datetime | None = None,
    ) -> None:
        """Show the platforms; `given` is what was ticked before."""
        self._today = today
        self.show_frame(check, question, saved)
        if self.ticks is not None:
            self.ticks.hide()
            self.ticks.setParent(None)
            self.ticks.deleteLater()
        offers = [(a.id, fill(a.label, check.names), fill(a.hint, check.names)) for a in question.answers]
        self.ticks = Ticks(self.heading.text(), offers, question.alone)
        self.ticks.arrange(1 if self.narrow else 2)
        for answer in chosen(question, given):
            self.ticks.cards[answer.id].setChecked(True)
        self.columns.left.insertWidget(0, self.ticks)
        self.begin()

    def fold(self) -> None:
        """Put the cards into one column."""
        super().fold()
        if self.ticks is not None:
            self.ticks.arrange(1 if self.narrow else 2)

    def go_on(self) -> None:
        """Continue with what is ticked, or say what to tick."""
        if self.question is None or self.ticks is None:
            return
        given = Given(self.question.id, self.ticks.ticked())
        sentence = check_given(self.question, given, self._today)
        self.show_errors([(self.ticks, sentence)] if sentence else [])
        if sentence is None:
            self.continued.emit(given)
