from __future__ import annotations

import dataclasses

from PySide6.QtCore import Qt
from tests.gui.pages.around import FRAME, HELD_OF, LAST_YEAR, THIS_YEAR

from candour.gui.pages.held import HeldPage
from candour.gui.widgets.labels import BodyLabel


def shown(qtbot, held=HELD_OF) -> HeldPage:
    page = HeldPage(FRAME, held, (THIS_YEAR, LAST_YEAR), "Harriet Resource")
    qtbot.addWidget(page)
    page.show()
    return page


def said(page) -> list[str]:
    return [label.text() for label in page.findChildren(BodyLabel)]


def test_each_line_says_since_when_who_reads_it_and_how_long_it_is_kept(qtbot):
    words = said(shown(qtbot))
    assert "Answers behind it" in words
    assert "Since 16 October 2026. Can read it: you, the Headteacher. Kept: for six years." in words


def test_who_opened_what_and_why_is_said_and_that_nobody_did(qtbot):
    words = said(shown(qtbot))
    assert "Hetty Head: your answers" in words
    assert "20 October 2026, 08:30 · A to-do is past its day" in words
    assert "Nobody has opened it." in said(shown(qtbot, dataclasses.replace(HELD_OF, opened=())))


def test_all_of_it_can_be_saved_in_both_forms_and_each_full_copy(qtbot):
    page = shown(qtbot)
    for button, signal in ((page.pdf, page.pdf_wanted), (page.json, page.json_wanted)):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.full_copy_wanted) as wanted:
        qtbot.mouseClick(page.full_copies["D-2025-0038"], Qt.MouseButton.LeftButton)
    assert wanted.args == ["D-2025-0038"]


def test_who_corrects_what_is_named(qtbot):
    assert any("Tell Harriet Resource to have your name or role corrected" in words for words in said(shown(qtbot)))
