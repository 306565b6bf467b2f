from __future__ import annotations

import pytest

from candour.domain.pack_file import read_pack
from candour.domain.request_questions import circumstances, question_of
from candour.resources import resource_text

CHECKLIST = read_pack(resource_text("policies", "milton-road-2025.toml")).checklist("personal")


def test_one_question_stands_for_every_connection_and_each_prior_approval_for_itself():
    assert [each.id for each in circumstances(CHECKLIST)] == ["family", "own-phone", "school-email"]


def test_a_request_goes_back_to_the_question_from_which_it_came():
    assert question_of(CHECKLIST, "pupils", "connection").id == "pupils"


def test_a_question_that_the_pack_has_no_longer_is_replaced_by_the_first_of_its_kind():
    assert question_of(CHECKLIST, "gone", "connection").id == "family"
    assert question_of(CHECKLIST, "gone", "prior approval").id == "own-phone"


def test_a_kind_of_which_there_is_no_question_is_a_bug():
    with pytest.raises(LookupError):
        question_of(CHECKLIST, "family", "another kind")
