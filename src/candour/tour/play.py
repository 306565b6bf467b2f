"""Plays the tour: the steps in their order, each named; the first that fails ends it."""

from __future__ import annotations

import shutil
import sys
import time
import traceback
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from candour.app import Doors, shipped_pack
from candour.gui.settings import WindowSettings
from candour.gui.start import App
from candour.gui.theme import Scheme
from candour.tour.driver import Driver
from candour.tour.for_hr import EXPORTED, SUMMARY
from candour.tour.next_check import NEW_PACK
from candour.tour.on_paper import SCAN
from candour.tour.papers import leave_papers
from candour.tour.set_up import FOLDER, SET_UP, mark_sample
from candour.tour.stage import Stage
from candour.tour.story import STORY
from candour.tour.summary import Picture, Step, Summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    Story = tuple[tuple[str, Callable[[Stage], None]], ...]

OWN = (
    *("screens", "declarations", "register", "school-root.cer", "summary.json", "window.ini"),
    *(FOLDER, "second-place", "slips.pdf", EXPORTED, SUMMARY, SCAN, NEW_PACK),
)
"""What a tour writes in its folder, and clears away before it begins; nothing else there is touched."""


def play_tour(out: Path, *, theme: str, scale: int) -> Summary:
    """Play the whole tour into a folder, and return what it left; it works without a screen."""
    _clear(out)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a tour needs an application with windows")
    mark_sample(out / FOLDER)
    pictures: list[Picture] = []
    exceptions: list[str] = []
    steps: list[Step] = []
    for folder, story in ((out / FOLDER, SET_UP), (out / "no-register-yet", STORY)):
        if all(step.ok for step in steps):
            stage, app = _stage(application, folder, (theme, scale), pictures)
            app.show()
            steps += _play(stage, story)
            app.end()
            exceptions += stage.exceptions
    people, declarations = leave_papers(out / "register", out) if all(s.ok for s in steps) else (0, ())
    summary = Summary(tuple(steps), people, declarations, tuple(exceptions), tuple(pictures))
    summary.write(out / "summary.json")
    return summary


def _clear(out: Path) -> None:
    for name in OWN:
        target = out / name
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink(missing_ok=True)
    (out / "screens").mkdir(parents=True)


def _stage(
    application: QApplication, folder: Path, look: tuple[str, int], pictures: list[Picture]
) -> tuple[Stage, App]:
    out, (theme, scale) = folder.parent, look
    doors = Doors(folder, sample=out / "register")
    app = App(application, doors, shipped_pack, WindowSettings(out / "window.ini"))
    app.theme.set_scheme(Scheme(theme))
    app.theme.set_text_size(scale)
    driver = Driver(app.window)

    def shoot(page: str, window: QWidget | None = None) -> None:
        name = f"{len(pictures) + 1:03d}-{page}.png"
        driver.picture(out / "screens" / name, window)
        pictures.append(Picture(name, page, theme, scale))

    return Stage(driver, app, shoot, pictures, out), app


def _play(stage: Stage, story: Story) -> list[Step]:
    steps: list[Step] = []
    for name, step in story:
        steps.append(_timed(name, step, stage))
        if not steps[-1].ok:
            break
    return steps


def _timed(name: str, step: Callable[[Stage], None], stage: Stage) -> Step:
    began = time.monotonic()
    try:
        step(stage)
    except Exception:  # noqa: BLE001 - the step is named, its trace printed, and the tour ends non-zero
        traceback.print_exc()
        stage.shoot("failed")
        return Step(name, ok=False, ms=_since(began))
    return Step(name, ok=True, ms=_since(began))


def _since(began: float) -> int:
    return round((time.monotonic() - began) * 1000)
