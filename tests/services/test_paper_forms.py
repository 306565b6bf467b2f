from __future__ import annotations

import pytest
from tests.deciders import DEPUTY, TEACHER
from tests.documents.reading import text_of, words_of
from tests.papers import on_paper
from tests.schools import person_of, sign_with, there

from candour.errors import Refused
from candour.sample import people as cast


def test_a_form_is_printed_blank_or_for_people_of_the_round_by_name(school):
    office = school.office()
    blank = words_of(office.paper_forms().blank(large=False))
    assert "Staff number" in blank
    assert cast.HEADTEACHER.name in blank
    assert "{" not in blank
    wanted = [person_of(office, number).person for number in (TEACHER, DEPUTY)]
    named = words_of(office.paper_forms().for_people(wanted, large=True))
    assert f"{cast.CLASS_TEACHER.name}, staff number 0004" in named
    assert cast.DEPUTY.name in named
    assert cast.ASSISTANT.name not in named


def test_who_has_not_signed_is_known_for_printing_forms(school):
    sign_with(school.desk(TEACHER))
    on_paper(school)
    people = there(school.office().paper_declarations().ground()).people
    assert {person.number for person in people if person.signed} == {TEACHER, cast.ASSISTANT.number}


def test_only_hr_prints_and_nobody_left_to_print_for_is_said(school):
    with pytest.raises(Refused, match="Everybody has signed"):
        school.office().paper_forms().for_people((), large=False)
    with pytest.raises(Refused, match="Only somebody who is hr"):
        school.desk(DEPUTY).paper_forms().blank(large=False)


def test_large_print_takes_more_pages(school):
    forms = school.office().paper_forms()
    assert text_of(forms.blank(large=True)).count("\f") > text_of(forms.blank(large=False)).count("\f")
