from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import cut_sideways, problems, signed

from candour.gui.pages.signed import SignedPage


def shown(qtbot, **changed: object) -> SignedPage:
    page = SignedPage(signed(**changed))
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_date_time_reference_and_policy_are_said(qtbot):
    page = shown(qtbot)
    assert page.facts == (
        ("Signed", "Friday 16 October 2026, 09:42"),
        ("Reference", "D-2026-0038"),
        ("Policy", "Social Networking and Social Media Policy of 5 February 2025"),
    )


def test_something_still_to_do_comes_first_of_what_is_next(qtbot):
    page = shown(qtbot, open_until=date(2026, 10, 30))
    assert page.next_lines[0].startswith("You have something to do by Friday 30 October 2026.")


def test_nothing_to_do_is_not_mentioned(qtbot):
    assert not any("to do" in line for line in shown(qtbot).next_lines)


def test_enter_finishes_and_locks(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_what_is_left_to_sign_is_said_and_is_where_enter_leads(qtbot):
    page = shown(qtbot, left=(("school", "School accounts"),))
    assert page.next_lines[0] == "Still to sign: School accounts."
    with qtbot.waitSignal(page.next_wanted) as wanted:
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    assert wanted.args == ["school"]
    with qtbot.waitSignal(page.finished):
        press(qtbot, page.finish)


def test_a_code_stays_good_while_something_is_left_and_the_page_says_so(qtbot):
    left = (("school", "School accounts"),)
    assert "Your code stays good until then" in shown(qtbot, left=left, offer_passphrase=True).next_lines[0]
    assert not any("code" in line for line in shown(qtbot, left=left).next_lines)


def test_a_copy_is_asked_for_and_where_it_lies_is_said(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.save_wanted):
        press(qtbot, page.save)
    page.show_saved("Documents/declaration.pdf")
    assert page.saved.text() == "Saved: Documents/declaration.pdf"


def test_a_copy_that_could_not_be_saved_does_not_shake_the_signature(qtbot):
    page = shown(qtbot)
    page.show_not_saved()
    assert page.banner is not None
    assert page.banner.text.text().startswith("Your declaration is signed and safe.")
    page.show_saved("elsewhere.pdf")
    assert page.banner is None


def test_nobody_is_offered_a_passphrase_who_has_no_use_for_one(qtbot):
    assert shown(qtbot).offer is None


def test_the_proposed_words_are_taken_with_one_press(qtbot):
    page = shown(qtbot, offer_passphrase=True)
    assert page.offer is not None
    with qtbot.waitSignal(page.passphrase_chosen) as chosen:
        press(qtbot, page.offer.use)
    assert chosen.args == ["acorn velvet harbour mitten"]


def test_an_offer_may_be_left(qtbot):
    page = shown(qtbot, offer_passphrase=True)
    with qtbot.waitSignal(page.finished):
        press(qtbot, page.finish)


def test_who_holds_an_office_finishes_with_a_passphrase_only(qtbot):
    page = shown(qtbot, must_choose_passphrase=True)
    with qtbot.assertNotEmitted(page.finished):
        press(qtbot, page.finish)
    assert problems(page) == ["Choose a passphrase before you finish"]
    page.show_passphrase_kept()
    with qtbot.waitSignal(page.finished):
        press(qtbot, page.finish)


def test_what_is_refused_is_said_beside_the_words_and_at_the_top(qtbot):
    page = shown(qtbot, offer_passphrase=True)
    assert page.offer is not None
    page.offer.show_own()
    page.show_passphrase_refused("Choose words that are less common")
    assert problems(page) == ["Choose words that are less common"]
    assert "Choose words that are less common" in page.offer.own.field.accessibleDescription()


@pytest.mark.parametrize("which", ["offer_passphrase", "must_choose_passphrase"])
def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme, which):
    theme.set_text_size(200)
    page = shown(qtbot, open_until=date(2026, 10, 30), **{which: True})
    assert cut_sideways(page) == []
