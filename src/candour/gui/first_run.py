"""The first run: from "Set up our school" to a round that is open, page by page, each saved before the next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from candour.domain.setting_up import STEPS
from candour.errors import Trouble
from candour.gui.pages.office_sheet import OfficeSheetPage
from candour.gui.pages.recover import RecoverPage
from candour.gui.pages.set_up_backup import SetUpBackupPage
from candour.gui.pages.set_up_offices import SetUpOfficesPage
from candour.gui.pages.set_up_people import SetUpPeoplePage
from candour.gui.pages.set_up_policy import SetUpPolicyPage
from candour.gui.pages.set_up_ready import SetUpReadyPage
from candour.gui.pages.set_up_recovery import SetUpRecoveryPage
from candour.gui.pages.set_up_school import SetUpSchoolPage, SetUpStandsPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtPrintSupport import QPrinter

    from candour.domain.setting_up import RecoveryAsked, SchoolAsked, SomebodyAsked
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.page import Page
    from candour.gui.pages.set_up_page import SetUpPage
    from candour.gui.tasks import Tasks
    from candour.services.first_run import FirstRun as Service
    from candour.services.results import SignedIn
    from candour.services.set_up_results import Sheet, SlipsMade, Standing


class FirstRun(QObject):
    """Leads whoever sets a school up; what is done stands in the register, so that it can be left at any page.

    `founded` and `recovered` carry who is then signed in, `finished` follows the last page, `left` a page left for
    later, `went_back` a page left before anybody signed in.
    """

    founded = Signal(object)
    recovered = Signal(object)
    finished = Signal(object)
    left = Signal()
    went_back = Signal()

    def __init__(self, window: MainWindow, doors: Doors, tasks: Tasks, asides: Asides) -> None:
        super().__init__(window)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self._who: SignedIn | None = None
        self._begun: SetUpSchoolPage | None = None

    def begin(self) -> None:
        """Show the first page; what was typed there before and left is still there."""
        if self._begun is not None:
            self._window.show_page(self._begun, keep=True)
            return
        page = self._begun = SetUpSchoolPage()
        page.asked.connect(lambda asked: self._found(page, asked))
        page.words_wanted.connect(lambda: self._propose(page))
        for signal in (page.left, page.went_back):
            signal.connect(self.went_back)
        self._asides.serve(page)
        self._window.show_page(page, keep=True)
        self._tasks.run(
            lambda: str(self._doors.founding().proposed()),
            page.show_place,
            lambda reason: page.show_failed(str(reason)),
        )

    def _propose(self, page: SetUpSchoolPage) -> None:
        self._tasks.run(lambda: self._doors.founding().propose_passphrase(), page.show_words, lambda _: None)

    def _found(self, page: SetUpSchoolPage, asked: SchoolAsked) -> None:
        page.show_busy()

        def work() -> SignedIn:
            self._doors.founding().found(asked)
            return self._doors.desk().sign_in.sign_in(asked.me.number, asked.passphrase)

        self._tasks.run(work, self._stands, lambda r: page.show_refused(str(r)), lambda r: page.show_failed(str(r)))

    def _stands(self, signed_in: SignedIn) -> None:
        self.founded.emit(signed_in)
        self._forget_first()

    def _forget_first(self) -> None:
        if self._begun is not None:
            self._begun = None
            self._window.forget_kept()

    def recover(self) -> None:
        """Ask for the recovery words, of the register in use where there is one."""
        page = RecoverPage(str(self._doors.folder()) if self._doors.stands() else "")
        page.asked.connect(lambda asked: self._recover(page, asked))
        for signal in (page.left, page.went_back):
            signal.connect(self.went_back)
        self._asides.serve(page)
        self._window.show_page(page)

    def _recover(self, page: RecoverPage, asked: RecoveryAsked) -> None:
        def work() -> SignedIn:
            self._doors.founding().recover(asked)
            return self._doors.desk().sign_in.sign_in(asked.number, asked.passphrase)

        self._tasks.run(
            work, self.recovered.emit, lambda r: page.show_refused(str(r)), lambda r: page.show_failed(str(r))
        )

    def resume(self, signed_in: SignedIn) -> None:
        """Go on where the register says that the first run stands."""
        self._who = signed_in
        self._show_step("")

    def end(self) -> None:
        """Forget who was here."""
        self._who = None

    def _service(self) -> Service:
        return self._doors.desk().first_run()

    def _show_step(self, step: str) -> None:
        """Show a page, or with "" the one that comes next by the register."""
        self._tasks.run(
            lambda: self._service().standing(),
            lambda standing: self._show(standing, step),
            lambda _: self.left.emit(),
        )

    def _show(self, standing: Standing, step: str) -> None:
        pages: dict[str, Callable[[Standing], None]] = {
            "school": self._show_school,
            "offices": self._show_offices,
            "policy": self._show_policy,
            "people": self._show_people,
            "backup": self._show_backup,
            "recovery": self._show_recovery,
            "ready": self._show_ready,
        }
        wanted = step or standing.step
        # The sheet cannot be shown again once it was checked, and nothing is skipped.
        gone = wanted == "recovery" and standing.step == "ready"
        pages["ready" if gone else wanted](standing)

    def _serve(self, page: SetUpPage) -> None:
        page.jumped.connect(self._show_step)
        page.left.connect(self.left)
        place = STEPS.index(page.step)
        page.went_back.connect(lambda: self._show_step(STEPS[max(0, place - 1)]))
        self._asides.serve(page)
        self._window.show_page(page)

    def _save(self, page: SetUpPage, work: Callable[[], object], done: Callable[[], None] | None = None) -> None:
        """Do one step's work, then show the page after it."""
        page.show_busy()
        following = STEPS[(STEPS.index(page.step) + 1) % len(STEPS)]
        self._tasks.run(
            work,
            lambda _: done() if done else self._show_step(following),
            lambda reason: page.show_refused(str(reason)),
            lambda reason: page.show_failed(str(reason)),
        )

    def _show_school(self, standing: Standing) -> None:
        page = SetUpStandsPage(standing.school, standing.me, standing.folder, standing.step)
        page.continued.connect(lambda: self._show_step("offices"))
        self._serve(page)

    def _show_offices(self, standing: Standing) -> None:
        page = SetUpOfficesPage(standing.me, standing.step)
        page.show_filled(standing.offices)
        page.asked.connect(
            lambda asked: self._save(page, lambda: self._service().fill_offices(asked), self._take_offices)
        )
        page.tried_again.connect(page.go_on)
        self._serve(page)

    def _take_offices(self) -> None:
        self._tasks.run(
            lambda: self._doors.desk().sign_in.take_offices(), self._show_office_sheet, lambda _: self.left.emit()
        )

    def _show_office_sheet(self, words: tuple[str, ...]) -> None:
        if not words:
            self._show_step("policy")
            return
        page = OfficeSheetPage((self.tr("headteacher"), self.tr("designated lead")), words)
        page.continued.connect(lambda: self._show_step("policy"))
        self._asides.serve(page)
        self._window.show_page(page)

    def _show_policy(self, standing: Standing) -> None:
        page = SetUpPolicyPage(standing.pack, standing.today, standing.step)
        page.asked.connect(lambda asked: self._save(page, lambda: self._service().adopt(asked)))
        page.tried_again.connect(page.go_on)
        self._serve(page)

    def _show_people(self, standing: Standing) -> None:
        page = SetUpPeoplePage(standing.staff, standing.step)
        page.added.connect(lambda asked: self._add(page, lambda: self._service().add_person(asked), pasted=False))
        page.pasted.connect(lambda text: self._add(page, lambda: self._service().paste_people(text), pasted=True))
        page.continued.connect(lambda: self._show_step("backup"))
        self._serve(page)

    def _add(self, page: SetUpPeoplePage, work: Callable[[], object], *, pasted: bool) -> None:
        def added() -> tuple[SomebodyAsked, ...]:
            work()
            return self._service().standing().staff

        page.show_busy()
        self._tasks.run(
            added,
            lambda staff: page.show_added(staff, pasted=pasted),
            lambda reason: page.show_refused(str(reason)),
            lambda reason: page.show_failed(str(reason)),
        )

    def _show_backup(self, standing: Standing) -> None:
        page = SetUpBackupPage(standing.folder, standing.backup, standing.step)
        page.asked.connect(lambda folder: self._save(page, lambda: self._service().back_up_to(Path(folder))))
        page.tried_again.connect(page.go_on)
        self._serve(page)

    def _show_recovery(self, standing: Standing) -> None:
        self._tasks.run(
            lambda: self._service().sheet(),
            lambda sheet: self._show_sheet(sheet, standing.step),
            lambda _: self._show_step(""),
        )

    def _show_sheet(self, sheet: Sheet, reached: str) -> None:
        page = SetUpRecoveryPage(sheet, reached)
        page.print_wanted.connect(lambda printer: self._print(page, sheet.pdf, printer))
        page.save_wanted.connect(lambda path: self._keep_pdf(page, path, sheet.pdf))
        page.asked.connect(lambda typed: self._save(page, lambda: self._service().check_sheet(typed)))
        page.tried_again.connect(page.clear_trouble)
        self._serve(page)

    def _print(self, page: Page, pdf: bytes, printer: QPrinter) -> None:
        from candour.gui.printing import print_pdf  # noqa: PLC0415 - QtPdf waits until it is needed

        try:
            print_pdf(pdf, printer)
        except Trouble as reason:
            page.show_trouble(str(reason))

    def _keep_pdf(self, page: SetUpPage, path: str, pdf: bytes) -> None:
        self._tasks.run(
            lambda: self._doors.founding().keep_file(Path(path), pdf),
            lambda _: page.clear_trouble(),
            lambda reason: page.show_refused(str(reason)),
            lambda reason: page.show_failed(str(reason)),
        )

    def _show_ready(self, standing: Standing) -> None:
        page = SetUpReadyPage(standing)
        page.slips_wanted.connect(lambda path: self._make_slips(page, path))
        page.asked.connect(lambda opens, due: self._open_round(page, opens, due))
        page.finished.connect(self._finish)
        self._serve(page)

    def _make_slips(self, page: SetUpReadyPage, path: str) -> None:
        def work() -> SlipsMade:
            made = self._doors.desk().slips().for_everyone()
            self._doors.founding().keep_file(Path(path), made.pdf)
            return made

        page.show_making()
        self._tasks.run(
            work, page.show_slips, lambda r: page.show_refused(str(r)), lambda r: page.show_failed(str(r))
        )

    def _open_round(self, page: SetUpReadyPage, opens: date, due: date) -> None:
        self._save(page, lambda: self._service().open_round(opens, due), self._finish)

    def _finish(self) -> None:
        if self._who is not None:
            self.finished.emit(self._who)
