"""What lies behind the first page: a person's year, HR's pages, the first run; imported once the window shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.gui.deciding import DecidingPages
from candour.gui.first_run import FirstRun
from candour.gui.going import GoingPages
from candour.gui.governors import ForGovernors
from candour.gui.hr import HrPages
from candour.gui.journey import Journey
from candour.gui.office_pages import OfficePages
from candour.gui.paper_declarations import PaperDeclarationPages
from candour.gui.paper_slips import PaperSlips
from candour.gui.papers import Papers
from candour.gui.rounds import RoundPages
from candour.gui.sitting import SittingRoom
from candour.gui.speaking import SpeakingPages

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.entrance import Entrance
    from candour.gui.main_window import MainWindow
    from candour.gui.tasks import Tasks


class Rooms:
    """The controllers of everything but the entrance, and the ways between them; `lock` ends a sitting."""

    def __init__(
        self,
        window: MainWindow,
        doors: Doors,
        tasks: Tasks,
        asides: Asides,
        entrance: Entrance,
        lock: Callable[[], None],
    ) -> None:
        self.journey = Journey(window, doors, tasks, asides)
        self.hr = HrPages(window, doors, tasks, asides)
        self.first_run = FirstRun(window, doors, tasks, asides)
        self.first_run.went_back.connect(entrance.begin)
        self.first_run.founded.connect(entrance.admit_founder)
        self.first_run.recovered.connect(entrance.admit)
        self.first_run.finished.connect(self.journey.begin)
        self.first_run.left.connect(lock)
        self.journey.finished.connect(lock)
        self.offices = OfficePages(window, doors, asides, self.hr)
        self.speaking = SpeakingPages(self.hr, doors, asides)
        papers = Papers(self.hr, doors, asides)
        self.journey.year.requests.paper_wanted.connect(papers.show_for_chair)
        self.deciding = DecidingPages(self.hr, doors, tasks, papers)
        self.deciding.locked.connect(lock)
        self.going = GoingPages(self.hr, doors)
        self.slips = PaperSlips(self.hr, doors, papers)
        self.paper = PaperDeclarationPages(self.hr, doors, papers)
        self.governors = ForGovernors(self.hr, doors, tasks, papers)
        signing = self.journey.signing
        self.sitting = SittingRoom(self.hr, window, doors, tasks, asides, entrance, signing, lock)
        self.first_run.recovered.connect(self.sitting.end)  # it may be another register
        self.rounds = RoundPages(self.hr, doors, tasks, papers)
        self.journey.year.elsewhere.connect(self.hr.go)
        self.hr.went.connect(self.journey.year.go)
