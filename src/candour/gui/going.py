"""How it is going: shown to HR and to whoever decides, leading to the register or to the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from candour.gui.pages.going import GoingPage
from candour.gui.places import CHECK, DECISIONS, GOING, REGISTER

if TYPE_CHECKING:
    from candour.domain.going import Going
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages


class GoingPages(QObject):
    """Shows the pictures of a check."""

    def __init__(self, hr: HrPages, doors: Doors) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        hr.lead(GOING, self.begin)

    def begin(self) -> None:
        """Show how it is going now."""
        self._hr.run(lambda: self._doors.desk().going().going(), self._show, self._hr.say_refused)

    def _show(self, going: Going | None) -> None:
        is_hr = any(place.key == REGISTER for place in self._hr.frame.places)
        page = GoingPage(self._hr.frame, going, is_hr=is_hr)
        page.wanted.connect(self._hr.registers.begin)
        page.register_wanted.connect(lambda: self._hr.go(REGISTER))
        page.opened.connect(self._hr.show_person)
        page.decisions_wanted.connect(lambda: self._hr.go(DECISIONS))
        self._hr.serve(page, lambda: self._hr.went.emit(CHECK))
