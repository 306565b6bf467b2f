"""Set up, page 2: who holds which office, a second keeper, and who stands on the stop card."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.people import Office
from candour.domain.setting_up import LOCAL_AUTHORITY, OfficeAsked, OfficesAsked, OutsideAsked, SomebodyAsked
from candour.gui.pages.month_field import ListField
from candour.gui.pages.set_up_page import SetUpPage, beside
from candour.gui.widgets.card import Card
from candour.gui.widgets.fields import LabelledField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

ME, OTHER = "me", "other"


class OfficeCard(Card):
    """One office: who holds it, chosen from those already named or written down here, and where they are found."""

    def __init__(self, title: str, of: str, offers: Sequence[tuple[str, str]], *, found: bool) -> None:
        """`of` completes field names ("the Headteacher"); `offers` are (key, words) before "Somebody else"."""
        super().__init__(title, padding=24)
        self.offers = (*offers, (OTHER, self.tr("Somebody else")))
        self.who = ListField(
            self.tr("Who is {of}?").format(of=of),
            [words for _, words in self.offers],
            self.tr("Choose from the list"),
        )
        self.name = LabelledField(self.tr("Name of {of}").format(of=of))
        self.number = LabelledField(self.tr("Staff number of {of}").format(of=of))
        self.email = LabelledField(self.tr("School e-mail of {of} (you can leave it empty)").format(of=of))
        self.room = LabelledField(self.tr("Room of {of}, for the stop card").format(of=of))
        self.phone = LabelledField(self.tr("Phone of {of}, for the stop card").format(of=of))
        self.choose_words = self.tr("Choose who is {of}").format(of=of)
        self._written = (beside(self.name, self.number), self.email)
        places = (beside(self.room, self.phone),) if found else ()
        for part in (self.who, *self._written, *places):
            self.body.addWidget(part)
        for part in self._written:
            part.hide()
        self.who.field.currentIndexChanged.connect(self._turn)

    def chosen(self) -> str:
        """Return the key of who was chosen, "" while nobody is."""
        words = self.who.words()
        return next((key for key, said in self.offers if said == words), "")

    def choose(self, key: str) -> None:
        """Choose somebody, as when what was filled in comes back."""
        self.who.choose(dict(self.offers)[key])

    def _turn(self) -> None:
        for part in self._written:
            part.setVisible(self.chosen() == OTHER)

    def somebody(self, role: str) -> SomebodyAsked:
        """Return who was written down here."""
        return SomebodyAsked(self.number.text().strip(), self.name.text().strip(), self.email.text().strip(), role)

    def write(self, person: SomebodyAsked) -> None:
        """Write somebody down, as when what was filled in comes back."""
        self.choose(OTHER)
        self.name.setText(person.name)
        self.number.setText(person.number)
        self.email.setText(person.email)

    def problems(self, *, needed: bool) -> list[tuple[QWidget, str]]:
        """Return what is missing."""
        if not self.chosen():
            return [(self.who, self.choose_words)] if needed else []
        if self.chosen() != OTHER:
            return []
        wanted = ((self.name, self.name.label.text()), (self.number, self.number.label.text()))
        return [
            (part, self.tr("Write the {what}").format(what=f"{words[0].lower()}{words[1:]}"))
            for part, words in wanted
            if not part.text().strip()
        ]


class SetUpOfficesPage(SetUpPage):
    """Asks who holds the offices; `asked` carries an `OfficesAsked`. What was filled in can be mended."""

    page_id: ClassVar[str] = "set-up-offices"
    step = "offices"

    asked = Signal(OfficesAsked)

    def __init__(self, me: SomebodyAsked, reached: str) -> None:
        super().__init__("", "", reached)
        self.me = me
        self.introduce(
            self.tr("Names and offices"),
            self.tr("Two people keep the register, so that illness stops nothing: you, and one more."),
            self.kicker.text(),
        )
        head, lead = (self.tr("The Headteacher"), self.tr("The designated lead"))
        mine = (ME, self.tr("I am ({name})").format(name=me.name))
        self.head = OfficeCard(head, self.tr("the Headteacher"), [mine], found=False)
        self.lead_card = OfficeCard(lead, self.tr("the designated lead"), [("head", head), mine], found=True)
        self.deputy = OfficeCard(
            self.tr("The deputy lead"), self.tr("the deputy lead"), [("head", head), mine], found=True
        )
        self.keeper = OfficeCard(
            self.tr("The second keeper"),
            self.tr("the second keeper"),
            [("head", head), ("lead", lead), ("deputy", self.tr("The deputy lead"))],
            found=False,
        )
        self.cards = {"head": self.head, "lead": self.lead_card, "deputy": self.deputy, "keeper": self.keeper}
        for card in self.cards.values():
            self.content.addWidget(card)
        self.chair = LabelledField(self.tr("Name of the chair of governors"))
        self.chair_phone = LabelledField(self.tr("Phone of the chair of governors"))
        self.authority = LabelledField(self.tr("Name or desk of the local authority’s designated officer"))
        self.authority_phone = LabelledField(self.tr("Phone of the local authority’s designated officer"))
        outside = [beside(self.chair, self.chair_phone), beside(self.authority, self.authority_phone)]
        self.card(self.tr("Outside the school, for the stop card"), outside)

    def show_filled(self, filled: OfficesAsked) -> None:
        """Show what was filled in before."""
        people = {each.number: each for each in filled.people}
        shown: dict[str, str] = {self.me.number: ME}
        for key, office in _OFFICES.items():
            asked = next((each for each in filled.offices if each.office == office), None)
            if asked is None:
                continue
            card = self.cards[key]
            if asked.number in shown and shown[asked.number] in dict(card.offers):
                card.choose(shown[asked.number])
            elif asked.number in people:
                card.write(people[asked.number])
                shown[asked.number] = key
            card.room.setText(asked.room)
            card.phone.setText(asked.phone)
        found = {each.office: each for each in filled.outside}
        for outside, name, phone in self._outside():
            if outside in found:
                name.setText(found[outside].name)
                phone.setText(found[outside].phone)

    def _outside(self) -> tuple[tuple[str, LabelledField, LabelledField], ...]:
        return (
            (str(Office.CHAIR), self.chair, self.chair_phone),
            (LOCAL_AUTHORITY, self.authority, self.authority_phone),
        )

    def problem_part(self) -> QWidget:
        """Return the part that a refusal is shown beside: the second keeper, which most are about."""
        return self.keeper.who

    def filled(self) -> OfficesAsked:
        """Return the page as it stands, complete or not."""
        roles = {"head": self.tr("Headteacher"), "lead": "", "deputy": "", "keeper": ""}
        people = tuple(card.somebody(roles[key]) for key, card in self.cards.items() if card.chosen() == OTHER)
        offices = tuple(
            OfficeAsked(office, self._number(key), self.cards[key].room.text(), self.cards[key].phone.text())
            for key, office in _OFFICES.items()
            if self.cards[key].chosen()
        )
        outside = tuple(
            OutsideAsked(office, name.text().strip(), phone.text().strip())
            for office, name, phone in self._outside()
            if name.text().strip()
        )
        return OfficesAsked(people, offices, outside)

    def _number(self, key: str) -> str:
        chosen = self.cards[key].chosen()
        if chosen == ME:
            return self.me.number
        return self.cards[key].number.text().strip() if chosen in (OTHER, "") else self._number(chosen)

    def go_on(self) -> None:
        """Save who holds the offices, or say what is missing."""
        errors = [p for key, card in self.cards.items() for p in card.problems(needed=key != "deputy")]
        if not errors and self.keeper.chosen() == "deputy" and not self.deputy.chosen():
            errors = [(self.deputy.who, self.deputy.choose_words)]
        if not errors and self._number("keeper") == self.me.number:
            errors = [(self.keeper.who, self.tr("Choose somebody other than yourself as the second keeper"))]
        self.show_errors(errors)
        if not errors:
            self.asked.emit(self.filled())


_OFFICES = {
    "head": Office.HEADTEACHER,
    "lead": Office.DESIGNATED_LEAD,
    "deputy": Office.DEPUTY_LEAD,
    "keeper": Office.KEEPER,
}
