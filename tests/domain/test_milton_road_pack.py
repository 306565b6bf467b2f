"""The pack that ships: complete, and kind to read."""

from __future__ import annotations

import re

import msgspec
import pytest
from tests.domain.packs_and_paths import milton

from candour.domain.policy import next_by

POINTS = [
    "0",
    *(f"1.{n}" for n in range(1, 7)),
    *(f"2.{n}" for n in range(1, 9)),
    *(f"3.{n}" for n in range(1, 4)),
    *(f"G.{n}" for n in range(1, 4)),
]
PERSONAL = milton().checklist("personal")


def texts(part):
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, (list, tuple)):
        for value in part:
            yield from texts(value)


ALL_TEXTS = list(texts(msgspec.to_builtins(milton())))


def test_every_point_of_the_policy_stands_in_the_pack():
    assert [point.ref for point in milton().points] == POINTS


def test_only_the_two_pieces_of_advice_are_called_advice():
    assert [point.ref for point in milton().points if point.advice] == ["2.6", "2.7"]


def test_every_point_about_people_has_a_line_and_every_point_about_pages_a_question():
    assert {line.point for line in PERSONAL.lines} == {f"2.{n}" for n in range(1, 9)}
    school = milton().checklist("school")
    assert {line.point for line in school.lines} == {"0", "1.1", "1.2", "1.4", "1.5", "1.6", "G.1", "G.2"}


HEADINGS = """\
Which personal accounts do you use?
Are you, someone in your family, or someone close to you a parent or pupil here?
Apart from those, is any current parent a friend, follower, subscriber or similar
  on your personal accounts?
Is any pupil of the school a friend, follower, subscriber or similar?
Is any ex-pupil under 18 a friend, follower, subscriber or similar?
Since {since}, have you invited, accepted or written with parents or children of the school
  on personal social media, apart from those in question 2?
Have you rung, written to or answered families on school business
  with your own phone, number, app or e-mail?
Does all your e-mail on school business go through your school account or {approved_systems}?
Since {since}, has any child contacted you on a personal account?
Do you know of any message or online contact involving a child
  that worried you and has not been reported?
Have you posted or commented on a specific, individual matter of the school or someone in it?
Have you looked again at what you posted about the school?"""


def test_the_headings_are_those_agreed():
    headings = [q.heading for q in PERSONAL.questions if q.asked_when is None]
    assert headings == HEADINGS.replace("\n  ", " ").split("\n")


def test_the_home_page_has_its_groups_with_their_numbers_of_questions():
    assert [(g.title, len(g.questions)) for g in PERSONAL.groups] == [
        ("Your accounts", 1),
        ("Family and others", 1),
        ("People who follow you or are your friends", 3),
        ("Being in touch", 1),
        ("Phone and e-mail", 2),
        ("Children and messages", 2),
        ("What you post", 2),
    ]


@pytest.mark.parametrize(("question", "days"), [("parents", 14), ("pupils", 0), ("ex-pupils", 7), ("in-touch", 7)])
def test_what_is_open_has_its_usual_time(question, days):
    answers = next_by(PERSONAL.questions, "id", question).answers
    assert {a.days for a in answers if a.outcome == "open"} == {days}


def test_every_answer_says_what_hr_sees_and_what_only_the_person_and_the_headteacher_see():
    for checklist in milton().checklists:
        for question in checklist.questions:
            assert question.why, question.id
            assert all(answer.hr_sees and answer.only_you_see for answer in question.answers), question.id


def test_every_account_has_where_to_look_in_three_to_five_lines():
    accounts = next_by(PERSONAL.questions, "id", "accounts")
    assert [a.id for a in accounts.answers if a.id != accounts.alone] == [p.id for p in milton().platforms]
    assert all(3 <= len(platform.steps) <= 5 for platform in milton().platforms)


def test_sentences_have_at_most_twenty_five_words():
    sentences = [sentence for text in ALL_TEXTS for sentence in re.split(r"[.?!](?:\s+|$)", text)]
    assert not [sentence for sentence in sentences if len(re.findall(r"[\w{}’-]+", sentence)) > 25]


@pytest.mark.parametrize("word", ["DSL", "HoS", "put right", "chase", "please", "sorry", "invalid", "  "])
def test_words_that_the_house_does_not_use_are_not_there(word):
    assert not [text for text in ALL_TEXTS if word in text]


def test_no_name_of_a_person_stands_in_the_texts_of_the_checklists():
    assert "Snape" not in str(msgspec.to_builtins(milton().checklists))
