"""What appears under a chosen answer: a day, whom one told, what else is true, where it leads next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from candour.domain.policy import next_by
from candour.domain.speaking import listener_of
from candour.domain.wording import fill
from candour.gui.pages.answers import Choices
from candour.gui.pages.to_do import ToDoField
from candour.gui.pages.where_to_look import numbered
from candour.gui.theme import theme_of
from candour.gui.widgets.fields import Labelled
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from candour.domain.checklist import Given
    from candour.domain.policy import Answer, Question
    from candour.services.results import OpenCheck

NOTHING_ELSE = ""
"""The key of "Nothing else that I know of" beside a reason to ask the Headteacher."""


class FollowUp(QWidget):
    """The part under one chosen answer; empty and hidden where the answer leads nowhere."""

    changed = Signal()

    def __init__(self, check: OpenCheck, question: Question, answer: Answer, today: date) -> None:
        super().__init__()
        self._check, self._question, self._answer, self._today = check, question, answer, today
        self.beside: Choices | None = None
        self.day: ToDoField | None = None
        self.told: Labelled[QComboBox] | None = None
        self._column = QVBoxLayout(self)
        for words in self._words():
            self._column.addWidget(BodyLabel(words, caption=True))
        if answer.beside:
            self._ask_what_else()
        if answer.leads_to == "told":
            self._ask_whom(self.tr("Whom did you tell?"), check.pack.told)
        elif answer.leads_to == "talk":
            self._ask_whom(self.tr("Whom would you like to talk to?"), check.pack.talk_to)
            self._say_who_learns()
        self._ask_when()
        if self._column.count() == 0:
            self.hide()
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px = theme_of(self).metrics.px
        self._column.setContentsMargins(px(16 + 20 + 13), px(2), 0, px(10))
        self._column.setSpacing(px(8))

    def _words(self) -> Iterator[str]:
        pack, leads = self._check.pack, self._answer.leads_to
        if leads == "look":
            yield self._how_to_look()
        elif leads == "untag":
            yield from numbered(pack.untag)
        elif leads == "request":
            yield self.tr("You will be asked for the details next.")
        elif leads == "stop":
            yield self.tr("The next page says whom to tell, and where to find them. Leave everything as it is.")

    def _how_to_look(self) -> str:
        if self._question.where_to_look:
            return self.tr("Follow the steps under “Where to look”. Then change your answer, or choose a day.")
        return self.tr("Help explains how, or ask {hr}. Then change your answer, or choose a day.").format(
            hr=self._check.names.hr
        )

    def _ask_what_else(self) -> None:
        words = self.tr("And apart from them?")
        offers = [
            (a.id, fill(a.label, self._check.names), fill(a.hint, self._check.names)) for a in self._besides()
        ]
        offers.append((NOTHING_ELSE, self.tr("Nothing else that I know of"), ""))
        self.beside = Choices(words, offers)
        self.beside.chose.connect(self._ask_when)
        self.beside.chose.connect(self.changed)
        self._column.addWidget(BodyLabel(words, strong=True))
        self._column.addWidget(self.beside)

    def _besides(self) -> Iterator[Answer]:
        return (next_by(self._question.answers, "id", answer) for answer in self._answer.beside)

    def _ask_whom(self, words: str, people: Sequence[str]) -> None:
        box = QComboBox()
        box.setPlaceholderText(self.tr("Choose from the list"))
        for person in people:
            filled = fill(person, self._check.names)
            box.addItem(filled, person if self._answer.leads_to == "talk" else filled)
        box.setCurrentIndex(-1)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.currentIndexChanged.connect(lambda _place: self.changed.emit())
        self.told = Labelled(words, box)
        self._column.addWidget(self.told)

    def _say_who_learns(self) -> None:
        learns = BodyLabel("", muted=True, caption=True)
        learns.hide()
        self._column.addWidget(learns)

        def say() -> None:
            reached = listener_of(self.whom()) is not None
            learns.setText(
                self.tr("They learn that you would like to talk when you press Continue. HR learns nothing.")
                if reached
                else self.tr("This app does not tell them: have a word with them yourself. HR learns nothing.")
            )
            learns.setVisible(bool(self.whom()))

        self.changed.connect(say)

    def _ask_when(self) -> None:
        still_open = next((answer for answer in self.picked() if answer.outcome == "open"), None)
        if self.day is not None:
            self._column.removeWidget(self.day)
            self.day.hide()
            self.day.deleteLater()
            self.day = None
        if still_open is not None:
            self.day = ToDoField(still_open, self._today)
            self.day.field.dateChanged.connect(lambda _day: self.changed.emit())
            self._column.addWidget(self.day)

    def picked(self) -> tuple[Answer, ...]:
        """Return the answers that are chosen: this one, and what is true beside it."""
        also = self.beside.chosen() if self.beside is not None else ""
        return (self._answer, *((next_by(self._question.answers, "id", also),) if also else ()))

    def until(self) -> date | None:
        """Return the chosen day, or None where none is asked for."""
        return self.day.date() if self.day is not None else None

    def whom(self) -> str:
        """Return whom the person told or would like to talk to, or "" while nobody is chosen."""
        return str(self.told.field.currentData() or "") if self.told is not None else ""

    def lacks(self) -> tuple[QWidget, str] | None:
        """Return the field that is still empty, and what to do about it."""
        if self.beside is not None and not any(card.isChecked() for card in self.beside.cards.values()):
            return self.beside, self.tr("Choose what else is true, apart from them")
        if self.told is not None and not self.whom():
            talks = self._answer.leads_to == "talk"
            whom = self.tr("Choose whom you would like to talk to") if talks else self.tr("Choose whom you told")
            return self.told, whom
        return None

    def restore(self, given: Given) -> None:
        """Let what was given before come back."""
        if self.beside is not None:
            also = next((choice for choice in given.choices if choice in self._answer.beside), NOTHING_ELSE)
            self.beside.choose(also)
        if self.told is not None:
            self.told.field.setCurrentIndex(self.told.field.findData(given.told))
        if self.day is not None and given.until is not None:
            self.day.set_date(given.until)
