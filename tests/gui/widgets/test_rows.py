from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from candour.gui.metrics import RING
from candour.gui.palette import LIGHT
from candour.gui.widgets.rail import Rail, RailStep, Step
from candour.gui.widgets.rows import Answer, AnswerGrid, TaskRow
from candour.gui.widgets.sidebar import Place, Sidebar
from candour.gui.widgets.stop_card import StopCard, WayOn

STEPS = [
    Step(3, "Parents", "answered"),
    Step(4, "Pupils of any age", "answered"),
    Step(5, "Ex-pupils under 18", "here"),
    Step(6, "Being in touch", "open"),
]


@pytest.fixture
def rail():
    steps = Rail()
    steps.set_steps(STEPS)
    return steps


def test_each_step_is_heard_with_its_number_and_state(show, heard, rail):
    show(rail)
    assert [heard(step)[1] for step in rail.steps] == [
        "Question 3, Parents, answered",
        "Question 4, Pupils of any age, answered",
        "Question 5, Ex-pupils under 18, you are here",
        "Question 6, Being in touch, not answered yet",
    ]


def test_only_what_was_answered_can_be_pressed(show, qtbot, rail):
    show(rail)
    pressed: list[int] = []
    rail.chosen.connect(pressed.append)
    for step in rail.steps:
        qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    qtbot.keyClick(rail.steps[1], Qt.Key.Key_Return)
    assert pressed == [0, 1, 1]


def test_the_rail_keeps_its_rows_when_the_steps_move_on(show, rail):
    show(rail)
    before = rail.steps[2]
    rail.set_steps([Step(5, "Ex-pupils under 18", "answered"), *STEPS][:3])
    assert rail.steps[2] is before
    assert len(rail.steps) == 3


def test_a_task_is_heard_with_its_state_and_pressed_by_enter(show, qtbot, heard):
    row = TaskRow("Children and messages", "1 of 2 done", "todo")
    show(row)
    assert heard(row)[:2] == (QAccessible.Role.Button, "Children and messages, 1 of 2 done")
    with qtbot.waitSignal(row.clicked, timeout=500):
        qtbot.keyClick(row, Qt.Key.Key_Return)
    row.show_state("done", "done")
    assert heard(row)[1] == "Children and messages, done"


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("width", [260, 600])
def test_a_task_is_not_clipped_where_it_is_narrow(show, theme, size, width):
    theme.set_text_size(size)
    row = TaskRow("People who follow you or are your friends", "1 of 3 done", "todo")
    show(row, width=width)
    assert row.height() >= row.heightForWidth(row.width())
    assert row.room(row.width()) >= 4 * theme.metrics.em


def test_change_says_what_it_changes(show, qtbot, heard):
    grid, pressed = AnswerGrid(), []
    row = grid.add(Answer("Pupils", "None", "Confirmed", "done", "pupils", lambda: pressed.append("pupils")))
    grid.add(Answer("Parents", "None", "Confirmed", "done", "parents"))
    show(grid, width=800)
    assert heard(row.change)[1] == "Change answer about pupils"
    qtbot.keyClick(row.change, Qt.Key.Key_Return)
    assert pressed == ["pupils"]
    assert grid.rows[1].change is None


@pytest.mark.parametrize(("size", "width"), [(100, 900), (100, 400), (200, 700)])
def test_answers_fold_rather_than_clip(show, theme, size, width):
    theme.set_text_size(size)
    grid = AnswerGrid()
    grid.add(
        Answer(
            "Own phone and e-mail",
            "I still do; I will stop",
            "Open until 30 October",
            "todo",
            "phone",
            lambda: None,
        )
    )
    window = show(grid, width=width)
    row = grid.rows[0]
    for label in (row.key, row.value, row.chip):
        assert label.height() >= label.heightForWidth(label.width())
        assert label.mapTo(window, label.rect().topRight()).x() <= width


def test_a_place_says_where_one_is_and_what_waits(show, qtbot, heard):
    side = Sidebar("Rae Snape", "Headteacher")
    side.add_group("Headteacher")
    side.add_place("decisions", "Decisions")
    side.add_place("reports", "Reports to me")
    show(side)
    side.set_current("decisions")
    side.set_count("decisions", 3)
    assert heard(side.places["decisions"])[1] == "Decisions, 3 waiting, you are here"
    assert heard(side.places["reports"])[1] == "Reports to me"
    with qtbot.waitSignal(side.went) as went:
        qtbot.keyClick(side.places["reports"], Qt.Key.Key_Space)
    assert went.args == ["reports"]


def test_the_stop_card_is_dark_red_at_its_head_and_names_its_ways_on(show, heard, theme):
    card = StopCard("Go to Rae Snape, or ring her, now", "This page does not tell anyone. You do.")
    card.say("If a child has contacted you on a personal account.")
    card.add_facts([("If she is out", "the deputy lead", 0), ("A child in danger", "999 first", 9)])
    card.add_points(["Do not reply.", "Never copy or save a sexual picture of a child."])
    way = card.add_way("This is about the Headteacher", "Nothing is recorded.")
    show(card, width=700)
    assert card.grab().toImage().pixelColor(40, RING + 8).name() == LIGHT.stop
    assert heard(card.heading)[:2] == (QAccessible.Role.Heading, "Go to Rae Snape, or ring her, now")
    assert heard(way) == (QAccessible.Role.Button, "This is about the Headteacher", "Nothing is recorded.")


@pytest.mark.parametrize(
    "make",
    [
        lambda: TaskRow("Your accounts", "not started"),
        lambda: RailStep(Step(4, "Pupils of any age", "answered")),
        lambda: Place("Decisions"),
        lambda: WayOn("I have told her", "Date, time and who"),
    ],
)
def test_a_row_with_the_focus_wears_the_ring(show, qtbot, make):
    row, other = make(), make()
    show(row, other)
    other.setFocus()
    assert row.grab().toImage().pixelColor(60, 1).name() != LIGHT.focus_outer
    row.setFocus()
    qtbot.waitUntil(row.hasFocus)
    image = row.grab().toImage()
    column = [image.pixelColor(60, y).name() for y in range(5)]
    assert column == [LIGHT.focus_outer] * 3 + [LIGHT.focus_inner] * 2
