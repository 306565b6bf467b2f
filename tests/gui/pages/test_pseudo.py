"""Every page in a language that nobody speaks: nothing of the window is hard-coded, and longer words still fit."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from tests.gui.pages.handed_in import not_handed_in
from tests.gui.pages.pseudo import Strange, strange, unmarked
from tests.gui.pages.registry import PAGES
from tests.gui.pages.rules.looks import clipped
from tests.gui.pages.settling import settle
from tests.gui.pages.words_shown import all_texts

from candour.domain.people import Office
from candour.gui.pages.welcome import WelcomePage
from candour.gui.places import places_of

SIZES = {100: (1280, 832), 200: (800, 600)}


@pytest.fixture(autouse=True)
def spoken(qapp):
    translator = Strange()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def hard_coded(page):
    """Return what stands outside every mark and was handed in by nobody, with the text around it."""
    return [(found, text) for text in all_texts(page) if (found := not_handed_in(unmarked(text)))]


def show(qtbot, page, size):
    qtbot.addWidget(page)
    page.resize(*SIZES[size])
    page.show()
    settle()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_every_text_of_the_window_is_translated_and_has_room_to_grow(qtbot, theme, name, size):
    theme.set_text_size(size)
    page = PAGES[name](theme)
    show(qtbot, page, size)
    assert (hard_coded(page), clipped(page)) == ([], [])


def test_a_text_that_goes_round_the_translation_would_be_found(qtbot):
    page = WelcomePage()
    page.content.addWidget(QLabel("Written here, in one language"))
    show(qtbot, page, 100)
    assert [text for _, text in hard_coded(page)] == ["Written here, in one language"]


def test_placeholders_counts_and_mnemonics_stay_as_they_are():
    words = strange("&Save %n copies of {name}")
    assert all(kept in words for kept in ("&S", "%n", "{name}"))
    assert len(words) >= 1.4 * len("&Save %n copies of {name}")
    assert unmarked(f"1. {words}, Ada {strange('x')}") == "1. , Ada "


def test_the_places_and_their_headings_are_translated():
    for place in places_of(Office):
        assert (unmarked(place.words), unmarked(place.group)) == ("", ""), place.key
