"""The story of requests as who asks sees it: the page of one, asking at any time, a draft, and withdrawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.sample import people as cast
from candour.tour.after_signing import HOME
from candour.tour.stage import CHECK, back, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage


def look_at_a_request(stage: Stage) -> None:
    """Look at the request that waits: what was written, and what happened."""
    sign_in(stage, cast.ASSISTANT.name, cast.PASSPHRASE, title=HOME)
    stage.driver.press(f"Look at it: {stage.exceptions[0]}")
    stage.driver.until_title("My sister")
    stage.shoot("request")
    back(stage)
    stage.driver.until_title("My record")


def begin_another(stage: Stage) -> None:
    """Begin a request outside of any check, and keep it for later."""
    stage.driver.press("Ask for an exception")
    stage.driver.until_title("What do you want to ask for?")
    stage.shoot("ask-what")
    stage.driver.press("Prior approval: own phone")
    stage.driver.press("Continue")
    stage.driver.until_title("Ask ")
    stage.driver.type_into("What do you need it for", "Lifts to the swimming gala (sample)")
    stage.shoot("ask-approval")
    stage.driver.press("Save and come back")
    stage.driver.until_title("My record")
    stage.shoot("my-record-draft")


def send_it(stage: Stage) -> None:
    """Go on with the draft, and send it."""
    stage.driver.press("Go on: draft")
    stage.driver.until_title("Ask ")
    stage.driver.press("My own phone or number")
    stage.driver.press("No talk of school")
    stage.driver.pick("Until when", "The school year ends")
    stage.driver.pick_first("Its month", "July")
    stage.driver.press("Send")
    stage.driver.until_title("Lifts to the swimming gala")
    stage.shoot("request-sent")


def take_it_back(stage: Stage) -> None:
    """Withdraw it, which is asked once more."""
    stage.driver.press("Withdraw")
    stage.driver.until_title("Withdraw E-")
    stage.shoot("request-withdraw")
    stage.driver.press("Withdraw it")
    stage.driver.until_title("Lifts to the swimming gala")
    stage.app.lock()
    stage.driver.until_title(CHECK)


ASKING: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("look at a request", look_at_a_request),
    ("begin another", begin_another),
    ("send it", send_it),
    ("take it back", take_it_back),
)
