from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from tests.gui.windows import CHECK, playing

from candour.gui.theme import Scheme


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def stands_over_the_page(window) -> bool:
    strip, page = window.sample, window.page
    return bool(strip.isVisible() and strip.height() <= page.mapTo(window, QPoint(0, 0)).y())


def test_the_strip_stands_over_every_page_of_a_sample_school_signed_in_or_not(played):
    window, driver = played.app.window, played.driver
    assert "Sample data" in window.sample.text()
    assert stands_over_the_page(window)
    driver.press("Tell the designated lead")
    driver.until_title("Go to")
    assert stands_over_the_page(window)
    driver.press("Back to where I was")
    played.sign_in_to_check()
    assert stands_over_the_page(window)
    driver.press("Start my check")
    driver.until_title("Which personal accounts")
    assert stands_over_the_page(window)
    played.lock()
    driver.until_title(CHECK)
    assert stands_over_the_page(window)


def test_the_strip_goes_where_no_sample_school_is_open(played):
    played.app.entrance.show_welcome()
    assert not played.app.window.sample.isVisible()


def test_the_strip_takes_one_line_even_in_the_smallest_window_at_200_per_cent(played):
    window = played.app.window
    played.app.theme.set_text_size(200)
    window.resize(window.minimumSize())
    played.driver.settle()
    assert window.sample.height() < window.height() / 10
    assert stands_over_the_page(window)


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_the_strip_has_a_ground_of_its_own(played, scheme):
    played.app.theme.set_scheme(scheme)
    played.driver.settle()
    seen = played.app.window.sample.grab().toImage().pixelColor(2, 2)
    assert seen == played.app.theme.tokens.of("waiting_soft")
