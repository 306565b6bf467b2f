"""Something has changed: tick the questions to answer again; what is not ticked is carried forward."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.flow import asked
from candour.domain.wording import answer_words
from candour.gui.pages.accounts import Ticks
from candour.gui.pages.check_page import beside
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import CHECK
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.results import OpenCheck


class ChangedPage(PlacedPage):
    """Offers the questions of a signed check; `chosen` carries the ids of the ticked ones, in their order.

    Where the person's keys cannot open what they signed, every question is asked once more, and `chosen` carries
    nothing.
    """

    page_id: ClassVar[str] = "changed"
    place: ClassVar[str] = CHECK

    chosen = Signal(object)

    def __init__(self, frame: Frame, check: OpenCheck) -> None:
        super().__init__("", frame)
        self.introduce(self.tr("Something has changed"), self._lead(check), beside(check))
        self.ticks: Ticks | None = None
        if check.answers:
            self.content.addWidget(BodyLabel(self.tr("Tick what is different now:"), strong=True))
            self.ticks = Ticks(self.heading.text(), _offers(check), alone="")
            self.content.addWidget(self.ticks)
        self.back = SecondaryButton(self.tr("Back"))
        self.back.clicked.connect(self.went_back)
        self.main_button = PrimaryButton(self.tr("Continue"))
        self.main_button.clicked.connect(self.go_on)
        self.footer.add(self.back)
        self.footer.add(self.main_button)

    def _lead(self, check: OpenCheck) -> str:
        if not check.answers:
            return self.tr("Your present keys cannot open what you said, so every question is asked once more.")
        return self.tr(
            "Only what you tick is asked again. Then you sign a new declaration; the one before is kept, unchanged."
        )

    def fold(self) -> None:
        """Put the questions into one column."""
        super().fold()
        if self.ticks is not None:
            self.ticks.arrange(1 if self.narrow else 2)

    def go_on(self) -> None:
        """Go on with what is ticked, or say what to tick."""
        ticked = () if self.ticks is None else self.ticks.ticked()
        if self.ticks is not None and not ticked:
            self.show_errors([(self.ticks, self.tr("Tick at least one that has changed"))])
            return
        self.show_errors([])
        self.chosen.emit(ticked)


def _offers(check: OpenCheck) -> list[tuple[str, str, str]]:
    return [
        (question.id, question.rail, answer_words(question, check.answers.get(question.id), check.names))
        for question in asked(check.checklist, check.answers)
        if question.asked_when is None
    ]
