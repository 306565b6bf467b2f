"""The story that the tour plays, step by step, in the order of a person's year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.gui.places import PEOPLE
from candour.sample import people as cast
from candour.services.place import Place
from candour.tour.after_signing import AFTER_SIGNING
from candour.tour.asking import ASKING
from candour.tour.deciding import DECIDING
from candour.tour.for_hr import FOR_HR
from candour.tour.gallery import show_gallery
from candour.tour.hr_year import HR_YEAR, see_it_as_headteacher
from candour.tour.next_check import NEXT_CHECK
from candour.tour.offices import OFFICES
from candour.tour.on_paper import ON_PAPER
from candour.tour.speaking import SPEAKING
from candour.tour.stage import (
    CHECK,
    PDF_PAINTED,
    answer,
    answer_without_accounts,
    back,
    enter,
    lock,
    open_policy,
    sign,
    sign_in,
)
from candour.tour.together import TOGETHER

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage


def make_the_sample(stage: Stage) -> None:
    """Open the app for the first time, and try it with a sample school."""
    stage.driver.until_title("Welcome")
    stage.shoot("welcome")
    stage.driver.press("Try it with a sample school")
    stage.driver.until(lambda: cast.SCHOOL in stage.app.window.windowTitle(), "no sample school")
    stage.shoot("sign-in")


def ask_for_help_first(stage: Stage) -> None:
    """Open what every page offers, with nobody signed in."""
    stage.driver.press("Tell the designated lead")
    stage.driver.until_title("Go to")
    stage.shoot("stop-card")
    stage.driver.press("Back to where I was")
    stage.driver.press("I have lost my code or passphrase")
    stage.driver.until_title("You need a new code")
    stage.shoot("lost")
    stage.driver.press("Back to signing in")
    stage.driver.until_title(CHECK)


def mistype(stage: Stage) -> None:
    """Sign in with nothing filled in, and be told what to do."""
    stage.driver.press("Sign in")
    stage.driver.until_title("Error:")
    stage.shoot("sign-in-errors")


def sign_in_as_newcomer(stage: Stage) -> None:
    """Sign in for the first time, with the code on a slip."""
    words = Place(stage.out / "register").sample_words()
    if words is None:
        raise LookupError("the sample school is not marked as one")
    sign_in(stage, cast.SUPERVISOR.name, words.code)
    stage.shoot("before-start")


def read_first(stage: Stage) -> None:
    """Open the policy and what is worth reading."""
    open_policy(stage, shoot="policy")
    stage.driver.press("Who sees my answers")
    stage.driver.until_title("Who sees my answers")
    stage.shoot("who-sees")
    back(stage)


def answer_as_newcomer(stage: Stage) -> None:
    """Answer as somebody who has no personal accounts."""
    answer_without_accounts(stage, shoot="accounts-none")
    stage.shoot("check-and-sign-short")


def sign_once(stage: Stage) -> None:
    """Sign with the code alone; once a year is enough, so it goes with "Finish and lock"."""
    sign(stage)
    stage.shoot("signed-with-code")
    stage.driver.press("Finish and lock")
    stage.driver.until_title(CHECK)


def sign_in_as_assistant(stage: Stage) -> None:
    """Sign in as somebody with a passphrase."""
    sign_in(stage, cast.ASSISTANT.name, cast.PASSPHRASE)
    open_policy(stage)
    stage.driver.press("Start my check")


def look_at_accounts(stage: Stage) -> None:
    """Tick accounts, ask for an exception for a sister, and look at the phone."""
    stage.driver.until_title("Which personal accounts")
    for app in ("Facebook", "Instagram", "WhatsApp"):
        stage.driver.tick(app)
    stage.shoot("accounts")
    stage.driver.press("Continue")


def ask_for_an_exception(stage: Stage) -> None:
    """Ask the Headteacher about a sister who is a parent here."""
    stage.driver.until_title("Are you, someone")
    stage.driver.press("Yes")
    stage.shoot("connections")
    stage.driver.press("Add a person or group")
    stage.driver.until_title("Ask ")
    stage.driver.press("One person")
    _ask(stage)
    stage.shoot("ask")
    stage.driver.press("Send")
    stage.driver.until_title("Are you, someone")
    stage.shoot("connections-asked")
    stage.exceptions.append(stage.app.journey.check.requests[-1].reference)
    stage.driver.press("Continue")


def answer_honestly(stage: Stage) -> None:
    """Answer the rest: something found and removed, something still to do, a message that was reported."""
    answer(stage, "Apart from those", "I have looked, and")
    answer(stage, "Is any pupil", "I found some and removed them")
    answer(stage, "Did a pupil", "No", shoot="question-follow-up")
    stage.driver.until_title("Is any ex-pupil")
    stage.driver.press("Continue")
    stage.driver.until_title("Error:")
    stage.shoot("question-error")
    stage.driver.press("I found some and removed them")
    stage.driver.press("Continue")
    answer(stage, "Did an ex-pupil", "No")
    stage.driver.until_title("Since")
    stage.driver.press("Back")
    stage.driver.until_title("Did an ex-pupil")
    stage.driver.press("Back")
    stage.driver.until_title("Is any ex-pupil")
    stage.shoot("question")
    stage.driver.press("I am looking at my phone")
    stage.shoot("phone-cover")
    stage.driver.press("I am back")
    stage.driver.press("Continue")
    stage.driver.until_title("Did an ex-pupil")
    stage.driver.press("Continue")
    answer(stage, "Since", "No")
    answer(stage, "Have you rung", "I still do", shoot="question-to-do")
    answer(stage, "Does all your e-mail", "Yes")


def tell_the_lead(stage: Stage) -> None:
    """Meet the stop card from a question."""
    answer(stage, "Since", "Yes, and", shoot="question-messages")
    answer(stage, "Do you know of any", "I am not sure")
    stage.driver.until_title("Go to")
    stage.shoot("stop-card-from-question")
    stage.driver.press("I am going to tell")
    answer(stage, "Have you posted", "No")
    answer(stage, "Have you looked again", "Yes")


def see_the_pdf(stage: Stage) -> None:
    """See both copies before signing; the bytes shown are the bytes signed."""
    stage.driver.until_title("Check your answers and sign")
    stage.shoot("check-and-sign")
    stage.driver.press("See the PDF first")
    stage.driver.until(lambda: "PDF" in stage.app.window.windowTitle(), "no PDF")
    stage.driver.wait(PDF_PAINTED)
    stage.shoot("pdf-declaration")
    stage.driver.press("Full copy")
    stage.driver.wait(PDF_PAINTED)
    stage.shoot("pdf-full-copy")
    back(stage)


def sign_with_passphrase(stage: Stage) -> None:
    """Sign, and lock."""
    sign(stage)
    stage.shoot("signed")
    stage.driver.press("Finish and lock")
    stage.driver.until_title(CHECK)


def seal_as_keeper(stage: Stage) -> None:
    """Let a keeper sign in: their app seals what is new."""
    enter(stage, cast.BUSINESS_MANAGER.name, PEOPLE)
    stage.shoot("people")
    stage.driver.press("Import or paste a list")
    stage.driver.until(lambda: not stage.app.window.windowTitle().startswith("People"), "no import")
    stage.shoot("people-import")
    lock(stage)


def _ask(stage: Stage) -> None:
    stage.driver.pick("How are you connected", "A close relative")
    stage.driver.type_into("Who is it", "My sister (sample)")
    stage.driver.press("Facebook")
    stage.driver.press("No talk of school")
    stage.driver.pick("Until when", "The child leaves the school")
    stage.driver.pick_first("Its month", "July")


STORY: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("make the sample school", make_the_sample),
    ("ask for help first", ask_for_help_first),
    ("mistype", mistype),
    ("sign in with a code", sign_in_as_newcomer),
    ("read first", read_first),
    ("answer without accounts", answer_as_newcomer),
    ("sign once", sign_once),
    ("sign in with a passphrase", sign_in_as_assistant),
    ("tick accounts", look_at_accounts),
    ("ask for an exception", ask_for_an_exception),
    ("answer honestly", answer_honestly),
    ("tell the lead", tell_the_lead),
    ("see the PDF", see_the_pdf),
    ("sign with a passphrase", sign_with_passphrase),
    *AFTER_SIGNING,
    *ASKING,
    *SPEAKING,
    ("seal", seal_as_keeper),
    *HR_YEAR,
    *ON_PAPER,
    *TOGETHER,
    *DECIDING,
    ("see it as Headteacher", see_it_as_headteacher),
    *FOR_HR,
    *NEXT_CHECK,
    *OFFICES,
    ("show the gallery", show_gallery),
)
