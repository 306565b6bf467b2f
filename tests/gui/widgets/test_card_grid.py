from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from candour.gui.widgets.card import Card
from candour.gui.widgets.card_grid import CardGrid
from candour.gui.widgets.labels import BodyLabel


@pytest.fixture
def cards():
    made = [Card() for _ in range(3)]
    for number, card in enumerate(made):
        for _ in range(number + 1):
            card.body.addWidget(BodyLabel("words"))
    return made


def test_two_stand_beside_each_other_equally_tall_and_an_odd_last_one_takes_its_row(cards, show):
    grid = CardGrid(cards)
    show(grid, width=900)
    first, second, third = cards
    assert first.y() == second.y() < third.y()
    assert first.height() == second.height()
    assert third.width() > 1.8 * first.width()


def test_where_it_is_narrow_they_stand_under_each_other_and_come_back(cards, show):
    grid = CardGrid(cards)
    window = show(grid, width=500)
    assert [card.x() for card in cards] == [0, 0, 0]
    assert cards[0].y() < cards[1].y() < cards[2].y()
    window.resize(900, window.height())
    QApplication.processEvents()
    assert cards[0].y() == cards[1].y()
