"""For governors and inspectors: the figures shown, saved and printed, and three declarations picked and opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from candour.gui.pages.governors import GovernorsPage
from candour.gui.pages.governors_pick import GovernorsPickPage
from candour.gui.places import GOVERNORS
from candour.gui.saving import Saving

if TYPE_CHECKING:
    from candour.domain.governors import GovernorsPaper
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.papers import Papers
    from candour.gui.tasks import Tasks
    from candour.services.governors import Picked


class ForGovernors(QObject):
    """Shows the place to HR, the Headteacher and the chair."""

    def __init__(self, hr: HrPages, doors: Doors, tasks: Tasks, papers: Papers) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._papers = papers
        self.saving = Saving(self, doors, tasks)
        hr.lead(GOVERNORS, self.show)

    def show(self) -> None:
        """Show the figures as they stand now."""

        def read() -> tuple[GovernorsPaper | None, bool]:
            governors = self._doors.desk().governors()
            return governors.summary(), governors.may_pick()

        self._hr.run(read, lambda found: self._show(*found), self._hr.say_refused)

    def _show(self, summary: GovernorsPaper | None, may_pick: bool) -> None:  # noqa: FBT001 - from the worker
        page = GovernorsPage(self._hr.frame, summary, may_pick=may_pick)
        self._hr.serve(page, lambda: self._hr.went.emit("check"))
        if summary is None:
            return
        name = self.tr("Summary for governors {round}.pdf").format(round=summary.round)
        page.saved.connect(lambda: self.saving.ask(page, name, self.paper))
        page.print_wanted.connect(lambda: self._see(page, summary))
        page.pick_wanted.connect(lambda: self._pick(page, summary.round))

    def paper(self) -> bytes:
        """Return the figures as a PDF; on the worker."""
        return self._doors.desk().governors().paper()

    def _see(self, page: GovernorsPage, summary: GovernorsPaper) -> None:
        self._hr.run(
            self.paper,
            lambda pdf: self._papers.show(page, self.tr("Summary for governors"), summary.round, pdf),
            lambda sentence: page.show_errors([(page.heading, sentence)]),
        )

    def _pick(self, page: GovernorsPage | GovernorsPickPage, round_name: str) -> None:
        page.begin_pick()
        self._hr.run(
            lambda: self._doors.desk().governors().pick_three(),
            lambda picked: self._show_picked(round_name, picked),
            page.show_pick_refused,
        )

    def _show_picked(self, round_name: str, picked: tuple[Picked, ...]) -> None:
        page = GovernorsPickPage(self._hr.frame, round_name, picked)
        page.opened.connect(lambda reference: self._open(page, picked, reference))
        page.again_wanted.connect(lambda: self._pick(page, round_name))
        self._hr.serve(page, self.show)

    def _open(self, page: GovernorsPickPage, picked: tuple[Picked, ...], reference: str) -> None:
        one = next(each for each in picked if each.reference == reference)
        self._papers.show(page, reference, one.name, one.pdf)
        page.name(reference, one.name)
