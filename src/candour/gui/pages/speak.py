"""H3 People to speak to: who, since when, and how far it is; nothing of what it is about."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, Signal

from candour.domain.speaking import LONGEST_REFERENCE, Step, steps_after
from candour.gui.language import day_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import SPEAK
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.chip import Chip, ChipRole
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.rows import TaskRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.places import Frame
    from candour.services.speaking_results import SpeakLine

ROLES: dict[Step, ChipRole] = {
    Step.NEW: "todo",
    Step.SEEN: "waiting",
    Step.SPOKEN: "done",
    Step.RECORDED: "done",
    Step.DEALT_WITH: "done",
    Step.CLOSED: "neutral",
}


def moment(when: datetime) -> str:
    """Return a moment as it is read, on this computer's clock."""
    here = when.astimezone()
    return f"{day_words(here.date())}, {here:%H:%M}"


def step_words(step: Step) -> str:
    """Return a step as it stands on a chip or a button."""
    words = {
        Step.NEW: _tr("New"),
        Step.SEEN: _tr("Seen"),
        Step.SPOKEN: _tr("We have spoken"),
        Step.RECORDED: _tr("Recorded"),
        Step.DEALT_WITH: _tr("Dealt with"),
        Step.CLOSED: _tr("Closed"),
    }
    return words[step]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Speak", words)


def asks_for(line: SpeakLine) -> str:
    """Return why somebody is on the list, in a few words."""
    if line.kind == "talk":
        return _tr("would rather talk to you first")
    return _tr("has told somebody") if line.told else _tr("wants to speak to you today")


class SpeakPage(PlacedPage):
    """Everybody to speak to; `opened` carries the line that was pressed."""

    page_id: ClassVar[str] = "speak"
    place: ClassVar[str] = SPEAK

    opened = Signal(object)

    def __init__(self, frame: Frame, lines: Sequence[SpeakLine], said: str = "") -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("People to speak to"),
            self.tr("Who asked for you, and when. What it is about they say to you, not here."),
        )
        self.rows: list[TaskRow] = []
        if said:
            self.content.addWidget(Banner(said, role="done"))
        waiting = [line for line in lines if line.waits]
        others = [line for line in lines if not line.waits]
        for title, those in ((self.tr("Waiting for you"), waiting), (self.tr("Spoken to, or told"), others)):
            if those:
                self.content.addWidget(self._card(title, those))
        if not lines:
            self.content.addWidget(
                EmptyState(self.tr("Nobody waits for you"), self.tr("Who asks for you stands here."), art="person")
            )

    def _card(self, title: str, lines: Sequence[SpeakLine]) -> Card:
        card = Card(title, padding=24)
        for line in lines:
            words = self.tr("{name} {asks}, {when}").format(
                name=line.name, asks=asks_for(line), when=moment(line.told_at or line.since)
            )
            row = TaskRow(words, step_words(line.step), ROLES[line.step])
            row.clicked.connect(lambda _on=False, line=line: self.opened.emit(line))
            self.rows.append(row)
            card.body.addWidget(row)
        return card


class SpeakOnePage(PlacedPage):
    """One person to speak to; `moved` carries the step that was taken and the reference, "" but for "recorded"."""

    page_id: ClassVar[str] = "speak-one"
    place: ClassVar[str] = SPEAK

    moved = Signal(object, str)

    def __init__(self, frame: Frame, line: SpeakLine) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Person to speak to"), self.tr("{name}, {role}").format(name=line.name, role=line.role)
        )
        self.buttons: dict[Step, SecondaryButton] = {}
        self.reference: LabelledField | None = None
        self._next = steps_after(line.kind, line.step)
        self.content.addWidget(self._facts(line))
        if self._next:
            self.content.addWidget(self._ways())
        self.main_button = self.back = PrimaryButton(self.tr("Back to the list"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)

    def _facts(self, line: SpeakLine) -> Card:
        words = asks_for(line)
        card, facts = Card(words[:1].upper() + words[1:], padding=24), Facts()
        card.beside_title(Chip(step_words(line.step), ROLES[line.step]))
        facts.add(self.tr("Asked"), moment(line.since))
        if line.told and line.told_at is not None:
            facts.add(self.tr("Has told"), f"{line.told}, {moment(line.told_at)}")
        if line.reference:
            facts.add(self.tr("Reference"), line.reference)
        card.body.addWidget(facts)
        if line.kind == "report":
            keep = self.tr("Keep the details in your safeguarding system, not here.")
            card.body.addWidget(BodyLabel(keep, strong=True))
        return card

    def _ways(self) -> Card:
        card = Card(self.tr("What you have done"), padding=24)
        for step in self._next:
            if step is Step.RECORDED:
                self.reference = LabelledField(
                    self.tr("The reference in your safeguarding system"),
                    self.tr("The reference alone, up to {count} characters; only you read it.").format(
                        count=LONGEST_REFERENCE
                    ),
                )
                self.reference.field.setMaxLength(LONGEST_REFERENCE)
                card.body.addWidget(self.reference)
            button = SecondaryButton(step_words(step))
            button.clicked.connect(lambda _on=False, step=step: self._move(step))
            self.buttons[step] = button
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _move(self, step: Step) -> None:
        self.show_errors([])
        typed = self.reference.text() if self.reference is not None and step is Step.RECORDED else ""
        self.moved.emit(step, typed)

    def show_refused(self, sentence: str) -> None:
        """Say beside the reference, or at the top, why nothing was noted."""
        self.show_errors([(self.reference or self.heading, sentence)])
