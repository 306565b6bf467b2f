"""What is held about me: every line, who opened what, and all of it to save."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from candour.gui.language import day_words, time_words
from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.year_cards import YearCard
from candour.gui.places import HELD
from candour.gui.theme import theme_of
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.places import Frame
    from candour.services.results import DeclarationLine, Held


class HeldPage(PlacedPage):
    """Shows what is held; `pdf_wanted` and `json_wanted` save all of it, `full_copy_wanted` one full copy.

    `declarations` are those whose full copies can be saved here; `full_copy_wanted` carries the reference.
    """

    page_id: ClassVar[str] = "held"
    place: ClassVar[str] = HELD

    pdf_wanted = Signal()
    json_wanted = Signal()
    full_copy_wanted = Signal(str)

    def __init__(self, frame: Frame, held: Held, declarations: Sequence[DeclarationLine], hr: str) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("What is held about me"),
            self.tr("All of it: what, since when, who can read it, and how long it is kept."),
        )
        self.content.addWidget(
            Banner(
                self.tr("Save copies where only you can open them"),
                self.tr("They hold your answers. Do not put them in a shared folder or on a shared computer."),
                "todo",
            )
        )
        self.content.addWidget(self._saving())
        self.content.addWidget(self._lines(held))
        self.content.addWidget(self._opened(held))
        self.full_copies: dict[str, LinkButton] = {}
        if declarations:
            self.content.addWidget(self._copies(declarations))
        self.content.addWidget(self._mistakes(hr))

    def _saving(self) -> QWidget:
        holder = QWidget()
        self._copies_row = row = FlowLayout(holder)
        theme_of(self).changed.connect(self._space_copies)
        self._space_copies()
        self.main_button = self.pdf = PrimaryButton(self.tr("Save as PDF"), icon="save")
        self.json = SecondaryButton(self.tr("Save as JSON"), icon="save")
        self.pdf.clicked.connect(self.pdf_wanted)
        self.json.clicked.connect(self.json_wanted)
        for button in (self.pdf, self.json):
            row.addWidget(button)
        return holder

    def _space_copies(self) -> None:
        self._copies_row.setSpacing(theme_of(self).metrics.px(12))

    def _lines(self, held: Held) -> YearCard:
        card = YearCard(self.tr("What is kept"))
        about = self.tr("Since {day}. Can read it: {readers}. Kept: {kept}.")
        for line in held.lines:
            card.add_row(line.what, about.format(day=day_words(line.since), readers=line.readers, kept=line.kept))
        return card

    def _opened(self, held: Held) -> YearCard:
        card = YearCard(self.tr("Who opened what is sealed about you"))
        for each in held.opened:
            when = f"{day_words(each.at.date())}, {time_words(each.at)}"
            card.add_row(f"{each.by}: {each.what}", f"{when} · {each.why}" if each.why else when)
        if not held.opened:
            card.say_empty(self.tr("Nobody has opened it."))
        return card

    def _copies(self, declarations: Sequence[DeclarationLine]) -> YearCard:
        card = YearCard(self.tr("Full copies, with your answers"))
        for line in declarations:
            save = LinkButton(self.tr("Save full copy"), icon="save")
            save.setAccessibleName(self.tr("Save full copy of {reference}").format(reference=line.reference))
            save.clicked.connect(lambda _on=False, reference=line.reference: self.full_copy_wanted.emit(reference))
            self.full_copies[line.reference] = save
            card.add_row(line.round, f"{line.reference} · {day_words(line.signed_on)}", save)
        return card

    def _mistakes(self, hr: str) -> QWidget:
        words = self.tr(
            "Is something wrong? Tell {hr} to have your name or role corrected. To correct an answer, choose "
            "“Something has changed”. You can also complain to the Information Commissioner’s Office."
        )
        return BodyLabel(words.format(hr=hr or self.tr("the school office")), muted=True)
