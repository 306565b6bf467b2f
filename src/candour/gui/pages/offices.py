"""H6 Offices: who holds what since when, who reads with its key, and how it goes on to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.domain.people import READING_OFFICES, Office
from candour.gui.language import day_words
from candour.gui.pages.office_words import days_held, office_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.year_cards import YearCard
from candour.gui.places import OFFICES, PEOPLE
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from candour.gui.places import Frame
    from candour.services.office_results import OfficeHolder, OfficeLine, OfficesView


class OfficesPage(PlacedPage):
    """`handed_over` carries office and person; the others the office that is taken over or gets a new key."""

    page_id: ClassVar[str] = "offices"
    place: ClassVar[str] = OFFICES

    handed_over = Signal(str, str)
    take_over_wanted = Signal(str)
    renew_wanted = Signal(str)
    contacts_wanted = Signal()

    def __init__(self, frame: Frame, view: OfficesView, said: str = "", *, writes_contacts: bool = True) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Offices"),
            self.tr("Who holds which office, and who can read what is sealed to it."),
        )
        self.buttons: dict[tuple[str, str], QAbstractButton] = {}
        if said:
            self.content.addWidget(Banner(said, role="done"))
        for line in view.offices:
            self.content.addWidget(self._card(line))
        self.content.addWidget(self._contacts(view, writes=writes_contacts))
        self._say_who_gives(gives=any(place.key == PEOPLE for place in frame.places))

    def _card(self, line: OfficeLine) -> YearCard:
        card = YearCard(office_words(line.office))
        for holder in line.holders:
            card.add_row(holder.name, days_held(holder), self._chip(line, holder))
        if not line.holders:
            card.say_empty(self.tr("Nobody holds it."))
        if line.office in READING_OFFICES:
            card.body.addWidget(BodyLabel(self._reads(line), muted=True, caption=True, measure=None))
        self._add_ways(card, line)
        return card

    def _chip(self, line: OfficeLine, holder: OfficeHolder) -> Chip | None:
        if not holder.keyed:
            return Chip(self.tr("Has not signed in yet"), "neutral")
        if holder.waits:
            return Chip(self.tr("Waits to be confirmed"), "waiting")
        if line.office not in READING_OFFICES:
            return None
        if not holder.reads:
            return Chip(self.tr("Has no key of the office yet"), "todo")
        return Chip(self.tr("Will read here") if holder.coming else self.tr("Reads here"), "done")

    def _reads(self, line: OfficeLine) -> str:
        if line.reads_since is None:
            return self.tr(
                "Nothing is sealed to this office yet. It reads from the day on which a holder first signs in; "
                "what is sent before, it cannot open."
            )
        words = self.tr("Reads what was sealed to it since {day}. What was sent before, it cannot open.")
        return words.format(day=day_words(line.reads_since))

    def _add_ways(self, card: YearCard, line: OfficeLine) -> None:
        office = line.office
        if line.receivers:
            self._say(card, self.tr("Whoever you hand over to reads all that is sealed here, what is older too."))
        for person, name in line.receivers:
            hand = self._way(card, office, person, self.tr("Hand over to {name}").format(name=name))
            hand.clicked.connect(lambda _on=False, to=person: self.handed_over.emit(office, to))
        if line.takes_over:
            self._say(card, self.tr("You cannot read here yet: ask the holder to hand over, or use the sheet."))
            take = self._way(card, office, "sheet", self.tr("Take over with the sheet …"))
            take.clicked.connect(lambda: self.take_over_wanted.emit(office))
        if line.renews:
            if line.past:
                words = self.tr("{names} could read with this key. With a new one, not what comes from now on.")
                self._say(card, words.format(names=", ".join(line.past)))
            renew = self._way(card, office, "renew", self.tr("Make a new key and sheet …"))
            renew.clicked.connect(lambda: self.renew_wanted.emit(office))

    def _way(self, card: YearCard, office: str, key: str, words: str) -> QAbstractButton:
        button = SecondaryButton(words)
        button.setAccessibleName(f"{words} ({office_words(office)})")
        self.buttons[office, key] = button
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button

    def _say(self, card: YearCard, words: str) -> None:
        card.body.addWidget(BodyLabel(words, measure=None))

    def _contacts(self, view: OfficesView, *, writes: bool) -> YearCard:
        card = YearCard(self.tr("Found here, for “Tell the designated lead”"))
        for each in view.contacts:
            where = " · ".join(filter(None, (office_words(each.office), each.room, each.phone)))
            card.add_row(each.name, where)
        if not view.contacts:
            card.say_empty(self.tr("Nobody is named yet."))
        if writes:
            self.contacts = SecondaryButton(self.tr("Change rooms and phones"))
            self.contacts.clicked.connect(self.contacts_wanted)
            card.body.addWidget(self.contacts, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _say_who_gives(self, *, gives: bool) -> None:
        words = self.tr("HR gives and ends offices, on the page of the person.")
        self.content.addWidget(BodyLabel(words, muted=True))
        if gives:
            self.give = SecondaryButton(self.tr("Give or end an office"))
            self.give.clicked.connect(lambda: self.went.emit(PEOPLE))
            self.footer.add(self.give)

    def show_refused(self, sentence: str) -> None:
        """Say why something was not done, and what to do."""
        self.show_errors([(self.heading, sentence)])


WRITES_CONTACTS = (Office.HR, Office.HEADTEACHER, Office.KEEPER)
"""Who may change where somebody is found."""
