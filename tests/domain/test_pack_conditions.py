from __future__ import annotations

import pytest
from tests.domain.faults_in_packs import assert_named

from candour.domain.pack_file import read_pack
from candour.resources import resource_text

TEXT = resource_text("policies", "milton-road-2025.toml")
FIRST = 'conditions = [\n    "No talk of school",\n'


def test_the_pack_has_ready_conditions_each_one_line():
    conditions = read_pack(TEXT).conditions
    assert len(conditions) == len(set(conditions)) == 6
    assert not any("\n" in each for each in conditions)


def test_a_pack_of_before_has_none():
    start = TEXT.index("conditions = [")
    without = TEXT[:start] + TEXT[TEXT.index("]\n", start) + 2 :]
    assert read_pack(without).conditions == ()


@pytest.mark.parametrize(
    ("new", "mark", "words"),
    [
        ("No pictures of other pupils", '"No pictures of other pupils",\n    "No pict', "stands twice"),
        ("First\\nSecond", '"First', "one line"),
        (" ", '" "', "is empty"),
    ],
)
def test_a_condition_that_cannot_stand_alone_is_named_with_its_line(new, mark, words):
    planted = f'conditions = [\n    "{new}",\n'
    if "twice" in words:
        planted, mark = FIRST + '    "First of them",\n    "First of them",\n', '"First of them",\n    "No pictures'
    assert_named(TEXT, FIRST, planted, mark, words)


def test_lines_about_pupils_are_named_by_the_pack():
    lines = [line for checklist in read_pack(TEXT).checklists for line in checklist.lines]
    assert {line.id for line in lines if line.pupils} == {"pupils", "ex-pupils", "photos", "names"}
