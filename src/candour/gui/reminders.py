"""Reminders: shown to HR, saved or copied, and noted once that was really done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from candour.domain.reminding import Way
from candour.gui.pages.remind import RemindPage
from candour.gui.pages.remind_words import file_name
from candour.gui.places import CHECK, REMINDERS
from candour.gui.saving import Saving

if TYPE_CHECKING:
    from pathlib import Path

    from candour.domain.reminder_paper import ReminderAsked
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.tasks import Tasks
    from candour.services.reminding_results import RemindGround


class Reminders(QObject):
    """Shows who is to be reminded; nothing is noted before its file is saved or its text copied."""

    def __init__(self, hr: HrPages, doors: Doors, tasks: Tasks) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._saving = Saving(self, doors, tasks)
        hr.lead(REMINDERS, self.begin)

    def begin(self, people: tuple[str, ...] = ()) -> None:
        """Show who is to be reminded today: these people (ids) ticked, or everybody."""
        self._hr.run(
            lambda: self._doors.desk().reminding().ground(),
            lambda ground: self._show(ground, people),
            self._hr.say_refused,
        )

    def _show(self, ground: RemindGround | None, people: tuple[str, ...]) -> None:
        page = RemindPage(self._hr.frame, ground, people)
        page.asked.connect(lambda asked: self._make(page, asked))
        page.opened.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(page.where)))
        self._hr.serve(page, lambda: self._hr.went.emit(CHECK))

    def _make(self, page: RemindPage, asked: ReminderAsked) -> None:
        """Make what was asked for, before anybody is asked where to save it."""
        if asked.way is Way.COPIED:
            self._hr.run(
                lambda: self._doors.desk().reminding().copied(asked),
                lambda words: self._copy(page, asked, words),
                page.show_refused,
            )
            return
        self._hr.run(
            lambda: self._doors.desk().reminding().file(asked),
            lambda content: self._save(page, asked, content),
            page.show_refused,
        )

    def _copy(self, page: RemindPage, asked: ReminderAsked, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._note(page, asked)

    def _save(self, page: RemindPage, asked: ReminderAsked, content: bytes) -> None:
        target = self._saving.ask_where(page, file_name(asked.way, page.day()), self.tr("Save what reminds them"))
        if target is not None:
            self.keep(page, asked, content, target)

    def keep(self, page: RemindPage, asked: ReminderAsked, content: bytes, target: Path) -> None:
        """Save where somebody chose, and then note whom it reminds."""
        self._saving.save_to(page, lambda: content, target, lambda: self._note(page, asked, str(target)))

    def _note(self, page: RemindPage, asked: ReminderAsked, where: str = "") -> None:
        new = [person for person in asked.people if person not in asked.noted]

        def note() -> int:
            return self._doors.desk().reminding().note(new, asked.way) if new else 0

        self._hr.run(note, lambda count: page.finish(asked, count, where), page.show_refused)
