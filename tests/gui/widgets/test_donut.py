from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible

from candour.domain.shares import arcs_of
from candour.gui.metrics import Type
from candour.gui.theme import Scheme
from candour.gui.widgets.donut import Donut, Share

if TYPE_CHECKING:
    from candour.gui.hatching import ChartState

STATES: tuple[ChartState, ...] = ("signed", "under_way", "not_started", "overdue")
SENTENCE = "31 signed, 6 in progress, 3 not started, 2 overdue."


def donut(counts=(31, 6, 3, 2), of: str = "of 42") -> Donut:
    shares = [Share(state, state, count, state) for state, count in zip(STATES, counts, strict=True)]
    return Donut("31 of 42 have signed", SENTENCE, shares, str(counts[0]), of)


def test_a_screen_reader_meets_a_chart_with_its_title_and_its_numbers(show, heard):
    part = donut()
    show(part)
    assert heard(part) == (QAccessible.Role.Chart, "31 of 42 have signed", SENTENCE)


def test_other_numbers_are_heard_too(show, heard):
    part = donut()
    show(part)
    part.show_shares("All have signed", "42 signed.", [Share("s", "signed", 42, "signed")], "42", "of 42")
    assert heard(part)[1:] == ("All have signed", "42 signed.")


def test_each_state_is_painted_in_its_colour(show, theme, colours):
    part = donut()
    show(part)
    seen = colours(part)
    for state in STATES:
        assert seen.get(getattr(theme.tokens, f"chart_{state}"), 0) > 20, state


@pytest.mark.parametrize("size", [100, 200])
def test_neighbours_stand_three_pixels_apart(show, theme, size):
    theme.set_text_size(size)
    part = donut((10, 10, 10, 10))
    show(part)
    square = QRectF(0, 0, part.sizeHint().width(), part.sizeHint().width())
    first, second, *_ = part.shapes(square, arcs_of((10, 10, 10, 10)))
    gap = second.boundingRect().top() - first.boundingRect().bottom()
    assert gap == pytest.approx(theme.metrics.px(3), abs=0.6)


def test_who_is_not_there_has_no_shape(show):
    part = donut((31, 0, 0, 11))
    show(part)
    shapes = part.shapes(QRectF(0, 0, 200, 200), arcs_of((31, 0, 0, 11)))
    assert [shape.isEmpty() for shape in shapes] == [False, True, True, False]


def test_one_state_alone_is_a_whole_ring_without_a_gap(show):
    part = donut((0, 0, 42, 0))
    show(part)
    ring = part.shapes(QRectF(0, 0, 200, 200), arcs_of((0, 0, 42, 0)))[2]
    box = ring.boundingRect()
    assert box.width() == pytest.approx(box.height())
    assert not ring.contains(box.center())


def test_the_words_take_the_largest_type_that_fits_the_hole(show, theme):
    part = donut()
    show(part)
    side = part.sizeHint().width()
    assert part.step_in_hole(side) is Type.NUMBER
    assert donut((19_870, 0, 0, 130), "of 20,000").step_in_hole(side) in (Type.H1, Type.H2, Type.H3)


def test_words_that_do_not_fit_the_hole_stand_below(show):
    part = donut(of="of everybody who works at this school")
    show(part)
    side = part.sizeHint().width()
    assert part.step_in_hole(side) is None
    assert part.heightForWidth(side) > side


@pytest.mark.parametrize("size", [90, 100, 125, 150, 200])
def test_it_grows_with_the_text_and_the_words_still_fit(show, theme, size):
    theme.set_text_size(size)
    part = donut()
    show(part)
    assert part.sizeHint().width() == theme.metrics.px(196)
    assert part.step_in_hole(part.sizeHint().width()) is Type.NUMBER


def test_in_high_contrast_only_two_colours_are_left_and_the_states_still_differ(show, theme):
    theme.set_scheme(Scheme.HIGH_CONTRAST)
    pictures = set()
    for place in range(4):
        counts = tuple(42 if place == here else 0 for here in range(4))
        part = donut(counts)
        show(part)
        image = part.grab().toImage()
        left, middle = (part.width() - part.sizeHint().width()) // 2, part.sizeHint().height() // 2
        places = ((left + x, middle + y) for x in range(20, 56) for y in range(-10, 10))
        ring = [image.pixelColor(*place).lightness() > 128 for place in places]
        pictures.add(tuple(ring))
    assert len(pictures) == 4
