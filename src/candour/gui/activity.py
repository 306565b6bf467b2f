"""The activity: read on the worker as it is sought, a page after the other, and saved while one may stop."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from candour.domain.activity import Sought
from candour.gui.pages.activity import ActivityPage
from candour.gui.places import ACTIVITY
from candour.gui.saving import Saving

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from candour.domain.activity import ActivityPage as Lines
    from candour.domain.activity import Group
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.tasks import Tasks


class ActivityPages(QObject):
    """Shows the page and what is sought on it; while one reading is under way, only the newest wish waits."""

    def __init__(self, hr: HrPages, doors: Doors, tasks: Tasks) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._saving = Saving(self, doors, tasks)
        self._reading = False
        hr.lead(ACTIVITY, self.begin)

    def begin(self) -> None:
        """Show everything, newest first."""
        self.show_of("")

    def show_of(self, person: str) -> None:
        """Show what concerns one person (an id), "" for everybody."""

        def work() -> tuple[Lines, str, date]:
            activity = self._doors.desk().activity()
            name = activity.name_of(person) if person else ""
            return activity.page(Sought(person=person)), name, activity.today()

        self._hr.run(work, lambda found: self._show(person, *found), self._hr.say_refused)

    def _show(self, person: str, lines: Lines, name: str, today: date) -> None:
        page = ActivityPage(self._hr.frame, lines, today, person, name)
        stop = Event()
        page.sought.connect(lambda: self._read(page))
        page.more_wanted.connect(lambda: self._read_on(page))
        page.opened.connect(self._hr.show_person)
        page.save_wanted.connect(lambda ending: self._save(page, ending, stop))
        page.stopped.connect(stop.set)
        page.destroyed.connect(stop.set)
        self._reading = False
        self._hr.serve(page, lambda: self._hr.went.emit("check"))
        self._count(page)

    def _read(self, page: ActivityPage) -> None:
        """Read what is sought now; what is sought meanwhile is read after it."""
        if self._reading:
            return
        self._reading, sought = True, page.filters.sought()

        def show(lines: Lines) -> None:
            self._reading = False
            if not isValid(page):
                return
            if page.filters.sought() != sought:
                self._read(page)
                return
            page.show_lines(lines)
            self._count(page)

        self._hr.run(lambda: self._doors.desk().activity().page(sought), show, self._saying(page))

    def _saying(self, page: ActivityPage) -> Callable[[str], None]:
        def say(sentence: str) -> None:
            self._reading = False
            if isValid(page):
                page.show_refused(sentence)

        return say

    def _count(self, page: ActivityPage) -> None:
        sought = page.filters.sought()

        def show(counts: dict[Group, int]) -> None:
            if isValid(page) and page.filters.sought() == sought:
                page.show_counts(counts)

        self._hr.run(lambda: self._doors.desk().activity().counts(sought), show, self._saying(page))

    def _read_on(self, page: ActivityPage) -> None:
        sought, last = page.filters.sought(), page.last
        if self._reading or not last:
            return
        self._reading = True

        def add(lines: Lines) -> None:
            self._reading = False
            if not isValid(page):
                return
            if page.filters.sought() == sought:
                page.add_lines(lines)
            else:
                self._read(page)

        self._hr.run(lambda: self._doors.desk().activity().page(sought, last), add, self._saying(page))

    def _save(self, page: ActivityPage, ending: str, stop: Event) -> None:
        name = self.tr("Activity {day}").format(day=page.today.isoformat())
        target = self._saving.ask_where(page, f"{name}{ending}", self.tr("Save the list"))
        if target is not None:
            self.save_to(page, target, stop)

    def save_to(self, page: ActivityPage, target: Path, stop: Event) -> None:
        """Write all that is sought as a table, until it is whole or one stops."""
        sought = page.filters.sought()
        stop.clear()
        page.begin_save()

        def work() -> bool:
            self._doors.desk().activity().save(sought, target, lambda: not stop.is_set())
            return not stop.is_set()

        def show(whole: bool) -> None:  # noqa: FBT001 - from the worker
            if isValid(page):
                page.end_save(target if whole else None)

        self._hr.run(work, show, self._saying(page))
