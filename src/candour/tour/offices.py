"""The story of an office: somebody stands in for the Headteacher, is confirmed, handed the key, and reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.gui.places import ANSWERS, CONFIRM, HELD, PEOPLE
from candour.gui.places import OFFICES as OFFICES_PLACE
from candour.gui.widgets.people_table import PeopleTable
from candour.sample import people as cast
from candour.tour.stage import PDF_PAINTED, enter, go, lock, rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage

WHOSE = cast.ASSISTANT
STANDS_IN = cast.DEPUTY


def give_the_office(stage: Stage) -> None:
    """Let HR write down that the deputy stands in for the Headteacher from today."""
    enter(stage, cast.BUSINESS_MANAGER.name, PEOPLE)
    stage.driver.type_into("Find somebody", STANDS_IN.number)
    stage.driver.find(PeopleTable, "").selectRow(0)
    stage.driver.press("Open")
    stage.driver.until_title(STANDS_IN.name)
    stage.driver.pick("Give an office", "Headteacher")
    stage.driver.tick("Acting")
    stage.shoot("person-office")
    stage.driver.press("Give this office")
    rest(stage)
    lock(stage)


def confirm_and_hand_over(stage: Stage) -> None:
    """Let the Headteacher confirm the deputy for the office, and hand its key over."""
    enter(stage, cast.HEADTEACHER.name, CONFIRM)
    stage.shoot("confirm-keys")
    stage.driver.tick(f"All six words of {STANDS_IN.name}")
    stage.driver.press(f"Confirm the key of {STANDS_IN.name}")
    rest(stage)
    go(stage, OFFICES_PLACE)
    stage.shoot("offices")
    stage.driver.press(f"Hand over to {STANDS_IN.name}")
    rest(stage)
    stage.shoot("offices-handed-over")
    lock(stage)


def read_as_acting_headteacher(stage: Stage) -> None:
    """Let the deputy open what somebody answered before they stood in, with a reason."""
    enter(stage, STANDS_IN.name, ANSWERS)
    stage.driver.pick("Whose answers", f"{WHOSE.name}, {WHOSE.role}")
    stage.driver.pick("Why you open them", "To go through what is still open")
    stage.shoot("answers-pick")
    stage.driver.press("Open the answers")
    stage.driver.until_title(f"Answers of {WHOSE.name}")
    stage.shoot("answers-of-one")
    stage.driver.press("See the full copy")
    stage.driver.until_title("Full copy of")
    stage.driver.wait(PDF_PAINTED)
    stage.shoot("full-copy")
    stage.driver.press("Back to the answers")
    stage.driver.press("Close the answers")
    stage.driver.until_title("Answers of one person")
    lock(stage)


def see_who_opened_them(stage: Stage) -> None:
    """Let the person see who opened their answers, when and why."""
    enter(stage, WHOSE.name, HELD)
    stage.shoot("held-opened")
    lock(stage)


OFFICES: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("give an office", give_the_office),
    ("confirm and hand over", confirm_and_hand_over),
    ("read as acting Headteacher", read_as_acting_headteacher),
    ("see who opened them", see_who_opened_them),
)
