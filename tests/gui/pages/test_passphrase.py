from __future__ import annotations

from PySide6.QtCore import Qt

from candour.gui.pages.passphrase import PassphraseOffer

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
