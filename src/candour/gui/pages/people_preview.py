"""R7 What an import would do: who is added, changed and leaves, or what is wrong in which row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.language import day_words
from candour.gui.offices import office_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import PEOPLE
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from candour.domain.people_import import Change, Fault, Plan
    from candour.gui.places import Frame
    from candour.services.people_results import Joins

MOST_SHOWN = 50
"""So many lines of each kind are written out; the rest is counted."""


class PeoplePreviewPage(PlacedPage):
    """The plan of an import: `agreed` carries it out; with a fault in it there is only the way back."""

    page_id: ClassVar[str] = "people-preview"
    place: ClassVar[str] = PEOPLE

    agreed = Signal()

    def __init__(self, frame: Frame, plan: Plan, joins: Joins | None = None) -> None:
        super().__init__("", frame)
        self._joins = joins
        self.import_all = PrimaryButton(self.tr("Import"))
        self.back = SecondaryButton(self.tr("Back"))
        if plan.faults:
            self._show_faults(plan.faults)
        else:
            self._show_plan(plan)
        self.import_all.clicked.connect(self._agree)
        self.back.clicked.connect(self.went_back)
        self.footer.add(self.import_all)
        self.footer.add(self.back)

    def _show_faults(self, faults: tuple[Fault, ...]) -> None:
        self.introduce(
            self.tr("To correct in the list: {count}").format(count=len(faults)),
            self.tr("Nothing was imported. Correct these in your list, then choose it again."),
        )
        self._card("", (f"{fault.sentence} ({fault.where})" for fault in faults), len(faults))
        self.import_all.hide()
        self.main_button = self.back

    def _show_plan(self, plan: Plan) -> None:
        self.introduce(
            self.tr("What would change"), self.tr("Nothing is changed until you press the button below.")
        )
        names = (f"{person.name}, {person.role} ({person.number})" for person in plan.added)
        self._card(self.tr("Added: {count}").format(count=len(plan.added)), names, len(plan.added))
        changed = (self._changed(change) for change in plan.changed)
        self._card(self.tr("Changed: {count}").format(count=len(plan.changed)), changed, len(plan.changed))
        back = (f"{change.after.name} ({change.after.number})" for change in plan.back)
        self._card(self.tr("Back after they had left: {count}").format(count=len(plan.back)), back, len(plan.back))
        self._say_joins(plan)
        leaves = (f"{person.name}, {person.role} ({person.number})" for person in plan.leaves)
        words = self.tr("Leaving, since they are not in the list: {count}").format(count=len(plan.leaves))
        self._card(words, leaves, len(plan.leaves))
        stays = (self._stays(person.name, office) for person, office in plan.stays)
        words = self.tr("Staying, though they are not in the list: {count}").format(count=len(plan.stays))
        self._card(words, stays, len(plan.stays))
        self.content.addWidget(BodyLabel(self.tr("As they were: {count}.").format(count=plan.same), muted=True))
        if plan.does_nothing:
            self.content.addWidget(Banner(self.tr("The list changes nothing")))
            self.import_all.hide()
        self.main_button = self.back if plan.does_nothing else self.import_all

    def _say_joins(self, plan: Plan) -> None:
        """Say which running check whoever comes is in, and by when they sign."""
        joins = self._joins
        if joins is not None and (plan.added or plan.back):
            words = self.tr("Who is added comes into the check of {round}, to sign by {day}.")
            said = words.format(round=joins.round, day=day_words(joins.due))
            self.content.addWidget(BodyLabel(said, strong=True, measure=None))

    def _changed(self, change: Change) -> str:
        words = {
            "name": self.tr("name"),
            "role": self.tr("role"),
            "email": self.tr("e-mail"),
            "phase": self.tr("phase"),
            "posts_for_school": self.tr("posts for the school"),
        }
        parts = [
            self.tr("{what}: {before} → {after}").format(
                what=words[what],
                before=self._said(getattr(change.before, what)),
                after=self._said(getattr(change.after, what)),
            )
            for what in change.what
        ]
        return f"{change.before.name} ({change.before.number}): {'; '.join(parts)}"

    def _said(self, value: str | bool) -> str:  # noqa: FBT001 - one of them is a yes or a no
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        return value or self.tr("nothing")

    def _stays(self, name: str, office: str) -> str:
        return self.tr("{name} is {office}: end that first").format(name=name, office=office_words(office))

    def _card(self, title: str, lines: Iterable[str], count: int) -> None:
        if not count:
            return
        card = Card(title, padding=24)
        for place, line in enumerate(lines):
            if place == MOST_SHOWN:
                more = self.tr("and {count} more").format(count=count - MOST_SHOWN)
                card.body.addWidget(BodyLabel(more, muted=True))
                break
            card.body.addWidget(BodyLabel(line, measure=None))
        self.content.addWidget(card)

    def _agree(self) -> None:
        self.import_all.setEnabled(False)
        self.agreed.emit()

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was imported."""
        self.import_all.setEnabled(True)
        self.show_errors([(self.import_all, sentence)])
