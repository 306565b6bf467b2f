"""Everyone in one sitting: between two people the window shows names and nothing of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from candour.gui.count_window import CountWindow
from candour.gui.idle import IdleWatch
from candour.gui.pages.sitting import SittingPage
from candour.gui.pages.sitting_sign_in import BACK_AFTER, SittingElsePage, SittingSignInPage
from candour.gui.pages.sitting_start import SittingStartPage
from candour.gui.places import MAY_END_SITTING, SITTING

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.errors import Refused, Trouble
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.entrance import Entrance
    from candour.gui.hr import HrPages
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.sign_in import SignInPage
    from candour.gui.signing import SigningSteps
    from candour.gui.tasks import Tasks
    from candour.services.results import Signed, SignedIn
    from candour.services.sitting import Sitting, SittingNow

_LOOK_EVERY = 5_000
"""Milliseconds after which names and count are read again: others may sign at other windows."""


class SittingRoom(QObject):
    """Starts a sitting, shows its list of names in place of signing in, and ends it; all of it in memory alone."""

    def __init__(
        self,
        hr: HrPages,
        window: MainWindow,
        doors: Doors,
        tasks: Tasks,
        asides: Asides,
        entrance: Entrance,
        signing: SigningSteps,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(hr)
        self._hr, self._window, self._doors, self._tasks = hr, window, doors, tasks
        self._asides, self._entrance, self._signing, self._lock = asides, entrance, signing, lock
        self._sitting: Sitting | None = None
        self._now: SittingNow | None = None
        self._to_thank = ""
        self._ending = False
        self.count: CountWindow | None = None
        self._clock = QTimer(self, interval=_LOOK_EVERY)
        self._clock.timeout.connect(self._look)
        hr.lead(SITTING, self.show)
        entrance.entered.connect(self._entered)
        signing.has_signed.connect(self._has_signed)
        window.closed.connect(self.end)

    def show(self, said: str = "") -> None:
        """Show HR what a sitting is, or that one is under way."""
        self._hr.run(
            lambda: self._doors.desk().sitting().now(), lambda now: self._show(now, said), self._hr.say_refused
        )

    def _show(self, now: SittingNow | None, said: str) -> None:
        page = SittingStartPage(self._hr.frame, now, running=self._sitting is not None, said=said)
        page.started.connect(self.start)
        page.ended.connect(lambda: self._end_and_say())
        self._hr.serve(page, lambda: self._hr.went.emit("check"))

    def start(self) -> None:
        """Begin a sitting: whoever starts it is signed out, and the names show."""

        def begun(sitting: Sitting) -> None:
            self._sitting = sitting
            self._signing.straight_out = True
            self._entrance.between = self.show_names
            self._clock.start()
            self._lock()

        self._hr.run(lambda: self._doors.desk().sitting(), begun, self._hr.say_refused)

    def end(self) -> None:
        """End the sitting, if there is one: the sign-in page shows again after the next lock."""
        self._sitting, self._now, self._to_thank, self._ending = None, None, "", False
        self._signing.straight_out = False
        self._entrance.between = None
        self._clock.stop()
        count, self.count = self.count, None
        if count is not None:
            count.close()
            count.deleteLater()

    def _end_and_say(self) -> None:
        self.end()
        self.show(self.tr("The sitting has ended."))

    def show_names(self) -> None:
        """Show the names, with thanks to who has just signed; nothing of theirs is left, nor on the clipboard."""
        clipboard = QGuiApplication.clipboard()
        clipboard.clear()
        if clipboard.supportsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._ending = False
        thanks, self._to_thank = self._to_thank, ""
        page = SittingPage(thanks)
        page.picked.connect(self._pick)
        page.somebody_else.connect(lambda: self._show_everybody(ends=False))
        page.count_wanted.connect(self.show_count)
        page.end_wanted.connect(lambda: self._show_everybody(ends=True))
        page.tried_again.connect(lambda: self._try_again(page))
        self._asides.serve(page)
        self._window.show_page(page)
        self._look()

    def _try_again(self, page: SittingPage) -> None:
        page.clear_trouble()
        self._look()

    def _look(self) -> None:
        """Read how the sitting stands, where somebody can see it."""
        sitting = self._sitting
        if sitting is None or not (isinstance(self._window.page, SittingPage) or self.count is not None):
            return
        self._tasks.run(sitting.now, self._take, self._say_trouble, self._say_trouble)

    def _take(self, now: SittingNow | None) -> None:
        self._now = now
        if isinstance(self._window.page, SittingPage):
            self._window.page.clear_trouble()
            self._window.page.show_now(now)
        if now is not None and self.count is not None:
            self.count.show_count(now.school, now.signed, now.of)

    def _say_trouble(self, reason: Refused | Trouble) -> None:
        if isinstance(self._window.page, SittingPage):
            self._window.page.show_trouble(str(reason))

    def _pick(self, number: str) -> None:
        now = self._now
        named = next((each for each in now.names if each.person == number), None) if now else None
        if now is not None and named is not None:
            page = SittingSignInPage(now.school, named)
            self._lead_back(page)
            self._entrance.let_in_by(page)

    def _show_everybody(self, *, ends: bool) -> None:
        page = SittingElsePage(ends=ends)
        self._lead_back(page)
        self._entrance.show_everybody(page)
        self._ending = ends

    def _lead_back(self, page: SignInPage) -> None:
        """Lead from a page to the names: by its ways back, and once nobody has touched it for a while."""
        page.went_back.connect(self.show_names)
        watch = IdleWatch(page, BACK_AFTER * 60 * 1000)
        watch.idle.connect(self.show_names)
        application = QApplication.instance()
        if application is not None:
            watch.start(application)

    def show_count(self) -> None:
        """Open the window for the projector, or bring it to the front."""
        if self.count is None:
            self.count = CountWindow()
        now = self._now
        if now is not None:
            self.count.show_count(now.school, now.signed, now.of)
        self.count.show()
        self.count.activateWindow()

    def _has_signed(self, signed: Signed) -> None:
        if self._sitting is not None and not signed.left:
            self._to_thank = signed.name.split(maxsplit=1)[0]

    def _entered(self, signed_in: SignedIn) -> None:
        """End the sitting where somebody who may has signed in to end it."""
        if self._ending and MAY_END_SITTING & set(signed_in.offices):
            self.end()
            if any(place.key == SITTING for place in self._hr.frame.places):
                self.show(self.tr("The sitting has ended."))
        self._ending = False
