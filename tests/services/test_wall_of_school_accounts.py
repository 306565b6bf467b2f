"""The wall of School accounts: answers that must look alike to HR do, in the rows, the lines and the PDFs."""

from __future__ import annotations

import shutil
from functools import cache

import pytest
from tests.schools import School, TestClock, let_post, sign_with
from tests.services.test_wall import DAY, NUMBER, PLAIN, differences, everything, played

from candour.domain.checklist import Given
from candour.services.place import Place

pytestmark = pytest.mark.xdist_group("wall of school accounts")  # what it plays is played once

CHECKED = (Given("names", ("checked",)), Given("links", ("checked",)))
MENDED = (Given("names", ("mended",)), Given("links", ("mended",)))
TO_DO = (Given("names", ("to-do",), until=DAY), Given("links", ("to-do",), until=DAY))
NOT_SURE = (Given("names", ("not-sure",), until=DAY), Given("links", ("not-sure",), until=DAY))


@pytest.fixture(scope="module")
def play(made_sample, tmp_path_factory):
    folder = tmp_path_factory.mktemp("posting") / "school"
    shutil.copytree(made_sample.place.folder, folder)
    school = School(Place(folder), made_sample.code, TestClock())
    let_post(school, NUMBER)

    @cache
    def once(answers):
        def later(theirs):
            sign_with(theirs, answers, checklist="school")

        return played(school, tmp_path_factory.mktemp("wall") / "school", PLAIN, None, later)

    return once


@pytest.mark.parametrize(("one", "other"), [(CHECKED, MENDED), (TO_DO, NOT_SURE)])
def test_what_was_found_and_mended_and_what_is_open_or_unsure_look_the_same(play, one, other):
    seen = everything(play(one))
    assert differences(seen, everything(play(other))) == {}
    assert sum(f"D-2026-{NUMBER}-S" in row for row in seen["files"]) == 2


def test_the_comparison_sees_what_hr_may_know(play):
    found = differences(everything(play(CHECKED)), everything(play(TO_DO)))
    assert set(found) == {"activity", "declared", "declared_line", "files"}
