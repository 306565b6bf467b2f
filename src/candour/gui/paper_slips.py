"""Decisions on paper: entering the chair's slips, and comparing them as the second person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from candour.errors import Refused, Trouble
from candour.gui.pages.slip_compare import SlipComparePage
from candour.gui.pages.slip_enter import SlipEnterPage
from candour.gui.pages.slips import SlipsPage
from candour.gui.places import CHECK, SLIPS
from candour.gui.scans import Scans

if TYPE_CHECKING:
    from candour.domain.answer_slips import NewSlip
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.papers import Papers
    from candour.services.deciding_results import SlipGround, SlipLine


class PaperSlips(QObject):
    """Shows the slips to HR and to who confirms them."""

    def __init__(self, hr: HrPages, doors: Doors, papers: Papers) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._papers = papers
        self.scans = Scans(hr)
        hr.lead(SLIPS, self.show)

    def show(self, said: str = "") -> None:
        """Show every slip as it stands now, and what was just done."""
        self._hr.run(
            lambda: self._doors.desk().paper_decisions().ground(),
            lambda ground: self._show(ground, said),
            self._hr.say_refused,
        )

    def _show(self, ground: SlipGround, said: str) -> None:
        page = SlipsPage(self._hr.frame, ground, said)
        page.enter_wanted.connect(lambda: self._show_enter(ground))
        page.compare_wanted.connect(
            lambda paper: self._compare(page, next(each for each in ground.lines if each.paper == paper))
        )
        done = self.tr("The slip is taken back.")
        page.drop_wanted.connect(
            lambda paper: self._hr.run(
                lambda: self._doors.desk().paper_decisions().drop(paper),
                lambda _: self.show(done),
                page.show_refused,
            )
        )
        self._hr.serve(page, lambda: self._hr.went.emit(CHECK))

    def _show_enter(self, ground: SlipGround) -> None:
        page = SlipEnterPage(self._hr.frame, ground)
        page.scan.wanted.connect(lambda: self.scans.choose(page, page))
        page.entered.connect(lambda slip: self._enter(page, slip))
        self._hr.serve(page, self.show)

    def _enter(self, page: SlipEnterPage, slip: NewSlip) -> None:
        done = self.tr("The slip is entered. A second person confirms it now.")
        self._hr.run(
            lambda: self._doors.desk().paper_decisions().enter(slip),
            lambda _: self.show(done),
            page.show_refused,
        )

    def _compare(self, page: SlipsPage, line: SlipLine) -> None:
        self._hr.run(
            lambda: self._doors.desk().paper_decisions().scan(line.paper),
            lambda scan: self._show_compare(page, line, scan),
            page.show_refused,
        )

    def _show_compare(self, before: SlipsPage, line: SlipLine, scan: bytes) -> None:
        try:
            page = SlipComparePage(self._hr.frame, line, scan)
        except (Refused, Trouble) as reason:
            before.show_refused(str(reason))
            return
        done = self.tr("{reference} is decided, as the chair wrote it.").format(reference=line.reference)
        page.confirmed.connect(
            lambda: self._hr.run(
                lambda: self._doors.desk().paper_decisions().confirm(line.paper),
                lambda _: self.show(done),
                page.show_refused,
            )
        )
        page.scan_wanted.connect(
            lambda: self._papers.show(page, self.tr("The scan of the slip"), line.reference, scan)
        )
        self._hr.serve(page, self.show)
