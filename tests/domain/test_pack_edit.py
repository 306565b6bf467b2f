from __future__ import annotations

from datetime import date

import pytest

from candour.domain.pack_edit import with_answers, with_school
from candour.domain.pack_file import read_pack
from candour.domain.setting_up import PolicyAsked
from candour.errors import Refused
from candour.resources import resource_text

PACK = resource_text("policies", "milton-road-2025.toml")
PROMISE = ("We look at no account.", 'Zażółć "gęślą" jaźń.')


def asked(option="none", **said):
    return PolicyAsked((("photographs", option),), PROMISE, **said)


def comments(text):
    return [line for line in text.splitlines() if line.startswith("#")]


def test_a_pack_takes_the_school_s_name_and_keeps_its_comments():
    text = with_school(PACK, 'The "Harbour" School')
    assert read_pack(text).school == 'The "Harbour" School'
    assert comments(text) == comments(PACK)
    assert len(text.splitlines()) == len(PACK.splitlines())


@pytest.mark.parametrize(("option", "point"), [("none", "G.2"), ("consent", "1.3")])
def test_the_answer_to_photographs_sets_the_question_and_the_line(option, point):
    pack = read_pack(with_answers(PACK, asked(option)))
    checklist = pack.checklist("school")
    line = next(each for each in checklist.lines if each.id == "photos")
    question = next(each for each in checklist.questions if each.id == "photos")
    assert (line.point, question.point) == (point, point)
    assert ("consent" in line.statement) is (option == "consent")
    assert pack.choices[0].chosen == option


def test_the_answer_can_be_changed_and_changed_back():
    once = with_answers(PACK, asked("none"))
    again = with_answers(with_answers(once, asked("consent")), asked("none"))
    assert again == once


def test_the_promise_is_dated_and_agreed_or_stays_a_proposal():
    agreed = read_pack(with_answers(PACK, asked(agreed_with="staff", agreed_on=date(2026, 9, 1)))).promise
    assert (agreed.words, agreed.agreed_with, agreed.agreed_on) == (PROMISE, "staff", date(2026, 9, 1))
    text = with_answers(with_answers(PACK, asked(agreed_with="staff", agreed_on=date(2026, 9, 1))), asked())
    assert read_pack(text).promise.agreed_with == ""
    assert read_pack(text).promise.agreed_on is None


def test_a_pack_with_an_error_is_refused_with_its_line():
    with pytest.raises(Refused, match="Line 430"):
        with_answers(PACK.replace('kind = "choice"', 'kind = "chance"', 1), asked())


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('at = "checklists.school.lines.photos.point"', 'at = "checklists.school.lines.fotos.point"', "no text at"),
        ('at = "checklists.school.lines.photos.point"', 'at = "checklists.school.lines.photos"', "no text at"),
        ('at = "checklists.school.lines.photos.point"', 'at = "extension_days"', "no text at"),
        ('chosen = ""', 'chosen = "some"', "no option is called"),
    ],
)
def test_a_choice_that_leads_nowhere_is_refused(old, new, why):
    with pytest.raises(Refused, match=why):
        read_pack(PACK.replace(old, new))
