"""The first chapter of the tour: a school of five is set up by hand, up to a check that is open."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QPlainTextEdit

from candour.services.place import Place
from candour.tour.stage import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from candour.tour.stage import Stage

FOLDER = "first-run"
"""Where the chapter's own register lies, in the tour's folder."""

SCHOOL = "Harbour Lane Primary School (sample)"
PASSPHRASE = "gravel lantern seven owls"  # noqa: S105 - of an invented person, in a school that is marked as sample
ME = "Bea Bursar-Sample"
HEAD = "Hal Head-Sample"
PASTED = "4, Teo Teacher-Sample, teo@sample.example, Class teacher\n5, Ann Aide-Sample,, Teaching assistant"

_SECRET = "Your passphrase, or the code on your slip"  # noqa: S105 - the name of a field


def mark_sample(folder: Path) -> None:
    """Make the folder of a sample school: passphrases cost little there, and no keyring is asked."""
    folder.mkdir()
    words = {"passphrase": PASSPHRASE, "newcomer": "", "code": ""}
    Place(folder).sample_mark.write_text(json.dumps(words), encoding="utf-8")


def set_up_school(stage: Stage) -> None:
    """Say what the school is called, who sets it up, and where its register lies."""
    driver = stage.driver
    driver.press("Set up our school")
    driver.until_title("Our school, and you")
    driver.until(lambda: not stage.app.tasks.busy, "no folder is proposed")
    for field, words in (
        ("The school’s name", SCHOOL),
        ("Your name", ME),
        ("Your staff number", "1"),
        ("Your role", "School business manager"),
        ("Your passphrase", PASSPHRASE),
    ):
        driver.type_into(field, words)
    stage.shoot("set-up-school")
    driver.press("Save and continue")
    _next(stage, "Names and offices")


def fill_offices(stage: Stage) -> None:
    """Say who holds which office, and who is the second keeper."""
    driver = stage.driver
    driver.pick("Who is the Headteacher?", "Somebody else")
    driver.type_into("Name of the Headteacher", HEAD)
    driver.type_into("Staff number of the Headteacher", "2")
    driver.pick("Who is the designated lead?", "The Headteacher")
    driver.type_into("Room of the designated lead", "Room 1")
    driver.pick("Who is the deputy lead?", "Somebody else")
    driver.type_into("Name of the deputy lead", "Dot Deputy-Sample")
    driver.type_into("Staff number of the deputy lead", "3")
    driver.pick("Who is the second keeper?", "The deputy lead")
    stage.shoot("set-up-offices")
    driver.press("Save and continue")
    _next(stage, "The policy, and what we promise")


def settle_policy(stage: Stage) -> None:
    """Settle what the policy leaves open, and what the school promises."""
    stage.driver.press("None at all, as G.2 says")
    stage.driver.press("It is agreed with staff")
    stage.driver.type_into("Agreed with whom", "staff and their unions")
    stage.shoot("set-up-policy")
    stage.driver.press("Save and continue")
    _next(stage, "People")


def add_people(stage: Stage) -> None:
    """Paste two people."""
    stage.driver.find(QPlainTextEdit, "Lines to add").setPlainText(PASTED)
    stage.driver.press("Add these people")
    stage.driver.until(lambda: not stage.app.tasks.busy, "nobody is added")
    stage.shoot("set-up-people")
    stage.driver.press("Continue")
    _next(stage, "A second place for back-ups")


def choose_second_place(stage: Stage) -> None:
    """Make the first back-up in a second place."""
    stage.driver.type_into("Folder for back-ups", str(stage.out / "second-place"))
    stage.shoot("set-up-backup")
    stage.driver.press("Make the first back-up")
    _next(stage, "The recovery sheet")


def check_sheet(stage: Stage) -> None:
    """Type three words from the sheet."""
    stage.shoot("set-up-recovery")
    page = _page(stage)
    for place in page.fields:
        stage.driver.type_into(f"Word {place}", page.words.words[place - 1])
    stage.driver.press("Compare and continue")
    _next(stage, "Ready")


def make_slips(stage: Stage) -> None:
    """Make the slips, as after choosing a file in the system's window, and let the Headteacher in with theirs."""
    page, driver = _page(stage), stage.driver
    page.slips_wanted.emit(str(stage.out / "slips.pdf"))
    driver.until(page.made.isVisible, "no slips")
    stage.shoot("set-up-ready")
    driver.press("Leave and go on later")
    driver.until_title(CHECK)
    driver.pick("Choose your name", HEAD)
    driver.type_into(_SECRET, _code(stage))
    driver.press("Sign in")
    driver.until_title("Your office’s recovery sheet")
    stage.shoot("office-sheet")
    driver.press("I have printed it")
    driver.press("Continue")
    driver.until_title("Your keys")
    stage.shoot("your-keys")
    driver.press("Continue")
    driver.until_title("Welcome")
    stage.shoot("choose-passphrase")
    driver.press("Use these words")
    driver.until(lambda: not stage.app.tasks.busy, "no passphrase is kept")
    driver.press("Continue")
    driver.until(lambda: stage.app.signed_in and not stage.app.tasks.busy, "the Headteacher is not signed in")
    _lock(stage)


def open_round(stage: Stage) -> None:
    """Open the check, now that the Headteacher has signed in."""
    stage.driver.pick("Choose your name", ME)
    stage.driver.type_into(_SECRET, PASSPHRASE)
    stage.driver.press("Sign in")
    stage.driver.until_title("Your keys")
    stage.driver.press("Continue")
    _next(stage, "Ready")
    stage.driver.press("Open the check")
    stage.driver.until(lambda: _page(stage).page_id != "set-up-ready", "the check does not open")
    _lock(stage)


SET_UP: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("set up a school", set_up_school),
    ("fill its offices", fill_offices),
    ("settle its policy", settle_policy),
    ("add its people", add_people),
    ("choose a second place", choose_second_place),
    ("check the recovery sheet", check_sheet),
    ("make slips", make_slips),
    ("open the check", open_round),
)


def _page(stage: Stage) -> Any:
    return stage.app.window.page


def _next(stage: Stage, title: str) -> None:
    stage.driver.until_title(title)
    stage.driver.until(lambda: not stage.app.tasks.busy, f"“{title}” does not rest")


def _lock(stage: Stage) -> None:
    stage.app.lock()
    stage.driver.until_title(CHECK)
    stage.driver.until(lambda: not stage.app.tasks.busy, "locking does not end")


def _code(stage: Stage) -> str:
    """Return the Headteacher's code, read from the slips as Qt reads a PDF's text."""
    from PySide6.QtPdf import QPdfDocument  # noqa: PLC0415 - QtPdf waits until a PDF is read

    slips = QPdfDocument()
    slips.load(str(stage.out / "slips.pdf"))
    text = slips.getAllText(0).text().partition(HEAD)[2]
    slips.close()
    found = re.search(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}", text)
    if found is None:
        raise LookupError("no code on the Headteacher's slip")
    return found[0]
