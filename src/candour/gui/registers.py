"""The register of a check: shown as it stands, leading to one person or to an export of some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from candour.domain.register_view import Filter
from candour.gui.pages.register import RegisterPage
from candour.gui.pages.register_none import NoRegisterPage
from candour.gui.places import REGISTER

if TYPE_CHECKING:
    from candour.domain.register_view import RegisterView, Wanted
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages


class Registers(QObject):
    """Shows the register to HR."""

    def __init__(self, hr: HrPages, doors: Doors) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        hr.lead(REGISTER, self.begin)

    def begin(self, which: Wanted = Filter.EVERYONE) -> None:
        """Show the register as it stands now, with whom a filter keeps."""
        self._hr.run(
            lambda: self._doors.desk().register_view().current(),
            lambda view: self._show(view, which),
            self._hr.say_refused,
        )

    def _show(self, view: RegisterView | None, which: Wanted) -> None:
        if view is None:
            self._hr.serve(NoRegisterPage(self._hr.frame), lambda: self._hr.went.emit("check"))
            return
        page = RegisterPage(self._hr.frame, view)
        page.opened.connect(self._hr.show_person)
        page.remind_wanted.connect(lambda people: self._hr.reminders.begin(tuple(people)))
        page.export_wanted.connect(lambda people: self._hr.exports.begin(tuple(people)))
        if which is not Filter.EVERYONE:
            page.keep(which)
        # Shown in a turn of its own: with thousands of people, making and showing at once would hold the window.
        self._hr.run(lambda: None, lambda _: self._serve(page), self._hr.say_refused)

    def _serve(self, page: RegisterPage) -> None:
        self._hr.serve(page, lambda: self._hr.went.emit("check"))
