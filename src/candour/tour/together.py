"""The story of everyone in one sitting: names, one person who signs, thanks, the count for the hall, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.gui.places import SITTING
from candour.sample import people as cast
from candour.tour.stage import answer_without_accounts, enter, lock, open_policy, rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage

WHO = next(each for each in cast.JOINERS if each.number == "0048")
"""Somebody who has not begun."""

NAMES = "Choose your name"
_SECRET = "Your passphrase, or the code on your slip"  # noqa: S105 - the name of a field


def start_a_sitting(stage: Stage) -> None:
    """Let HR start a sitting: they are signed out, and the names show."""
    enter(stage, cast.BUSINESS_MANAGER.name, SITTING)
    stage.shoot("sitting-start")
    stage.driver.press("Start the sitting")
    stage.driver.until_title(NAMES)
    rest(stage)
    stage.shoot("sitting")


def sign_in_a_sitting(stage: Stage) -> None:
    """Let somebody find their name, answer and sign; the names come back with thanks."""
    stage.driver.type_into("Find your name", WHO.name.split()[0])
    stage.driver.press("Sign in")
    stage.driver.until_title(WHO.name)
    stage.shoot("sitting-sign-in")
    stage.driver.type_into(_SECRET, cast.PASSPHRASE)
    stage.driver.press("Sign in")
    stage.driver.until(lambda: stage.app.signed_in, "nobody is signed in")
    rest(stage)
    open_policy(stage)
    answer_without_accounts(stage)
    stage.driver.press("I confirm this and want to sign")
    stage.driver.press("Sign my declaration")
    stage.driver.until_title(NAMES)
    rest(stage)
    stage.shoot("sitting-thanks")


def show_the_count(stage: Stage) -> None:
    """Open the count for the hall."""
    stage.driver.press("Show the count")
    rest(stage)
    count = stage.app.rooms.sitting.count
    if count is None:
        raise LookupError("the count does not show")
    stage.shoot("sitting-count", count)


def end_the_sitting(stage: Stage) -> None:
    """Let HR end it by signing in."""
    stage.driver.press("End the sitting")
    stage.driver.until_title("End the sitting")
    stage.driver.pick(NAMES, cast.BUSINESS_MANAGER.name)
    stage.shoot("sitting-end")
    stage.driver.type_into(_SECRET, cast.PASSPHRASE)
    stage.driver.press("Sign in")
    stage.driver.until_title("Everyone in one sitting")
    rest(stage)
    stage.shoot("sitting-ended")
    lock(stage)


TOGETHER: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("start a sitting", start_a_sitting),
    ("sign in a sitting", sign_in_a_sitting),
    ("show the count", show_the_count),
    ("end the sitting", end_the_sitting),
)
