"""The story of the year's end: the next check, and a new version of the policy, both of them only looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.app import now
from candour.gui.pages.rounds import RoundsPage
from candour.gui.places import ROUNDS
from candour.resources import resource_text
from candour.sample import people as cast
from candour.tour.stage import back, enter, lock, rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage

NEW_PACK = "new-version.toml"
"""The new version of the policy pack, in the tour's folder."""

CHANGES = (
    ("policy_date = 2025-02-05", "policy_date = {today}"),
    ('approved_systems = ["SeeSaw"]', 'approved_systems = ["SeeSaw", "ParentPost (sample)"]'),
    ("Family and similar ties are fine once", "Ties of family, and of old friends, are fine once"),
    ("I do not use my own phone or e-mail for", "I use neither my own phone nor my own e-mail for"),
)
"""What the new version says in place of what the shipped one says."""


def look_at_the_rounds(stage: Stage) -> None:
    """Look at the checks of all years, and at the policy in force."""
    enter(stage, cast.BUSINESS_MANAGER.name, ROUNDS)
    stage.shoot("rounds")


def look_at_the_next_check(stage: Stage) -> None:
    """Look at what opening the next check would do, and leave it."""
    stage.driver.press("Start the next check")
    stage.driver.until_title("Start the check")
    rest(stage)
    stage.shoot("round-start")
    back(stage)
    stage.driver.until_title("Rounds and policy")
    rest(stage)


def look_at_a_new_policy(stage: Stage) -> None:
    """Look point by point at what a new version changes, and take nothing into force."""
    page = stage.app.window.page
    if not isinstance(page, RoundsPage):
        raise TypeError("the page of rounds does not show")
    text = resource_text("policies", "milton-road-2025.toml")
    for before, after in CHANGES:
        if before not in text:
            raise LookupError(f"the shipped pack does not say: {before}")
        text = text.replace(before, after.format(today=now().date().isoformat()))
    file = stage.out / NEW_PACK
    file.write_text(text, encoding="utf-8")
    stage.app.rooms.rounds.look(page, file)  # the system's own window stands between a press and this
    stage.driver.until_title("What the new version changes")
    rest(stage)
    stage.shoot("pack-compare")
    stage.driver.press("For the next check only")
    stage.driver.scroll_to("For the next check only")
    stage.shoot("pack-compare-when")
    back(stage)
    stage.driver.until_title("Rounds and policy")
    lock(stage)


NEXT_CHECK: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("look at the rounds", look_at_the_rounds),
    ("look at the next check", look_at_the_next_check),
    ("look at a new policy", look_at_a_new_policy),
)
