from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import cut_sideways, problems
from tests.gui.pages.registry_samples import TODAY, sample_check, sample_question
from tests.gui.pages.settling import settle

from candour.domain.checklist import Given
from candour.gui.pages.accounts import AccountsPage
from candour.gui.theme import Theme


@pytest.fixture
def page(qtbot) -> AccountsPage:
    page = AccountsPage()
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show_question(sample_check(), sample_question("accounts"), None, TODAY)
    page.show()
    page.activateWindow()
    settle()
    return page


def test_nothing_is_ticked_beforehand(page):
    assert page.ticks.ticked() == ()


def test_going_on_without_a_tick_says_what_to_do(qtbot, page):
    with qtbot.assertNotEmitted(page.continued):
        page.main_button.click()
    assert problems(page) == ["Tick the accounts you use, or that you have none"]
    page.summary.links()[0].click()
    assert page.focusWidget() is page.ticks.cards["facebook"]


def test_every_ticked_account_goes_on(qtbot, page):
    for key in ("facebook", "whatsapp"):
        page.ticks.cards[key].click()
    with qtbot.waitSignal(page.continued, timeout=1000) as blocker:
        qtbot.keyClick(page.ticks.cards["facebook"], Qt.Key.Key_Return)
    assert blocker.args == [Given("accounts", ("facebook", "whatsapp"))]


def test_having_none_stands_alone(page):
    page.ticks.cards["facebook"].click()
    page.ticks.cards["no-accounts"].click()
    assert page.ticks.ticked() == ("no-accounts",)
    page.ticks.cards["x"].click()
    assert page.ticks.ticked() == ("x",)


def test_what_was_ticked_comes_back(page):
    given = Given("accounts", ("instagram", "games"))
    page.show_question(sample_check(), sample_question("accounts"), given, TODAY)
    assert page.ticks.ticked() == given.choices


def test_the_cards_stand_in_two_columns_and_in_a_small_window_in_one(page, theme: Theme):
    cards = page.ticks.cards
    assert cards["facebook"].y() == cards["instagram"].y()
    theme.set_text_size(200)
    page.resize(800, 600)
    settle()
    assert cut_sideways(page) == []
    assert cards["facebook"].y() < cards["instagram"].y()


def test_the_page_says_who_sees_it(page):
    assert page.sees.text() == "Only you and the Headteacher see this."
