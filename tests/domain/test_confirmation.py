from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from candour.domain.confirmation import last_given
from candour.domain.people import Holding, Office

HELD = Holding("h1", Office.HEADTEACHER, "person", date(2026, 9, 1), None, acting=False)
ENDED = replace(HELD, until=date(2026, 12, 31))


def test_an_office_is_given_by_its_first_row_and_not_by_one_that_ends_it():
    assert last_given([HELD]) == 0
    assert last_given([HELD, ENDED, replace(ENDED, until=date(2026, 10, 1))]) == 0


@pytest.mark.parametrize(
    "anew",
    [
        replace(ENDED, until=date(2027, 1, 1)),
        HELD,
        replace(ENDED, person="another"),
        replace(ENDED, office=Office.CHAIR),
        replace(ENDED, since=date(2026, 8, 1)),
    ],
)
def test_a_row_that_lengthens_it_or_names_another_gives_it_anew(anew):
    assert last_given([HELD, ENDED, anew]) == 2
    assert last_given([HELD, ENDED, anew, replace(anew, until=date(2026, 9, 30))]) == 2
