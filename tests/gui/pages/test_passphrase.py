from __future__ import annotations

from PySide6.QtCore import Qt
from tests.gui.pages.around import cut_sideways, problems

from candour.gui.pages.passphrase import PassphraseOffer, PassphrasePage

WORDS = "acorn velvet harbour mitten"


def offered(qtbot) -> PassphraseOffer:
    offer = PassphraseOffer(WORDS, required=False)
    qtbot.addWidget(offer)
    offer.show()
    return offer


def test_own_words_are_taken_on_enter(qtbot):
    offer = offered(qtbot)
    qtbot.mouseClick(offer.choose_own, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(offer.own.field, "gravel lantern seven owls")
    with qtbot.waitSignal(offer.chosen) as chosen:
        qtbot.keyClick(offer.own.field, Qt.Key.Key_Return)
    assert chosen.args == ["gravel lantern seven owls"]


def test_too_short_a_passphrase_is_said_at_once(qtbot):
    offer = offered(qtbot)
    offer.show_own()
    offer.own.setText("eleven char")
    with qtbot.assertNotEmitted(offer.chosen):
        qtbot.mouseClick(offer.use_own, Qt.MouseButton.LeftButton)
    assert offer.own.error.text() == "Type at least 12 characters"
    assert offer.own.text() == "eleven char"


def test_after_a_refusal_other_words_may_be_tried(qtbot):
    offer = offered(qtbot)
    offer.show_own()
    offer.own.setText("passwordpassword")
    offer.take_own()
    assert not offer.use_own.isEnabled()
    offer.show_refused("Choose words that are less common")
    assert offer.use_own.isEnabled()


def test_once_kept_nothing_of_it_stays_on_the_page(qtbot):
    offer = offered(qtbot)
    offer.show_own()
    offer.own.setText("gravel lantern seven owls")
    offer.show_kept()
    assert offer.own.text() == ""
    assert not offer.words.isVisible()
    assert offer.done.isVisible()


def page_shown(qtbot, *, must_choose: bool = True) -> PassphrasePage:
    page = PassphrasePage(WORDS, must_choose=must_choose)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show()
    return page


def test_enter_takes_the_proposed_words(qtbot):
    page = page_shown(qtbot)
    with qtbot.waitSignal(page.chosen) as chosen:
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    assert chosen.args == [WORDS]


def test_enter_in_own_words_takes_them_once(qtbot):
    page = page_shown(qtbot)
    taken: list[str] = []
    page.chosen.connect(taken.append)
    page.offer.show_own()
    qtbot.keyClicks(page.offer.own.field, "gravel lantern seven owls")
    qtbot.keyClick(page.offer.own.field, Qt.Key.Key_Return)
    assert taken == ["gravel lantern seven owls"]


def test_who_must_have_one_cannot_go_on_without(qtbot):
    assert page_shown(qtbot).skip is None


def test_who_need_not_have_one_may_go_on_without(qtbot):
    page = page_shown(qtbot, must_choose=False)
    with qtbot.waitSignal(page.skipped):
        qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)


def test_a_refusal_leads_back_to_the_words(qtbot):
    page = page_shown(qtbot)
    page.show_refused("Choose words that are less common")
    assert problems(page) == ["Choose words that are less common"]
    qtbot.mouseClick(page.summary.links()[0], Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.offer.use


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    page = page_shown(qtbot)
    page.offer.show_own()
    assert cut_sideways(page) == []
