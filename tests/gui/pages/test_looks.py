from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.settling import settle

from candour.gui.metrics import TEXT_SIZES
from candour.gui.pages.looks import LooksPage
from candour.gui.theme import Scheme


@pytest.fixture
def page(qtbot) -> LooksPage:
    page = LooksPage()
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    page.activateWindow()
    settle()
    return page


def test_it_shows_what_is_in_force(page):
    assert page.schemes[Scheme.LIGHT].isChecked()
    assert page.sizes[100].isChecked()
    assert list(page.sizes) == list(TEXT_SIZES)
    assert set(page.schemes) == set(Scheme)


@pytest.mark.parametrize("scheme", Scheme)
def test_a_chosen_scheme_counts_at_once(qtbot, page, theme, scheme):
    qtbot.mouseClick(page.schemes[scheme], Qt.MouseButton.LeftButton)
    assert theme.scheme is scheme


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_a_chosen_text_size_counts_at_once(qtbot, page, theme, size):
    qtbot.mouseClick(page.sizes[size], Qt.MouseButton.LeftButton)
    assert theme.text_size == size


def test_the_arrow_keys_try_one_after_the_other(qtbot, page, theme):
    page.sizes[100].setFocus()
    qtbot.keyClick(page.sizes[100], Qt.Key.Key_Down)
    assert theme.text_size == 125
    assert page.isVisible()


def test_it_follows_what_was_chosen_by_a_key(page, theme):
    theme.larger()
    theme.set_scheme(Scheme.DARK)
    assert page.sizes[125].isChecked()
    assert page.schemes[Scheme.DARK].isChecked()


def test_enter_goes_back(qtbot, page):
    with qtbot.waitSignal(page.went_back):
        qtbot.keyClick(page.schemes[Scheme.LIGHT], Qt.Key.Key_Return)
