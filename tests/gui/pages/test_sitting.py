"""The list of names of a sitting: found by letters from wherever one is, and never the wrong one by a slip."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.pages.registry_sitting import NAMES, NOW
from tests.gui.pages.settling import settle

from candour.gui.pages.sitting import SittingPage


@pytest.fixture
def page(qtbot):
    shown = SittingPage()
    qtbot.addWidget(shown)
    shown.show_now(NOW)
    shown.resize(1280, 832)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    settle()
    shown.begin()
    return shown


@pytest.fixture
def picked(page):
    heard: list[str] = []
    page.picked.connect(heard.append)
    return heard


def test_letters_typed_at_the_heading_find_a_name_and_enter_picks_the_only_one(page, picked):
    for letter in "cleo ex":
        QTest.keyClicks(page.focusWidget(), letter)
    assert page.search.text() == "cleo ex"
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert picked == [NAMES[4].person]


def test_while_several_match_enter_picks_nobody_and_says_what_to_do(page, picked):
    page.search.setText("ada")
    page.search.setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert picked == []
    assert page.search.error.text() == "Choose your name from the list"


def test_down_leads_from_the_search_to_the_names_and_letters_lead_back(page, picked):
    page.search.setFocus()
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.focusWidget() is page.grid
    QTest.keyClick(page.grid, Qt.Key.Key_Right)
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert picked == [NAMES[1].person]
    QTest.keyClicks(page.grid, "f")
    assert (page.search.text(), page.focusWidget()) == ("f", page.search.field)


def test_control_and_letter_is_no_search(page):
    QTest.keyClick(page.heading, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert page.search.text() == ""


def test_names_that_are_read_again_leave_what_was_typed_and_take_away_who_has_signed(page):
    page.search.setText("ada")
    page.show_now(replace(NOW, names=NAMES[1:], signed=23))
    assert page.search.text() == "ada"
    assert [key for key, _ in page.grid.names.shown] == [NAMES[1].person]
    assert page.lead.text() == "23 of 42 have signed."


def test_when_everybody_has_signed_there_is_nothing_to_search(page):
    page.show_now(replace(NOW, names=(), signed=42))
    assert page.done.isVisible()
    assert not any(part.isVisible() for part in (page.search, page.grid, page.empty, page.go_on))
    QTest.keyClicks(page.heading, "a")
    assert page.search.text() == ""


def test_who_is_not_found_is_told_to_type_fewer_letters(page):
    page.search.setText("zzz")
    assert page.empty.isVisible()
    assert not page.grid.isVisible()


def test_the_names_that_are_still_coming_can_be_searched_for_already(qtbot):
    shown = SittingPage()
    qtbot.addWidget(shown)
    shown.show()
    shown.search.setText("fay spec")
    shown.show_now(NOW)
    assert [name for _, name in shown.grid.names.shown] == ["Fay Placeholder-Specimen"]
