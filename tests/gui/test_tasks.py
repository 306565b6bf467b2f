"""Work runs beside the window, and its answers arrive on the window's thread."""

from __future__ import annotations

import gc
import sys
import threading
from types import ModuleType

import pytest

from candour.errors import Refused, Trouble
from candour.gui.tasks import MANY, Tasks


@pytest.fixture
def tasks(qapp):
    runner = Tasks()
    yield runner
    runner.close()


def never(_answer):
    pytest.fail("this must not be called")


def test_work_is_done_off_the_window_thread_and_answered_on_it(tasks, qtbot):
    answers: list[tuple[int, int]] = []
    tasks.run(threading.get_ident, lambda worker: answers.append((worker, threading.get_ident())), never)
    assert tasks.busy
    qtbot.waitUntil(lambda: bool(answers))
    worker, answered = answers[0]
    assert worker != threading.get_ident()
    assert answered == threading.get_ident()
    assert not tasks.busy


def test_what_was_imported_is_no_more_searched_for_cycles(tasks, qtbot):
    answers: list[int] = []
    kept: list[list[list[int]]] = []

    def bring(count):
        sys.modules.update({f"invented_{at}": ModuleType(f"invented_{at}") for at in range(count)})
        kept.append([[] for _ in range(5000)])

    try:
        for count in (0, 1, MANY + 1):
            tasks.run(lambda count=count: bring(count), lambda _: None, never)
            tasks.run(gc.get_freeze_count, answers.append, never)
        qtbot.waitUntil(lambda: len(answers) == 3)
        assert answers[1] - answers[0] < 1000  # one module alone is no library
        assert answers[2] - answers[1] > 4000
    finally:
        gc.unfreeze()
        for at in range(MANY + 1):
            sys.modules.pop(f"invented_{at}", None)


def test_work_runs_in_the_order_it_was_asked_for_one_at_a_time(tasks, qtbot):
    answers: list[int] = []
    for number in range(20):
        tasks.run(lambda number=number: number, answers.append, never)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == list(range(20))


def test_a_refusal_goes_to_who_asked(tasks, qtbot):
    def work():
        raise Refused("Choose your name")

    refusals: list[Refused] = []
    tasks.run(work, never, refusals.append)
    qtbot.waitUntil(lambda: bool(refusals))
    assert str(refusals[0]) == "Choose your name"


def test_trouble_goes_to_who_takes_it(tasks, qtbot):
    def work():
        raise Trouble("The disk is full")

    troubles: list[Trouble] = []
    tasks.run(work, never, never, troubles.append)
    qtbot.waitUntil(lambda: bool(troubles))
    assert str(troubles[0]) == "The disk is full"


@pytest.mark.parametrize("error", [Trouble("Nobody takes this"), ZeroDivisionError("a bug")])
def test_what_nobody_takes_is_loud_on_the_window_thread(tasks, qtbot, error):
    def work():
        raise error

    with qtbot.capture_exceptions() as raised:
        tasks.run(work, never, never)
        qtbot.waitUntil(lambda: not tasks.busy)
    assert [value for _, value, _ in raised] == [error]


def test_nothing_is_taken_after_closing(tasks):
    tasks.close()
    with pytest.raises(RuntimeError):
        tasks.run(lambda: 1, never, never)


def test_an_answer_that_comes_after_forgetting_is_dropped_though_the_work_is_done(tasks, qtbot):
    came, begun, go = [], threading.Event(), threading.Event()

    def work() -> str:
        begun.set()
        go.wait()
        came.append("work")
        return "answer"

    tasks.run(work, came.append, lambda _: None)
    begun.wait()
    tasks.forget()
    tasks.run(lambda: "later", came.append, lambda _: None)
    go.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert came == ["work", "later"]
