from __future__ import annotations

from PySide6.QtCore import Qt
from tests.gui.pages.around import cut_sideways

from candour.gui.pages.welcome import WelcomePage


def shown(qtbot) -> WelcomePage:
    page = WelcomePage()
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    return page


def test_enter_asks_for_the_sample_school(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.sample_wanted):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_a_register_on_this_computer_is_asked_for(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.folder_wanted):
        qtbot.mouseClick(page.folder, Qt.MouseButton.LeftButton)


def test_while_the_sample_is_made_nothing_can_be_asked_for_twice(qtbot):
    page = shown(qtbot)
    page.show_busy()
    assert "Making the sample school" in page.sample.words
    with qtbot.assertNotEmitted(page.sample_wanted):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_after_trouble_one_may_choose_again(qtbot):
    page = shown(qtbot)
    page.show_busy()
    page.show_trouble("The disk is full: make room and try again.")
    assert page.sample.isEnabled()
    assert page.folder.isEnabled()
    assert page.sample.words == "Try it with a sample school"


def test_the_sample_is_said_to_be_invented(qtbot):
    assert "Invented people; nothing in it is real." in shown(qtbot).sample_note.text()


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot)) == []
