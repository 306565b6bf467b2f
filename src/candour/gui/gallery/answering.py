"""The gallery's pages on a check: answers to choose, the rail, rows of tasks, answers to check, the signature."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, ClassVar

from candour.gui.gallery.page import GalleryPage
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.check_answers import Answered, CheckAnswers
from candour.gui.widgets.choices import ChoiceCard, ChoiceGroup, TickCard
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.rail import Rail, Step
from candour.gui.widgets.ring import ProgressRing
from candour.gui.widgets.rows import TaskRow
from candour.gui.widgets.signature_block import Signature, SignatureBlock

if TYPE_CHECKING:
    from candour.gui.widgets.chip import ChipRole


class ChoicesPage(GalleryPage):
    """The choice card."""

    page_id: ClassVar[str] = "gallery-choices"
    place: ClassVar[str] = "gallery-choices"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("A real radio button or tick box, wrapped and painted as a card.")

    def fill(self) -> None:
        """Show a group of answers with one chosen, and ticks."""
        chosen = ChoiceCard(self.tr("I found some and removed them"), self.tr("No names or numbers needed."))
        chosen.set_consequence(
            self.tr("Declaration: Confirmed."), self.tr("Only you and the Headteacher can see: found and removed.")
        )
        chosen.setChecked(True)
        cards = [
            ChoiceCard(self.tr("I have looked, and there are none that I know of")),
            chosen,
            ChoiceCard(
                self.tr("There is family, or another reason to ask the Headteacher"),
                self.tr("You can ask for an exception on the next page; you can carry on meanwhile."),
            ),
            _off(ChoiceCard(self.tr("An answer that cannot be chosen now"))),
        ]
        self.add(
            self.tr("Answers: open, chosen, with a hint, off"), ChoiceGroup(self.tr("Pupils of any age"), cards)
        )
        ticked = TickCard(self.tr("I confirm this and want to sign"))
        ticked.setChecked(True)
        ticks = [
            ticked,
            TickCard(self.tr("No talk of school"), self.tr("One of the ways to keep school out of it")),
        ]
        self.add(self.tr("Ticks: ticked, open"), ChoiceGroup(self.tr("To tick"), ticks))


class RailPage(GalleryPage):
    """The rail of steps."""

    page_id: ClassVar[str] = "gallery-rail"
    place: ClassVar[str] = "gallery-rail"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("The steps of a check: the way back, and never the only way on.")

    def fill(self) -> None:
        """Show steps that are answered, here and open."""
        card, rail = Card(padding=12), Rail()
        rail.set_steps(
            [
                Step(1, self.tr("Your accounts"), "answered"),
                Step(2, self.tr("Family and others"), "answered"),
                Step(3, self.tr("Pupils of any age"), "here"),
                Step(4, self.tr("Former pupils who are under 18, wherever they are at school now"), "open"),
                Step(5, self.tr("Check and sign"), "open", asks=False),
            ]
        )
        card.body.addWidget(rail)
        self.add(self.tr("Answered, here, open"), card)


class TasksPage(GalleryPage):
    """The rows of tasks and the ring."""

    page_id: ClassVar[str] = "gallery-tasks"
    place: ClassVar[str] = "gallery-tasks"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("A button as wide as its column: what it is, and how it stands.")

    def fill(self) -> None:
        """Show a row in each state, and the ring."""
        card = Card(padding=12, spacing=0)
        states: tuple[tuple[str, str, ChipRole], ...] = (
            (self.tr("Your accounts"), self.tr("Done"), "done"),
            (self.tr("People who follow you or are your friends"), self.tr("2 of 3 done"), "waiting"),
            (self.tr("Being in touch"), self.tr("Not started"), "neutral"),
            (self.tr("Phone and e-mail"), self.tr("To do by 30 October"), "todo"),
            (self.tr("Check and sign"), self.tr("Overdue"), "danger"),
        )
        for words, state, role in states:
            if card.body.count():
                card.body.addWidget(Line())
            card.body.addWidget(TaskRow(words, state, role))
        self.add(self.tr("In every state"), card)
        self.add(
            self.tr("A check: 4 of 12 done, all done"),
            EvenRow(ProgressRing(4, 12), ProgressRing(12, 12)),
        )


class CheckAnswersPage(GalleryPage):
    """The answers to check."""

    page_id: ClassVar[str] = "gallery-check-answers"
    place: ClassVar[str] = "gallery-check-answers"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("What was asked, what was answered, what follows, and Change.")

    def fill(self) -> None:
        """Show a row for each kind of outcome."""
        self.rows = CheckAnswers()
        self.rows.show_lines(
            [
                Answered(
                    "1",
                    self.tr("Parents"),
                    self.tr("parents"),
                    self.tr("None apart from those"),
                    self.tr("Confirmed"),
                    "done",
                ),
                Answered(
                    "2",
                    self.tr("Family"),
                    self.tr("family"),
                    self.tr("Sister, a parent here"),
                    self.tr("Except E-2026-014"),
                    "waiting",
                ),
                Answered(
                    "3",
                    self.tr("Own phone and e-mail"),
                    self.tr("phone"),
                    self.tr("I still do; I will stop by 30 October"),
                    self.tr("Open until 30 October"),
                    "todo",
                ),
                Answered("4", self.tr("Your accounts"), self.tr("your accounts"), self.tr("Facebook, WhatsApp")),
            ]
        )
        self.add(self.tr("Confirmed, except, open, without an outcome"), self.rows)

    def fold(self) -> None:
        """Put the parts of a row under each other in a narrow window."""
        super().fold()
        self.rows.fold(narrow=self.narrow)


class SignaturePage(GalleryPage):
    """The block of a signature."""

    page_id: ClassVar[str] = "gallery-signature"
    place: ClassVar[str] = "gallery-signature"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("Who signed, as what, when, and how anyone can verify it.")

    def fill(self) -> None:
        """Show the signature of a person and the seal of the school."""
        at = datetime(2026, 10, 16, 10, 42, tzinfo=timezone(timedelta(hours=1), "BST"))
        verify = self.tr("Open the PDF in “Check a PDF”: it says whether anything was changed.")
        signed = Signature(
            self.tr("Signed by the member of staff"),
            "Hetty Sample",
            self.tr("Class teacher"),
            at,
            "D-2026-0038",
            verify,
        )
        sealed = Signature(
            self.tr("Sealed by the school"),
            "Willowbrook Sample Primary School",
            self.tr("Entry 1,204 of the journal"),
            at + timedelta(minutes=8),
            "D-2026-0038",
            verify,
        )
        self.add(self.tr("A person"), SignatureBlock(signed))
        self.add(self.tr("The school"), SignatureBlock(sealed))


def _off(card: ChoiceCard) -> ChoiceCard:
    card.setEnabled(False)
    return card
