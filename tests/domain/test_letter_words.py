from __future__ import annotations

from dataclasses import replace

import pytest
from tests.documents.sample_letters import (
    APPROVAL,
    APPROVED,
    ASKED,
    NAMES,
    PACK,
    REFUSED,
    WITH_CONDITIONS,
    letter,
)

from candour.domain.letter_words import covered, said_in


def points(asked):
    return [one.point for one in covered(PACK, NAMES, asked)]


def test_a_connection_covers_2_1_and_2_8_whichever_question_led_to_it():
    asking = [q.id for c in PACK.checklists for q in c.questions if q.request == "connection"]
    assert len(asking) > 1
    for question in asking:
        assert points(replace(ASKED, question=question)) == ["2.1", "2.8"]


def test_prior_approval_covers_2_5_or_the_point_of_its_question():
    assert points(APPROVAL) == ["2.5"]
    assert points(replace(APPROVAL, question="school-email")) == ["2.4"]


def test_a_covered_point_has_its_place_and_no_placeholder():
    (one,) = covered(PACK, NAMES, replace(APPROVAL, question="school-email"))
    assert one.place == "section 2, bullet 4"
    assert "SeeSaw" in one.words
    assert "{" not in one.words


def test_what_was_left_empty_is_not_said():
    bare = replace(ASKED, connection="", where=(), safeguards=(), line="", ends="", until=None)
    assert [(one.label, one.words) for one in said_in(bare)] == [("Who", ASKED.who)]


def test_a_group_and_a_purpose_are_called_so():
    assert "Which group" in [one.label for one in said_in(replace(ASKED, group=True))]
    assert "Who or what for" in [one.label for one in said_in(APPROVAL)]


def test_everything_that_the_asker_wrote_is_said():
    words = " ".join(one.words for one in said_in(ASKED))
    for wanted in (ASKED.connection, ASKED.who, *ASKED.where, *ASKED.safeguards, ASKED.line, ASKED.ends):
        assert wanted in words
    assert "31 July 2029" in words


def test_an_approval_says_until_when_and_what_the_declaration_will_show():
    words = " ".join(letter(APPROVED).happens)
    assert "You may go on until 31 July 2027. Keep school out of it." in words
    assert "“Except E-2026-014”" in words
    assert "conditions" not in words


def test_conditions_are_to_be_kept_and_prior_approval_is_for_its_purpose_alone():
    assert "Keep to the conditions above. Keep school out of it." in letter(WITH_CONDITIONS).happens[0]
    assert letter(APPROVED, APPROVAL).happens[0].endswith("Use it only for what you asked for.")


def test_what_is_not_approved_says_what_to_do_by_when():
    assert letter(REFUSED).happens[0] == "End this contact by 2 November 2026. Until then, keep school out of it."
    at_once = letter(replace(REFUSED, to_do_by=None)).happens
    assert at_once[0] == "End this contact now, and keep school out of it."
    ways = letter(REFUSED, APPROVAL).happens[0]
    assert ways.startswith("Use only the school’s own ways for this by 2 November 2026.")


def test_who_disagrees_is_told_whom_to_speak_to_and_to_write_to():
    words = " ".join(letter().again)
    assert "Hedda Head, Headteacher" in words
    assert "the chair of governors" in words


@pytest.mark.parametrize("decided", [APPROVED, WITH_CONDITIONS, REFUSED])
@pytest.mark.parametrize("asked", [ASKED, APPROVAL])
def test_every_sentence_is_short_and_kind(decided, asked):
    facts = letter(decided, asked)
    for paragraph in (*facts.happens, *facts.again):
        for sentence in paragraph.split(". "):
            assert len(sentence.split()) < 25
        assert not {"please", "sorry", "invalid"} & set(paragraph.lower().split())


def test_a_decision_that_contradicts_itself_makes_no_letter():
    with pytest.raises(ValueError, match="reason"):
        letter(replace(REFUSED, reason=""))
