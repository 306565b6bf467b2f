"""A question page as a screen reader meets it: read over AT-SPI from another process, on a real bus and screen."""

from __future__ import annotations

import pytest
from tests.gui.pages.registry_samples import sample_question
from tests.gui.spoken.conftest import until

QUESTION = "Is any ex-pupil under 18 a friend, follower, subscriber or similar?"
HEADING = "Check this page"


@pytest.fixture
def heard(candour_aloud):
    """Return what shows, by role and name."""

    def hear():
        parts = [part for part in candour_aloud.all() if "showing" in part.states]
        return {(part.role, part.name): part for part in parts}

    return hear


def radios(parts):
    return [part for (role, _), part in parts.items() if role == "radio button"]


def test_the_window_is_named_after_the_page(heard):
    assert any(role == "frame" and name.startswith(QUESTION) for role, name in heard())


def test_the_question_is_a_heading_and_says_how_far_one_is(heard):
    assert heard()["heading", QUESTION].description == "Question 5 of 12"


def test_the_answers_stand_in_a_group_that_is_the_question(heard):
    parts = heard()
    assert ("panel", QUESTION) in parts
    assert [part.name for part in radios(parts)] == [
        answer.label for answer in sample_question("ex-pupils").answers
    ]
    assert {tuple(part.labels()) for part in radios(parts)} == {(QUESTION,)}


def test_going_on_without_an_answer_is_heard_in_the_title_the_summary_and_the_group(heard):
    parts = heard()
    assert not any("checked" in part.states for part in radios(parts))
    assert ("heading", HEADING) not in parts
    parts["push button", "Continue"].press()
    parts = until(lambda: now if ("heading", HEADING) in (now := heard()) else None)
    assert any(role == "frame" and name.startswith("Error: ") for role, name in parts)
    link = next(name for role, name in parts if role == "push button" and name.startswith("Choose the answer"))
    assert parts["panel", QUESTION].description == link


def test_an_answer_that_is_chosen_is_heard_as_checked_and_alone(heard):
    answer = radios(heard())[1]
    assert {"enabled", "focusable"} <= answer.states
    answer.press()
    until(lambda: "checked" in answer.states)
    assert ["checked" in part.states for part in radios(heard())] == [False, True, False, False, False, False]
    assert "Your declaration will say" in answer.description
