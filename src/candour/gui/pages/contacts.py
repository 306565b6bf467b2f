"""Who is found where, for the stop card: changed after set-up, office by office."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.people import Contact, Office
from candour.domain.setting_up import LOCAL_AUTHORITY
from candour.gui.pages.office_words import office_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.set_up_page import beside
from candour.gui.places import OFFICES
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.fields import LabelledField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.results import ContactCard

NAMED = (Office.DESIGNATED_LEAD.value, Office.DEPUTY_LEAD.value, Office.CHAIR.value, LOCAL_AUTHORITY)
"""Whom the stop card can name, in its order."""


class ContactsPage(PlacedPage):
    """`saved` carries the contacts as they are from now on; an office without a name is not named."""

    page_id: ClassVar[str] = "contacts"
    place: ClassVar[str] = OFFICES

    saved = Signal(tuple)

    def __init__(self, frame: Frame, contacts: Sequence[ContactCard]) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Rooms and phones"),
            self.tr("Everybody finds these under “Tell the designated lead”, without signing in."),
        )
        self.fields: dict[str, tuple[LabelledField, LabelledField, LabelledField]] = {}
        known = {each.office: each for each in contacts}
        for office in NAMED:
            self._add_card(office, known.get(office))
        self.main_button = self.save = PrimaryButton(self.tr("Save"))
        self.save.clicked.connect(self._save)
        self.back = SecondaryButton(self.tr("Back, nothing changes"))
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.save)
        self.footer.add(self.back)

    def _add_card(self, office: str, known: ContactCard | None) -> None:
        words = office_words(office)
        card = Card(words, padding=24)
        fields = (
            LabelledField(self.tr("Name: {office}").format(office=words)),
            LabelledField(self.tr("Room: {office}").format(office=words)),
            LabelledField(self.tr("Phone: {office}").format(office=words)),
        )
        said = ("", "", "") if known is None else (known.name, known.room, known.phone)
        for field, text in zip(fields, said, strict=True):
            field.setText(text)
        name, room, phone = fields
        card.body.addWidget(name)
        card.body.addWidget(beside(room, phone))
        self.fields[office] = fields
        self.content.addWidget(card)

    def _save(self) -> None:
        said = {office: [field.text().strip() for field in fields] for office, fields in self.fields.items()}
        nameless: list[tuple[QWidget, str]] = [
            (self.fields[office][0], self.tr("Write who is found there"))
            for office, (name, room, phone) in said.items()
            if (room or phone) and not name
        ]
        lead = said[Office.DESIGNATED_LEAD.value][0]
        if not lead and not nameless:
            nameless = [(self.fields[Office.DESIGNATED_LEAD.value][0], self.tr("Name the designated lead"))]
        self.show_errors(nameless)
        if not nameless:
            self.saved.emit(tuple(Contact(office, *words) for office, words in said.items()))

    def show_refused(self, sentence: str) -> None:
        """Say why it was not saved."""
        self.show_errors([(self.fields[NAMED[0]][0], sentence)])
