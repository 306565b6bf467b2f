from __future__ import annotations

from PySide6.QtCore import Qt
from tests.gui.pages.around import KEYS, cut_sideways

from candour.gui.pages.word_grid import WordGrid
from candour.gui.pages.your_keys import YourKeysPage


def shown(qtbot) -> YourKeysPage:
    page = YourKeysPage(KEYS, "Harriet Resource")
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def test_each_key_says_how_it_stands(qtbot):
    page = shown(qtbot)
    assert [(chip.text(), chip.role) for chip in page.chips] == [
        ("In use", "done"),
        ("Waiting for a second person", "waiting"),
    ]


def test_each_key_shows_its_six_words(qtbot):
    page = shown(qtbot)
    assert [grid.words for grid in page.findChildren(WordGrid)] == [key.six_words for key in KEYS]


def test_whom_to_tell_of_a_strange_key_is_named(qtbot):
    assert shown(qtbot).warning.text() == (
        "If one of these is not yours, tell Harriet Resource and the Headteacher now."
    )


def test_enter_goes_on(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.continued):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot)) == []
