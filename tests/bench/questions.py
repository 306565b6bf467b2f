"""Figure 2: from one question to the next, in the real window: what the window's own thread has to do."""

from __future__ import annotations

import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication
from tests.bench import yard
from tests.bench.measure import Line, Side, Size, within
from tests.bench.moments import Moment

from candour.app import Doors, shipped_pack
from candour.domain.flow import asked
from candour.gui.settings import WindowSettings
from candour.gui.start import App
from candour.sample import people as cast
from candour.tour.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from tests.schools import School

FRAME = 16.0
"""Milliseconds of one frame on an ordinary screen."""


def measure(size: Size, work: Path) -> list[Line]:
    """Go through a whole check again and again by Continue alone; everything was answered before."""
    school = yard.new_school(work)
    yard.signer_at_work(school).sign_in.lock()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    app = _signed_in(school, work, application)
    walk = _Walk(app)
    walk.once()  # the first time builds the pages
    for samples in (walk.own, walk.waited, walk.last_own, walk.last_waited):
        samples.clear()
    for _ in range(size.pick(2, 12, 50)):
        walk.once()
    app.window.close()
    return _lines(walk)


def _signed_in(school: School, work: Path, application: object) -> App:
    if not isinstance(application, QApplication):
        raise TypeError("the figure needs an application with windows")
    doors = Doors(school.place.folder, school.clock)
    app = App(application, doors, shipped_pack, WindowSettings(work / "window.ini"))
    app.show()
    driver = Driver(app.window)
    driver.pick("Choose your name", cast.ASSISTANT.name)
    driver.type_into("Your passphrase, or the code on your slip", cast.PASSPHRASE)
    driver.press("Sign in")
    driver.until(lambda: app.signed_in, "nobody is signed in")
    driver.until(lambda: not app.tasks.busy, "signing in does not end")
    return app


class _Walk:
    """Walks through the questions, and keeps what each step took, in milliseconds."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.own: list[float] = []
        self.waited: list[float] = []
        self.last_own: list[float] = []
        self.last_waited: list[float] = []

    def once(self) -> None:
        """Go from the first question to Check and sign."""
        check = self._app.journey.check
        questions = asked(check.checklist, check.answers)
        self._app.journey.show(questions[0].id)
        self._settle()
        for at in range(len(questions)):
            own, waited = self._go_on()
            if at < len(questions) - 1:
                self.own.append(own)
                self.waited.append(waited)
            else:
                self.last_own.append(own)
                self.last_waited.append(waited)
            self._settle()

    def _go_on(self) -> tuple[float, float]:
        """Press Continue, and return what the window's thread worked until the next page, and what that took."""
        app, window = self._app, self._app.window
        page = window.page
        if page is None or page.main_button is None:
            raise LookupError("no page shows that goes on")
        painted: list[Moment] = []
        turned = window.windowTitleChanged.connect(lambda _: painted.append(Moment(_heading(app))))
        worked, began = time.thread_time_ns(), time.perf_counter_ns()
        page.main_button.click()
        self._until(lambda: bool(painted) and painted[-1].at > 0)
        took = (time.thread_time_ns() - worked) / 1e6, (time.perf_counter_ns() - began) / 1e6
        window.windowTitleChanged.disconnect(turned)
        return took

    def _settle(self) -> None:
        """Let what is still under way come to its end, outside of what is measured."""
        while self._app.tasks.busy:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        for _ in range(3):
            QCoreApplication.processEvents()

    def _until(self, holds: Callable[[], bool]) -> None:
        """Let the window work; while there is nothing to do its thread sleeps."""
        while not holds():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _heading(app: App) -> QWidget:
    if app.window.page is None:
        raise LookupError("no page shows")
    return app.window.page.heading


def _lines(walk: _Walk) -> list[Line]:
    frame = Side("one frame", (FRAME,))
    own, last = (Side("own time of the window's thread", tuple(found)) for found in (walk.own, walk.last_own))
    waited = Side("waited", tuple(walk.waited))
    words = (
        "from Continue to the next page painted, the answer saved in between: {:.0f} ms (95 of 100 within {:.0f})."
    )
    said = words.format(waited.median, waited.percentile(95))
    drawn = median(walk.last_waited)
    more = f"the worker draws both copies before the page shows: {drawn:.0f} ms from Continue to the page painted."
    return [
        Line("2", "question to question", own, frame, within(own, 95, FRAME), None, (said,)),
        Line("2", "to check and sign", last, frame, within(last, 95, FRAME), None, (more,)),
    ]
