"""Ask at any time: first, what the request is about; then comes its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.exception_request import kind_words
from candour.domain.policy import next_by
from candour.domain.request_questions import circumstances
from candour.domain.wording import fill
from candour.gui.pages.answers import Choices
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import RECORD
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton

if TYPE_CHECKING:
    from candour.domain.policy import Question
    from candour.gui.places import Frame
    from candour.services.request_results import AskingGround


class AskWhatPage(PlacedPage):
    """Offers what can be asked for; `chosen` carries the question to which the request will belong."""

    page_id: ClassVar[str] = "ask-what"
    place: ClassVar[str] = RECORD

    chosen = Signal(object)

    def __init__(self, frame: Frame, ground: AskingGround) -> None:
        super().__init__("", frame)
        self._offers = circumstances(ground.checklist)
        self.introduce(
            self.tr("What do you want to ask for?"),
            self.tr("You can ask at any time, also after you have signed."),
        )
        names = ground.names
        self.choices = Choices(
            self.heading.text(), [(each.id, self._label(each), fill(each.heading, names)) for each in self._offers]
        )
        self.content.addWidget(self.choices)
        self.back = SecondaryButton(self.tr("Back"))
        self.back.clicked.connect(self.went_back)
        self.main_button = PrimaryButton(self.tr("Continue"))
        self.main_button.clicked.connect(self.go_on)
        self.footer.add(self.back)
        self.footer.add(self.main_button)

    def _label(self, question: Question) -> str:
        kind = kind_words(question.request or "")
        return kind if question.kind == "connections" else f"{kind}: {question.about}"

    def go_on(self) -> None:
        """Go on with what is chosen, or say what to choose."""
        key = self.choices.chosen()
        self.show_errors([] if key else [(self.choices, self.tr("Choose what you want to ask for"))])
        if key:
            self.chosen.emit(next_by(self._offers, "id", key))
