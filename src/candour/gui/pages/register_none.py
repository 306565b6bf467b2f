"""What stands in place of the register before the first check."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from candour.gui.pages.placed import PlacedPage
from candour.gui.places import REGISTER
from candour.gui.widgets.card import EmptyState

if TYPE_CHECKING:
    from candour.gui.places import Frame


class NoRegisterPage(PlacedPage):
    """Says that no check is open, and what opens one."""

    page_id: ClassVar[str] = "register-none"
    place: ClassVar[str] = REGISTER

    def __init__(self, frame: Frame) -> None:
        super().__init__("", frame)
        self.introduce(self.tr("Register"))
        self.empty = EmptyState(
            self.tr("No check is open"), self.tr("This fills in once a check has opened."), art="calendar"
        )
        self.content.addWidget(self.empty)
