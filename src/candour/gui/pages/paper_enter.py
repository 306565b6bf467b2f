"""Entering papers one after another: whose, the day, what is ticked, the scan; then the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.domain.paper_declaration import NewPaper
from candour.gui.pages.paper_points import PointFields
from candour.gui.pages.papers import count_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.scan_field import ScanField
from candour.gui.pages.tick_group import TickGroup
from candour.gui.places import PAPER
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.name_picker import NamePicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.paper_results import PaperGround, PaperPerson


class PaperEnterPage(PlacedPage):
    """`entered` carries what was typed from a form, with its scan; `next` shows the next one, empty."""

    page_id: ClassVar[str] = "paper-enter"
    place: ClassVar[str] = PAPER

    entered = Signal(object)

    def __init__(self, frame: Frame, ground: PaperGround) -> None:
        super().__init__("", frame)
        self._announcer = Announcer(self)
        self._people: dict[str, PaperPerson] = {}
        self._done: Banner | None = None
        self.introduce(
            self.tr("Enter papers"),
            self.tr("Outcomes alone. Leave envelopes closed: they are for {name}.").format(name=ground.headteacher),
        )
        self.count = BodyLabel("", strong=True)
        self.content.addWidget(self.count)
        self._add_whose(ground)
        self._add_points(ground)
        self.main_button = self.save = PrimaryButton(self.tr("Save, then the next"))
        self.back = SecondaryButton(self.tr("Back to the papers"))
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.went_back)
        for button in (self.save, self.back):
            self.footer.add(button)
        self._know(ground)

    def _add_whose(self, ground: PaperGround) -> None:
        card = Card(self.tr("Whose paper"), padding=24)
        self.whose = NamePicker(self.tr("Staff number or name"))
        self.about = BodyLabel("", muted=True, caption=True)
        self.about.hide()
        self.signed_on = DateField(self.tr("The day beside the signature"), ground.today)
        self.signed_on.set_range(ground.opens, ground.today)
        self.scan = ScanField()
        for part in (self.whose, self.about, self.signed_on, self.scan):
            card.body.addWidget(part)
        self.content.addWidget(card)
        self.whose.left.connect(self._settle)
        self.whose.picked.connect(self._say_about)

    def _add_points(self, ground: PaperGround) -> None:
        card = Card(self.tr("What is ticked"), padding=24)
        hint = self.tr("All begin as Confirmed: change what is not. Is a point without a tick? Give the form back.")
        self.points = PointFields(ground.points, ground.today)
        envelope = self.tr("Its closed envelope goes to {name}.").format(name=ground.headteacher)
        offers = [
            (str(place), self.tr("Except, for {points}").format(points=self.tr(" and ").join(points)), envelope)
            for place, points in enumerate(ground.excepts)
        ]
        self.excepts = TickGroup(self.tr("Exceptions"), offers)
        for part in (BodyLabel(hint, muted=True), self.points, self.excepts):
            card.body.addWidget(part)
        self.excepts.setVisible(bool(offers))
        self.content.addWidget(card)

    def _know(self, ground: PaperGround) -> None:
        self._people = {each.person: each for each in ground.people}
        self.whose.set_names([(each.person, f"{each.name}, {each.number}") for each in ground.people])
        self.count.setText(count_words(ground))

    def _settle(self) -> None:
        """Take the one person who is meant by what was typed: a whole number, or a part of one name alone."""
        typed = self.whose.field.currentText().strip().casefold()
        if not typed or self.whose.chosen() is not None:
            return
        by_number = [key for key, each in self._people.items() if each.number.lstrip("0") == typed.lstrip("0")]
        by_name = [key for key, each in self._people.items() if typed in each.name.casefold()]
        found = by_number or by_name
        if len(found) == 1:
            self.whose.choose(found[0])

    def _say_about(self, person: str | None) -> None:
        about = self._people[person].not_wanted if person in self._people else ""
        self.about.setText(about)
        self.about.setVisible(bool(about))

    def _save(self) -> None:
        self._settle()
        lacking: list[tuple[QWidget, str]] = []
        person = self.whose.chosen()
        if person is None:
            lacking.append((self.whose, self.tr("Choose whose paper it is, by number or name")))
        elif self._people[person].not_wanted:
            lacking.append((self.whose, self._people[person].not_wanted))
        if not self.scan.content:
            lacking.append((self.scan, self.tr("Choose the scan of the paper")))
        self.show_errors(lacking)
        if person is not None and not lacking:
            self.entered.emit(self._paper(person))

    def _paper(self, person: str) -> NewPaper:
        return NewPaper(
            person=person,
            signed_on=self.signed_on.date(),
            open_until=self.points.open_until(),
            lacking=self.points.lacking(),
            excepted=frozenset(int(place) for place in self.excepts.ticked()),
            scan=self.scan.content,
        )

    def name_of(self, person: str) -> str:
        """Return the name of somebody in the list."""
        return self._people[person].name

    def next(self, ground: PaperGround, said: str) -> None:
        """Say what was entered, and show the page empty for the next; the day stays, as papers come in piles."""
        self.show_errors([])
        self._know(ground)
        self.points.clear()
        self.scan.clear()
        for tick in self.excepts.ticks.values():
            tick.setChecked(False)
        if self._done is not None:
            self.content.removeWidget(self._done)
            self._done.hide()
            self._done.deleteLater()
        self._done = Banner(said, role="done")
        self.content.insertWidget(0, self._done)
        self.area.verticalScrollBar().setValue(0)
        self._announcer.say(said)
        self.whose.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refused(self, sentence: str) -> None:
        """Say why it was not entered, and what to do."""
        self.show_errors([(self.heading, sentence)])
