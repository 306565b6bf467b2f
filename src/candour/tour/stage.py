"""What every step of the tour works with, and the few things that a person does again and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from candour.gui.pages.placed import PlacedPage
from candour.sample import people as cast

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from candour.gui.start import App
    from candour.tour.driver import Driver
    from candour.tour.summary import Picture

CHECK = "Your yearly social media check"
PDF_PAINTED = 700
"""Milliseconds in which a page of a PDF is painted; Qt paints it aside and does not say when."""


class Camera(Protocol):
    """Takes the picture of the window, or of another one, and gives it the name of a page."""

    def __call__(self, page: str, window: QWidget | None = None) -> None:
        """Take it."""
        ...


@dataclass
class Stage:
    """What a step works with: the driver, the app, the camera, and where the tour leaves things."""

    driver: Driver
    app: App
    shoot: Camera
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


def rest(stage: Stage) -> None:
    """Wait until the worker has nothing to do."""
    stage.driver.until(lambda: not stage.app.tasks.busy, "the worker does not rest")


def go(stage: Stage, place: str) -> None:
    """Go to a place of whoever is signed in, by its key: what the sidebar calls it is the window's matter."""
    before = stage.app.window.page
    words = next(each.words for each in stage.app.rooms.hr.frame.places if each.key == place)
    if stage.driver.offers("All places"):  # on a narrow page with many
        stage.driver.press("All places")
    stage.driver.press(words)

    def there() -> bool:
        page = stage.app.window.page
        return page is not before and isinstance(page, PlacedPage) and page.place == place

    stage.driver.until(there, f"the place “{words}” does not show")
    rest(stage)


def enter(stage: Stage, name: str, place: str) -> None:
    """Sign somebody of the sample school in, and go to one of their places."""
    sign_in(stage, name, cast.PASSPHRASE, title="")
    rest(stage)
    go(stage, place)


def lock(stage: Stage) -> None:
    """Lock the window for the next person."""
    stage.app.lock()
    stage.driver.until_title(CHECK)
    rest(stage)


def answer(stage: Stage, heading: str, answer: str, shoot: str = "") -> None:
    """Answer the question that shows, and continue."""
    stage.driver.until_title(heading)
    stage.driver.press(answer)
    if shoot:
        stage.shoot(shoot)
    stage.driver.press("Continue")


def open_policy(stage: Stage, shoot: str = "") -> None:
    """Open the policy, which everybody does before they sign, and go back."""
    stage.driver.press("The policy of")
    stage.driver.until_title("Social Networking")
    if shoot:
        stage.shoot(shoot)
    back(stage)


def answer_without_accounts(stage: Stage, shoot: str = "") -> None:
    """Answer as somebody who has no personal accounts: half of the questions are left out."""
    stage.driver.press("Start my check")
    answer(stage, "Which personal accounts", "I have no personal accounts", shoot=shoot)
    answer(stage, "Are you, someone", "No")
    answer(stage, "Have you rung", "No, or only what is approved")
    answer(stage, "Does all your e-mail", "I send no e-mail for work")
    answer(stage, "Since", "No")
    answer(stage, "Do you know of any", "No")
    stage.driver.until_title("Check your answers and sign")


def sign(stage: Stage) -> None:
    """Tick, and sign."""
    stage.driver.press("I confirm this and want to sign")
    stage.driver.press("Sign my declaration")
    stage.driver.until_title("You have signed")


def back(stage: Stage) -> None:
    """Go back."""
    stage.driver.press("Back")
