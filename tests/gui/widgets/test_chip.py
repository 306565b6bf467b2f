from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import Qt

from candour.gui.theme import Scheme
from candour.gui.widgets.chip import CHIP_ICONS, Chip, ChipRole

ROLES = get_args(ChipRole)


@pytest.mark.parametrize("role", ROLES)
def test_a_chip_wears_the_ink_and_the_ground_of_its_role(show, theme, colours, role):
    chip = Chip("A state", role)
    show(chip)
    seen = colours(chip)
    assert seen[getattr(theme.tokens, f"{role}_soft")] > 200
    assert seen[getattr(theme.tokens, role)] > 10


def test_every_role_has_an_icon_of_its_own(show):
    assert set(CHIP_ICONS) == set(ROLES)
    assert len(set(CHIP_ICONS.values())) == len(ROLES)


def test_without_colour_chips_of_the_same_word_still_differ(show):
    pictures = set()
    for role in ROLES:
        chip = Chip("A state", role)
        show(chip)
        image = chip.grab().toImage()
        ground = image.pixelColor(6, image.height() // 2).lightness()
        marks = [
            abs(image.pixelColor(x, y).lightness() - ground) > 60
            for x in range(10, 28)
            for y in range(image.height())
        ]
        pictures.add(tuple(marks))
    assert len(pictures) == len(ROLES)


def test_in_high_contrast_it_is_outlined_text(show, theme, colours):
    chip = Chip("Overdue", "danger")
    show(chip)
    theme.set_scheme(Scheme.HIGH_CONTRAST)
    image = chip.grab().toImage()
    down = [image.pixelColor(image.width() // 2, y).name() for y in range(image.height())]
    assert down.count(theme.tokens.danger) >= 4
    assert theme.tokens.danger_soft == theme.tokens.page


def test_it_takes_no_focus_and_says_its_word(show, heard):
    chip = Chip("Signed, 1 open", "todo")
    show(chip)
    assert chip.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert heard(chip)[1] == "Signed, 1 open"


def test_it_shows_another_state(show, theme, colours):
    chip = Chip("In progress", "neutral")
    show(chip)
    chip.say("Signed", "done")
    assert (chip.text(), chip.role) == ("Signed", "done")
    assert colours(chip)[theme.tokens.done_soft] > 200
