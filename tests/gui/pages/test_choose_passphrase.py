from __future__ import annotations

from PySide6.QtCore import Qt
from tests.gui.pages.around import cut_sideways, problems

from candour.gui.pages.choose_passphrase import ChoosePassphrasePage

WORDS = "acorn velvet harbour mitten"


def shown(qtbot) -> ChoosePassphrasePage:
    page = ChoosePassphrasePage("Hetty", WORDS)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    return page


def test_who_must_have_one_goes_on_with_one_only(qtbot):
    page = shown(qtbot)
    with qtbot.assertNotEmitted(page.continued):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    assert problems(page) == ["Choose a passphrase before you go on"]
    page.show_kept()
    assert not page.has_errors
    with qtbot.waitSignal(page.continued):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_the_proposed_words_are_taken_with_one_press(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.mouseClick(page.offer.use, Qt.MouseButton.LeftButton)
    assert chosen.args == [WORDS]


def test_enter_in_own_words_takes_them_once_and_does_not_go_on(qtbot):
    page = shown(qtbot)
    taken: list[str] = []
    page.chosen.connect(taken.append)
    page.offer.show_own()
    qtbot.keyClicks(page.offer.own.field, "gravel lantern seven owls")
    with qtbot.assertNotEmitted(page.continued):
        qtbot.keyClick(page.offer.own.field, Qt.Key.Key_Return)
    assert taken == ["gravel lantern seven owls"]
    assert not page.has_errors


def test_a_refusal_leads_back_to_the_words(qtbot):
    page = shown(qtbot)
    page.show_refused("Choose words that are less common")
    assert problems(page) == ["Choose words that are less common"]
    qtbot.mouseClick(page.summary.links()[0], Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.offer.use


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    page = shown(qtbot)
    page.offer.show_own()
    assert cut_sideways(page) == []
