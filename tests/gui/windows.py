"""A real window on a copy of the sample school, played as a person would."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.app import Doors, shipped_pack
from candour.gui.settings import WindowSettings
from candour.gui.start import App
from candour.sample import people as cast
from candour.tour.driver import Driver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from tests.schools import School

CHECK = "Your yearly social media check"
NAME = "Choose your name"
SECRET = "Your passphrase, or the code on your slip"


@dataclass
class Played:
    app: App
    driver: Driver
    school: School

    def sign_in(self, name: str, secret: str = cast.PASSPHRASE) -> None:
        self.driver.pick(NAME, name)
        self.driver.type_into(SECRET, secret)
        self.driver.press("Sign in")

    def sign_in_to_check(self, name: str = cast.ASSISTANT.name) -> None:
        """Sign in somebody who has not begun."""
        self.sign_in_to(CHECK, name)

    def sign_in_to(self, title: str, name: str = cast.ASSISTANT.name, secret: str = cast.PASSPHRASE) -> None:
        self.sign_in(name, secret)
        self.driver.until(lambda: self.app.signed_in, "nobody signed in")
        self.driver.until_title(title)
        self.idle()

    def lock(self) -> None:
        self.app.lock()
        self.idle()

    def idle(self) -> None:
        self.driver.until(lambda: not self.app.tasks.busy, "the worker does not rest")


def playing(qapp: QApplication, school: School, folder: Path) -> Iterator[Played]:
    """Yield an app open on a school, at its sign-in page."""
    app = App(qapp, Doors(school.place.folder, school.clock), shipped_pack, WindowSettings(folder / "window.ini"))
    app.show()
    played = Played(app, Driver(app.window), school)
    played.driver.until(lambda: cast.SCHOOL in app.window.windowTitle(), "the list of names does not come")
    played.idle()
    app.window.activateWindow()
    played.driver.until(app.window.isActiveWindow, "the window is not active")
    yield played
    app.end()
