from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import LAST_YEAR, THIS_YEAR, cut_sideways

from candour.gui.pages.home import HomePage


def shown(qtbot, status: str = "", lines=(THIS_YEAR, LAST_YEAR)) -> HomePage:
    page = HomePage("Anna Beispiel", "Teaching assistant", status, lines)
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "You have signed. 1 thing to do by 30 October 2026."),
        ({"open_lines": 3}, "You have signed. 3 things to do by 30 October 2026."),
        ({"open_lines": 2, "next_date": None}, "You have signed. 2 things to do."),
        ({"open_lines": 0}, "You have signed. Nothing to do now."),
    ],
)
def test_how_it_stands_follows_from_the_newest_declaration(qtbot, changed, words):
    page = shown(qtbot, lines=(dataclasses.replace(THIS_YEAR, **changed), LAST_YEAR))
    assert page.status.text() == words


def test_what_the_service_says_stands_first(qtbot):
    assert shown(qtbot, "Your next check opens on 1 September.", ()).status.text() == (
        "Your next check opens on 1 September."
    )


def test_each_declaration_can_be_saved(qtbot):
    page = shown(qtbot)
    for reference in ("D-2026-0038", "D-2025-0038"):
        with qtbot.waitSignal(page.save_wanted) as saved:
            qtbot.mouseClick(page.saves[reference], Qt.MouseButton.LeftButton)
        assert saved.args == [reference]
        assert page.saves[reference].accessibleName() == f"Save PDF of {reference}"


def test_where_a_copy_lies_is_said_and_a_failure_does_not_shake_the_signature(qtbot):
    page = shown(qtbot)
    page.show_not_saved()
    assert page.banner is not None
    assert page.banner.text.text().startswith("Your declaration is signed and safe.")
    page.show_saved("Documents/declaration.pdf")
    assert page.banner is None
    assert page.saved.text() == "Saved: Documents/declaration.pdf"


def test_a_child_in_touch_leads_to_the_designated_lead(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.lead_wanted):
        qtbot.mouseClick(page.child.action, Qt.MouseButton.LeftButton)


def test_enter_finishes_and_locks(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot)) == []
