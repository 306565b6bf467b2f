from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel

from candour.gui.metrics import RING
from candour.gui.palette import LIGHT, contrast
from candour.gui.theme import Scheme
from candour.gui.widgets.buttons import DangerButton, LinkButton, PrimaryButton, SecondaryButton

KINDS = [PrimaryButton, SecondaryButton, DangerButton, LinkButton]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_a_button(show, qtbot, kind, key):
    button = kind("Continue")
    show(button)
    with qtbot.waitSignal(button.clicked, timeout=500):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_heard_by_the_words_on_it(show, heard, kind):
    button = kind("Save & come back")
    show(button)
    assert heard(button)[:2] == (QAccessible.Role.Button, "Save & come back")
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("kind", [PrimaryButton, SecondaryButton, DangerButton])
def test_a_main_target_is_44_pixels_tall_without_its_ring(kind):
    assert kind("Go").sizeHint().height() - 2 * RING >= 44


def test_a_link_is_at_least_24_pixels_tall():
    assert LinkButton("Change").sizeHint().height() - 2 * RING >= 24


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
def test_a_primary_button_is_painted_flat_so_that_its_words_stand_out(show, theme, scheme):
    theme.set_scheme(scheme)
    button = PrimaryButton("Continue")
    show(button, QLabel("the focus may go elsewhere"))
    button.clearFocus()
    image = button.grab().toImage()
    middle, left = image.height() // 2, RING + 8
    ground = {image.pixelColor(left, y).name() for y in range(RING + 3, image.height() - RING - 3)}
    assert ground == {theme.tokens.primary}
    assert contrast(image.pixelColor(left, middle), theme.tokens.on_primary) >= 7.0


@pytest.mark.parametrize("kind", KINDS)
def test_the_focus_ring_is_painted_three_pixels_outside_and_two_inside(show, qtbot, colours, kind):
    button = kind("Continue")
    show(button, QLabel("below"))
    button.clearFocus()
    before = button.grab().toImage()
    assert LIGHT.focus_outer not in colours(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    after = button.grab().toImage()
    column = [after.pixelColor(after.width() // 2, y).name() for y in range(5)]
    assert column == [LIGHT.focus_outer] * 3 + [LIGHT.focus_inner] * 2
    assert before.pixelColor(before.width() // 2, 1) != after.pixelColor(after.width() // 2, 1)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [100, 200])
def test_words_wrap_where_a_button_is_narrow(show, theme, kind, size):
    theme.set_text_size(size)
    button = kind("Add to my list of things to do by Friday")
    show(button, width=260)
    assert button.width() <= 260
    assert button.height() >= button.heightForWidth(button.width())
    assert button.heightForWidth(230) > button.sizeHint().height()


def test_a_disabled_button_still_can_be_read(show, theme):
    button = PrimaryButton("Sign my declaration")
    button.setEnabled(False)
    show(button)
    assert contrast(theme.tokens.neutral, theme.tokens.neutral_soft) >= 7.0
    assert button.grab().toImage().pixelColor(RING + 8, button.height() // 2).name() == LIGHT.neutral_soft
