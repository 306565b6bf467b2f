"""Declarations on paper: printing forms, entering what comes back, and comparing as the second person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from candour.errors import Refused, Trouble
from candour.gui.pages.paper_compare import PaperComparePage
from candour.gui.pages.paper_enter import PaperEnterPage
from candour.gui.pages.paper_print import PaperPrintPage
from candour.gui.pages.papers import PapersPage
from candour.gui.places import CHECK, PAPER
from candour.gui.scans import Scans

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.paper_declaration import NewPaper
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.papers import Papers
    from candour.services.paper_results import PaperGround, PaperView


class PaperDeclarationPages(QObject):
    """Shows the papers to HR and to who confirms them."""

    def __init__(self, hr: HrPages, doors: Doors, papers: Papers) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._papers = papers
        self.scans = Scans(hr)
        hr.lead(PAPER, self.show)

    def show(self, said: str = "") -> None:
        """Show every paper as it stands now, and what was just done."""
        self._read(lambda ground: self._show(ground, said), self._hr.say_refused)

    def _read(self, done: Callable[[PaperGround | None], None], refused: Callable[[str], None]) -> None:
        self._hr.run(lambda: self._doors.desk().paper_declarations().ground(), done, refused)

    def _show(self, ground: PaperGround | None, said: str) -> None:
        page = PapersPage(self._hr.frame, ground, said)
        if ground is not None:
            page.enter_wanted.connect(lambda: self._show_enter(ground))
            page.print_wanted.connect(lambda: self._show_print(ground))
            found = {each.paper: each for each in ground.papers}
            page.compare_wanted.connect(lambda paper: self._compare(page, found[paper]))
            page.back_wanted.connect(lambda paper: self._take_back(page, paper))
        self._hr.serve(page, lambda: self._hr.went.emit(CHECK))

    def _take_back(self, page: PapersPage | PaperComparePage, paper: str) -> None:
        done = self.tr("The paper is taken back. It counts no more.")
        self._hr.run(
            lambda: self._doors.desk().paper_declarations().take_back(paper),
            lambda _: self.show(done),
            page.show_refused,
        )

    def _show_enter(self, ground: PaperGround) -> None:
        page = PaperEnterPage(self._hr.frame, ground)
        page.scan.wanted.connect(lambda: self.scans.choose(page, page))
        page.entered.connect(lambda paper: self._enter(page, paper))
        self._hr.serve(page, self.show)

    def _enter(self, page: PaperEnterPage, paper: NewPaper) -> None:
        name = page.name_of(paper.person)
        done = self.tr("Entered for {name}. A second person compares it now.").format(name=name)

        def enter() -> PaperGround | None:
            papers = self._doors.desk().paper_declarations()
            papers.enter(paper)
            return papers.ground()

        def entered(ground: PaperGround | None) -> None:
            if ground is not None:
                page.next(ground, done)

        self._hr.run(enter, entered, page.show_refused)

    def _show_print(self, ground: PaperGround) -> None:
        page = PaperPrintPage(self._hr.frame, ground)
        page.wanted.connect(lambda people, large: self._print(page, people, large=large))
        self._hr.serve(page, self.show)

    def _print(self, page: PaperPrintPage, people: tuple[str, ...], *, large: bool) -> None:
        def draw() -> bytes:
            forms = self._doors.desk().paper_forms()
            return forms.for_people(people, large=large) if people else forms.blank(large=large)

        heading, name = self.tr("Forms to print"), self.tr("Declaration on paper")
        self._hr.run(draw, lambda pdf: self._papers.show(page, heading, name, pdf), page.show_refused)

    def _compare(self, page: PapersPage, paper: PaperView) -> None:
        self._hr.run(
            lambda: self._doors.desk().paper_declarations().scan(paper.paper),
            lambda scan: self._show_compare(page, paper, scan),
            page.show_refused,
        )

    def _show_compare(self, before: PapersPage, paper: PaperView, scan: bytes) -> None:
        try:
            page = PaperComparePage(self._hr.frame, paper, scan)
        except (Refused, Trouble) as reason:
            before.show_refused(str(reason))
            return
        done = self.tr("The paper of {name} counts now.").format(name=paper.name)
        page.confirmed.connect(
            lambda: self._hr.run(
                lambda: self._doors.desk().paper_declarations().confirm(paper.paper),
                lambda _: self.show(done),
                page.show_refused,
            )
        )
        page.back_wanted.connect(lambda: self._take_back(page, paper.paper))
        page.scan_wanted.connect(
            lambda: self._papers.show(page, self.tr("The scan of the paper"), paper.reference, scan)
        )
        self._hr.serve(page, self.show)
