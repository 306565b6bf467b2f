from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from candour.gui.widgets.labels import BodyLabel, FieldError, HeadingLabel, TextLabel

LONG = "Whoever would have finished Year 6 in summer 2020 or later may still be under 18. " * 3


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_heading_is_announced_as_one_with_its_words(show, heard, level):
    heading = HeadingLabel("Check your answers & sign", level)
    show(heading)
    assert heard(heading)[:2] == (QAccessible.Role.Heading, "Check your answers & sign")
    heading.setText("Signed")
    assert heard(heading)[:2] == (QAccessible.Role.Heading, "Signed")


def test_headings_grow_with_their_level(show):
    one, two, three, body = (HeadingLabel("Xy", 1), HeadingLabel("Xy", 2), HeadingLabel("Xy", 3), BodyLabel("Xy"))
    heights = [part.sizeHint().height() for part in (one, two, three, body)]
    assert heights == sorted(heights, reverse=True)
    assert len(set(heights)) == 4


@pytest.mark.parametrize("size", [100, 200])
def test_text_wraps_and_is_given_the_height_it_takes(show, theme, size):
    theme.set_text_size(size)
    label = BodyLabel(LONG)
    show(label, width=320)
    assert label.width() <= 320
    assert label.height() >= label.heightForWidth(label.width())
    assert label.heightForWidth(160) > label.heightForWidth(320)


def test_a_line_is_at_most_34_em_wide(theme):
    label = BodyLabel(LONG)
    assert label.sizeHint().width() <= 34 * theme.metrics.em + 8
    assert label.heightForWidth(5000) == label.heightForWidth(label.sizeHint().width())


def test_a_word_of_200_letters_is_broken_rather_than_cut(show):
    label = BodyLabel("N" * 200)
    show(label, width=240)
    assert label.width() <= 240
    assert label.height() > 3 * BodyLabel("N").sizeHint().height()


def test_what_people_typed_is_never_parsed_as_markup(show, heard):
    label = BodyLabel("<b>bold</b> & <img src=x>")
    show(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert heard(label)[1] == "<b>bold</b> & <img src=x>"
    assert label.sizeHint().width() > BodyLabel("bold").sizeHint().width() * 3


def test_the_first_words_can_be_heavier():
    plain, heavy = TextLabel("Rae Snape, room 4"), TextLabel("Rae Snape, room 4", strong=9)
    assert heavy.sizeHint().width() > plain.sizeHint().width()


def test_an_error_shows_only_while_there_is_something_to_do(show):
    error = FieldError()
    show(error)
    assert not error.isVisible()
    error.say("Choose your name")
    assert error.isVisible()
    assert error.text() == "Choose your name"
    error.say("")
    assert not error.isVisible()
