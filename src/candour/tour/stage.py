"""What every step of the tour works with, and the few things that a person does again and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from candour.gui.start import App
    from candour.tour.driver import Driver
    from candour.tour.summary import Picture

CHECK = "Your yearly social media check"
PDF_PAINTED = 700
"""Milliseconds in which a page of a PDF is painted; Qt paints it aside and does not say when."""


@dataclass
class Stage:
    """What a step works with: the driver, the app, the camera, and where the tour leaves things."""

    driver: Driver
    app: App
    shoot: Callable[[str], None]
    pictures: list[Picture]
    out: Path
    exceptions: list[str] = field(default_factory=list)


def sign_in(stage: Stage, name: str, secret: str, title: str = CHECK) -> None:
    """Sign somebody in at the sign-in page, and wait for the page that comes."""
    stage.driver.pick("Choose your name", name)
    stage.driver.type_into("Your passphrase, or the code on your slip", secret)
    stage.driver.press("Sign in")
    stage.driver.until(lambda: stage.app.signed_in, "nobody is signed in")
    # the first page of a check has the title of the sign-in page, so the title alone would not tell them apart
    stage.driver.until(lambda: not stage.app.tasks.busy, "the page after signing in does not come")
    stage.driver.until_title(title)


def answer(stage: Stage, heading: str, answer: str, shoot: str = "") -> None:
    """Answer the question that shows, and continue."""
    stage.driver.until_title(heading)
    stage.driver.press(answer)
    if shoot:
        stage.shoot(shoot)
    stage.driver.press("Continue")


def sign(stage: Stage) -> None:
    """Tick, and sign."""
    stage.driver.press("I confirm this and want to sign")
    stage.driver.press("Sign my declaration")
    stage.driver.until_title("You have signed")


def back(stage: Stage) -> None:
    """Go back."""
    stage.driver.press("Back")


def year(stage: Stage) -> int:
    """Return the year in which the open round starts."""
    return int(stage.app.journey.check.round[:4])
