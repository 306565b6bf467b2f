"""R7 Add a person by hand, or change the details of somebody who is on the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.people import Person
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import PEOPLE
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.people_results import Joins


class PersonAddPage(PlacedPage):
    """The details of one person; `saved` carries them as a `Person`, whose id is empty for somebody new.

    `joins` is the running check that somebody new comes into, unless HR unticks it.
    """

    page_id: ClassVar[str] = "person-add"
    place: ClassVar[str] = PEOPLE

    saved = Signal(object)

    def __init__(self, frame: Frame, before: Person | None = None, joins: Joins | None = None) -> None:
        super().__init__("", frame)
        self._before = before
        if before is None:
            self.introduce(self.tr("Add a person"))
        else:
            self.introduce(self.tr("Details of {name}").format(name=before.name))
        self.number = LabelledField(
            self.tr("Staff number"), self.tr("Letters and digits; it stands in every reference and stays")
        )
        self.name = LabelledField(self.tr("Name, as it is to stand on a declaration"))
        self.role = LabelledField(self.tr("Role"), self.tr("Such as: Class teacher, Year 2"))
        self.phase = LabelledField(self.tr("Phase or team"), self.tr("May stay empty"))
        self.email = LabelledField(self.tr("School e-mail"), self.tr("May stay empty"))
        self.posts = TickCard(
            self.tr("Posts for the school"), self.tr("Gets the second checklist, School accounts")
        )
        for part in (self.number, self.name, self.role, self.phase, self.email, self.posts):
            self.content.addWidget(part)
        self._fill(before)
        self._join(joins)
        self.main_button = self.save = PrimaryButton(self.tr("Save"))
        self.back = SecondaryButton(self.tr("Back"))
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.save)
        self.footer.add(self.back)

    def _fill(self, before: Person | None) -> None:
        if before is None:
            return
        self.number.hide()  # references carry it, and signing in looks it up: it never changes
        pairs = ((self.name, before.name), (self.role, before.role), (self.phase, before.phase))
        for field, text in (*pairs, (self.email, before.email)):
            field.setText(text)
        self.posts.setChecked(before.posts_for_school)
        self.content.addWidget(
            BodyLabel(self.tr("Somebody with a new name needs a new code, so that they sign under it."), muted=True)
        )

    def _join(self, joins: Joins | None) -> None:
        """Ask whether and by when somebody new signs in the check that runs."""
        self.comes: TickCard | None = None
        self.sign_by: DateField | None = None
        if joins is None:
            return
        comes = self.tr("Comes into the check of {round}").format(round=joins.round)
        self.comes = TickCard(comes, self.tr("It runs now. Without the tick they come into the next one."))
        self.comes.setChecked(True)
        self.sign_by = DateField(self.tr("Signs by"), joins.due, self.tr("Four weeks or more are usual."))
        self.comes.toggled.connect(self.sign_by.setVisible)
        for part in (self.comes, self.sign_by):
            self.content.addWidget(part)

    def due(self) -> date | None:
        """Return the day by which somebody new signs in the check that runs, None where they are not in it."""
        return self.sign_by.date() if self.sign_by is not None and not self.kept_out() else None

    def kept_out(self) -> bool:
        """Return whether somebody new sits the check that runs out."""
        return self.comes is not None and not self.comes.isChecked()

    def _save(self) -> None:
        wanted = [
            (self.number, self.tr("Type the staff number")),
            (self.name, self.tr("Type the name")),
            (self.role, self.tr("Type the role")),
        ]
        errors: list[tuple[QWidget, str]] = [
            (field, words) for field, words in wanted if not field.isHidden() and not field.text().strip()
        ]
        self.show_errors(errors)
        if not errors:
            self.saved.emit(self._person())

    def _person(self) -> Person:
        return Person(
            person=self._before.person if self._before else "",
            number=self._before.number if self._before else self.number.text().strip(),
            name=self.name.text().strip(),
            email=self.email.text().strip(),
            role=self.role.text().strip(),
            phase=self.phase.text().strip(),
            posts_for_school=self.posts.isChecked(),
            here=True,
        )

    def show_refused(self, sentence: str) -> None:
        """Say what cannot stand, and leave everything for mending."""
        self.show_errors([(self.name if self._before else self.number, sentence)])
