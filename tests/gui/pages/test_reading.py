from __future__ import annotations

import re
from datetime import date

import msgspec
import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import PACK, cut_sideways
from tests.gui.pages.walk import ids_of_pages

from candour.domain.policy import Promise
from candour.gui.pages.reading import ReadingPage, reading
from candour.gui.pages.reading_text import Reading, promised, read_reading
from candour.gui.widgets.chip import Chip

TEXTS = ["help", "who sees", "signing", "promise"]
LONGEST_SENTENCE = 25


def sentences(text: Reading) -> list[str]:
    paragraphs = [text.lead] + [words for part in text.parts for words in (*part.points, *part.paragraphs)]
    return [sentence for words in paragraphs for sentence in re.split(r"(?<=[.:;?!])\s", words)]


def shown(qtbot, what: str) -> ReadingPage:
    page = ReadingPage(reading(what, PACK))
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


@pytest.mark.parametrize("what", TEXTS)
def test_each_text_shows_under_its_title(qtbot, what):
    page = shown(qtbot, what)
    assert page.heading.text() == reading(what, PACK).title
    assert page.title() == page.heading.text()


@pytest.mark.parametrize("what", TEXTS)
def test_sentences_are_short_and_nothing_is_left_to_fill_in(what):
    for sentence in sentences(reading(what, PACK)):
        assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
        assert "{" not in sentence


def test_an_unknown_text_is_loud():
    with pytest.raises(KeyError):
        reading("nothing", PACK)


def test_a_text_with_a_slip_of_the_pen_is_refused():
    with pytest.raises(msgspec.ValidationError):
        read_reading('title = "Help"\n[[parts]]\nheading = "One"\nparagraph = ["lost"]\n')


def test_what_the_school_promises_says_with_whom_it_was_agreed():
    agreed = promised(Promise(("We look at no account.",), "the staff meeting", date(2026, 9, 1)))
    assert agreed.lead == "Agreed with the staff meeting on 1 September 2026."


def test_a_promise_that_nobody_agreed_to_says_that_it_is_a_proposal():
    assert promised(Promise(("We look at no account.",))).lead.startswith("A proposal")


def test_help_opens_at_the_part_about_the_page_one_came_from(qtbot):
    page = ReadingPage(reading("help", PACK))
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show_part("held")
    page.show()
    card = page.cards["held"]
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())
    assert page.focusWidget() is card.title
    assert [chip.isVisible() for chip in page.findChildren(Chip)] == [True]


def test_help_about_no_part_begins_at_the_top(qtbot):
    page = shown(qtbot, "help")
    page.show_part("a page without help")
    assert page.focusWidget() is page.heading
    assert page.findChildren(Chip) == []


def test_every_page_has_help_in_one_place():
    helped = [page for part in reading("help", PACK).parts for page in part.pages]
    assert sorted(helped) == sorted(ids_of_pages("candour.gui.pages."))


def test_enter_goes_back(qtbot):
    page = shown(qtbot, "help")
    with qtbot.waitSignal(page.went_back):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


@pytest.mark.parametrize("what", TEXTS)
def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme, what):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot, what)) == []
