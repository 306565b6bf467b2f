from __future__ import annotations

import dataclasses
from datetime import date

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import (
    FRAME,
    REQUESTS,
    SCHOOL_TO_DO,
    TO_DO,
    TODAY,
    cut_sideways,
    home,
    nothing_home,
    personal,
    school,
    signed_home,
    signed_personal,
)
from tests.gui.pages.registry_requests import CHANGED, LOOK
from tests.gui.pages.settling import settle
from tests.schools import there

from candour.gui.pages.home import HomePage
from candour.gui.places import HELD, RECORD


def shown(qtbot, at=None, today=TODAY) -> HomePage:
    page = HomePage(FRAME, at or home(), today)
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


LATER = dataclasses.replace(TO_DO, question="posts", until=date(2026, 11, 6))


@pytest.mark.parametrize(
    ("at", "line", "about"),
    [
        (home(), "4 of 12 done", "You stopped at “Ex-pupils under 18”. Sign by Friday 16 October 2026."),
        (home(personal(done=0)), "0 of 12 done", "Sign by Friday 16 October 2026."),
        (
            home(personal(done=12, stopped_at="")),
            "12 of 12 done",
            "Every question is answered. Check and sign by Friday 16 October 2026.",
        ),
        (signed_home(), "You have signed. 1 thing to do by 30 October 2026.", ""),
        (
            signed_home(signed_personal(todos=(LATER, TO_DO))),
            "You have signed. 2 things to do, the first by 30 October 2026.",
            "",
        ),
        (
            signed_home(signed_personal(todos=()), next_opens=date(2027, 9, 1)),
            "You have signed. Nothing to do now.",
            "Your next check opens on 1 September 2027.",
        ),
        (
            nothing_home(next_opens=date(2027, 9, 1)),
            "Nothing to do now.",
            "Your next check opens on 1 September 2027.",
        ),
    ],
)
def test_one_line_says_how_it_stands_and_the_next_what_follows(qtbot, at, line, about):
    page = shown(qtbot, at)
    assert (page.status.line.text(), page.status.about.text()) == (line, about)


@pytest.mark.parametrize(
    ("today", "words", "role"),
    [
        (date(2026, 9, 1), "Due in 45 days", "neutral"),
        (date(2026, 10, 7), "Due in 9 days", "todo"),
        (date(2026, 10, 15), "Due tomorrow", "todo"),
        (date(2026, 10, 16), "Due today", "todo"),
        (date(2026, 10, 17), "Overdue", "danger"),
    ],
)
def test_overdue_is_said_only_after_the_date(qtbot, today, words, role):
    chip = shown(qtbot, today=today).status.chip
    assert (chip.text(), chip.role) == (words, role)


def test_the_groups_stand_with_how_far_they_are_and_lead_to_their_first_question(qtbot):
    page = shown(qtbot)
    said = [row.accessibleName() for row in page.tasks[0].rows]
    assert said[0] == "Your accounts, Done"
    assert said[2] == "People who follow you or are your friends, 2 of 3 done"
    assert said[3] == "Being in touch, Not started"
    assert said[-1] == "Check and sign, After the questions"
    for row, question in ((2, "ex-pupils"), (-1, "")):
        with qtbot.waitSignal(page.group_wanted) as wanted:
            press(qtbot, page.tasks[0].rows[row])
        assert wanted.args == ["personal", question]


def test_enter_continues_an_open_check_and_else_finishes(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.continued):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    page = shown(qtbot, signed_home())
    with qtbot.waitSignal(page.finished):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_a_to_do_is_done_by_its_owner_and_a_day_that_is_past_is_said(qtbot):
    past = dataclasses.replace(TO_DO, past=True)
    page = shown(qtbot, signed_home(signed_personal(todos=(past,))))
    button = page.todos.buttons[past]
    assert button.accessibleName() == "I have done this: your own phone"
    with qtbot.waitSignal(page.done_wanted) as done:
        press(qtbot, button)
    assert done.args == [past]


def test_only_what_is_signed_can_change_and_a_begun_update_can_be_gone_on_with(qtbot):
    assert not shown(qtbot).status.changed.isVisible()
    page = shown(qtbot, signed_home(signed_personal(updating=True)))
    assert page.status.changed.isVisible()
    with qtbot.waitSignal(page.continued):
        press(qtbot, page.status.go_on)
    assert page.status.about.text().startswith("You have begun an update")
    assert not shown(qtbot, signed_home()).status.go_on.isVisible()


def test_the_banner_of_going_to_tell_stands_until_it_is_said(qtbot):
    assert shown(qtbot).telling is None
    page = shown(qtbot, home(telling=True))
    with qtbot.waitSignal(page.told_wanted):
        press(qtbot, there(page.telling).action)


def test_each_declaration_can_be_saved(qtbot):
    page = shown(qtbot, signed_home())
    for reference in ("D-2026-0038", "D-2025-0038"):
        button = page.declarations.saves[reference]
        with qtbot.waitSignal(page.save_wanted) as saved:
            press(qtbot, button)
        assert saved.args == [reference]
        assert button.accessibleName() == f"Save PDF of {reference}"


def test_an_exception_is_asked_for_at_any_time(qtbot):
    page = shown(qtbot)
    assert page.requests.rows == len(REQUESTS)
    with qtbot.waitSignal(page.ask_wanted):
        press(qtbot, page.requests.ask)
    assert shown(qtbot, nothing_home()).requests.ask.isVisible()


def test_where_a_copy_lies_is_said_and_a_failure_does_not_shake_what_is_kept(qtbot):
    page = shown(qtbot)
    page.show_not_saved()
    assert there(page.banner).text.text().startswith("Everything is safe here.")
    page.show_saved("Documents/declaration.pdf")
    assert page.banner is None
    assert page.said.text() == "Saved: Documents/declaration.pdf"


def test_a_child_in_touch_leads_to_the_designated_lead(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.lead_wanted):
        press(qtbot, page.child.action)


def test_the_places_stand_at_the_side_and_as_links_where_it_is_narrow(qtbot):
    page = shown(qtbot)
    assert not page.links.isVisible()
    with qtbot.waitSignal(page.went) as went:
        press(qtbot, page.sidebar.places[RECORD])
    assert went.args == [RECORD]
    page.resize(800, 600)
    settle()
    assert page.links.isVisible()
    assert not page.menu.isVisible()
    assert not page.sidebar.isVisible()
    link = next(part for part in page.links.children() if getattr(part, "words", "") == "What is held about me")
    with qtbot.waitSignal(page.went) as went:
        press(qtbot, link)
    assert went.args == [HELD]


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot)) == []


def test_what_was_decided_since_signing_stands_first_and_is_said_in_the_status(qtbot):
    page = shown(qtbot, signed_home(signed_personal(todos=(), changed=CHANGED), look_again=LOOK))
    assert page.status.line.text() == "You have signed. Since then something was decided or has ended."
    with qtbot.waitSignal(page.changed_points.update_wanted):
        press(qtbot, page.changed_points.buttons[1])
    with qtbot.waitSignal(page.look_again.again_wanted) as again:
        press(qtbot, page.look_again.buttons["E-2026-014"])
    with qtbot.waitSignal(page.look_again.still_right) as right:
        press(qtbot, page.look_again.buttons["E-2025-009"])
    assert (again.args, right.args) == (["E-2026-014"], ["E-2025-009"])


def test_without_anything_decided_or_ending_there_are_no_such_cards(qtbot):
    page = shown(qtbot, signed_home())
    assert not page.changed_points.isVisible()
    assert not page.look_again.isVisible()


def test_a_second_checklist_has_its_own_status_rows_and_way_on(qtbot):
    page = shown(qtbot, home(personal(), school()))
    assert [card.which.text() for card in page.statuses] == ["Personal accounts", "School accounts"]
    assert [card.line.text() for card in page.statuses] == ["4 of 12 done", "4 of 9 done"]
    assert page.lead.text().endswith("9 questions about the school’s accounts, because you post for the school.")
    assert page.main_button is page.statuses[0].go_on
    with qtbot.waitSignal(page.continued) as continued:
        press(qtbot, page.statuses[1].go_on)
    assert continued.args == ["school"]
    assert page.tasks[1].rows[-1].accessibleName() == "Check and sign: School accounts, After the questions"
    with qtbot.waitSignal(page.group_wanted) as wanted:
        press(qtbot, page.tasks[1].rows[1])
    assert wanted.args == ["school", "names"]


def test_the_year_is_signed_once_both_are_and_enter_goes_on_with_what_is_left(qtbot):
    page = shown(qtbot, home(signed_personal(todos=()), school()))
    assert page.heading.text() == "My check for 2026–27"
    assert page.statuses[0].line.text() == "You have signed. Nothing to do here."
    with qtbot.waitSignal(page.continued) as continued:
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    assert continued.args == ["school"]
    both = signed_home(signed_personal(), school(signed=True, done=9, todos=(SCHOOL_TO_DO,)))
    page = shown(qtbot, both)
    assert page.heading.text() == "My declaration for 2026–27"
    assert list(page.todos.buttons) == [TO_DO, SCHOOL_TO_DO]
    with qtbot.waitSignal(page.changed_wanted) as changed:
        press(qtbot, page.statuses[1].changed)
    assert changed.args == ["school"]
