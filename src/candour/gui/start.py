"""Starting the app: the window first, everything else after it shows."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from candour.gui.asides import Asides
from candour.gui.entrance import Entrance
from candour.gui.idle import IdleWatch
from candour.gui.language import speak
from candour.gui.main_window import MainWindow
from candour.gui.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from candour.domain.policy import Pack
    from candour.gui.doors import Doors
    from candour.gui.journey import Journey
    from candour.gui.rooms import Rooms
    from candour.gui.settings import WindowSettings
    from candour.gui.theme import Theme
    from candour.services.results import SignedIn


class App(QObject):
    """The running app: a window, one worker, one register; it locks, and begins again."""

    def __init__(
        self, application: QApplication, doors: Doors, pack: Callable[[], Pack], settings: WindowSettings
    ) -> None:
        super().__init__(application)
        self._application = application
        speak(application)
        self._doors = doors
        self.settings = settings
        self.theme: Theme = settings.theme()
        self.theme.apply(application)
        self.theme.changed.connect(lambda: settings.keep_theme(self.theme))
        self.window = MainWindow(self.theme)
        self.tasks = Tasks(self.window)
        self.asides = Asides(self.window, pack)
        self.entrance = Entrance(self.window, doors, self.tasks, self.asides, settings)
        self._rooms: Rooms | None = None
        self.idle = IdleWatch(self.window)
        self.signed_in = False
        self.entrance.entered.connect(self._enter)
        self.entrance.set_up_wanted.connect(lambda: self.rooms.first_run.begin())
        self.entrance.words_wanted.connect(lambda *words: self.rooms.first_run.recover(*words))
        self.idle.idle.connect(self._ask_still_there)
        self.window.lock_wanted.connect(self.lock)
        self.window.closed.connect(self.close)

    def show(self) -> None:
        """Show the window with its first page."""
        self.entrance.begin()
        self.window.show()
        # Everything behind the first page is imported beside it, once the window shows.
        QTimer.singleShot(0, self, self._fetch_rooms)

    def _fetch_rooms(self) -> None:
        self.tasks.run(lambda: import_module("candour.gui.rooms"), lambda _: None, lambda _: None)

    @property
    def rooms(self) -> Rooms:
        """Return what lies behind the first page, built at its first use."""
        if self._rooms is None:
            from candour.gui.rooms import Rooms  # noqa: PLC0415 - not for the first window

            self._rooms = Rooms(self.window, self._doors, self.tasks, self.asides, self.entrance, self.lock)
            self._rooms.journey.pages.covered.connect(self._watch_or_wait)
        return self._rooms

    @property
    def journey(self) -> Journey:
        """Return the controller of a person's check and year."""
        return self.rooms.journey

    def _enter(self, signed_in: SignedIn) -> None:
        self.signed_in = True
        self.asides.know_list(signed_in)
        self.asides.signed_in = True
        self.asides.is_hr = "hr" in signed_in.offices
        self.window.name_school(signed_in.school)
        self.window.doubt = signed_in.doubt
        self.idle.start(self._application)
        self.rooms.hr.know(signed_in)
        self.rooms.offices.know(signed_in)
        if signed_in.setting_up:
            self.rooms.first_run.resume(signed_in)
        else:
            self.rooms.journey.begin(signed_in)
        # What has ended reads as ended anyway: writing it down can wait for the next time.
        self.tasks.run(lambda: self._doors.desk().lapsing().write(), lambda _: None, lambda _: None)
        if signed_in.seals:
            # A keeper's app seals what is new; what must wait stays for the next time, and export names it.
            self.tasks.run(lambda: self._doors.desk().sealing().seal_new(), lambda _: None, lambda _: None)

    def _watch_or_wait(self, covered: bool) -> None:  # noqa: FBT001 - a signal's value
        if covered:
            self.idle.pause()
        else:
            self.idle.start(self._application)

    def _ask_still_there(self) -> None:
        from candour.gui.pages.still_there import StillThereDialog  # noqa: PLC0415 - not for the first window

        dialog = StillThereDialog(self.window)
        dialog.stayed.connect(lambda: self.idle.start(self._application))
        dialog.locked.connect(self.lock)
        dialog.open()

    def lock(self) -> None:
        """Forget who is signed in, show nothing of theirs, and let the next person sign in."""
        if not self.signed_in:
            return
        self.signed_in = False
        self.window.doubt = ""
        self.window.telling = False
        self.idle.stop()
        self.tasks.forget()
        self.entrance.show_sign_in()
        self.rooms.journey.end()
        self.rooms.first_run.end()
        self.tasks.run(lambda: self._doors.desk().sign_in.lock(), lambda _: None, lambda _: None)

    def end(self) -> None:
        """Take everything down while Qt and Python both still stand; otherwise leaving ends in a crash."""
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._application.setStyle("Fusion")  # the house style is Python's, and Qt outlives Python by a moment

    def close(self) -> None:
        """Lock and end the worker; every answer was saved at its Continue."""
        if self.signed_in:
            self.signed_in = False
            self.idle.stop()
            self.tasks.run(lambda: self._doors.desk().sign_in.lock(), lambda _: None, lambda _: None)
        self.tasks.close()
