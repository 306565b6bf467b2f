"""Bring something to the Headteacher: what it is about, a short note, up to six pictures; never about a child."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.speaking import LONGEST_NOTE
from candour.gui.pages.answers import Choices
from candour.gui.pages.picture_field import PictureField
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.speak import moment, step_words
from candour.gui.places import BRING
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.fields import LabelledText
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.places import Frame
    from candour.services.speaking_results import BroughtLine

SCHOOL, HEADTEACHER, CHILD = "school", "headteacher", "child"


class BringPage(PlacedPage):
    """Takes what is brought, and lists what was brought before with how far it is.

    `brought` carries the note, the pictures, and whether it is about the Headteacher; `child_involved` asks for the
    stop card instead, and what was typed goes. The pictures come back through `pictures` (`PictureField`).
    """

    page_id: ClassVar[str] = "bring"
    place: ClassVar[str] = BRING

    brought = Signal(str, object, bool)
    child_involved = Signal()

    def __init__(self, frame: Frame, before: Sequence[BroughtLine], said: str = "") -> None:
        super().__init__("", frame)
        self._announcer = Announcer(self)
        self.introduce(
            self.tr("Bring something to the Headteacher"),
            self.tr("A post about the school or its people that is false, upsetting or out of place."),
        )
        if said:
            self.content.addWidget(Banner(said, role="done"))
        self.about = self._ask_about()
        limit = self.tr("What it is and where it stands, up to {count} characters.").format(count=LONGEST_NOTE)
        self.note = LabelledText(self.tr("A short note"), limit)
        self.pictures = PictureField()
        self.pictures.started.connect(lambda: self.show_errors([]))
        self.main_button = self.send = PrimaryButton(self.tr("Send"))
        self.send.clicked.connect(self._send)
        question = BodyLabel(self.tr("What is it about?"), strong=True)
        for part in (question, self.about, self.note, self.pictures):
            self.content.addWidget(part)
        self.footer.add(self.send)
        if before:
            self.content.addWidget(self._before(before))

    def _ask_about(self) -> Choices:
        about = Choices(
            self.tr("What is it about?"),
            (
                (SCHOOL, self.tr("The school or its people"), self.tr("Only you and the Headteacher can read it.")),
                (
                    HEADTEACHER,
                    self.tr("The Headteacher"),
                    self.tr("It goes to the chair of governors, and the Headteacher cannot read it."),
                ),
                (
                    CHILD,
                    self.tr("A child is involved"),
                    self.tr("Nothing is kept here. The next page says whom to tell now."),
                ),
            ),
        )
        about.chose.connect(self._follow)
        return about

    def _follow(self, chosen: str) -> None:
        child = chosen == CHILD
        self.note.setVisible(not child)
        self.pictures.setVisible(not child)
        self.send.setText(self.tr("See whom to tell") if child else self.tr("Send"))

    def _send(self) -> None:
        about = self.about.chosen()
        if not about:
            self.show_errors([(self.about, self.tr("Choose what it is about"))])
            return
        self.show_errors([])
        if about == CHILD:
            self.note.field.clear()
            self.pictures.clear()
            self.child_involved.emit()
            return
        self.brought.emit(self.note.text(), self.pictures.pictures(), about == HEADTEACHER)

    def _before(self, before: Sequence[BroughtLine]) -> Card:
        card, facts = Card(self.tr("What you brought"), padding=24), Facts()
        for line in before:
            facts.add(moment(line.when), step_words(line.step))
        card.body.addWidget(facts)
        return card

    def show_refused(self, sentence: str) -> None:
        """Say why it was not sent; note and pictures stay."""
        self.show_errors([(self.note, sentence)])

    def show_picture_refused(self, sentence: str) -> None:
        """Say why a picture was not added."""
        self.pictures.wait(waiting=False)
        self.show_errors([(self.pictures, sentence)])
