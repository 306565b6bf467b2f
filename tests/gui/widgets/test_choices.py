from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QRadioButton

from candour.gui.palette import LIGHT
from candour.gui.widgets.choices import ChoiceCard, ChoiceGroup, TickCard

QUESTION = "Is any pupil a friend, follower or subscriber of your personal accounts & channels?"


@pytest.fixture
def cards():
    return [
        ChoiceCard("I have looked, and there are none that I know of"),
        ChoiceCard("I found some and removed them", "Thank you. No names or numbers are needed."),
        ChoiceCard("Some are still there; I will remove them", "You choose the day."),
    ]


@pytest.fixture
def group(cards):
    return ChoiceGroup(QUESTION, cards)


def test_a_choice_is_heard_as_a_radio_button_with_its_hint(show, heard, group, cards):
    show(group)
    hint = "Thank you. No names or numbers are needed."
    assert heard(cards[1]) == (QAccessible.Role.RadioButton, "I found some and removed them", hint)


def test_a_tick_is_heard_as_a_check_box(show, heard):
    tick = TickCard("I confirm this & want to sign.")
    show(tick)
    assert heard(tick)[:2] == (QAccessible.Role.CheckBox, "I confirm this & want to sign.")


def test_the_group_is_heard_as_the_question_and_labels_its_choices(show, heard, group, cards):
    show(group)
    assert heard(group)[:2] == (QAccessible.Role.Grouping, QUESTION)
    face = QAccessible.queryAccessibleInterface(cards[0])
    labels = [
        other.text(QAccessible.Text.Name) for other, how in face.relations() if how & QAccessible.RelationFlag.Label
    ]
    assert labels == [QUESTION]


def test_nothing_is_chosen_before_the_person_chooses(show, group):
    show(group)
    assert group.chosen() == []


def test_arrows_move_the_choice_inside_the_group(show, qtbot, group, cards):
    show(group)
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Space)
    assert group.chosen() == [0]
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert group.chosen() == [1]
    assert cards[1].hasFocus()
    qtbot.keyClick(cards[1], Qt.Key.Key_Up)
    assert group.chosen() == [0]


def test_a_click_anywhere_on_a_card_chooses_it(show, qtbot, group, cards):
    show(group)
    qtbot.mouseClick(cards[2], Qt.MouseButton.LeftButton, pos=QPoint(cards[2].width() - 8, cards[2].height() - 8))
    assert group.chosen() == [2]


def test_what_the_declaration_will_say_shows_only_under_the_chosen_card(show, heard, group, cards):
    card = cards[1]
    card.set_consequence("Your declaration will say: Confirmed.", "Only you and the Headteacher can see the rest.")
    show(group)
    closed = card.heightForWidth(400)
    assert "Your declaration" not in heard(card)[2]
    card.setChecked(True)
    assert card.heightForWidth(400) > closed
    assert heard(card)[2] == (
        "Thank you. No names or numbers are needed. Your declaration will say: Confirmed. "
        "Only you and the Headteacher can see the rest."
    )
    cards[0].setChecked(True)
    assert card.heightForWidth(400) == closed


def test_a_chosen_card_has_a_border_of_two_pixels_and_a_tint(show, group, cards):
    show(group)
    cards[1].setChecked(True)
    image = cards[1].grab().toImage()
    column = [image.pixelColor(image.width() // 2, y).name() for y in range(3, 6)]
    assert column == [LIGHT.primary, LIGHT.primary, LIGHT.chosen]


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_of_a_card_is_clipped(show, theme, group, cards, size):
    theme.set_text_size(size)
    cards[1].set_consequence(
        "Your declaration will say: Confirmed.", "Only you and the Headteacher can see the rest."
    )
    cards[1].setChecked(True)
    show(group, width=420)
    for card in cards:
        assert card.width() <= 420
        assert card.height() >= card.heightForWidth(card.width())


def test_the_dot_grows_with_the_text(theme, cards):
    before = cards[0]._look.dot().width()
    theme.set_text_size(200)
    assert cards[0]._look.dot().width() == pytest.approx(2 * before, abs=1)


@pytest.mark.parametrize(("kind", "stock"), [(ChoiceCard, QRadioButton), (TickCard, QCheckBox)])
def test_a_card_wraps_where_the_stock_button_would_not(qapp, kind, stock):
    words = "There is family, or another reason to ask the Headteacher, and more words than fit one line " * 2
    assert kind(words).minimumSizeHint().width() < stock(words).minimumSizeHint().width() / 4


def test_enter_is_left_to_the_page(show, qtbot, group, cards):
    window = show(group)
    keys = []
    window.keyPressEvent = lambda event: keys.append(event.key())
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Return)
    assert keys == [Qt.Key.Key_Return]
    assert group.chosen() == []


@pytest.mark.parametrize("kind", [ChoiceCard, TickCard])
def test_a_card_with_the_focus_wears_the_ring(show, qtbot, kind):
    card, other = kind("Yes"), kind("No")
    show(card, other)
    other.setFocus()
    assert card.grab().toImage().pixelColor(60, 1).name() != LIGHT.focus_outer
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    image = card.grab().toImage()
    column = [image.pixelColor(60, y).name() for y in range(5)]
    assert column == [LIGHT.focus_outer] * 3 + [LIGHT.focus_inner] * 2


def test_a_tick_is_set_and_taken_by_space(show, qtbot):
    tick = TickCard("I have looked")
    show(tick)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert not tick.isChecked()
