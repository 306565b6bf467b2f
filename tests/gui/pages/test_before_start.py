from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.gui.pages.around import PACK, check, cut_sideways, problems

from candour.gui.pages.before_start import BeforeStartPage


def shown(qtbot, **changed: object) -> BeforeStartPage:
    page = BeforeStartPage(check(**changed))
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def test_enter_starts_the_check(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.started):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    assert page.start.words == "Start my check"


def test_school_accounts_has_words_of_its_own_and_speaks_of_no_account_of_theirs(qtbot):
    page = shown(qtbot, checklist=PACK.checklist("school"))
    assert (page.heading.text(), page.kicker.text()) == ("The school’s own accounts", "School accounts")
    assert page.start.words == "Start School accounts"
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "the school’s pages, open in your browser or app" in said
    assert "your phone, with your apps signed in" not in said


@pytest.mark.parametrize(
    ("link", "signal"),
    [
        ("read_policy", "policy_wanted"),
        ("who_sees", "who_sees_wanted"),
        ("signing", "signing_wanted"),
        ("promise", "promise_wanted"),
    ],
)
def test_each_link_asks_for_its_page(qtbot, link, signal):
    page = shown(qtbot)
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(getattr(page, link), Qt.MouseButton.LeftButton)


def test_the_policy_is_to_be_opened_once_and_then_that_is_said(qtbot):
    page = shown(qtbot)
    assert (page.policy_chip.text(), page.policy_chip.role) == ("Open it once before you sign", "todo")
    page.show_policy_opened(opened=True)
    assert (page.policy_chip.text(), page.policy_chip.role) == ("You have opened it", "done")


def test_more_time_is_asked_for_once_and_the_new_day_stands_in_words(qtbot):
    page = shown(qtbot)
    assert page.due.text() == "Due Friday 16 October 2026."
    with qtbot.waitSignal(page.more_time_wanted):
        qtbot.mouseClick(page.more_time, Qt.MouseButton.LeftButton)
    assert not page.more_time.isEnabled()
    page.show_more_time(date(2026, 10, 30))
    assert page.due.text() == "You now have until Friday 30 October 2026."
    assert not page.more_time.isVisible()


def test_time_that_cannot_be_given_is_said_and_may_be_asked_for_again(qtbot):
    page = shown(qtbot)
    page.show_time_refused("You have had more time already: ask Harriet Resource.")
    assert problems(page) == ["You have had more time already: ask Harriet Resource."]
    assert page.more_time.isEnabled()


def test_no_secrecy_is_promised(qtbot):
    page = shown(qtbot)
    texts = [label.text() for label in page.findChildren(type(page.lead))]
    assert any("the Headteacher has to act on it" in text for text in texts)


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot)) == []
