from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.gui.pages.around import cut_sideways, problems
from tests.gui.pages.registry_samples import SAVED, SIGNED_ANSWERS, sample_check, sample_to_sign
from tests.gui.pages.settling import settle

from candour.domain.checklist import Unsettled
from candour.gui.pages.check_and_sign import CheckAndSignPage
from candour.gui.pages.check_page import SIGN
from candour.gui.theme import Theme
from candour.gui.widgets.chip import Chip

SECRET = "acorn velvet harbour mitten"


@pytest.fixture
def page(qtbot):
    page = CheckAndSignPage()
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    page.activateWindow()
    return page


def show(page, to_sign=None):
    page.show_to_sign(sample_check(SIGNED_ANSWERS), to_sign or sample_to_sign(), SAVED)
    settle()


def words(page):
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_nothing_is_ticked_or_typed_beforehand(page):
    show(page)
    assert (page.confirm.tick.isChecked(), page.secret.text()) == (False, "")


def test_signing_needs_the_tick_and_the_secret_and_says_so(qtbot, page):
    show(page)
    with qtbot.assertNotEmitted(page.signed):
        page.sign.click()
    assert problems(page) == [
        "Tick the box to confirm before you sign",
        "Type your passphrase, or the code on your slip",
    ]
    page.summary.links()[0].click()
    assert page.focusWidget() is page.confirm.tick


def test_the_signature_carries_what_was_typed(qtbot, page):
    show(page)
    page.confirm.tick.click()
    page.secret.setText(SECRET)
    with qtbot.waitSignal(page.signed, timeout=1000) as blocker:
        qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)
    assert blocker.args == [SECRET]


def test_no_secret_is_asked_for_soon_after_signing_in(qtbot, page):
    show(page, sample_to_sign(ask_secret=False))
    assert not page.secret.isVisible()
    page.confirm.tick.click()
    with qtbot.waitSignal(page.signed, timeout=1000) as blocker:
        page.sign.click()
    assert blocker.args == [""]


def test_a_second_press_while_signing_signs_nothing_twice(page):
    show(page)
    signed: list[str] = []
    page.signed.connect(signed.append)
    page.confirm.tick.click()
    page.secret.setText(SECRET)
    page.sign.click()
    page.sign.click()
    page.go_on()
    assert signed == [SECRET]
    assert (page.sign.words, page.sign.isEnabled()) == ("Signing…", False)


def test_a_wrong_passphrase_is_said_at_its_field_and_the_tick_stays(qtbot, page):
    show(page)
    page.confirm.tick.click()
    page.secret.setText("not this one")
    page.sign.click()
    page.show_refused("That passphrase does not match")
    assert problems(page) == ["That passphrase does not match"]
    assert "That passphrase does not match" in page.secret.field.accessibleDescription()
    assert page.confirm.tick.isChecked()
    page.secret.setText(SECRET)
    with qtbot.waitSignal(page.signed, timeout=1000):
        page.sign.click()


def test_trouble_while_signing_lets_one_try_again(qtbot, page):
    show(page)
    page.confirm.tick.click()
    page.secret.setText(SECRET)
    page.sign.click()
    page.show_trouble("The disk is full. Nothing was signed.")
    with qtbot.waitSignal(page.signed, timeout=1000):
        page.sign.click()


def test_each_answer_can_be_changed_by_a_link_that_names_it(qtbot, page):
    show(page)
    row = next(row for row in page.rows.rows if row.question == "pupils")
    assert row.change.accessibleName() == "Change answer about pupils"
    with qtbot.waitSignal(page.change, timeout=1000) as blocker:
        row.change.click()
    assert blocker.args == ["pupils"]


def test_every_outcome_stands_in_a_chip_with_its_words(page):
    show(page)
    chips = [(chip.text(), chip.role) for chip in page.rows.findChildren(Chip) if chip.isVisible()]
    assert ("Except E-2026-014", "waiting") in chips
    assert ("Open until 30 October 2026", "todo") in chips
    assert chips.count(("Confirmed", "done")) == 9


def test_what_is_open_and_what_was_asked_for_stand_in_cards_of_their_own(page):
    show(page)
    assert "Own phone and e-mail: Open until 30 October 2026" in words(page)
    assert "E-2026-014, My sister, a parent here: Approved, until 31 July 2027" in words(page)


def test_what_is_unsettled_is_listed_with_links_and_keeps_from_signing(qtbot, page):
    unsettled = (
        Unsettled("in-touch", "Answer question 6, being in touch, before you sign"),
        Unsettled("", "Open the policy before you sign"),
    )
    show(page, sample_to_sign(unsettled))
    assert [link.words for link in page.problems] == [problem.sentence for problem in unsettled]
    with qtbot.waitSignal(page.change, timeout=1000) as blocker:
        page.problems[0].click()
    assert blocker.args == ["in-touch"]
    page.confirm.tick.click()
    page.secret.setText(SECRET)
    with qtbot.assertNotEmitted(page.signed):
        page.sign.click()
    assert problems(page) == [problem.sentence for problem in unsettled]


def test_the_pdf_can_be_seen_first_once_everything_is_settled(qtbot, page):
    show(page, sample_to_sign((Unsettled("pupils", "Answer question 4, pupils, before you sign"),)))
    assert not page.pdf.isVisible()
    show(page)
    with qtbot.waitSignal(page.pdf_wanted, timeout=1000):
        page.pdf.click()


def test_the_words_that_are_signed_stand_on_the_page(page):
    show(page)
    assert sample_to_sign().declaration_words in words(page)
    assert page.confirm.tick.label == "I confirm this and want to sign."


def test_saving_and_coming_back_leaves_the_page(qtbot, page):
    show(page)
    with qtbot.waitSignal(page.left, timeout=1000):
        page.later.click()


def test_the_rail_stands_at_check_and_sign(qtbot, page):
    show(page)
    assert page.rail.steps[-1].step.state == "here"
    with qtbot.waitSignal(page.jumped, timeout=1000) as blocker:
        page.rail.steps[0].click()
    assert blocker.args == ["accounts"]
    assert " " in SIGN


def test_a_page_shown_again_has_forgotten_the_secret_and_the_tick(page):
    show(page)
    page.confirm.tick.click()
    page.secret.setText(SECRET)
    show(page)
    assert (page.confirm.tick.isChecked(), page.secret.text()) == (False, "")


def test_everything_fits_a_small_window_with_large_text(page, theme: Theme):
    show(page)
    theme.set_text_size(200)
    page.resize(800, 600)
    settle()
    assert cut_sideways(page) == []
