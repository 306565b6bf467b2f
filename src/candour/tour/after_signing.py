"""The story after signing: home, a to-do done, something changed, the record, and what is held."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.gui.places import HELD, RECORD
from candour.sample import people as cast
from candour.tour.stage import CHECK, PDF_PAINTED, answer, back, go, sign, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage

HOME = "My declaration for"


def come_back_signed(stage: Stage) -> None:
    """Come home after signing: one thing to do, one request waiting, and the lead to tell."""
    sign_in(stage, cast.ASSISTANT.name, cast.PASSPHRASE, title=HOME)
    stage.shoot("home-signed")


def tell_and_say_so(stage: Stage) -> None:
    """Note that the lead was told; the banner goes."""
    stage.driver.press("I have told them")
    stage.driver.until_title("Go to")
    stage.driver.pick("Whom did you tell?", f"{cast.HEADTEACHER.name}, designated lead")
    stage.shoot("stop-card-told")
    stage.driver.press("Note this")
    stage.driver.until_title(HOME)


def do_what_was_promised(stage: Stage) -> None:
    """Say that the to-do is done, look at what is issued, and sign it."""
    stage.driver.press("I have done this: ")
    stage.driver.until_title("You have done this")
    stage.shoot("to-do-done")
    stage.driver.press("See the PDF first")
    stage.driver.until_title("The PDF before you sign")
    stage.driver.wait(PDF_PAINTED)
    stage.shoot("pdf-to-do-done")
    back(stage)
    sign(stage)
    stage.driver.press("Finish and lock")
    stage.driver.until_title(CHECK)


def say_what_changed(stage: Stage) -> None:
    """Say that something has changed: only that is asked, and a whole declaration is signed."""
    sign_in(stage, cast.ASSISTANT.name, cast.PASSPHRASE, title=HOME)
    stage.driver.press("Something has changed")
    stage.driver.until_title("Something has changed")
    stage.driver.press("Posts about matters")
    stage.shoot("changed")
    stage.driver.press("Continue")
    answer(stage, "Have you posted", "I found something and took it down", shoot="question-update")
    stage.driver.until_title("Check your answers and sign")
    sign(stage)
    stage.driver.press("Finish and lock")
    stage.driver.until_title(CHECK)


def look_at_the_record(stage: Stage) -> None:
    """Look at the record, at everything that is held, and at the help about it."""
    sign_in(stage, cast.ASSISTANT.name, cast.PASSPHRASE, title=HOME)
    go(stage, RECORD)
    stage.driver.until_title("My record")
    stage.shoot("my-record")
    go(stage, HELD)
    stage.driver.until_title("What is held about me")
    stage.shoot("held")
    stage.driver.press("Help")
    stage.driver.until_title("Help")
    stage.shoot("help")
    back(stage)
    stage.app.lock()
    stage.driver.until_title(CHECK)


AFTER_SIGNING: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("come back", come_back_signed),
    ("tell the lead and say so", tell_and_say_so),
    ("do what was promised", do_what_was_promised),
    ("say what changed", say_what_changed),
    ("look at the record", look_at_the_record),
)
