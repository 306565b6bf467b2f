from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import FRAME, problems
from tests.gui.pages.registry_samples import SIGNED_ANSWERS, sample_check

from candour.gui.pages.changed import ChangedPage


@pytest.fixture
def shown(qtbot):
    def show(answers) -> ChangedPage:
        page = ChangedPage(FRAME, sample_check(answers))
        qtbot.addWidget(page)
        page.show()
        return page

    return show


def test_each_question_that_was_met_can_be_ticked_and_says_what_was_answered(shown):
    page = shown(SIGNED_ANSWERS)
    assert list(page.ticks.cards)[:3] == ["accounts", "family", "parents"]
    assert "ex-pupils-reached-out" not in page.ticks.cards
    assert page.ticks.cards["own-phone"].accessibleDescription() == "I still do, I will stop"
    assert page.ticks.ticked() == ()


def test_what_is_ticked_goes_on_in_the_order_of_the_questions(qtbot, shown):
    page = shown(SIGNED_ANSWERS)
    for question in ("posts", "family"):
        qtbot.mouseClick(page.ticks.cards[question], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.keyClick(page.ticks.cards["posts"], Qt.Key.Key_Return)
    assert chosen.args == [("family", "posts")]


def test_nothing_ticked_is_said(qtbot, shown):
    page = shown(SIGNED_ANSWERS)
    with qtbot.assertNotEmitted(page.chosen):
        page.go_on()
    assert problems(page) == ["Tick at least one that has changed"]


def test_who_cannot_open_their_answers_is_asked_everything_once_more(qtbot, shown):
    page = shown({})
    assert page.lead.text().startswith("Your present keys cannot open what you said")
    with qtbot.waitSignal(page.chosen) as chosen:
        page.go_on()
    assert chosen.args == [()]
