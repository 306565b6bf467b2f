"""R3 Left: what it means, asked once more before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.pages.placed import PlacedPage
from candour.gui.places import PEOPLE
from candour.gui.widgets.buttons import DangerButton, PrimaryButton
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.facts import Points

if TYPE_CHECKING:
    from datetime import date

    from candour.gui.places import Frame


class PersonLeftPage(PlacedPage):
    """Asks for the last day; `confirmed` carries it. The main button is the one that changes nothing."""

    page_id: ClassVar[str] = "person-left"
    place: ClassVar[str] = PEOPLE

    confirmed = Signal(object)

    def __init__(self, frame: Frame, name: str, today: date) -> None:
        super().__init__("", frame)
        self.introduce(self.tr("Has {name} left the school?").format(name=name))
        points = (
            self.tr("They sign in no more: their keys are closed and an unused code ends."),
            self.tr("What they signed stays valid and can be checked."),
            self.tr("The time for which their declarations are kept counts from the last day."),
            self.tr("Nobody reminds them any more."),
        )
        self.content.addWidget(Points(points))
        self.day = DateField(self.tr("Their last day"), today)
        self.day.set_range(today.replace(year=today.year - 1, day=1), today)
        self.content.addWidget(self.day)
        self.main_button = self.back = PrimaryButton(self.tr("Back, nothing changes"))
        self.confirm = DangerButton(self.tr("Yes, they have left"))
        self.back.clicked.connect(self.went_back)
        self.confirm.clicked.connect(lambda: self.confirmed.emit(self.day.date()))
        self.footer.add(self.back)
        self.footer.add(self.confirm)

    def show_refused(self, sentence: str) -> None:
        """Say why nothing was done, and what to do."""
        self.show_errors([(self.day, sentence)])
