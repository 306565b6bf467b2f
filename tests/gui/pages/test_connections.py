from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from tests.gui.pages.around import cut_sideways, problems
from tests.gui.pages.registry_samples import TODAY, sample_check, sample_question
from tests.gui.pages.settling import settle

from candour.domain.checklist import Given
from candour.gui.pages.connections import ConnectionsPage
from candour.gui.theme import Theme
from candour.services.results import OpenRequest


@pytest.fixture
def page(qtbot) -> ConnectionsPage:
    page = ConnectionsPage()
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def ask(page, check=None, given=None):
    page.show_question(check or sample_check(), sample_question("family"), given, TODAY)
    settle()


def without_requests():
    return replace(sample_check(), requests=())


def test_nothing_is_chosen_beforehand_and_going_on_says_what_to_choose(qtbot, page):
    ask(page)
    with qtbot.assertNotEmitted(page.continued):
        page.main_button.click()
    assert problems(page) == ["Choose No, or Yes if there is somebody"]


def test_no_goes_on_at_once_and_names_nobody(qtbot, page):
    ask(page)
    page.answers.choose("none")
    with qtbot.waitSignal(page.continued, timeout=1000) as blocker:
        page.main_button.click()
    assert blocker.args == [Given("family", ("none",))]


def test_yes_shows_each_request_with_its_state_and_end(page):
    ask(page)
    page.answers.choose("some")
    settle()
    words = [label.text() for label in page.rows.findChildren(QLabel) if label.isVisible()]
    assert "My sister, a parent here" in words
    assert "Approved" in words
    assert "E-2026-014, until 31 July 2027" in words


def test_yes_goes_on_with_its_requests(qtbot, page):
    ask(page)
    page.answers.choose("some")
    with qtbot.waitSignal(page.continued, timeout=1000) as blocker:
        page.main_button.click()
    assert blocker.args == [Given("family", ("some",), requests=("E-2026-014", "E-2026-021"))]


def test_yes_without_anybody_says_kindly_what_to_add(qtbot, page):
    ask(page, without_requests())
    page.answers.choose("some")
    with qtbot.assertNotEmitted(page.continued):
        page.main_button.click()
    assert problems(page) == ["Add each person or group, one at a time. Nobody else sees who it is"]
    page.summary.links()[0].click()
    assert page.focusWidget() is page.rows.add


def test_a_person_or_group_can_be_added(qtbot, page):
    ask(page, without_requests())
    page.answers.choose("some")
    with qtbot.waitSignal(page.request_wanted, timeout=1000):
        page.rows.add.click()


@pytest.mark.parametrize("state", ["Not approved", "Withdrawn", "Ended"])
def test_a_request_that_no_longer_holds_is_shown_and_does_not_count(qtbot, page, state):
    request = OpenRequest("E-2026-030", "connection", state, "An old friend", None)
    ask(page, replace(sample_check(), requests=(request,)))
    page.answers.choose("some")
    assert len(page.rows.cards) == 1
    with qtbot.assertNotEmitted(page.continued):
        page.main_button.click()


def test_requests_of_another_kind_are_not_shown(page):
    approval = OpenRequest("E-2026-031", "prior approval", "Approved", "The residential trip", None)
    ask(page, replace(sample_check(), requests=(approval,)))
    assert page.rows.cards == []


def test_the_declaration_names_references_and_never_who(page):
    ask(page)
    page.answers.choose("some")
    words = page.answers.cards["some"].accessibleDescription()
    assert "Except E-2026-014; Waiting for E-2026-021" in words
    assert "sister" not in words


def test_what_was_given_comes_back(page):
    ask(page, given=Given("family", ("some",), requests=("E-2026-014",)))
    assert page.answers.chosen() == "some"


def test_everything_fits_a_small_window_with_large_text(page, theme: Theme):
    ask(page, given=Given("family", ("some",)))
    theme.set_text_size(200)
    page.resize(800, 600)
    settle()
    assert cut_sideways(page) == []
