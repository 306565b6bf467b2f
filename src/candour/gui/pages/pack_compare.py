"""R8 A new version of the policy: point by point what it changes, what is asked again, and from when it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.language import day_words
from candour.gui.pages.answers import Choices
from candour.gui.pages.pack_words import change_words, point_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import ROUNDS
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.domain.pack_change import Change, PointChange
    from candour.gui.places import Frame
    from candour.services.round_results import PackLook

RUNNING, NEXT = "running", "next"


class PackComparePage(PlacedPage):
    """`agreed` carries the points that are material, and whether the pack is for the check that runs."""

    page_id: ClassVar[str] = "pack-compare"
    place: ClassVar[str] = ROUNDS

    agreed = Signal(object, bool)

    def __init__(self, frame: Frame, look: PackLook) -> None:
        super().__init__("", frame)
        self._look = look
        words = self.tr("“{title}” of {new}, beside that in force of {old}. Nothing changes before you agree.")
        new, old = look.new, look.before
        lead = words.format(title=new.title, new=day_words(new.policy_date), old=day_words(old.policy_date))
        self.introduce(self.tr("What the new version changes"), lead)
        self.ticks: dict[str, TickCard] = {}
        if not look.changes:
            self._say_nothing()
        for change in look.changes:
            self.content.addWidget(self._point(change))
        self.when: Choices | None = None
        self._same = look.new.pack == look.before.pack
        if not self._same:
            self.content.addWidget(self._when())
        self.take = PrimaryButton(self.tr("Take it into force"))
        self.back = SecondaryButton(self.tr("Back"))
        self.take.setVisible(not self._same)
        self.main_button = self.back if self._same else self.take
        self.take.clicked.connect(self.go_on)
        self.back.clicked.connect(self.went_back)
        for button in (self.take, self.back):
            self.footer.add(button)

    def _say_nothing(self) -> None:
        same = self._look.new.pack == self._look.before.pack
        title = self.tr("This is the pack in force") if same else self.tr("Only notes or their order differ")
        more = self.tr("Choose another file, or leave it as it is.") if same else ""
        self.content.addWidget(Banner(title, more))

    def _point(self, change: PointChange) -> Card:
        card = Card(point_words(change), padding=24)
        if change.words:
            card.body.addWidget(BodyLabel(change.words, muted=True, measure=None))
        for each in change.changes:
            self._add_change(card, each)
        if change.bound:
            words = self.tr("It is asked again in any case: an answer given before might not stand any more.")
            card.beside_title(Chip(self.tr("Asked again"), "todo"))
            card.body.addWidget(BodyLabel(words, measure=None))
        elif change.asks:
            tick = self.ticks[change.point] = TickCard(
                self.tr("Material: ask point {ref} again").format(ref=change.point),
                self.tr("Of everybody who has signed, whatever they answered."),
            )
            tick.setChecked(change.proposed)
            card.body.addWidget(tick)
        elif change.point:
            words = self.tr("No question asks about this point, so nobody is asked again.")
            card.body.addWidget(BodyLabel(words, muted=True))
        return card

    def _add_change(self, card: Card, change: Change) -> None:
        card.body.addWidget(BodyLabel(change_words(change), strong=True))
        if change.before == change.after:
            return
        facts = Facts()
        if change.before:
            facts.add(self.tr("Until now"), change.before)
        if change.after:
            facts.add(self.tr("From now on"), change.after)
        card.body.addWidget(facts)

    def _when(self) -> Card:
        look, card = self._look, Card(self.tr("From when"), padding=24)
        if look.running:
            signed = self.tr("%n people have signed. They are asked what is ticked above.", "", look.signed)
            others = self.tr("%n people have not, and answer the new version.", "", look.unsigned)
            running = self.tr("For the check that runs, {round}").format(round=look.running)
            nobody = self.tr("The check that runs goes on as it is. Nobody is asked again.")
            self.when = Choices(
                self.tr("From when"),
                (
                    (RUNNING, running, f"{signed} {others}"),
                    (NEXT, self.tr("For the next check only"), nobody),
                ),
            )
            card.body.addWidget(self.when)
        else:
            card.body.addWidget(BodyLabel(self.tr("The next check asks by it. No check runs now.")))
        if look.before.document:
            words = self.tr("“{name}” stays attached until you attach the newer PDF.")
            said = words.format(name=look.before.document)
            card.body.addWidget(BodyLabel(said, muted=True, measure=None))
        return card

    def go_on(self) -> None:
        """Take the pack into force, or ask from when."""
        chosen = NEXT if self.when is None else self.when.chosen()
        self.show_errors([] if chosen else [(self.when or self.take, self.tr("Choose from when it holds"))])
        if chosen:
            self.take.setEnabled(False)
            material = tuple(point for point, tick in self.ticks.items() if tick.isChecked())
            self.agreed.emit(material, chosen == RUNNING)

    def show_refused(self, sentence: str) -> None:
        """Say why it was not taken, and what to do."""
        self.take.setEnabled(True)
        self.show_errors([(self.take, sentence)])

    def show_trouble(self, sentence: str) -> None:
        """Say what of the computer failed; the button can be pressed again."""
        self.take.setEnabled(True)
        super().show_trouble(sentence)
