"""People to speak to, what was brought, and bringing something: the pages and the calls behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from candour.gui.pages.bring import BringPage
from candour.gui.pages.brought import BroughtOnePage, BroughtPage
from candour.gui.pages.speak import SpeakOnePage, SpeakPage
from candour.gui.places import BRING, BROUGHT, CHECK, SPEAK

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.speaking import Picture, Step
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.services.speaking_results import BroughtLine, SpeakLine


class SpeakingPages(QObject):
    """Shows its places to whoever has them."""

    def __init__(self, pages: HrPages, doors: Doors, asides: Asides) -> None:
        super().__init__(pages)
        self._pages = pages
        self._doors = doors
        self._asides = asides
        pages.lead(SPEAK, self.show_people)
        pages.lead(BROUGHT, self.show_brought)
        pages.lead(BRING, self.show_bring)

    def _home(self) -> None:
        self._pages.went.emit(CHECK)

    def _refused(self, sentence: str) -> None:
        self._pages.say_refused(sentence)

    def show_people(self, said: str = "") -> None:
        """Show whom the person is to speak to."""
        self._pages.run(
            lambda: self._doors.desk().speaking().all(), lambda lines: self._people(lines, said), self._refused
        )

    def _people(self, lines: tuple[SpeakLine, ...], said: str) -> None:
        page = SpeakPage(self._pages.frame, lines, said)
        page.opened.connect(self._show_one)
        self._pages.serve(page, self._home)

    def _show_one(self, line: SpeakLine) -> None:
        page = SpeakOnePage(self._pages.frame, line)
        page.moved.connect(lambda step, reference: self._move(page, line, step, reference))
        self._pages.serve(page, self.show_people)

    def _move(self, page: SpeakOnePage, line: SpeakLine, step: Step, reference: str) -> None:
        self._pages.run(
            lambda: self._doors.desk().speaking().move(line, step, reference),
            lambda _: self.show_people(self.tr("Noted.")),
            page.show_refused,
        )

    def show_brought(self, said: str = "") -> None:
        """Show what was brought to the person."""
        self._pages.run(
            lambda: self._doors.desk().brought().all(), lambda lines: self._brought(lines, said), self._refused
        )

    def _brought(self, lines: tuple[BroughtLine, ...], said: str) -> None:
        page = BroughtPage(self._pages.frame, lines, said)
        page.opened.connect(self._open_brought)
        self._pages.serve(page, self._home)

    def _open_brought(self, about: str) -> None:
        self._pages.run(lambda: self._doors.desk().brought().one(about), self._show_brought, self._refused)

    def _show_brought(self, line: BroughtLine) -> None:
        page = BroughtOnePage(self._pages.frame, line)
        page.moved.connect(
            lambda step: self._pages.run(
                lambda: self._doors.desk().brought().move(line.about, step),
                lambda _: self.show_brought(self.tr("Noted.")),
                page.show_refused,
            )
        )
        self._pages.serve(page, self.show_brought)

    def show_bring(self, said: str = "") -> None:
        """Show where something is brought, and what was brought before."""
        self._pages.run(
            lambda: self._doors.desk().bringing().mine(), lambda lines: self._bring(lines, said), self._refused
        )

    def _bring(self, before: tuple[BroughtLine, ...], said: str) -> None:
        page = BringPage(self._pages.frame, before, said)
        page.child_involved.connect(self._asides.show_stop_card)
        page.pictures.file_chosen.connect(
            lambda path: self._look_at(page, lambda: self._doors.desk().bringing().picture_in(path))
        )
        page.pictures.pasted.connect(
            lambda content: self._look_at(page, lambda: self._doors.desk().bringing().picture(content))
        )
        page.brought.connect(lambda *said: self._send(page, *said))
        self._pages.serve(page, self._home)

    def _look_at(self, page: BringPage, look: Callable[[], Picture]) -> None:
        def add(picture: Picture) -> None:
            if isValid(page):
                page.pictures.add(picture)

        def refuse(sentence: str) -> None:
            if isValid(page):
                page.show_picture_refused(sentence)

        self._pages.run(look, add, refuse)

    def _send(
        self,
        page: BringPage,
        note: str,
        pictures: tuple[Picture, ...],
        about_headteacher: bool,  # noqa: FBT001 - a signal's value
    ) -> None:
        done = self.tr("Sent. You see here how far it is.")
        self._pages.run(
            lambda: self._doors.desk().bringing().bring(note, pictures, about_headteacher=about_headteacher),
            lambda _: self.show_bring(done),
            page.show_refused,
        )
