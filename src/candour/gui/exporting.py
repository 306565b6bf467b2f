"""Exports: what is chosen is written on the worker, told file by file, and may be stopped."""

from __future__ import annotations

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from candour.gui.pages.export import ExportPage
from candour.gui.places import EXPORT
from candour.gui.saving import Saving

if TYPE_CHECKING:
    from candour.domain.exports import Step
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.pages.export import ExportAsked
    from candour.gui.tasks import Tasks
    from candour.services.export_plan import ExportPlan
    from candour.services.exporting import Exported


class Exports(QObject):
    """Shows the page, and connects it to the export; leaving the page stops one under way."""

    _told = Signal(object, object)

    def __init__(self, hr: HrPages, doors: Doors, tasks: Tasks) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._saving = Saving(self, doors, tasks)
        self._stop = Event()
        self._people: tuple[str, ...] | None = None
        hr.lead(EXPORT, self.begin)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def begin(self, people: tuple[str, ...] = ()) -> None:
        """Show the newest check, ready to be exported: of some people (ids), or of everybody."""
        self._people = people or None

        def work() -> tuple[tuple[str, ...], ExportPlan | None, bool]:
            exporting = self._doors.desk().exporting()
            rounds = exporting.rounds()
            plan = exporting.plan(rounds[0], self._people) if rounds else None
            return rounds, plan, exporting.needs_secret()

        self._hr.run(work, lambda found: self._show(*found), self._hr.say_refused)

    def _show(self, rounds: tuple[str, ...], plan: ExportPlan | None, ask_secret: bool) -> None:  # noqa: FBT001 - from the worker
        page = ExportPage(self._hr.frame, rounds, plan, ask_secret=ask_secret)
        page.round_chosen.connect(lambda name: self._plan(page, name))
        page.asked.connect(lambda asked: self._look_first(page, asked))
        page.everybody_wanted.connect(self.begin)
        page.root_wanted.connect(lambda: self._save_root(page))
        page.shown.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(page.folder.folder())))
        stop = self._stop = Event()
        page.stopped.connect(stop.set)
        page.destroyed.connect(stop.set)
        self._hr.serve(page, lambda: self._hr.went.emit("check"))

    def _plan(self, page: ExportPage, round_name: str) -> None:
        people = self._people
        self._hr.run(
            lambda: self._doors.desk().exporting().plan(round_name, people), page.show_plan, page.show_refused
        )

    def _look_first(self, page: ExportPage, asked: ExportAsked) -> None:
        """Ask about files with other content, once for all, before anything is written."""
        plan = page.plan
        if plan is None:
            return
        if page.clashes:
            self._export(page, plan, asked)
            return
        self._hr.run(
            lambda: len(self._doors.desk().exporting().clashes(plan, Path(asked.folder))),
            lambda count: page.ask_about(count) if count else self._export(page, plan, asked),
            page.show_refused,
        )

    def _export(self, page: ExportPage, plan: ExportPlan, asked: ExportAsked) -> None:
        page.begin_export()
        stop, people = self._stop, self._people
        stop.clear()

        def work() -> tuple[Exported, ExportPlan]:
            exporting = self._doors.desk().exporting()
            done = exporting.export(
                plan,
                Path(asked.folder),
                asked.existing,
                lambda step: self._told.emit(page, step),
                lambda: not stop.is_set(),
                asked.secret,
                merged=asked.merged,
            )
            return done, exporting.plan(plan.round, people)

        def show(found: tuple[Exported, ExportPlan]) -> None:
            page.show_plan(found[1])
            page.finish(found[0])

        self._hr.run(work, show, page.show_refused)

    def _tell(self, page: ExportPage, step: Step) -> None:
        if isValid(page):
            page.tell(step)

    def _save_root(self, page: ExportPage) -> None:
        self._saving.ask(page, "school-root.cer", lambda: self._doors.desk().exporting().root())
