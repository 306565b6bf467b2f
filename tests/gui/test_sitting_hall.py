"""A whole hall at one computer: three minutes for each, by the keyboard alone, and no weight left behind."""

from __future__ import annotations

import gc
import time
from datetime import timedelta
from statistics import median

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.gui.test_sitting import at_names, come_in, sign, start
from tests.gui.windows import playing
from tests.schools import TODAY, answer_all

from candour.gui.pages.check_and_sign import CheckAndSignPage
from candour.gui.widgets.choices import ChoiceCard, TickCard
from candour.services.people import NewPerson

HALL = 20
ANSWERS = ("No", "No, or only what is approved", "Yes", "No", "No")
THREE_MINUTES = 180
KEY, LETTER_OF_A_CODE, THOUGHT, WORDS_A_SECOND = 0.28, 0.75, 1.35, 238 / 60
"""Seconds for a key, for a letter copied from a code, for making up one's mind on a page, and how fast people read.

The first three are those of the keystroke-level model (Card, Moran and Newell), the last is a usual rate.
"""

MET = (
    "Choose your name",
    "Uma Specimen-01",
    "Your yearly social media check",
    "Which personal accounts",
    "Are you, someone",
    "Have you rung",
    "Does all your e-mail",
    "Since",
    "Do you know of any",
    "Check your answers and sign",
)
"""The pages that somebody meets who has no personal accounts and found nothing; the names are next."""


def hall(school, count):
    """Bring so many new people into the check, and return each name with the code on their slip."""
    office = school.office()
    numbers = range(1, count + 1)
    people = [NewPerson(f"7{each:03}", f"Uma Specimen-{each:02}", "", "Guest", "Hall") for each in numbers]
    added = office.people().add(people)
    for each in added:
        office.people().ask_by(each.person, TODAY + timedelta(days=20))
    slips = office.keepers().invite_all([each.person for each in added])
    office.sign_in.lock()
    return list(zip(added, [slip.code for slip in slips], strict=True))


@pytest.fixture
def guests(school):
    return hall(school, 1)


@pytest.fixture
def played(qapp, school, guests, tmp_path):
    yield from playing(qapp, school, tmp_path)


class Keys:
    """Presses keys where the focus is, counts them, and counts the words that each page gives to read."""

    def __init__(self, played):
        self.played, self.presses, self.words, self.met, self.seen = played, 0, 0, [], []

    def at(self, begins):
        self.played.driver.until_title(begins)
        self.played.idle()
        self.played.app.window.activateWindow()
        self.played.driver.until(self.played.app.window.isActiveWindow, "the window is not active")
        self.played.driver.settle()
        if begins not in self.met:
            self.met.append(begins)
            self.words += len(" ".join(self.to_read(self.played.app.window.page)).split())

    def to_read(self, page):
        """Return what somebody reads who knows the questions from their slip: headings, answers, all they sign."""
        if isinstance(page, CheckAndSignPage):
            return [part.text() for part in page.findChildren(QLabel) if part.isVisible()]
        cards = [*page.findChildren(ChoiceCard), *page.findChildren(TickCard)]
        return [page.heading.text(), page.lead.text(), *(card.label for card in cards if card.isVisible())]

    def press(self, key, times=1):
        for _ in range(times):
            QTest.keyClick(self.played.app.window.focusWidget(), key)
            self.presses += 1

    def type(self, text):
        for letter in text:
            QTest.keyClicks(self.played.app.window.focusWidget(), letter)
            self.presses += 1

    def tab_to(self, name):
        """Press Tab until the focus is on the part that is called so."""
        for _ in range(40):
            self.press(Qt.Key.Key_Tab)
            part = self.played.app.window.focusWidget()
            self.seen.append(part.accessibleName() or part.text())
            if (part.accessibleName() or part.text()).startswith(name):
                return
        raise AssertionError((name, self.seen))


def test_three_minutes_and_the_keyboard_are_enough_for_somebody_who_found_nothing(played, guests):
    (_, code), *_ = guests
    start(played)
    keys = Keys(played)
    keys.at(MET[0])
    keys.type("uma")
    keys.press(Qt.Key.Key_Return)
    keys.at(MET[1])
    keys.press(Qt.Key.Key_Tab)
    keys.type(code)
    keys.press(Qt.Key.Key_Return)
    keys.at(MET[2])
    keys.tab_to("The policy of")
    keys.press(Qt.Key.Key_Return)
    played.driver.until_title("Social Networking")
    keys.press(Qt.Key.Key_Escape)
    keys.at(MET[2])
    keys.tab_to("Start my check")
    keys.press(Qt.Key.Key_Return)
    keys.at(MET[3])
    keys.tab_to("I have no personal accounts")
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_Return)
    for title, answer in zip(MET[4:9], ANSWERS, strict=True):
        keys.at(title)
        keys.tab_to(answer)
        keys.press(Qt.Key.Key_Space)
        keys.press(Qt.Key.Key_Return)
    keys.at(MET[9])
    keys.tab_to("I confirm this and want to sign")
    keys.press(Qt.Key.Key_Space)
    keys.tab_to("Sign my declaration")
    keys.press(Qt.Key.Key_Return)
    at_names(played)
    assert played.app.window.page.thanks is not None
    keying = (keys.presses - len(code)) * KEY + len(code) * LETTER_OF_A_CODE
    seconds = keying + len(keys.met) * THOUGHT + keys.words / WORDS_A_SECOND
    assert tuple(keys.met) == MET
    assert keys.presses <= 80
    assert seconds <= THREE_MINUTES


@pytest.fixture
def full(qapp, school, tmp_path):
    everybody = hall(school, HALL)
    for who, code in everybody:
        theirs = school.desk(who.number, code)
        answer_all(theirs)
        theirs.sign_in.lock()
    for played in playing(qapp, school, tmp_path):
        start(played)
        yield played, everybody


def test_twenty_in_a_row_leave_no_page_and_no_weight_behind_and_the_last_waits_no_longer(full, school):
    played, everybody = full
    parts, objects, work = [], [], []
    for who, code in everybody:
        begun = time.process_time()
        come_in(played, who, code)
        sign(played)
        at_names(played)
        work.append(time.process_time() - begun)
        played.app.window.page.end_thanks()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        parts.append(len(QApplication.allWidgets()))
        objects.append(len(gc.get_objects()))
    assert parts[5:] == [parts[5]] * (HALL - 5), parts
    assert objects[-1] - objects[5] < 1_500, objects
    assert median(work[-5:]) < 1.5 * median(work[:5]), work
