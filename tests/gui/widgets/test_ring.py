from __future__ import annotations

import pytest

from candour.gui.widgets.ring import ProgressRing


@pytest.fixture
def filled(qtbot, theme):
    def count(done: int, of: int) -> int:
        ring = ProgressRing(done, of)
        qtbot.addWidget(ring)
        picture = ring.grab().toImage()
        wanted = theme.tokens.of("primary").rgb()
        places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return sum(picture.pixelColor(x, y).rgb() == wanted for x, y in places)

    return count


def test_the_ring_fills_with_what_is_done(filled):
    shares = [filled(done, 12) for done in (0, 4, 8, 12)]
    assert shares[0] == 0
    assert shares == sorted(shares)
    assert shares[2] > 1.7 * shares[1]


def test_it_has_no_name_since_the_words_stand_beside_it(qtbot):
    ring = ProgressRing(4, 12)
    qtbot.addWidget(ring)
    assert ring.accessibleName() == ""


def test_it_grows_with_the_text(qtbot, theme):
    ring = ProgressRing(4, 12)
    qtbot.addWidget(ring)
    before = ring.width()
    theme.set_text_size(200)
    assert ring.width() == 2 * before
