"""The way in: the first page of all, signing in, and what must be said before anything else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from candour.errors import NotMatching
from candour.gui.pages.sign_in import SignInPage
from candour.gui.pages.welcome import WelcomePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.errors import Refused, Trouble
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.choose_passphrase import ChoosePassphrasePage
    from candour.gui.pages.lost import LostPage
    from candour.gui.settings import WindowSettings
    from candour.gui.tasks import Tasks
    from candour.services.keepers import Slip
    from candour.services.results import Named, SignedIn, SignInList

FIRST_WAIT = 5
LONGEST_WAIT = 60
"""Seconds that a wrong try waits: five more for each, up to a minute (design: wrong tries slow down)."""


class Entrance(QObject):
    """Leads from the start of the app to somebody signed in."""

    entered = Signal(object)
    set_up_wanted = Signal()
    words_wanted = Signal()

    def __init__(
        self, window: MainWindow, doors: Doors, tasks: Tasks, asides: Asides, settings: WindowSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self._settings = settings
        self._wrong = 0
        self._steps: list[SignedIn] = []
        self._names: tuple[Named, ...] = ()
        self.between: Callable[[], None] | None = None
        """What shows between two people in place of signing in: in a sitting, the list of names."""

    def begin(self) -> None:
        """Show the first page: signing in where a register lies, else what to do without one."""
        if self._doors.stands():
            self.show_sign_in()
        else:
            self.show_welcome()

    def show_welcome(self) -> None:
        """Show what can be done where no register lies."""
        self._window.mark_sample(sample=False)
        page = WelcomePage()
        page.sample_wanted.connect(lambda: self._make_sample(page))
        page.set_up_wanted.connect(self.set_up_wanted)
        page.words_wanted.connect(self.words_wanted)
        page.folder_wanted.connect(lambda: self._choose_folder(page))
        page.tried_again.connect(lambda: self._make_sample(page))
        self._asides.serve(page)
        self._window.show_page(page)

    def _make_sample(self, page: WelcomePage) -> None:
        page.clear_trouble()
        page.show_busy()
        self._tasks.run(
            self._doors.make_sample,
            lambda _: self._take_register(),
            lambda reason: page.show_trouble(str(reason)),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _choose_folder(self, page: WelcomePage) -> None:
        chosen = QFileDialog.getExistingDirectory(page, page.tr("The folder that holds the register"))
        if chosen:
            self.choose(page, Path(chosen))

    def choose(self, page: WelcomePage, folder: Path) -> None:
        """Take the register in a folder, or say on the page why not."""
        self._tasks.run(
            lambda: self._doors.choose(folder),
            lambda _: self._take_register(),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _take_register(self) -> None:
        self._settings.keep_folder(self._doors.folder())
        self.show_sign_in()

    def show_sign_in(self) -> None:
        """Show what waits for the next person: signing in, or in a sitting its list of names."""
        if self.between is not None:
            self.between()
        else:
            self.show_everybody(SignInPage())

    def let_in_by(self, page: SignInPage) -> None:
        """Show a page on which somebody signs in."""
        page.signed_in.connect(lambda lookup, secret, _: self._sign_in(page, lookup, secret))
        page.lost_wanted.connect(lambda: self._show_lost())
        self._asides.serve(page)
        self._window.show_page(page)

    def show_everybody(self, page: SignInPage) -> None:
        """Show a sign-in page for everybody, usable at once; the names follow from the worker."""
        page.tried_again.connect(lambda: self._read_names(page))
        self.let_in_by(page)
        # After the window shows, not before: what the worker imports must not hold its first picture up.
        QTimer.singleShot(0, page, lambda: self._read_names(page))

    def _read_names(self, page: SignInPage) -> None:
        page.clear_trouble()
        self._tasks.run(
            self._doors.sign_in_list,
            lambda found: self._show_names(page, found),
            lambda reason: self._show_no_names(page, reason),
            lambda reason: self._show_no_names(page, reason),
        )

    def _show_no_names(self, page: SignInPage, reason: Refused | Trouble) -> None:
        if isValid(page):
            page.show_trouble(str(reason))

    def _show_names(self, page: SignInPage, found: SignInList) -> None:
        self._asides.know_list(found)
        self._window.name_school(found.school)
        self._window.mark_sample(sample=found.sample is not None)
        if isValid(page):  # else they went on before the names came
            page.show_list(found)
        self._names = found.names
        # The rest is imported while the person types, so that signing in waits for nothing.
        self._tasks.run(self._doors.desk, lambda _: None, lambda _: None, lambda _: None)

    def _show_lost(self) -> None:
        from candour.gui.pages.lost import LostPage  # noqa: PLC0415 - not for the first window

        page = LostPage(self._asides.hr, self._names)
        page.went_back.connect(self._window.leave_aside)
        page.left.connect(self._window.leave_aside)
        page.sheet_wanted.connect(self.words_wanted)
        page.given.connect(lambda keeper, secret, whose: self._give_code(page, keeper, secret, whose))
        self._asides.serve(page)
        self._window.show_aside(page)

    def _give_code(self, page: LostPage, keeper: str, secret: str, whose: str) -> None:
        self._tasks.run(
            lambda: self._doors.desk().codes().give(keeper, secret, whose),
            self._show_code,
            lambda reason: page.show_refused(*self._why_no_code(reason)),
            lambda reason: page.show_refused(str(reason)),
        )

    def _why_no_code(self, reason: Refused) -> tuple[str, int]:
        if not isinstance(reason, NotMatching):
            return str(reason), 0
        self._wrong += 1
        return self.tr("That passphrase does not match."), min(FIRST_WAIT * self._wrong, LONGEST_WAIT)

    def _show_code(self, slip: Slip) -> None:
        self._wrong = 0
        from candour.gui.pages.new_codes import NewCodesPage  # noqa: PLC0415 - not for the first window

        page = NewCodesPage((slip,))
        for way_on in (page.finished, page.went_back, page.left):
            way_on.connect(self.show_sign_in)
        self._asides.serve(page)
        self._window.show_page(page)

    def _sign_in(self, page: SignInPage, lookup: str, secret: str) -> None:
        self._tasks.run(
            lambda: self._doors.desk().sign_in.sign_in(lookup, secret),
            lambda signed_in: self._signed_in(page, signed_in),
            lambda reason: self._refused(page, reason),
            lambda reason: self._trouble(page, reason),
        )

    def _refused(self, page: SignInPage, reason: Refused) -> None:
        if isinstance(reason, NotMatching):
            self._wrong += 1
            page.show_not_matching(min(FIRST_WAIT * self._wrong, LONGEST_WAIT))
        else:
            page.show_refused(str(reason))

    def _trouble(self, page: SignInPage, reason: Trouble) -> None:
        page.show_ready()
        page.show_trouble(str(reason))

    def admit(self, signed_in: SignedIn) -> None:
        """Let in whoever opened a register with the recovery words, with what must be said first."""
        self._settings.keep_folder(self._doors.folder())
        self._show_sheet(signed_in)

    def admit_founder(self, signed_in: SignedIn) -> None:
        """Let in whoever has just set a school up: their keys are the first, and a moment old."""
        self._settings.keep_folder(self._doors.folder())
        self.entered.emit(signed_in)

    def _signed_in(self, page: SignInPage, signed_in: SignedIn) -> None:
        self._wrong = 0
        page.forget()
        self._show_sheet(signed_in)

    def _show_sheet(self, signed_in: SignedIn) -> None:
        if not signed_in.office_sheet:
            self._show_keys(signed_in)
            return
        from candour.gui.pages.office_sheet import OfficeSheetPage  # noqa: PLC0415 - not for the first window

        page = OfficeSheetPage(signed_in.offices, signed_in.office_sheet)
        page.continued.connect(lambda: self._show_keys(signed_in))
        self._asides.serve(page)
        self._window.show_page(page)

    def _show_keys(self, signed_in: SignedIn) -> None:
        if not signed_in.show_keys:
            self._show_passphrase(signed_in)
            return
        from candour.gui.pages.your_keys import YourKeysPage  # noqa: PLC0415 - not for the first window

        page = YourKeysPage(signed_in.keys, self._asides.hr)
        page.continued.connect(lambda: self._show_passphrase(signed_in))
        self._asides.serve(page)
        self._window.show_page(page)

    def _show_passphrase(self, signed_in: SignedIn) -> None:
        if not signed_in.must_choose_passphrase:
            self.entered.emit(signed_in)
            return
        self._tasks.run(
            lambda: self._doors.desk().passphrase().propose(),
            lambda proposed: self._offer_passphrase(signed_in, proposed),
            lambda _: self.show_sign_in(),
        )

    def _offer_passphrase(self, signed_in: SignedIn, proposed: str) -> None:
        from candour.gui.pages.choose_passphrase import ChoosePassphrasePage  # noqa: PLC0415 - not for the first window

        page = ChoosePassphrasePage(signed_in.name, proposed)
        page.chosen.connect(lambda text: self._choose_passphrase(page, text))
        page.continued.connect(lambda: self.entered.emit(signed_in))
        self._asides.serve(page)
        self._window.show_page(page)

    def _choose_passphrase(self, page: ChoosePassphrasePage, text: str) -> None:
        self._tasks.run(
            lambda: self._doors.desk().passphrase().choose(text),
            lambda _: page.show_kept(),
            lambda reason: page.show_refused(str(reason)),
            lambda reason: page.show_refused(str(reason)),
        )
