"""S8 Tell the designated lead: whom to go to now. The page tells nobody, and needs nobody signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.pages.centred import CentredPage
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.stop_card import StopCard, WayOn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.services.results import ContactCard

LEAD, DEPUTY, CHAIR, AUTHORITY = "designated lead", "deputy lead", "chair of governors", "local authority"


class StopCardPage(CentredPage):
    """Shows where the designated lead and the others are found, 999 first, and what to do until then.

    `contacts` may be empty, before a register is open. `offer_ways_on` shows the two answers for who came from a
    question: `told` and `going_to_tell` lead on, since the answer itself is saved.
    """

    page_id: ClassVar[str] = "stop-card"
    wide = 760

    told = Signal()
    going_to_tell = Signal()

    def __init__(self, contacts: Sequence[ContactCard], *, from_question: bool = False) -> None:
        super().__init__("")
        self._known = {each.office.casefold(): each for each in contacts}
        self._lead = self._find(LEAD)
        who = self._lead.name if self._lead is not None else self.tr("the designated lead")
        self.card = StopCard(
            self.tr("Go to {who}, or ring, now").format(who=who), self.tr("This page does not tell anyone. You do.")
        )
        self._wear_card_heading()
        self._fill(who)
        self.content.addWidget(self.card)
        self.back = SecondaryButton(self.tr("Back to where I was"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)
        self.main_button = self.back
        if from_question:
            self.offer_ways_on()

    def _wear_card_heading(self) -> None:
        self.heading.hide()
        self._column.removeWidget(self.heading)
        self.heading.deleteLater()
        self.heading = self.card.heading

    def _find(self, office: str) -> ContactCard | None:
        return next((each for name, each in self._known.items() if office in name), None)

    def _fill(self, who: str) -> None:
        self.card.say(
            self.tr(
                "If a child has contacted you on a personal account, or you have seen a message about a child "
                "that worries you."
            )
        )
        self.facts = [(self.tr("A child in danger"), self.tr("999 first"), len(self.tr("999 first")))]
        self.facts += [
            (title, found_at(self, each), len(each.name))
            for title, each in ((self.tr("Designated lead"), self._lead), (self._out(), self._find(DEPUTY)))
            if each is not None
        ]
        self.card.add_facts(self.facts)
        self.card.add_points(
            (
                self.tr("Do not reply, delete, remove or forward. Show it to {who} on your phone.").format(who=who),
                self.tr("Never copy or save a sexual picture of a child."),
                self.tr("Do not question the child. Write down what you saw, when, and the child’s own words."),
            )
        )
        self.told_way: WayOn | None = None
        self.going_way: WayOn | None = None
        self.about_head = self.card.add_way(
            self.tr("This is about the Headteacher"),
            self.tr("Shows the chair of governors’ and the local authority’s numbers. Nothing is recorded."),
        )
        self.about_head.clicked.connect(self.show_about_headteacher)

    def _out(self) -> str:
        return self.tr("If {who} is out").format(who=self._lead.name if self._lead else self.tr("the lead"))

    def offer_ways_on(self) -> None:
        """Offer "I have told them" and "I am going to tell them now", for who came from a question."""
        if self.told_way is not None:
            return
        self.told_way = WayOn(
            self.tr("I have told them"), self.tr("Your answer is saved. You go on with the check.")
        )
        self.going_way = WayOn(
            self.tr("I am going to tell them now"),
            self.tr("Your answer is saved. You can finish the check when you come back."),
        )
        self.told_way.clicked.connect(self.told)
        self.going_way.clicked.connect(self.going_to_tell)
        place = self.card.body.indexOf(self.about_head)
        self.card.body.insertWidget(place, self.told_way)
        self.card.body.insertWidget(place + 1, self.going_way)

    def show_about_headteacher(self) -> None:
        """Show the numbers outside the Headteacher's reach; nothing of it is recorded anywhere."""
        self.about_head.hide()
        self.card.say(self.tr("Ring one of these. Nothing is recorded here, and the Headteacher is not told."))
        self.outside = [
            (title, found_at(self, each), len(each.name))
            for title, each in (
                (self.tr("Chair of governors"), self._find(CHAIR)),
                (self.tr("Local authority"), self._find(AUTHORITY)),
            )
            if each is not None
        ]
        if self.outside:
            self.card.add_facts(self.outside)
        else:
            self.card.say(self.tr("Ask your local council for its designated officer (LADO), or ring 999."))
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)


def found_at(page: StopCardPage, contact: ContactCard) -> str:
    """Return "Name · room · phone n", leaving out what is not known."""
    phone = page.tr("phone {number}").format(number=contact.phone) if contact.phone else ""
    return " · ".join(part for part in (contact.name, contact.room, phone) if part)
