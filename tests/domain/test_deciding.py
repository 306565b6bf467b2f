from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from candour.domain.deciding import LEAST_LIKE_CASES, PastCase, like_cases, office_words, same_terms
from candour.domain.exception_request import AskedFor

ASKED = AskedFor("connection", "family", "My own child", "Somebody", ("WhatsApp",), (), "", "", None, False, False)
MOVES_ON: dict[str, Any] = {"until": date(2027, 7, 31), "ends": "The school year ends", "same_as": "E-2026-001"}


def test_the_same_terms_differ_in_nothing_but_their_end_and_what_they_refer_to():
    assert same_terms(ASKED, replace(ASKED, **MOVES_ON))


@pytest.mark.parametrize("name", [each.name for each in fields(AskedFor) if each.name not in MOVES_ON])
def test_anything_else_makes_other_terms(name):
    value = getattr(ASKED, name)
    other = not value if isinstance(value, bool) else (*value, "more") if isinstance(value, tuple) else f"{value}!"
    changed: dict[str, Any] = {name: other}
    assert not same_terms(ASKED, replace(ASKED, **changed))


CASES = some.lists(
    some.builds(
        PastCase,
        some.sampled_from(["connection", "prior approval"]),
        some.sampled_from(["My own child", "An old friend"]),
        some.sampled_from(["Approved", "Approved with conditions", "Not approved"]),
        some.integers(2024, 2026),
        some.lists(some.sampled_from(["One", "Two", "Three"]), unique=True).map(tuple),
    )
)


@given(CASES)
def test_like_cases_are_counted_from_three_on_and_never_before(past):
    like = [each for each in past if (each.kind, each.connection) == ("connection", "My own child")]
    found = like_cases(past, "connection", "My own child")
    if len(like) < LEAST_LIKE_CASES:
        assert found is None
    else:
        assert found is not None
        assert found.approved + found.refused == len(like)
        assert found.since == min(each.year for each in like)
        approved = [each for each in like if each.state != "Not approved"]
        assert set(found.usual) == {
            words
            for words in ("One", "Two", "Three")
            if approved and 2 * sum(words in each.conditions for each in approved) >= len(approved)
        } - {words for words in ("One", "Two", "Three") if not any(words in each.conditions for each in approved)}


def test_an_office_is_named_as_it_is_held():
    assert office_words("headteacher", acting=True) == "acting Headteacher"
    assert office_words("chair of governors", acting=False) == "chair of governors"
