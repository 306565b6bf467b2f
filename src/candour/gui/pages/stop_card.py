"""S8 Tell the designated lead: whom to go to now. The page tells nobody, and needs nobody signed in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.pages.centred import CentredPage
from candour.gui.pages.told_form import ToldForm
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.stop_card import StopCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.services.results import ContactCard

LEAD, DEPUTY, CHAIR, AUTHORITY = "designated lead", "deputy lead", "chair of governors", "local authority"


NO_BREAK = "\N{NO-BREAK SPACE}"


class StopCardPage(CentredPage):
    """Shows where the designated lead and the others are found, 999 first, and what to do until then.

    `contacts` may be empty, before a register is open. `told_list` are the people of "I have told them"; with
    `notes` somebody is signed in, so that the first two ways on are noted: `told` carries when (a datetime) and
    whom, `going_to_tell` nothing. Without, both say that nothing is recorded here. Who came from a question of the
    check is also led on (`went_on`) where it is about the Headteacher and nothing is noted.
    """

    page_id: ClassVar[str] = "stop-card"
    says_telling: ClassVar[bool] = False
    wide = 760

    told = Signal(object, str)
    going_to_tell = Signal()
    went_on = Signal()

    def __init__(
        self,
        contacts: Sequence[ContactCard],
        told_list: Sequence[str] = (),
        *,
        notes: bool = False,
        from_question: bool = False,
    ) -> None:
        super().__init__("")
        self._known = {each.office.casefold(): each for each in contacts}
        self._told_list, self._notes, self._from_question = tuple(told_list), notes, from_question
        self._lead = self._find(LEAD)
        self.form: ToldForm | None = None
        self.who = self._lead.name if self._lead is not None else self.tr("the designated lead")
        self.card = StopCard(
            self.tr("Go to {who}, or ring, now").format(who=self.who),
            self.tr("This page does not tell anyone. You do."),
        )
        self._wear_card_heading()
        self._fill(self.who)
        self.content.addWidget(self.card)
        self.back = SecondaryButton(self.tr("Back to where I was"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.back)
        self.main_button = self.back

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
        self._add_ways()
        self.about_head = self.card.add_way(
            self.tr("This is about the Headteacher"),
            self.tr("Shows the chair of governors’ and the local authority’s numbers. Nothing is recorded."),
        )
        self.about_head.clicked.connect(self.show_about_headteacher)
        self._announcer = Announcer(self)
        self.said = BodyLabel("", strong=True, measure=None)
        self.said.hide()
        self.card.body.addWidget(self.said)

    def _out(self) -> str:
        return self.tr("If {who} is out").format(who=self._lead.name if self._lead else self.tr("the lead"))

    def _add_ways(self) -> None:
        not_signed_in = self.tr("Nobody is signed in, so nothing is recorded here.")
        self.told_way = self.card.add_way(
            self.tr("I have told them"),
            self.tr("Notes the day, the time and whom you told.") if self._notes else not_signed_in,
        )
        self.going_way = self.card.add_way(
            self.tr("I am going to tell them now"),
            self.tr("Your pages remind you until you say here that you have.") if self._notes else not_signed_in,
        )
        self.told_way.clicked.connect(self.show_told)
        self.going_way.clicked.connect(self._go_and_tell)

    def show_told(self) -> None:
        """Ask when and whom; with nobody signed in say what to do instead."""
        if not self._notes:
            self._say_once(self.tr("Good. Sign in if you want to note whom you told, and when."))
            return
        if self.form is not None:
            return
        self.form = ToldForm(self._told_list, datetime.now().astimezone())
        self.form.note.clicked.connect(self._note)
        self.card.body.insertWidget(self.card.body.indexOf(self.told_way) + 1, self.form)
        self.main_button = self.form.note
        self.form.whom.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note(self) -> None:
        if self.form is None:
            return
        lacking = self.form.lacks()
        self.show_errors(lacking)
        if not lacking:
            self.told.emit(self.form.when(), self.form.whom.words())

    def _go_and_tell(self) -> None:
        if self._notes:
            self.going_to_tell.emit()
        else:
            self._say_once(self.tr("Go now. Nothing is recorded here, and nobody waits for you to sign in."))

    def _say_once(self, words: str) -> None:
        self.clear_trouble()
        self.said.setText(words)
        self.said.show()
        self._announcer.say(words)

    def show_not_noted(self) -> None:
        """Say that the note failed, and what to do all the same."""
        self.show_trouble(self.tr("This note was not saved. Tell {who} in person.").format(who=self.who))

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
        if self._from_question:
            self.on = self.card.add_way(self.tr("Go on with the check"), self.tr("Nothing of this is recorded."))
            self.on.clicked.connect(self.went_on)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)


def found_at(page: StopCardPage, contact: ContactCard) -> str:
    """Return "Name · room · phone n", leaving out what is not known; no line ends within the number."""
    phone = page.tr("phone {number}").format(number=contact.phone) if contact.phone else ""
    return " · ".join(part for part in (contact.name, contact.room, phone.replace(" ", NO_BREAK)) if part)
