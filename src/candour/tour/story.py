"""The story that the tour plays, step by step, in the order of a person's year."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from candour.sample import people as cast
from candour.services.place import Place

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
    _sign_in(stage, cast.SUPERVISOR.name, words.code)
    stage.shoot("before-start")


def read_first(stage: Stage) -> None:
    """Open the policy and what is worth reading."""
    stage.driver.press("The policy of")
    stage.driver.until_title("Social Networking")
    stage.shoot("policy")
    _back(stage)
    stage.driver.press("Who sees my answers")
    stage.driver.until_title("Who sees my answers")
    stage.shoot("who-sees")
    _back(stage)


def answer_without_accounts(stage: Stage) -> None:
    """Answer as somebody who has no personal accounts: half of the questions are left out."""
    stage.driver.press("Start my check")
    _answer(stage, "Which personal accounts", "I have no personal accounts", shoot="accounts-none")
    _answer(stage, "Are you, someone", "No")
    _answer(stage, "Have you rung", "No, or only what is approved")
    _answer(stage, "Does all your e-mail", "I send no e-mail for work")
    _answer(stage, "Since", "No")
    _answer(stage, "Do you know of any", "No")
    stage.driver.until_title("Check your answers and sign")
    stage.shoot("check-and-sign-short")


def sign_once(stage: Stage) -> None:
    """Sign with the code alone; once a year is enough, so it goes with "Finish and lock"."""
    _sign(stage)
    stage.shoot("signed-with-code")
    stage.driver.press("Finish and lock")
    stage.driver.until_title(CHECK)


def sign_in_as_assistant(stage: Stage) -> None:
    """Sign in as somebody with a passphrase."""
    _sign_in(stage, cast.ASSISTANT.name, cast.PASSPHRASE)
    stage.driver.press("The policy of")
    stage.driver.until_title("Social Networking")
    _back(stage)
    stage.driver.press("Start my check")


def look_at_accounts(stage: Stage) -> None:
    """Tick accounts, ask for an exception for a sister, and look at the phone."""
    stage.driver.until_title("Which personal accounts")
    for app in ("Facebook", "Instagram", "WhatsApp"):
        stage.driver.press(app)
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
    stage.exceptions.append(f"E-{_year(stage)}-001")
    stage.driver.press("Continue")


def answer_honestly(stage: Stage) -> None:
    """Answer the rest: something found and removed, something still to do, a message that was reported."""
    _answer(stage, "Apart from those", "I have looked, and")
    _answer(stage, "Is any pupil", "I found some and removed them")
    _answer(stage, "Did a pupil", "No", shoot="question-follow-up")
    stage.driver.until_title("Is any ex-pupil")
    stage.driver.press("Continue")
    stage.driver.until_title("Error:")
    stage.shoot("question-error")
    stage.driver.press("I found some and removed them")
    stage.driver.press("Continue")
    _answer(stage, "Did an ex-pupil", "No")
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
    _answer(stage, "Since", "No")
    _answer(stage, "Have you rung", "I still do", shoot="question-to-do")
    _answer(stage, "Does all your e-mail", "Yes")


def tell_the_lead(stage: Stage) -> None:
    """Meet the stop card from a question."""
    _answer(stage, "Since", "Yes, and", shoot="question-messages")
    _answer(stage, "Do you know of any", "I am not sure")
    stage.driver.until_title("Go to")
    stage.shoot("stop-card-from-question")
    stage.driver.press("I am going to tell")
    _answer(stage, "Have you posted", "No")
    _answer(stage, "Have you looked again", "Yes")


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
    _back(stage)


def sign_with_passphrase(stage: Stage) -> None:
    """Sign, and lock."""
    _sign(stage)
    stage.shoot("signed")
    stage.driver.press("Finish and lock")
    stage.driver.until_title(CHECK)


def come_back_signed(stage: Stage) -> None:
    """Come back after signing."""
    _sign_in(stage, cast.ASSISTANT.name, cast.PASSPHRASE, title="")
    stage.shoot("home-signed")
    stage.app.lock()
    stage.driver.until_title(CHECK)


def seal_as_keeper(stage: Stage) -> None:
    """Let a keeper sign in: their app seals what is new."""
    _sign_in(stage, cast.BUSINESS_MANAGER.name, cast.PASSPHRASE)
    stage.driver.until(lambda: not stage.app.tasks.busy, "sealing does not end")
    stage.app.lock()
    stage.driver.until_title(CHECK)
    stage.driver.until(lambda: not stage.app.tasks.busy, "locking does not end")


STORY: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("make the sample school", make_the_sample),
    ("ask for help first", ask_for_help_first),
    ("mistype", mistype),
    ("sign in with a code", sign_in_as_newcomer),
    ("read first", read_first),
    ("answer without accounts", answer_without_accounts),
    ("sign once", sign_once),
    ("sign in with a passphrase", sign_in_as_assistant),
    ("tick accounts", look_at_accounts),
    ("ask for an exception", ask_for_an_exception),
    ("answer honestly", answer_honestly),
    ("tell the lead", tell_the_lead),
    ("see the PDF", see_the_pdf),
    ("sign with a passphrase", sign_with_passphrase),
    ("come back", come_back_signed),
    ("seal", seal_as_keeper),
)


def _sign_in(stage: Stage, name: str, secret: str, title: str = CHECK) -> None:
    stage.driver.pick("Choose your name", name)
    stage.driver.type_into("Your passphrase, or the code on your slip", secret)
    stage.driver.press("Sign in")
    stage.driver.until(lambda: stage.app.signed_in, "nobody is signed in")
    stage.driver.until_title(title)


def _answer(stage: Stage, heading: str, answer: str, shoot: str = "") -> None:
    stage.driver.until_title(heading)
    stage.driver.press(answer)
    if shoot:
        stage.shoot(shoot)
    stage.driver.press("Continue")


def _ask(stage: Stage) -> None:
    stage.driver.pick("How are you connected", "A close relative")
    stage.driver.type_into("Who is it", "My sister (sample)")
    stage.driver.press("Facebook")
    stage.driver.press("No talk of school")
    stage.driver.pick("Until when", "The child leaves the school")
    stage.driver.pick("Its month", f"July {_year(stage) + 1}")


def _sign(stage: Stage) -> None:
    stage.driver.press("I confirm this and want to sign")
    stage.driver.press("Sign my declaration")
    stage.driver.until_title("You have signed")


def _back(stage: Stage) -> None:
    stage.driver.press("Back")


def _year(stage: Stage) -> int:
    return int(stage.app.journey.check.round[:4])
