from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import TO_DO, problems
from tests.gui.pages.registry_samples import sample_to_sign

from candour.domain.checklist import Unsettled
from candour.gui.pages.to_do_done import ToDoDonePage

AGAIN = "D-2026-0038-2"


@pytest.fixture
def shown(qtbot):
    def show(**changed: Any) -> ToDoDonePage:
        to_sign = dataclasses.replace(sample_to_sign(), reference=AGAIN, **changed)
        page = ToDoDonePage(TO_DO, to_sign)
        qtbot.addWidget(page)
        page.show()
        return page

    return show


def test_it_says_which_declaration_takes_the_place_of_which(shown):
    page = shown()
    assert page.facts[:2] == [
        ("New declaration", AGAIN),
        ("In place of", "D-2026-0038, which is kept unchanged"),
    ]


def test_it_is_signed_with_tick_and_passphrase_and_only_once(qtbot, shown):
    page = shown()
    page.go_on()
    assert problems(page) == [
        "Tick the box to confirm before you sign",
        "Type your passphrase, or the code on your slip",
    ]
    page.card.confirm.tick.setChecked(True)
    page.card.secret.setText("four invented words")
    with qtbot.waitSignal(page.signed) as signed:
        qtbot.keyClick(page.card.confirm.tick, Qt.Key.Key_Return)
    assert signed.args == ["four invented words"]
    with qtbot.assertNotEmitted(page.signed):
        page.go_on()


def test_without_a_question_for_the_secret_none_is_given_on(qtbot, shown):
    page = shown(ask_secret=False)
    page.card.confirm.tick.setChecked(True)
    with qtbot.waitSignal(page.signed) as signed:
        page.go_on()
    assert signed.args == [""]


def test_a_refusal_stands_beside_the_passphrase_and_it_can_be_tried_again(qtbot, shown):
    page = shown()
    page.card.confirm.tick.setChecked(True)
    page.card.secret.setText("not these words")
    page.go_on()
    page.show_refused("That passphrase does not match")
    assert page.card.secret.error.text() == "That passphrase does not match"
    with qtbot.waitSignal(page.signed):
        page.go_on()


def test_the_pdf_can_be_seen_first(qtbot, shown):
    page = shown()
    with qtbot.waitSignal(page.pdf_wanted):
        qtbot.mouseClick(page.pdf, Qt.MouseButton.LeftButton)


def test_what_must_be_settled_first_leads_to_something_has_changed_and_nothing_is_signed(qtbot, shown):
    page = shown(unsettled=(Unsettled("family", "Look at question 2 again"),), declaration_pdf=b"")
    assert not page.card.isVisible()
    assert not page.pdf.isVisible()
    with qtbot.waitSignal(page.changed_wanted):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
