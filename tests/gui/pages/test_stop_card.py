from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QPlainTextEdit
from tests.gui.pages.around import CONTACTS, cut_sideways, problems
from tests.schools import there

from candour.gui.pages.stop_card import StopCardPage

TOLD = ("Lena Lead, designated lead", "The police")


def shown(qtbot, contacts=CONTACTS, **how: bool) -> StopCardPage:
    page = StopCardPage(contacts, TOLD, **how)
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def test_it_says_whom_to_go_to_and_that_it_tells_nobody(qtbot):
    page = shown(qtbot)
    assert page.title() == "Go to Lena Lead, or ring, now"
    assert page.card.below.text() == "This page does not tell anyone. You do."


def test_999_comes_first_then_the_lead_then_the_deputy(qtbot):
    assert [(name, words) for name, words, _ in shown(qtbot).facts] == [
        ("A child in danger", "999 first"),
        ("Designated lead", "Lena Lead · Room 1 · phone\u00a001632\u00a0960001"),
        ("If Lena Lead is out", "Dee Puty · Room 4 · phone\u00a001632\u00a0960004"),
    ]


def test_it_works_before_any_register_is_open(qtbot):
    page = shown(qtbot, ())
    assert page.title() == "Go to the designated lead, or ring, now"
    assert [words for _, words, _ in page.facts] == ["999 first"]


def test_the_numbers_outside_show_when_it_is_about_the_headteacher(qtbot):
    page = shown(qtbot)
    qtbot.mouseClick(page.about_head, Qt.MouseButton.LeftButton)
    assert [words for _, words, _ in page.outside] == [
        "Cora Chair · phone\u00a001632\u00a0960009",
        "Duty officer · phone\u00a001632\u00a0960010",
    ]
    assert not page.about_head.isVisible()


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_with_nobody_signed_in_both_ways_explain_that_nothing_is_recorded(qtbot):
    page = shown(qtbot)
    for way in (page.told_way, page.going_way):
        assert way.hint == "Nobody is signed in, so nothing is recorded here."
        with qtbot.assertNotEmitted(page.going_to_tell):
            press(qtbot, way)
        assert page.said.isVisible()
        assert page.form is None
    assert page.said.text().startswith("Go now. Nothing is recorded here")


def test_having_told_is_noted_with_day_time_and_whom_and_with_no_room_for_more(qtbot):
    page = shown(qtbot, notes=True)
    press(qtbot, page.told_way)
    there(page.form).whom.choose(TOLD[1])
    day = there(page.form)._now.date() - timedelta(days=3)
    there(page.form).day.set_date(day)
    there(page.form).at.field.setTime(QTime(10, 42))
    with qtbot.waitSignal(page.told) as told:
        qtbot.keyClick(there(page.form).at.field, Qt.Key.Key_Return)
    at, whom = told.args
    assert (at.strftime("%Y-%m-%d %H:%M"), whom) == (f"{day} 10:42", "The police")
    assert at.tzinfo is not None
    assert page.findChildren(QPlainTextEdit) == []


def test_whom_is_asked_for_and_a_time_still_to_come_is_not_taken(qtbot):
    page = shown(qtbot, notes=True)
    press(qtbot, page.told_way)
    there(page.form)._now = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)
    there(page.form).day.set_range(date(2026, 1, 1), date(2026, 12, 1))
    there(page.form).day.set_date(date(2026, 10, 1))
    there(page.form).at.field.setTime(QTime(9, 31))
    with qtbot.assertNotEmitted(page.told):
        press(qtbot, there(page.form).note)
    assert problems(page) == ["Choose whom you told", "Choose a time that has passed"]


def test_going_to_tell_is_noted_at_once(qtbot):
    page = shown(qtbot, notes=True)
    with qtbot.waitSignal(page.going_to_tell):
        press(qtbot, page.going_way)


def test_a_note_that_fails_sends_the_person_to_the_lead_in_person(qtbot):
    page = shown(qtbot, notes=True)
    page.show_not_noted()
    assert there(page.banner).text.text() == "This note was not saved. Tell Lena Lead in person."


def test_what_is_about_the_headteacher_leads_on_from_a_question_and_notes_nothing(qtbot):
    page = shown(qtbot, notes=True, from_question=True)
    with qtbot.assertNotEmitted(page.told), qtbot.assertNotEmitted(page.going_to_tell):
        press(qtbot, page.about_head)
        with qtbot.waitSignal(page.went_on):
            press(qtbot, page.on)


def test_enter_and_back_go_to_where_the_person_was(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.went_back):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_the_focus_begins_on_the_one_heading(qtbot):
    page = shown(qtbot)
    assert page.focusWidget() is page.card.heading


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    page = shown(qtbot, notes=True, from_question=True)
    page.show_told()
    page.show_about_headteacher()
    assert cut_sideways(page) == []
