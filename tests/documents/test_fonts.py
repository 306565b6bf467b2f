from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.documents.fonts import BOLD, REGULAR, fitted, lacking, measure, wrap
from candour.errors import Refused

ALPHABET = st.sampled_from("abcdefgh WM.,-ÄłễΩЖ\n")


@pytest.mark.parametrize(
    "name", ["Siân", "Łukasz", "Nguyễn Thị Hương", "Ελένη", "Жанна", "Adébáyọ̀", "O’Example", "Ann-Marie"]
)
def test_names_in_latin_greek_and_cyrillic_can_be_printed(name):
    assert lacking(name) == ""


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("日本", "日本"),
        ("a😀b😀", "😀"),
        ("ชื่อ", "ชื่อ"),
        ("a\u202eb", "\u202e"),
        ("\x07", "\x07"),
        ("\ufffe", "\ufffe"),
    ],
)
def test_what_cannot_be_printed_is_named_once_and_in_order(text, missing):
    assert lacking(text) == missing


def test_loose_accents_are_looked_at_composed():
    assert lacking("Sia\u0302n") == ""


@given(st.text(ALPHABET, max_size=300), st.sampled_from([REGULAR, BOLD]), st.floats(20, 400))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, name, width):
    lines = wrap(text, name, 9, width)
    assert all(measure(line.rstrip(), name, 9) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert len(lines) >= text.count("\n") + 1


def test_a_line_that_ends_between_words_ends_with_a_space():
    assert wrap("one two", REGULAR, 9, 20) == ["one ", "two"]


def test_a_word_that_is_too_long_is_broken_without_a_space():
    lines = wrap("W" * 30, REGULAR, 9, 60)
    assert len(lines) > 1
    assert "".join(lines) == "W" * 30


def test_wrapping_refuses_what_the_font_lacks():
    with pytest.raises(Refused, match="日"):
        wrap("日", REGULAR, 9, 100)


def test_a_fitted_line_is_whole_or_ends_in_an_ellipsis():
    assert fitted("Sample Road", REGULAR, 9, 200) == "Sample Road"
    cut = fitted("Sample Road " * 20, REGULAR, 9, 200)
    assert cut.endswith("…")
    assert measure(cut, REGULAR, 9) <= 200
