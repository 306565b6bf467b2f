from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from tests.gui.pages.around import cut_sideways, problems
from tests.gui.pages.registry_samples import SAMPLE_APPROVAL, TODAY, sample_asking, sample_check, sample_question
from tests.gui.pages.settling import settle

from candour.domain.exception_request import AskedFor
from candour.gui.pages.ask import AskPage
from candour.gui.pages.ask_fields import GROUP, PERSON
from candour.gui.theme import Theme


@pytest.fixture
def page(qtbot):
    return ask(qtbot, "family")


def ask(qtbot, question, **more):
    page = AskPage(sample_asking(), sample_question(question), TODAY, check=sample_check(), **more)
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    settle()
    return page


def fill(page):
    page.fields.who_kind.choose(PERSON)
    page.fields.connection.choose("A close relative")
    page.fields.who.setText("  Ida Invented, 4B ")
    page.fields.where.cards["facebook"].click()
    page.fields.safeguards.cards["No talk of school"].click()
    page.fields.ends.choose("The child leaves the school")
    page.fields.month.choose("July 2027")


def test_an_empty_request_names_everything_that_is_missing_and_is_not_sent(qtbot, page):
    with qtbot.assertNotEmitted(page.sent):
        page.main_button.click()
    assert problems(page) == [
        "Choose one person, or a group",
        "Choose how you are connected",
        "Write who it is",
        "Tick at least one account or way of getting in touch",
        "Say how you will keep school out of it",
        "Choose what ends it",
        "Choose the month in which it ends",
    ]


def test_a_filled_request_is_sent_as_it_was_written(qtbot, page):
    fill(page)
    with qtbot.waitSignal(page.sent, timeout=1000) as blocker:
        page.main_button.click()
    assert blocker.args == [
        AskedFor(
            kind="connection",
            question="family",
            connection="A close relative",
            who="Ida Invented, 4B",
            where=("Facebook",),
            safeguards=("No talk of school",),
            line="",
            ends="The child leaves the school",
            until=date(2027, 7, 31),
            group=False,
            about_headteacher=False,
        )
    ]


def test_a_group_and_the_headteacher_are_said(qtbot, page):
    fill(page)
    page.fields.who_kind.choose(GROUP)
    page.fields.headteacher.click()
    with qtbot.waitSignal(page.sent, timeout=1000) as blocker:
        page.main_button.click()
    assert (blocker.args[0].group, blocker.args[0].about_headteacher) == (True, True)


def test_only_the_ticked_accounts_are_offered_and_another_way(page):
    assert list(page.fields.where.cards) == ["facebook", "instagram", "whatsapp", "another way"]


def test_the_line_alone_is_enough_to_keep_school_out_of_it(page):
    fill(page)
    page.fields.safeguards.cards["No talk of school"].click()
    page.fields.line.setText("We only share recipes")
    page.main_button.click()
    assert problems(page) == []


def test_a_prior_approval_asks_for_the_channel_and_not_for_a_connection(qtbot):
    page = ask(qtbot, "own-phone")
    page.main_button.click()
    assert "Choose how you are connected" not in problems(page)
    assert problems(page)[0] == "Write what you need it for"
    assert list(page.fields.where.cards) == ["phone", "email", "app"]
    assert page.asked_for().kind == "prior approval"


def test_beside_the_name_stands_who_sees_it(page):
    assert page.fields.who.hint.text() == "Only you and the Headteacher see this."
    assert page.fields.who.hint.text() in page.fields.who.field.accessibleDescription()


def test_what_to_do_while_waiting_stands_on_the_page(page):
    words = [label.text() for label in page.findChildren(QLabel)]
    assert "Until you hear back, do not write about school." in words


def test_what_was_written_stays_when_it_could_not_be_sent(page):
    fill(page)
    before = page.asked_for()
    page.show_trouble("The register cannot be reached.")
    assert page.asked_for() == before


def test_everything_fits_a_small_window_with_large_text(page, theme: Theme):
    theme.set_text_size(200)
    page.resize(800, 600)
    settle()
    assert cut_sideways(page) == []


def test_a_colleague_is_chosen_by_name_and_a_name_that_is_none_is_asked_about(qtbot, page):
    fill(page)
    page.fields.staff.field.setEditText("Nobody of ours")
    page.main_button.click()
    assert problems(page) == ["Choose a name from the list, or leave it empty"]
    page.fields.staff.choose("p2")
    with qtbot.waitSignal(page.sent, timeout=1000) as blocker:
        page.main_button.click()
    assert blocker.args[0].staff == "p2"


def test_what_is_written_comes_back_as_it_was(qtbot, page):
    fill(page)
    page.fields.staff.choose("p1")
    page.fields.headteacher.click()
    written = page.asked_for()
    again = ask(qtbot, "family", begun=written, draft="d1")
    assert again.asked_for() == written
    assert not again.touched
    again.fields.line.setText("One more thing")
    assert again.touched


def test_a_month_that_is_past_is_chosen_anew(qtbot):
    page = ask(qtbot, "own-phone", begun=replace(SAMPLE_APPROVAL, until=date(2026, 7, 31)))
    page.main_button.click()
    assert problems(page) == ["Choose the month in which it ends"]


def test_an_empty_request_is_not_touched_and_only_a_draft_can_be_dropped(qtbot, page):
    assert not page.touched
    assert not page.drop.isVisible()
    draft = ask(qtbot, "own-phone", begun=SAMPLE_APPROVAL, draft="d1")
    with qtbot.waitSignal(draft.dropped, timeout=1000):
        draft.drop.click()
    with qtbot.waitSignal(draft.kept, timeout=1000):
        draft.keep.click()


def test_a_standing_approval_can_be_ticked_instead(qtbot):
    page = ask(qtbot, "own-phone")
    assert list(page.fields.approved.cards) == ["Ringing the school yourself", "The residential trip’s phone"]
    page.fields.approved.cards["The residential trip’s phone"].click()
    assert page.fields.covered.isVisible()
    assert page.main_button.text() == "This is all I need"
    with qtbot.waitSignal(page.covered, timeout=1000):
        page.main_button.click()
    page.fields.approved.cards["The residential trip’s phone"].click()
    assert page.main_button.text() == "Send"


def test_a_question_without_standing_approvals_offers_none(page):
    assert page.fields.approved is None


def test_outside_of_a_check_there_is_no_rail_and_every_platform_is_offered(qtbot):
    ground = replace(sample_asking(), answers={})
    page = AskPage(ground, sample_question("family"), TODAY)
    qtbot.addWidget(page)
    page.show()
    assert not page.rail.isVisible()
    assert {"facebook", "tiktok", "another way"} <= set(page.fields.where.cards)
