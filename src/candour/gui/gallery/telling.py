"""The gallery's pages on what the window tells: chips, cards, banners, errors, nothing yet, stop, the donut."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from candour.gui.gallery.page import GalleryPage
from candour.gui.widgets.banner import Banner, ErrorSummary
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.donut import Donut, Share
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.facts import Facts, Finding
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.legend import DonutWithWords
from candour.gui.widgets.pictured import PictureCard
from candour.gui.widgets.stop_card import StopCard

if TYPE_CHECKING:
    from candour.gui.hatching import ChartState


class ChipsPage(GalleryPage):
    """The chip."""

    page_id: ClassVar[str] = "gallery-chips"
    place: ClassVar[str] = "gallery-chips"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("An icon and a word that say how something stands; never colour alone.")

    def fill(self) -> None:
        """Show one chip of each meaning."""
        self.add(
            self.tr("Done, approved, signed"),
            EvenRow(Chip(self.tr("Signed"), "done"), Chip(self.tr("Approved"), "done")),
        )
        self.add(
            self.tr("To do, due soon"),
            EvenRow(Chip(self.tr("Signed, 1 open"), "todo"), Chip(self.tr("Due in 9 days"), "todo")),
        )
        self.add(self.tr("Overdue, changed"), EvenRow(Chip(self.tr("Overdue"), "danger")))
        self.add(self.tr("Waiting, information"), EvenRow(Chip(self.tr("Waiting for the Headteacher"), "waiting")))
        self.add(self.tr("Not started, neutral"), EvenRow(Chip(self.tr("Not started"), "neutral")))
        found = Facts(names=2)
        found.add(self.tr("Signed by"), Finding(self.tr("Anna Beispiel, 16 October 2026"), "done", strong=13))
        found.add(self.tr("In the register"), Finding(self.tr("Yes, but not with this content"), "danger"))
        self.add(self.tr("What a check found, among facts"), found)


class CardsPage(GalleryPage):
    """The card."""

    page_id: ClassVar[str] = "gallery-cards"
    place: ClassVar[str] = "gallery-cards"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("A box with a title, a body, and two actions at most.")

    def fill(self) -> None:
        """Show a card with and without title, chip and bar."""
        titled = Card(self.tr("What happens next"))
        titled.beside_title(Chip(self.tr("Signed"), "done"))
        titled.body.addWidget(
            BodyLabel(self.tr("The school adds its seal, and your declaration is then complete."))
        )
        titled.body.addWidget(
            EvenRow(SecondaryButton(self.tr("Save a copy")), LinkButton(self.tr("What signing means")))
        )
        plain, barred = Card(), Card(bar="danger")
        plain.body.addWidget(BodyLabel(self.tr("A card without a title holds one thing.")))
        barred.body.addWidget(BodyLabel(self.tr("Changed after signing")))
        self.add(self.tr("With a title, a chip and two actions"), titled)
        self.add(self.tr("Without a title"), plain)
        self.add(self.tr("With a bar, as on a verdict"), barred)


class BannersPage(GalleryPage):
    """The banner."""

    page_id: ClassVar[str] = "gallery-banners"
    place: ClassVar[str] = "gallery-banners"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("A message on the page that stays until it is settled; no timer takes it away.")

    def fill(self) -> None:
        """Show one banner of each meaning."""
        self.add(
            self.tr("Information"),
            Banner(
                self.tr("Your Headteacher has asked a question"),
                self.tr("It is about your request."),
                "waiting",
                self.tr("Read it"),
            ),
        )
        self.add(
            self.tr("Done"), Banner(self.tr("31 declarations are saved"), "", "done", self.tr("Show the folder"))
        )
        self.add(
            self.tr("To do"),
            Banner(self.tr("Save copies where only you can open them"), self.tr("They hold your answers."), "todo"),
        )
        self.add(
            self.tr("Trouble"),
            Banner(
                self.tr("We could not save that answer"),
                self.tr("It is still on screen."),
                "danger",
                self.tr("Try again"),
            ),
        )
        self.add(
            self.tr("Neutral"),
            Banner(self.tr("No check is open"), self.tr("The next one opens on 1 September."), "neutral"),
        )


class ErrorsPage(GalleryPage):
    """The error summary, and the field that it leads to."""

    page_id: ClassVar[str] = "gallery-errors"
    place: ClassVar[str] = "gallery-errors"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("One link per problem, and the same words beside its field.")

    def fill(self) -> None:
        """Show two problems beside their fields."""
        self.list = ErrorSummary()
        problems = (
            (LabelledField(self.tr("Your name")), self.tr("Choose your name")),
            (LabelledField(self.tr("Who is it")), self.tr("Write who it is, or name the group")),
        )
        self.list.show_problems([(words, field) for field, words in problems])
        self.add(self.tr("Two problems"), self.list)
        for field, words in problems:
            field.show_error(words)
            self.content.addWidget(field)


class EmptyPage(GalleryPage):
    """The empty state."""

    page_id: ClassVar[str] = "gallery-empty"
    place: ClassVar[str] = "gallery-empty"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("A drawing, one line, one sentence, and one button where one helps.")

    def fill(self) -> None:
        """Show it with a button, and without."""
        start, clear = (
            SecondaryButton(self.tr("Start this year’s check")),
            SecondaryButton(self.tr("Clear filters")),
        )
        self.add(
            self.tr("With a button"),
            _boxed(
                EmptyState(
                    self.tr("No check is open"),
                    self.tr("Start one when the policy and the people are right."),
                    start,
                    art="calendar",
                )
            ),
        )
        self.add(self.tr("After a filter"), _boxed(EmptyState(self.tr("No one matches"), "", clear, art="search")))
        self.add(
            self.tr("Without a button"),
            _boxed(
                EmptyState(
                    self.tr("Nothing is waiting for you"),
                    self.tr("What needs you comes here by itself."),
                    art="tick",
                )
            ),
        )


class StopPage(GalleryPage):
    """The stop card."""

    page_id: ClassVar[str] = "gallery-stop-card"
    place: ClassVar[str] = "gallery-stop-card"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("Go and tell somebody, now; the card itself tells nobody.")

    def fill(self) -> None:
        """Show it with whom to tell, what to do, and a way on."""
        card = StopCard(
            self.tr("Go to Ana Sample or ring now"), self.tr("This page does not tell anyone."), level=2
        )
        card.add_facts([(self.tr("Designated lead"), self.tr("Ana Sample, room 4, phone 01632 960 001"), 10)])
        card.add_points(
            [self.tr("Do not reply, delete, remove or forward."), self.tr("Do not question the child.")]
        )
        card.add_way(self.tr("I have told them"), self.tr("Notes when, and whom."))
        self.add(self.tr("As on every page"), card)


class DonutPage(GalleryPage):
    """The donut with its words."""

    page_id: ClassVar[str] = "gallery-donut"
    place: ClassVar[str] = "gallery-donut"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("How many of how many, told by hatch, number and word before colour.")

    def fill(self) -> None:
        """Show a round under way, one that nobody has begun, and a trust."""
        self.add(self.tr("Under way"), self._card(self.tr("31 of 42 have signed"), (31, 6, 3, 2)))
        self.add(self.tr("Nobody has begun"), self._card(self.tr("No one of 12 has signed yet"), (0, 0, 12, 0)))
        self.add(
            self.tr("Many, and few of them open"),
            self._card(self.tr("19,870 of 20,000 have signed"), (19870, 60, 58, 12)),
        )

    def _card(self, title: str, counts: tuple[int, int, int, int]) -> Card:
        words = (self.tr("signed"), self.tr("in progress"), self.tr("not started"), self.tr("overdue"))
        states: tuple[ChartState, ...] = ("signed", "under_way", "not_started", "overdue")
        shares = [Share(s, s, count, word) for s, count, word in zip(states, counts, words, strict=True)]
        sentence = ", ".join(f"{share.count:,} {share.word}" for share in shares) + "."
        of = self.tr("of {count}").format(count=f"{sum(counts):,}")
        return PictureCard(DonutWithWords(Donut(title, sentence, shares, f"{counts[0]:,}", of)))


def _boxed(part: EmptyState) -> Card:
    card = Card()
    card.body.addWidget(part)
    return card
