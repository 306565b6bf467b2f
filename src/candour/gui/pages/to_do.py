"""When will you do it (S6): a day for what is still open, on the same page as the answer."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from candour.domain.flow import LONGEST_OPEN_DAYS, default_until
from candour.gui.widgets.date_field import DateField

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.policy import Answer


class ToDoField(DateField):
    """A day from today on, filled in with the usual time of the answer; the person can choose another."""

    def __init__(self, answer: Answer, today: date) -> None:
        super().__init__("", default_until(answer, today))
        self.label.setText(self.tr("When will you do it?"))
        self.field.setAccessibleName(self.label.text())
        self.hint.setText(self.tr("You can finish and sign now. When it is done, come back and say so."))
        self.hint.show()
        self.set_range(today, today + timedelta(days=LONGEST_OPEN_DAYS))
