"""Rounds and policy: HR's checks, from opening one to a new version of the policy; each change one service call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from candour.errors import Trouble
from candour.gui.language import day_words
from candour.gui.pages.pack_compare import PackComparePage
from candour.gui.pages.round_change import RoundChangePage
from candour.gui.pages.round_start import RoundStartPage
from candour.gui.pages.rounds import RoundsPage
from candour.gui.places import CHECK, ROUNDS
from candour.gui.saving import Saving

if TYPE_CHECKING:
    from datetime import date

    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.papers import Papers
    from candour.gui.tasks import Tasks
    from candour.services.round_results import ChangeGround, PackLook, RoundsView, StartGround
    from candour.services.set_up_results import SlipsMade

LARGEST = 20_000_001
"""No more of a chosen file is read than shows that it is too large."""


class RoundPages(QObject):
    """Shows the place of rounds and policy, and what it leads to."""

    def __init__(self, hr: HrPages, doors: Doors, tasks: Tasks, papers: Papers) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._papers = papers
        self._saving = Saving(self, doors, tasks)
        hr.lead(ROUNDS, self.show)

    def show(self, said: str = "") -> None:
        """Show rounds and policy as they stand now, and what was just done."""
        self._hr.run(
            lambda: self._doors.desk().rounds_reading().view(),
            lambda view: self._show(view, said),
            self._hr.say_refused,
        )

    def _show(self, view: RoundsView, said: str) -> None:
        page = RoundsPage(self._hr.frame, view, said)
        page.start_wanted.connect(lambda: self._start(page))
        page.change_wanted.connect(lambda name: self._change(page, name))
        page.slips_wanted.connect(lambda: self._make_slips(page))
        page.pack_wanted.connect(lambda: self._choose_pack(page))
        page.document_wanted.connect(lambda: self._choose_document(page))
        page.copy_wanted.connect(lambda: self._save_pack(page))
        self._hr.serve(page, lambda: self._hr.went.emit(CHECK))

    def _start(self, page: RoundsPage) -> None:
        self._hr.run(lambda: self._doors.desk().rounds_reading().start(), self._show_start, page.show_refused)

    def _show_start(self, ground: StartGround) -> None:
        page = RoundStartPage(self._hr.frame, ground)
        page.asked.connect(lambda *asked: self._open(page, *asked))
        self._hr.serve(page, self.show)

    def _open(self, page: RoundStartPage, year: int, opens: date, due: date, left_out: tuple[str, ...]) -> None:
        done = self.tr("The check of {round} opens on {day}.")
        self._hr.run(
            lambda: self._doors.desk().rounds().open_round(year, opens, due, left_out),
            lambda row: self.show(done.format(round=row.round, day=day_words(row.opens))),
            page.show_refused,
        )

    def _change(self, page: RoundsPage, name: str) -> None:
        self._hr.run(lambda: self._doors.desk().rounds_reading().change(name), self._show_change, page.show_refused)

    def _show_change(self, ground: ChangeGround) -> None:
        page, name = RoundChangePage(self._hr.frame, ground), ground.round.round
        page.moved.connect(lambda day: self._move(page, name, day))
        page.added.connect(lambda person, day: self._bring_in(page, ground, person, day))
        self._hr.serve(page, self.show)

    def _move(self, page: RoundChangePage, name: str, day: date) -> None:
        done = self.tr("The check of {round} is to be signed by {day}.")
        self._hr.run(
            lambda: self._doors.desk().rounds().move_due(name, day),
            lambda _: self.show(done.format(round=name, day=day_words(day))),
            page.show_refused,
        )

    def _bring_in(self, page: RoundChangePage, ground: ChangeGround, person: str, day: date) -> None:
        who = next(each.name for each in ground.outside if each.person == person)
        done = self.tr("{name} is in the check of {round}, to sign by {day}.")
        said = done.format(name=who, round=ground.round.round, day=day_words(day))
        self._hr.run(
            lambda: self._doors.desk().rounds().bring_in(ground.round.round, (person,), day),
            lambda _: self.show(said),
            page.show_refused,
        )

    def _make_slips(self, page: RoundsPage) -> None:
        def show(made: SlipsMade) -> None:
            page.show_made(made.count)
            self._papers.show(page, self.tr("Invitation slips"), self.tr("Invitation slips.pdf"), made.pdf)

        self._hr.run(lambda: self._doors.desk().slips().for_round(), show, page.show_refused)

    def _choose_pack(self, page: RoundsPage) -> None:
        kinds = self.tr("Policy pack (*.toml)")
        chosen, _ = QFileDialog.getOpenFileName(page, self.tr("The new version"), str(Path.home()), kinds)
        if chosen:
            self.look(page, Path(chosen))

    def look(self, page: RoundsPage, file: Path) -> None:
        """Read a pack and show what it changes; each fault is said on the page with its line."""
        self._hr.run(lambda: self._doors.desk().packs().look(_content(file)), self._show_look, page.show_refused)

    def _show_look(self, look: PackLook) -> None:
        page = PackComparePage(self._hr.frame, look)
        page.agreed.connect(lambda material, running: self._take(page, look, material, running=running))
        self._hr.serve(page, self.show)

    def _take(self, page: PackComparePage, look: PackLook, material: tuple[str, ...], *, running: bool) -> None:
        now, later = self.tr("The new version is in force."), self.tr("The next check asks by the new version.")
        self._hr.run(
            lambda: self._doors.desk().packs().take(look, material, for_running=running),
            lambda _: self.show(now if running else later),
            page.show_refused,
        )

    def _choose_document(self, page: RoundsPage) -> None:
        title = self.tr("The school’s own policy document")
        chosen, _ = QFileDialog.getOpenFileName(page, title, str(Path.home()), self.tr("PDF (*.pdf)"))
        if chosen:
            self.attach(page, Path(chosen))

    def attach(self, page: RoundsPage, file: Path) -> None:
        """Attach a PDF as the school's own document; what is wrong with it is said on the page."""
        done = self.tr("“{name}” is attached. What was signed before keeps the one that it names.")
        self._hr.run(
            lambda: self._doors.desk().attach_policy_document(file.name, _content(file)),
            lambda _: self.show(done.format(name=file.name)),
            page.show_refused,
        )

    def _save_pack(self, page: RoundsPage) -> None:
        name = self.tr("Policy pack.toml")
        self._saving.ask(page, name, lambda: self._doors.desk().packs().in_force().encode())


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST)
    except OSError as reason:
        raise Trouble(f"{file.name} cannot be read: choose it again, or save it in another folder.") from reason
