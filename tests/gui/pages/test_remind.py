from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.registry_reminders import EVERYBODY, FRAME, GROUND, line, remind_page

from candour.domain.reminding import Way
from candour.gui.pages.remind import RemindPage
from candour.gui.places import HOLIDAYS
from candour.gui.widgets.remind_table import DUE as DUE_COLUMN
from candour.gui.widgets.remind_table import EMAIL, NAME, REMINDED, times_words

ANNA, MAU, SIAN = (each.person for each in EVERYBODY[:3])


@pytest.fixture
def page(qtbot):
    return shown(qtbot, remind_page())


def shown(qtbot, made):
    qtbot.addWidget(made)
    made.resize(1280, 832)
    made.show()
    return made


def ticked(page):
    return [each.person for each in page.table.people.ticked_lines()]


def spoken(page, row):
    return page.table.people.index(row, NAME).data(Qt.ItemDataRole.AccessibleTextRole)


def test_everybody_who_may_be_reminded_is_ticked_and_says_when_and_how_often_they_were(page):
    assert ticked(page) == [ANNA, MAU, SIAN]
    model = page.table.people
    told = [model.index(row, REMINDED).data() for row in range(model.rowCount())]
    assert told == ["once, 6 Oct 2026", "not yet", "twice, last 1 Oct 2026"]
    assert [model.index(row, EMAIL).data() for row in (0, 2)] == ["anna@school.example", "none to use"]


@pytest.mark.parametrize(
    ("times", "words"), [(0, "not yet"), (3, "three times, last 6 Oct 2026"), (4, "four times, last 6 Oct 2026")]
)
def test_how_often_is_said_in_words(times, words):
    assert times_words(times, date(2026, 10, 6) if times else None) == words


def test_who_is_left_out_and_why_stands_in_a_line_each(qtbot, page):
    said = "\n".join(words_of(page))
    for words in (
        "2 people have signed.",
        "1 person is away.",
        "1 person was reminded four times. Speak to them: Uma Untruth.",
        "1 person was reminded not long ago. Again from Friday 23 October 2026 on.",
    ):
        assert words in said
    assert "Theo Invented" not in said


def words_of(page):
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415 - beside its one use

    return [each.text() for each in page.findChildren(QLabel)]


def test_space_unticks_the_chosen_row_whatever_column_one_is_in_and_says_so(qtbot, page):
    page.table.setCurrentIndex(page.table.people.index(1, DUE_COLUMN))
    assert spoken(page, 1) == "Nguyễn Thị Mẫu, ticked"
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert ticked(page) == [ANNA, SIAN]
    assert spoken(page, 1) == "Nguyễn Thị Mẫu, not ticked"
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert ticked(page) == [ANNA, MAU, SIAN]


def test_the_mouse_unticks_by_the_box(qtbot, page):
    cell = page.table.visualRect(page.table.people.index(0, NAME))
    at = cell.center()
    at.setX(cell.left() + 14)
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ticked(page) == [MAU, SIAN]


def test_a_sort_keeps_the_ticks(page):
    page.table.people.tick([MAU], on=False)
    page.table.sortByColumn(REMINDED, Qt.SortOrder.DescendingOrder)
    assert set(ticked(page)) == {ANNA, SIAN}


def test_nobody_and_everybody(page):
    page.nobody.click()
    assert ticked(page) == []
    page.everybody.click()
    assert ticked(page) == [ANNA, MAU, SIAN]


def test_those_whom_the_register_chose_are_ticked_alone_and_never_anybody_else(qtbot):
    assert ticked(shown(qtbot, RemindPage(FRAME, GROUND, (MAU, "somebody who signed")))) == [MAU]
    assert ticked(shown(qtbot, RemindPage(FRAME, GROUND, ("somebody who signed",)))) == []


def test_the_preview_shows_what_one_reads_and_what_all_read(page):
    assert page.read_by.text() == "Anna Beispiel reads:"
    assert page.preview.text().startswith("Hi Anna, your social media check is due on Friday 23 October 2026.")
    page.how.choose(Way.DRAFT.value)
    assert page.read_by.text() == "All of them read:"
    assert page.preview.text().startswith("Hi all, your social media check is due on Friday 23 October 2026.")


def test_the_proposal_follows_the_ticks_until_somebody_writes(qtbot):
    late = line("Late Invented", due=date(2026, 10, 16))
    page = shown(qtbot, RemindPage(FRAME, replace(GROUND, everybody=(*EVERYBODY, late))))
    assert "check {is due} on {date}" in page.text.text()
    page.nobody.click()
    page.table.people.tick([late.person], on=True)
    assert "check was due on {date}" in page.text.text()
    page.text.field.setPlainText("My own words, {first name}.")
    page.everybody.click()
    assert page.text.text() == "My own words, {first name}."


def test_what_will_be_noted_is_said_before_and_by_mail_counts_those_with_an_address(page):
    page.how.choose(Way.SLIP.value)
    assert page.will_note.text() == (
        "Once the file is saved, the register notes that you reminded 3 people today. That cannot be taken back."
    )
    page.how.choose(Way.DRAFT.value)
    assert "that you reminded 2 people today" in page.will_note.text()
    assert page.unreachable.text() == "No e-mail address: Siân Sample. Print slips for them afterwards."
    page.how.choose(Way.COPIED.value)
    assert page.will_note.text().startswith("Once the text is copied,")
    assert page.remind.text() == "Copy the text"


def test_what_is_missing_is_named_and_nothing_is_asked(qtbot, page):
    page.nobody.click()
    page.text.field.clear()
    with qtbot.assertNotEmitted(page.asked):
        page.remind.click()
    assert [link.text() for link in page.summary.links()] == [
        "Tick at least one person",
        "Write what they are to read",
        "Choose how you want to remind them",
    ]


def test_after_a_draft_those_without_an_address_are_left_ticked_and_are_not_noted_twice(qtbot, page):
    page.how.choose(Way.DRAFT.value)
    with qtbot.waitSignal(page.asked) as asked:
        page.remind.click()
    (first,) = asked.args
    assert (first.way, first.people, first.noted) == (Way.DRAFT, (ANNA, MAU), frozenset())
    page.finish(first, 2, "Reminder.eml")
    assert page._done.title.text() == "Noted that you reminded 2 people today."
    assert ticked(page) == [SIAN]
    model = page.table.people
    assert [model.index(row, REMINDED).data() for row in range(3)] == ["today", "today", "twice, last 1 Oct 2026"]
    with qtbot.assertNotEmitted(page.asked):
        page.remind.click()
    assert page.how.error.text() == "Choose slips or the text: none of them has an e-mail address"
    page.everybody.click()
    page.how.choose(Way.SLIP.value)
    assert "that you reminded 1 person today" in page.will_note.text()
    with qtbot.waitSignal(page.asked) as asked:
        page.remind.click()
    assert asked.args[0].noted == {ANNA, MAU}


def test_on_a_day_off_it_says_the_next_school_day_and_leads_to_the_term_dates(qtbot):
    page = shown(qtbot, RemindPage(FRAME, replace(GROUND, school_day=date(2026, 11, 2))))
    assert "The next one is Monday 2 November 2026. Come back then." in words_of(page)
    with qtbot.waitSignal(page.went) as went:
        page.main_button.click()
    assert went.args == [HOLIDAYS]
