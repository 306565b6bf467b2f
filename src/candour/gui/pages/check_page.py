"""What the pages of a check share: the rail of steps, when it was saved, and the way out."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from candour.domain.flow import asked_in, chosen, first_unanswered
from candour.gui.language import time_words
from candour.gui.pages.page import Page
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.rail import Rail, Step, StepState
from candour.gui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from datetime import datetime

    from candour.domain.checklist import Answers
    from candour.domain.policy import Question
    from candour.services.results import OpenCheck

SIGN = "check and sign"
"""Stands for Check and sign where a question's id would stand; no id of a question holds a space."""


class CheckPage(Page):
    """A page of a check, with the rail beside it; `jumped` carries a question's id, or `SIGN`."""

    jumped = Signal(str)

    def __init__(self) -> None:
        self.sidebar = Sidebar("", width=248)
        self.rail = Rail()
        self.sidebar.add_part(self.rail)
        super().__init__("", self.sidebar)
        self.sidebar.foot.setText(self.tr("Esc leaves; your answers stay"))
        self._places: tuple[str, ...] = ()
        self.rail.chosen.connect(lambda place: self.jumped.emit(self._places[place]))
        self.back = SecondaryButton(self.tr("Back"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)

    def show_check(self, check: OpenCheck, here: str, saved: datetime | None) -> None:
        """Show the rail of this check; `here` is a question's id or `SIGN`."""
        words = self.tr("{title} {round}") if beside(check) else self.tr("Declaration {round}")
        self.sidebar.head.setText(words.format(title=beside(check), round=check.round))
        self.show_saved(saved)
        together = with_follow_ups(check)
        self._places = (*(own[0].id for own in together), SIGN)
        steps = [_step(check.answers, number, own, here) for number, own in enumerate(together, start=1)]
        steps.append(Step(len(together) + 1, self.tr("Check and sign"), _sign_state(check, here), asks=False))
        self.rail.set_steps(steps)

    def show_saved(self, at: datetime | None) -> None:
        """Say when the answers were saved, or that nothing was saved yet."""
        words = self.tr("Saved {time}").format(time=time_words(at)) if at else self.tr("Saved when you continue")
        self.sidebar.below.setText(words)
        self.sidebar.below.show()


def beside(check: OpenCheck) -> str:
    """Return the title of a checklist that not everybody answers ("School accounts"), "" for everybody's."""
    return "" if check.checklist.everyones else check.checklist.title


def with_follow_ups(check: OpenCheck) -> list[tuple[Question, ...]]:
    """Return the questions that this check asks, each together with its follow-ups: one step of the rail."""
    together: list[tuple[Question, ...]] = []
    for question in asked_in(check.checklist, check.answers, check.asks):
        if question.asked_when is None or not together:
            together.append((question,))
        else:
            together[-1] = (*together[-1], question)
    return together


def _step(answers: Answers, number: int, own: tuple[Question, ...], here: str) -> Step:
    if any(question.id == here for question in own):
        return Step(number, own[0].rail, "here")
    done = all(chosen(question, answers.get(question.id)) for question in own)
    return Step(number, own[0].rail, "answered" if done else "open")


def _sign_state(check: OpenCheck, here: str) -> StepState:
    if here == SIGN:
        return "here"
    return "answered" if first_unanswered(check.checklist, check.answers) is None else "open"


def place_in_words(check: OpenCheck, question: Question, pattern: str, beside: str) -> str:
    """Return "Question 4 of 12" in the words of `pattern`, which holds {number} and {count}.

    A follow-up is "4a"; in an update the questions that it asks are counted, and `beside` says that this is none.
    """
    together = with_follow_ups(check)
    for number, own in enumerate(together, start=1):
        if question in own:
            letters = ("", *ascii_lowercase)
            return pattern.format(number=f"{number}{letters[own.index(question)]}", count=len(together))
    return beside
