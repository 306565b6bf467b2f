"""The story of who wants to be heard: the Headteacher's lists, and where something is brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.gui.places import BRING, BROUGHT, SPEAK
from candour.sample import heard
from candour.sample import people as cast
from candour.tour.stage import CHECK, go, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage


BROUGHT_BY = next(each.name for each in cast.TEACHING if each.number == heard.BROUGHT_BY)
GOING_TO_TELL = next(each.name for each in cast.TEACHING if each.number == heard.GOING_TO_TELL)


def speak_to_people(stage: Stage) -> None:
    """See as Headteacher and designated lead who asked, and note that it was seen."""
    sign_in(stage, cast.HEADTEACHER.name, cast.PASSPHRASE, title="My check")
    go(stage, SPEAK)
    stage.driver.until_title("People to speak to")
    stage.shoot("speak")
    stage.driver.press(f"{GOING_TO_TELL} wants to speak to you today")
    stage.driver.until_title("Person to speak to")
    stage.shoot("speak-one")
    stage.driver.press("Seen")
    stage.driver.until_title("People to speak to")


def look_at_what_was_brought(stage: Stage) -> None:
    """Open the post that was brought, with its picture."""
    go(stage, BROUGHT)
    stage.driver.until_title("Brought to you")
    stage.shoot("brought")
    stage.driver.press(f"{BROUGHT_BY},")
    stage.driver.until_title("What was brought")
    stage.shoot("brought-one")
    stage.driver.press("Dealt with")
    stage.driver.until_title("Brought to you")


def bring_something(stage: Stage) -> None:
    """See where something is brought."""
    go(stage, BRING)
    stage.driver.until_title("Bring something to the Headteacher")
    stage.shoot("bring")
    stage.app.lock()
    stage.driver.until_title(CHECK)


SPEAKING: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("speak to people", speak_to_people),
    ("look at what was brought", look_at_what_was_brought),
    ("bring something", bring_something),
)
