"""The story of whoever decides: today, a question, a decision, last year's terms, a letter, and a slip on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QPlainTextEdit

from candour.gui.places import SLIPS, STANDING, TODAY
from candour.sample import people as cast
from candour.tour.stage import PDF_PAINTED, enter, go, lock, rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage

OWN_PHONE = "Anil Example"
CHAIR = "Govind Specimen"


def look_at_today(stage: Stage) -> None:
    """Let the Headteacher see what waits today."""
    enter(stage, cast.HEADTEACHER.name, TODAY)
    stage.shoot("today")


def decide_one(stage: Stage) -> None:
    """Open a request, look at the facts and at how like cases went, and approve it with conditions."""
    stage.driver.press(cast.ASSISTANT.name)
    stage.driver.until_title("Decisions")
    rest(stage)
    stage.shoot("decisions")
    stage.driver.press("Approve with conditions")
    stage.driver.tick("No talk of school")
    stage.driver.tick("No pictures of other pupils")
    stage.driver.type_into("One condition in your own words", "Tell me when it changes (sample)")
    stage.shoot("decision-form")
    stage.driver.press("Sign the decision")
    rest(stage)
    stage.shoot("decision-signed")


def approve_on_last_years_terms(stage: Stage) -> None:
    """Approve what asks for last year's terms, signed once."""
    stage.driver.press("Same terms as last year")
    stage.driver.until_title("Same terms as last year")
    stage.shoot("same-terms")
    stage.driver.press("Approve 1 and sign")
    stage.driver.until_title("Decisions")
    rest(stage)


def ask_first(stage: Stage) -> None:
    """Ask a question about another one."""
    stage.driver.press(OWN_PHONE)
    rest(stage)
    stage.driver.press("Ask a question first")
    stage.driver.find(QPlainTextEdit, "Your question").setPlainText("Which families are these? (sample)")
    stage.shoot("decision-question")
    stage.driver.press("Send the question")
    rest(stage)


def see_the_letter(stage: Stage) -> None:
    """Look up what was decided, and see its letter."""
    stage.driver.press("What was decided")
    stage.driver.until_title("What was decided")
    stage.shoot("decided")
    stage.driver.press("See the letter")
    stage.driver.until_title("The letter of the decision")
    stage.driver.wait(PDF_PAINTED)
    stage.shoot("pdf-letter")
    stage.driver.press("Back")
    stage.driver.until_title("What was decided")


def approve_for_all(stage: Stage) -> None:
    """Approve a circumstance for all staff, so that nobody need ask."""
    go(stage, STANDING)
    stage.driver.type_into("What is approved", "The residential trip: the trip’s phone (sample)")
    stage.driver.pick("Offered at the question about", "own phone and e-mail")
    stage.driver.press("Approve this")
    rest(stage)
    stage.shoot("standing")
    lock(stage)


def enter_a_slip(stage: Stage) -> None:
    """Let HR see where the chair's answer slips are entered."""
    enter(stage, cast.BUSINESS_MANAGER.name, SLIPS)
    stage.shoot("slips")
    stage.driver.press("Enter a slip")
    stage.driver.until_title("Enter a slip")
    stage.driver.type_into("The name that stands under the slip", CHAIR)
    stage.shoot("slip-enter")
    lock(stage)


DECIDING: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("look at today", look_at_today),
    ("decide a request", decide_one),
    ("approve on last year's terms", approve_on_last_years_terms),
    ("ask a question first", ask_first),
    ("see the letter", see_the_letter),
    ("approve for all", approve_for_all),
    ("enter a slip", enter_a_slip),
)
