from __future__ import annotations

from PySide6.QtCore import Qt
from tests.gui.pages.around import CONTACTS, cut_sideways

from candour.gui.pages.stop_card import StopCardPage


def shown(qtbot, contacts=CONTACTS, *, from_question: bool = False) -> StopCardPage:
    page = StopCardPage(contacts, from_question=from_question)
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
        ("Designated lead", "Lena Lead · Room 1 · phone 01632 960001"),
        ("If Lena Lead is out", "Dee Puty · Room 4 · phone 01632 960004"),
    ]


def test_it_works_before_any_register_is_open(qtbot):
    page = shown(qtbot, ())
    assert page.title() == "Go to the designated lead, or ring, now"
    assert [words for _, words, _ in page.facts] == ["999 first"]


def test_the_numbers_outside_show_when_it_is_about_the_headteacher(qtbot):
    page = shown(qtbot)
    qtbot.mouseClick(page.about_head, Qt.MouseButton.LeftButton)
    assert [words for _, words, _ in page.outside] == [
        "Cora Chair · phone 01632 960009",
        "Duty officer · phone 01632 960010",
    ]
    assert not page.about_head.isVisible()


def test_somebody_who_came_by_themselves_is_offered_no_answer(qtbot):
    page = shown(qtbot)
    assert page.told_way is None
    assert page.going_way is None


def test_who_came_from_a_question_goes_on_with_either_answer(qtbot):
    page = shown(qtbot, from_question=True)
    for way, signal in ((page.told_way, page.told), (page.going_way, page.going_to_tell)):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


def test_the_ways_on_are_offered_once(qtbot):
    page = shown(qtbot, from_question=True)
    first = page.told_way
    page.offer_ways_on()
    assert page.told_way is first


def test_enter_and_back_go_to_where_the_person_was(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.went_back):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_the_focus_begins_on_the_one_heading(qtbot):
    page = shown(qtbot)
    assert page.focusWidget() is page.card.heading


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    page = shown(qtbot, from_question=True)
    page.show_about_headteacher()
    assert cut_sideways(page) == []
