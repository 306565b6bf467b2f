"""Term dates and holidays: shown, added, changed, taken away, and read from a calendar file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from candour.errors import Trouble
from candour.gui.pages.holidays import HolidaysPage
from candour.gui.places import HOLIDAYS, ROUNDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from candour.domain.reminder_paper import ReadHoliday
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.services.holidays import HolidayGround

_ENOUGH = 1 << 20
"""So many bytes of a calendar file are read; the service refuses fewer."""


class TermDates(QObject):
    """Shows the days on which the school is closed to HR."""

    def __init__(self, hr: HrPages, doors: Doors) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        hr.lead(HOLIDAYS, self.show)

    def show(self, said: str = "") -> None:
        """Show the list as it stands now, and what was just done."""
        self._hr.run(
            lambda: self._doors.desk().holidays().ground(),
            lambda ground: self._show(ground, said),
            self._hr.say_refused,
        )

    def _show(self, ground: HolidayGround, said: str) -> None:
        page = HolidaysPage(self._hr.frame, ground, said)
        page.saved.connect(lambda *asked: self._save(page, *asked))
        page.dropped.connect(lambda holiday: self._drop(page, holiday))
        page.file_wanted.connect(lambda: self._choose(page))
        page.chosen.connect(lambda new: self._add_all(page, new))
        self._hr.serve(page, lambda: self._hr.go(ROUNDS))

    def _save(self, page: HolidaysPage, holiday: str, name: str, first: date, last: date) -> None:
        def save() -> None:
            holidays = self._doors.desk().holidays()
            if holiday:
                holidays.change(holiday, name, first, last)
            else:
                holidays.add(name, first, last)

        done = self.tr("Saved: {name}.").format(name=" ".join(name.split()))
        self._change(page, save, done)

    def _drop(self, page: HolidaysPage, holiday: str) -> None:
        done = self.tr("The holiday is taken away.")
        self._change(page, lambda: self._doors.desk().holidays().remove(holiday), done)

    def _add_all(self, page: HolidaysPage, new: list[tuple[str, date, date]]) -> None:
        self._hr.run(
            lambda: self._doors.desk().holidays().add_all(new),
            lambda count: self.show(self.tr("%n holidays are added.", "", count)),
            page.show_refused,
        )

    def _change(self, page: HolidaysPage, work: Callable[[], None], done: str) -> None:
        self._hr.run(work, lambda _: self.show(done), page.show_refused)

    def _choose(self, page: HolidaysPage) -> None:
        kinds = self.tr("Calendar (*.ics)")
        chosen, _ = QFileDialog.getOpenFileName(page, self.tr("The school’s calendar"), str(Path.home()), kinds)
        if chosen:
            self.read(page, Path(chosen))

    def read(self, page: HolidaysPage, path: Path) -> None:
        """Read a calendar file that was chosen, and offer what it holds; what is none is said beside the button."""

        def read() -> tuple[ReadHoliday, ...]:
            try:
                with path.open("rb") as file:
                    content = file.read(_ENOUGH)
            except OSError as reason:
                raise Trouble("That file cannot be read: choose another one.") from reason
            return self._doors.desk().holidays().read(content)

        self._hr.run(read, page.offer, page.show_file_refused)
