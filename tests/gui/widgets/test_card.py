from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from candour.gui.theme import Scheme
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.card import Art, Card, EmptyState
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def test_a_title_is_a_heading_of_the_third_level(show):
    card = Card("What happens next")
    show(card)
    assert card.title is not None
    assert (card.title.text(), card.title.level) == ("What happens next", 3)


def test_without_a_title_nothing_stands_beside_it(show):
    card = Card()
    show(card)
    with pytest.raises(ValueError, match="without a title"):
        card.beside_title(BodyLabel("Signed"))


def test_in_high_contrast_the_border_is_two_pixels(show, theme):
    card = Card()
    card.body.addWidget(BodyLabel("One thing"))
    show(card)
    theme.set_scheme(Scheme.HIGH_CONTRAST)
    image = card.grab().toImage()
    ink = theme.tokens.of("line").name()
    down = [image.pixelColor(image.width() // 2, y).name() for y in range(8)]
    assert down.count(ink) == 2


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_yet_has_art_of_96_pixels_at_most_which_says_nothing(show, theme, size):
    theme.set_text_size(size)
    state = EmptyState("No check is open", "Start one when you are ready.", SecondaryButton("Start"))
    show(state)
    art = state.findChildren(Art)
    assert len(art) == 1
    assert max(art[0].width(), art[0].height()) <= 96
    assert art[0].accessibleName() == ""
    assert art[0].focusPolicy() is Qt.FocusPolicy.NoFocus


def test_nothing_yet_is_one_line_one_sentence_and_one_button(show):
    state = EmptyState("No check is open", "Start one when you are ready.", SecondaryButton("Start"))
    show(state)
    assert [each.text() for each in state.findChildren(HeadingLabel)] == ["No check is open"]
    assert [each.text() for each in state.findChildren(BodyLabel)] == ["Start one when you are ready."]
    assert [each.words for each in state.findChildren(SecondaryButton)] == ["Start"]


def test_large_art_is_drawn_in_finer_lines_than_an_icon(show, theme, colours):
    large, small = Art("calendar", 56), Art("calendar", 28)
    show(large, small)
    share = [inked(part, theme) / part.width() ** 2 for part in (large, small)]
    assert share[0] < 0.8 * share[1]


def inked(part: QWidget, theme) -> int:
    image = part.grab().toImage()
    ground, ink = theme.tokens.of("page").lightness(), theme.tokens.of("primary").lightness()
    dark = (ground + ink) / 2
    return sum(
        image.pixelColor(x, y).lightness() < dark for x in range(image.width()) for y in range(image.height())
    )
