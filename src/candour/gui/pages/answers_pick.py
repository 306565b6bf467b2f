"""H5, first half: whose answers, and why; what the person will see stands beside the button."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.opening import OpeningReason
from candour.gui.language import day_words
from candour.gui.pages.month_field import ListField
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import ANSWERS
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.name_picker import NamePicker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.office_results import PersonToOpen


class AnswersPickPage(PlacedPage):
    """One person and one reason; `wanted` carries the person and the reason's words."""

    page_id: ClassVar[str] = "answers-pick"
    place: ClassVar[str] = ANSWERS

    wanted = Signal(str, str)

    def __init__(self, frame: Frame, people: Sequence[PersonToOpen]) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Answers of one person"),
            self.tr("Open them only where you have to: the declaration says most of it."),
        )
        self.whose = NamePicker(self.tr("Whose answers"))
        self.whose.set_names([(each.person, f"{each.name}, {each.role}") for each in people])
        self._signed = {each.person: each for each in people}
        self.which = BodyLabel("", muted=True, caption=True)
        self.why = ListField(
            self.tr("Why you open them"), [each.value for each in OpeningReason], self.tr("Choose a reason")
        )
        self.open = PrimaryButton(self.tr("Open the answers"))
        self.open.clicked.connect(self._open)
        self.whose.picked.connect(self._say_which)
        if people:
            self._add_form()
        else:
            none = self.tr("Nobody’s answers are sealed to you"), self.tr("They come once somebody has signed.")
            self.content.addWidget(EmptyState(*none, art="document"))

    def _add_form(self) -> None:
        card = Card(padding=24)
        for part in (self.whose, self.which, self.why):
            card.body.addWidget(part)
        self.which.hide()
        self.content.addWidget(card)
        self.content.addWidget(
            Banner(
                self.tr("They see that you opened them"),
                self.tr("Your name, the moment and the reason stand under “What is held about me”, for good."),
                "waiting",
            )
        )
        self.main_button = self.open
        self.footer.add(self.open)

    def _say_which(self, person: str | None) -> None:
        found = self._signed.get(person or "")
        self.which.setVisible(found is not None)
        if found is not None:
            words = self.tr("{reference}, signed {day}")
            self.which.setText(words.format(reference=found.reference, day=day_words(found.signed_on)))

    def _open(self) -> None:
        lacks: list[tuple[QWidget, str]] = []
        person, why = self.whose.chosen(), self.why.words()
        if person is None:
            lacks.append((self.whose, self.tr("Choose one person from the list")))
        if not why:
            lacks.append((self.why, self.tr("Choose why you open them")))
        self.show_errors(lacks)
        if person is not None and why:
            self.wanted.emit(person, why)

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was opened."""
        self.show_errors([(self.whose, sentence)])
