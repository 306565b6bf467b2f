from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from tests.gui.pages.settling import settle

from candour.gui.widgets.sidebar import Sidebar


@pytest.fixture
def sidebar(qtbot, theme):
    made = Sidebar("Harriet Resource", "School business manager")
    made.add_group("Mine")
    for number in range(30):
        made.add_place(f"place-{number}", f"Place {number}")
    qtbot.addWidget(made)
    made.resize(224, 480)
    made.show()
    settle()
    return made


def in_sight(sidebar, key):
    place = sidebar.places[key]
    return sidebar.rect().contains(QRect(place.mapTo(sidebar, QPoint(0, 0)), place.size()))


def test_where_one_is_shows_though_it_is_far_down(sidebar):
    assert not in_sight(sidebar, "place-29")
    sidebar.set_current("place-29")
    assert in_sight(sidebar, "place-29")


def test_where_one_is_shows_still_when_the_text_grows_or_the_window_shrinks(sidebar, theme):
    sidebar.set_current("place-12")
    theme.set_text_size(200)
    sidebar.setFixedHeight(300)
    settle()
    assert in_sight(sidebar, "place-12")


def test_a_place_further_up_stands_where_it_always_stands(sidebar):
    sidebar.set_current("place-29")
    sidebar.set_current("place-1")
    assert in_sight(sidebar, "place-0")
