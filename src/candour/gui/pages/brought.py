"""Brought to you: what staff brought to the Headteacher, or to the chair, and one thing of it with its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.speaking import Step, steps_after
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.speak import ROLES, moment, step_words
from candour.gui.places import BROUGHT
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.pictures import PictureView
from candour.gui.widgets.rows import TaskRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.places import Frame
    from candour.services.speaking_results import BroughtLine


class BroughtPage(PlacedPage):
    """Everything that was brought, what is new first; `opened` carries which one."""

    page_id: ClassVar[str] = "brought"
    place: ClassVar[str] = BROUGHT

    opened = Signal(str)

    def __init__(self, frame: Frame, lines: Sequence[BroughtLine], said: str = "") -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Brought to you"),
            self.tr("Posts about the school or its people. Only you and who brought it can read it."),
        )
        self.rows: list[TaskRow] = []
        if said:
            self.content.addWidget(Banner(said, role="done"))
        if not lines:
            none = EmptyState(self.tr("Nothing was brought to you"), self.tr("What staff bring stands here."))
            self.content.addWidget(none)
            return
        card = Card(padding=24)
        for line in lines:
            words = self.tr("{name}, {when}").format(name=line.name, when=moment(line.when))
            row = TaskRow(words, step_words(line.step), ROLES[line.step])
            row.clicked.connect(lambda _on=False, about=line.about: self.opened.emit(about))
            self.rows.append(row)
            card.body.addWidget(row)
        self.content.addWidget(card)


class BroughtOnePage(PlacedPage):
    """One thing that was brought: the note, the pictures, and what is done with it (`moved`)."""

    page_id: ClassVar[str] = "brought-one"
    place: ClassVar[str] = BROUGHT

    moved = Signal(object)

    def __init__(self, frame: Frame, line: BroughtLine) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("What was brought"),
            self.tr("By {name}. If a child may be at risk, follow the safeguarding procedure now.").format(
                name=line.name
            ),
        )
        self.buttons: dict[Step, SecondaryButton] = {}
        card = Card(moment(line.when), padding=24)
        card.beside_title(Chip(step_words(line.step), ROLES[line.step]))
        card.body.addWidget(BodyLabel(line.note or self.tr("No note."), measure=42))
        self.content.addWidget(card)
        self._add_pictures(line)
        self._add_ways(line)

    def _add_pictures(self, line: BroughtLine) -> None:
        count = len(line.pictures)
        for place, picture in enumerate(line.pictures, start=1):
            words = self.tr("Picture {place} of {count}").format(place=place, count=count)
            self.content.addWidget(BodyLabel(words, muted=True, caption=True))
            self.content.addWidget(PictureView(picture, words))
        if line.unreadable:
            lost = self.tr("A picture cannot be shown safely and was left out. Ask them to show it to you.")
            self.content.addWidget(Banner(lost, role="todo"))

    def _add_ways(self, line: BroughtLine) -> None:
        for step in steps_after("brought", line.step):
            button = SecondaryButton(step_words(step))
            button.clicked.connect(lambda _on=False, step=step: self.moved.emit(step))
            self.buttons[step] = button
            self.footer.add(button)
        self.main_button = self.back = PrimaryButton(self.tr("Back to the list"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was noted."""
        self.show_errors([(self.heading, sentence)])
