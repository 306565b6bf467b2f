"""Every page in words that an eleven-year-old can read."""

from __future__ import annotations

import pytest
from tests.gui.pages.registry import PAGES
from tests.gui.pages.settling import settle
from tests.gui.pages.words_shown import running_texts
from tests.reading_ease import hard_words, reading_age, too_old


@pytest.mark.parametrize("name", PAGES)
def test_the_page_reads_easily(qtbot, theme, name):
    page = PAGES[name](theme)
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    settle()
    texts = running_texts(page)
    assert hard_words(texts) + too_old(texts) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The code is invalid", "“invalid”"),
        (" ".join(["word"] * 26), "26 words"),
        ("Organisational accountability necessitates comprehensive documentation. " * 10, "for "),
    ],
)
def test_what_reads_badly_is_named(text, said):
    assert (hard_words([text]) + too_old([text]))[0].startswith(said)


def test_a_term_of_the_school_counts_as_a_short_word():
    plain = ["Your safeguarding Headteacher has seen the declaration of today"] * 5
    assert reading_age(plain) < reading_age([each.lower() for each in plain])
