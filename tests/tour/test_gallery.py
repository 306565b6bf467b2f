"""The gallery's step of the tour, on an app that was just opened for the first time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.app import Doors, shipped_pack
from candour.gui.gallery.rooms import GALLERY
from candour.gui.settings import WindowSettings
from candour.gui.start import App
from candour.tour.driver import Driver
from candour.tour.gallery import show_gallery
from candour.tour.stage import Stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def test_each_part_is_shown_and_the_page_before_comes_back(qapp, tmp_path):
    app = App(qapp, Doors(tmp_path / "register"), shipped_pack, WindowSettings(tmp_path / "window.ini"))
    app.show()
    driver, shot = Driver(app.window), list[str]()

    def shoot(page: str, window: QWidget | None = None) -> None:
        assert window is None
        driver.settle()
        assert app.window.page is not None
        assert app.window.page.page_id == page
        shot.append(page)

    driver.until_title("Welcome")
    show_gallery(Stage(driver, app, shoot, [], tmp_path))
    assert shot == [kind.page_id for kind in GALLERY]
    assert app.window.windowTitle().startswith("Welcome")
    driver.until(lambda: not app.tasks.busy, "the worker does not rest")
    app.end()
