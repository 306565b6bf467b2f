from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from tests.gui.pages.around import cut_sideways, problems

from candour.gui.pages.lost import LostPage
from candour.gui.pages.sign_in import SignInPage
from candour.services.place import SampleWords
from candour.services.results import Named, SignInList

# The offscreen platform says so when the list of names opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)")

NAMES = (Named("a1", "Anna Beispiel"), Named("b2", "Ben Sample"), Named("s3", "Siân Example"))
SAMPLE = SampleWords("apple boat cloud drum", "Ned Newcomer", "7KQ4-M2XD")
LIST = SignInList("Invented Primary School", NAMES, "Harriet Resource", (), can_list=True)


def shown(qtbot, found: SignInList | None = LIST) -> SignInPage:
    page = SignInPage()
    qtbot.addWidget(page)
    page.resize(1000, 800)
    if found is not None:
        page.show_list(found)
    page.show()
    return page


def sign_in(qtbot, page: SignInPage) -> None:
    qtbot.mouseClick(page.sign_in, Qt.MouseButton.LeftButton)


def test_a_chosen_name_is_looked_up_by_its_person(qtbot):
    page = shown(qtbot)
    qtbot.keyClicks(page.picker.field.lineEdit(), "Ben Sample")
    qtbot.keyClicks(page.secret.field, "four invented words here")
    with qtbot.waitSignal(page.signed_in) as signed:
        sign_in(qtbot, page)
    assert signed.args == ["b2", "four invented words here", True]


def test_where_names_cannot_be_listed_the_typed_text_is_looked_up(qtbot):
    page = shown(qtbot, dataclasses.replace(LIST, can_list=False, names=()))
    assert not page.picker.isVisible()
    qtbot.keyClicks(page.typed.field, " 1042 ")
    qtbot.keyClicks(page.secret.field, "7KQ4-M2XD")
    with qtbot.waitSignal(page.signed_in) as signed:
        qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)
    assert signed.args == ["1042", "7KQ4-M2XD", False]


def test_what_is_missing_is_said_and_nothing_is_tried(qtbot):
    page = shown(qtbot)
    with qtbot.assertNotEmitted(page.signed_in):
        sign_in(qtbot, page)
    assert problems(page) == ["Choose your name", "Type your passphrase or the code on your slip"]
    assert page.summary.isVisible()
    assert page.title().startswith("Error:")
    assert "Choose your name" in page.picker.field.accessibleDescription()


def test_a_name_that_nobody_has_is_no_name(qtbot):
    page = shown(qtbot)
    qtbot.keyClicks(page.picker.field.lineEdit(), "Nobody Atall")
    page.secret.setText("x")
    sign_in(qtbot, page)
    assert problems(page) == ["Choose your name"]


def test_nobody_is_chosen_beforehand(qtbot):
    assert shown(qtbot).picker.chosen() is None


def test_the_page_can_be_typed_in_while_the_names_are_still_opening(qtbot):
    page = shown(qtbot, None)
    assert "Opening" in page.picker.hint.text()
    qtbot.keyClicks(page.secret.field, "half a pass")
    page.show_list(LIST)
    assert page.secret.text() == "half a pass"
    assert not page.picker.hint.isVisible()


def test_a_wait_too_short_for_the_names_is_said(qtbot):
    page = shown(qtbot, None)
    page.secret.setText("x")
    sign_in(qtbot, page)
    assert problems(page) == ["Wait a moment: the list of names is still opening"]


def test_after_a_wrong_try_the_button_waits_so_many_seconds(qtbot):
    page = shown(qtbot)
    page.picker.choose("b2")
    page.secret.setText("wrong")
    page.show_not_matching(2)
    assert problems(page) == ["That does not match. Try again in 2 seconds."]
    assert not page.sign_in.isEnabled()
    with qtbot.assertNotEmitted(page.signed_in):
        qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)
    page.count_down()
    assert page.sign_in.words == "Wait 1 second"
    page.count_down()
    assert page.sign_in.isEnabled()
    assert page.sign_in.words == "Sign in"


def test_one_press_signs_in_once(qtbot):
    page = shown(qtbot)
    page.picker.choose("b2")
    page.secret.setText("right")
    tried: list[str] = []
    page.signed_in.connect(lambda person, _secret, _by_name: tried.append(person))
    for _ in range(2):
        qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)
    assert tried == ["b2"]


def test_what_is_typed_is_hidden_until_show_is_pressed(qtbot):
    page = shown(qtbot)
    assert page.secret.field.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(page.secret.reveal, Qt.MouseButton.LeftButton)
    assert page.secret.field.echoMode() == QLineEdit.EchoMode.Normal


def test_the_sample_school_tells_everybody_its_passphrase(qtbot):
    page = shown(qtbot, dataclasses.replace(LIST, sample=SAMPLE))
    assert page.sample is not None
    assert "apple boat cloud drum" in page.sample.text.text()
    assert "Ned Newcomer is new and has a code on a slip: 7KQ4-M2XD" in page.sample.text.text()


def test_a_real_school_shows_no_passphrase(qtbot):
    assert shown(qtbot).sample is None


@pytest.mark.parametrize(
    ("hr", "words"),
    [
        ("Harriet Resource", "No one has been added yet. Harriet Resource can add you."),
        ("", "No one has been added yet."),
    ],
)
def test_with_nobody_added_the_page_says_who_can(qtbot, hr, words):
    page = shown(qtbot, dataclasses.replace(LIST, names=(), hr=hr))
    assert page.empty.text() == words
    assert not page.secret.isVisible()


def test_forgetting_leaves_nothing_of_the_person_on_the_page(qtbot):
    page = shown(qtbot)
    page.picker.choose("b2")
    page.secret.setText("right")
    page.show_not_matching(3)
    page.forget()
    assert (page.secret.text(), page.picker.chosen(), page.has_errors) == ("", None, False)
    assert page.sign_in.isEnabled()


def test_how_it_looks_help_the_policy_and_the_lead_are_there_without_signing_in(qtbot):
    page = shown(qtbot)
    for place, signal in enumerate((page.looks_wanted, page.help_wanted, page.policy_wanted, page.lead_wanted)):
        link = page.links[place]
        assert link.isVisible()
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(link, Qt.MouseButton.LeftButton)


def test_who_has_lost_the_code_is_told_who_gives_a_new_one(qtbot):
    page = LostPage("Harriet Resource")
    qtbot.addWidget(page)
    page.show()
    assert "Harriet Resource can give you a new code here and now." in page.words
    with qtbot.waitSignal(page.went_back):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_the_way_to_a_new_code_is_asked_for_by_its_link(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.lost_wanted):
        qtbot.mouseClick(page.lost, Qt.MouseButton.LeftButton)


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    page = shown(qtbot, dataclasses.replace(LIST, sample=SAMPLE))
    page.show_not_matching(5)
    assert cut_sideways(page) == []
