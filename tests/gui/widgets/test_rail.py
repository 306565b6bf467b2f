from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from candour.gui.widgets.rail import Rail, Step

STEPS = (
    Step(1, "Your accounts", "answered"),
    Step(2, "Pupils of any age", "here"),
    Step(3, "Check and sign", "open", asks=False),
)


@pytest.fixture
def rail(show) -> Rail:
    rail = Rail()
    rail.set_steps(STEPS)
    show(rail)
    return rail


def test_each_step_is_said_with_its_number_and_how_it_stands(rail, heard):
    assert [heard(step)[1] for step in rail.steps] == [
        "Question 1, Your accounts, answered",
        "Question 2, Pupils of any age, you are here",
        "Step 3, Check and sign, not answered yet",
    ]


def test_only_what_was_answered_leads_back(rail, qtbot):
    assert [step.isEnabled() for step in rail.steps] == [True, False, False]
    with qtbot.waitSignal(rail.chosen) as chosen:
        qtbot.mouseClick(rail.steps[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [0]


def test_the_three_states_are_told_by_more_than_colour(rail):
    discs = []
    for step in rail.steps:
        image = step.grab().toImage()
        discs.append(tuple(image.pixelColor(x, image.height() // 2).lightness() // 64 for x in range(14, 38)))
    assert len(set(discs)) == len(discs)


def test_the_same_rows_show_later_steps_so_that_the_focus_does_not_jump(rail):
    before = list(rail.steps)
    rail.set_steps(STEPS[:2])
    assert rail.steps == before[:2]
    rail.set_steps(STEPS)
    assert rail.steps[:2] == before[:2]
    assert rail.steps[2].step == STEPS[2]
