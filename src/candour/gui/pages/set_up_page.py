"""What the pages of the first run share: the steps at the left, one way on, and the way to leave it for later."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from candour.domain.setting_up import STEPS
from candour.gui.pages.page import Page
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.rail import Rail, Step, StepState
from candour.gui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from collections.abc import Sequence

PartT = TypeVar("PartT", bound=QWidget)


def beside(left: QWidget, right: QWidget) -> TwoColumns:
    """Return two parts beside each other, under each other where it is narrow; they hide and show together."""
    row = TwoColumns(shares=(3, 2), even_foot=True)
    row.left.addWidget(left)
    row.right.addWidget(right)
    return row


class SetUpPage(Page):
    """One page of the first run: `step` is its name in `STEPS`; `jumped` carries the step to go back to.

    A subclass fills `content`, returns in `problem_part` what a refusal is shown beside, and answers `go_on`.
    """

    step = ""
    jumped = Signal(str)

    def __init__(self, heading: str, lead: str, reached: str) -> None:
        self.sidebar = Sidebar("", width=248)
        self.rail = Rail()
        self.sidebar.add_part(self.rail)
        super().__init__("", self.sidebar)
        self.sidebar.head.setText(self.tr("Set up our school"))
        self.sidebar.foot.setText(self.tr("Esc leaves; what is done stays"))
        place = STEPS.index(self.step) + 1
        self.introduce(heading, lead, self.tr("Step {place} of {count}").format(place=place, count=len(STEPS)))
        self._show_rail(STEPS.index(reached) if reached in STEPS else 0)
        self.main_button = self.go = PrimaryButton(self.main_words())
        self.go.clicked.connect(self.go_on)
        self.footer.add(self.go)
        self.later = SecondaryButton(self.tr("Leave and go on later"))
        self.later.clicked.connect(self.left)
        self.footer.add(self.later)
        self.rail.chosen.connect(lambda at: self.jumped.emit(STEPS[at]))

    def main_words(self) -> str:
        """Return what stands on the main button."""
        return self.tr("Save and continue")

    def _show_rail(self, reached: int) -> None:
        names = {
            "school": self.tr("Our school"),
            "offices": self.tr("Names and offices"),
            "policy": self.tr("The policy"),
            "people": self.tr("People"),
            "backup": self.tr("Back-ups"),
            "recovery": self.tr("Recovery sheet"),
            "ready": self.tr("Ready"),
        }
        here = STEPS.index(self.step)

        def state(at: int) -> StepState:
            if at == here:
                return "here"
            return "answered" if at <= reached else "open"

        self.rail.set_steps([Step(at + 1, names[step], state(at), asks=False) for at, step in enumerate(STEPS)])

    def card(self, title: str = "", parts: Sequence[QWidget] = ()) -> Card:
        """Put a card with parts on the page."""
        made = Card(title, padding=24)
        for part in parts:
            made.body.addWidget(part)
        self.content.addWidget(made)
        return made

    def note(self, words: str) -> BodyLabel:
        """Return a muted sentence for under a field."""
        return BodyLabel(words, muted=True)

    def problem_part(self) -> QWidget:
        """Return the part that a refusal is shown beside."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Go on with what stands on the page, or say what it lacks."""
        raise NotImplementedError

    def show_busy(self) -> None:
        """Let nobody press twice while the worker is at it."""
        self.show_errors([])
        self.clear_trouble()
        self.go.setEnabled(False)

    def show_ready(self) -> None:
        """Let the page be used again."""
        self.go.setEnabled(True)

    def show_refused(self, sentence: str) -> None:
        """Say what to do; several lines are several problems."""
        self.show_ready()
        self.show_errors([(self.problem_part(), each) for each in sentence.splitlines()])

    def show_failed(self, sentence: str) -> None:
        """Say what of the computer failed, and let the person try again."""
        self.show_ready()
        self.show_trouble(sentence)

    def _space(self) -> None:
        super()._space()
        self.content.setSpacing(theme_of(self).metrics.px(14))
