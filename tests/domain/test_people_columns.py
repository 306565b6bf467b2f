from __future__ import annotations

import json

import pytest

from candour.domain.people_columns import Field, header_hash, lacking_columns, proposed, remembered, written


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (
            ("Staff Code", "Legal Surname", "Legal Forename", "Preferred Surname", "Preferred Forename",
             "Job Title"),
            {"number": "Staff Code", "surname": "Preferred Surname", "forename": "Preferred Forename",
             "role": "Job Title"},
        ),
        (
            ("STAFF_NO", "Surname", "First name", "E-mail", "Role", "Key stage", "Name"),
            {"number": "STAFF_NO", "surname": "Surname", "forename": "First name", "email": "E-mail",
             "role": "Role", "phase": "Key stage"},
        ),
        (("Payroll number", "Full name", "Surname", "Post"),
         {"number": "Payroll number", "name": "Full name", "role": "Post"}),
        (("Colour", "Shoe size"), {}),
    ],
)  # fmt: skip
def test_columns_are_proposed_by_the_words_of_their_headings(headings, found):
    assert {field.name.lower(): heading for field, heading in proposed(headings).items()} == found


def test_what_everybody_needs_and_is_not_matched_is_said():
    assert lacking_columns({}) == ("staff code", "role", "surname", "forename")
    assert lacking_columns({Field.NUMBER: "a", Field.ROLE: "b", Field.NAME: "c"}) == ()


def test_matches_are_remembered_by_their_header():
    headings = ("Code", "Name", "Role")
    matched = proposed(headings)
    assert remembered(json.loads(written(matched)), headings) == matched
    assert remembered(json.loads(written(matched)), ("Code", "Role")) == {Field.NUMBER: "Code", Field.ROLE: "Role"}
    assert remembered({"nonsense": "Code"}, headings) == {}
    assert header_hash(headings) != header_hash(("Code", "Role", "Name"))
