"""What a screen reader is told without being asked: that something was saved, found or exported, each once."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from tests.gui.pages.registry import PAGES
from tests.gui.windows import playing

from candour.gui.pages.held import HeldPage
from candour.gui.pages.people import PeoplePage


@pytest.fixture
def spoken(monkeypatch):
    """Return what is announced, and let every other event go its way."""
    said: list[str] = []
    hand_on = QAccessible.updateAccessibility

    def listen(event) -> None:
        if event.type() == QAccessible.Event.Announcement:
            said.append(event.message())
        hand_on(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return said


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def test_an_answer_that_was_saved_is_announced_once(played, spoken):
    played.sign_in_to_check()
    played.driver.press("Start my check")
    played.driver.until_title("Which personal accounts")
    played.driver.press("Facebook")
    spoken.clear()
    played.driver.press("Continue")
    played.driver.until_title("Are you, someone")
    played.idle()
    assert spoken == ["Saved"]


def test_how_many_match_a_search_is_announced_once(qtbot, theme, spoken):
    page = PAGES["people"](theme)
    assert isinstance(page, PeoplePage)
    qtbot.addWidget(page)
    page.show()
    page.search.field.setText("teacher")
    assert spoken == ["2 people match"]


def test_a_copy_that_was_saved_is_announced_once(qtbot, theme, spoken):
    page = PAGES["held"](theme)
    assert isinstance(page, HeldPage)
    qtbot.addWidget(page)
    page.show()
    page.show_saved("/media/stick/held.pdf")
    assert spoken == ["Saved: /media/stick/held.pdf"]
