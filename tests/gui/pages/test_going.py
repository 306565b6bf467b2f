from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.gui.pages import registry_overview as made
from tests.gui.pages.registry_register import SCHOOL, TODAY

from candour.domain.going import ExceptionsNow
from candour.domain.overview import overview_of
from candour.domain.register_view import AGEING, By, Filter, RegisterView, keeping
from candour.domain.round import CheckState
from candour.gui.pages.going import GoingPage
from candour.gui.pages.picture_cards import PictureCards
from candour.gui.widgets.bars import Bars
from candour.gui.widgets.legend import LegendRow
from candour.gui.widgets.pictured import Picture


@pytest.fixture
def shown(qtbot):
    def show(page):
        qtbot.addWidget(page)
        page.resize(1280, 832)
        page.show()
        return page

    return show


def words(page):
    return [label.text() for label in page.findChildren(QLabel)]


def test_each_press_of_hr_carries_a_filter_that_keeps_as_many_as_it_shows(shown, qtbot):
    page = shown(made.going_page())
    presses = [(row, row.share.count) for row in page.completion.pictured.rows]
    for card in (page.ageing, *page.groups):
        chart = card.pictured.chart
        for word, strip in zip(chart.words, chart.strips, strict=True):
            presses.append((word, sum(number for _, number in strip.bar.parts)))
    assert len(presses) == 4 + len(AGEING) + 4 + 3
    for part, count in presses:
        with qtbot.waitSignal(page.wanted) as wanted:
            part.click()
        assert SCHOOL.count(wanted.args[0]) == count
        assert sum(keeping(wanted.args[0], TODAY)(line) for line in SCHOOL.lines) == count


def test_who_may_need_a_hand_opens_that_person(shown, qtbot):
    page = shown(made.going_page())
    assert 0 < len(page.hands.rows) <= 5
    with qtbot.waitSignal(page.opened) as opened:
        page.hands.rows[0].click()
    assert opened.args == [made.hrs().hand[0].person]
    with qtbot.waitSignal(page.register_wanted):
        page.register.click()


def test_whoever_decides_has_nothing_to_press_but_the_decisions(shown, qtbot):
    page = shown(made.going_head_page())
    assert page.findChildren(LegendRow) == []
    assert not hasattr(page, "hands")
    with qtbot.assertNotEmitted(page.wanted):
        for strip in page.ageing.pictured.chart.strips:
            qtbot.mouseClick(strip, Qt.MouseButton.LeftButton)
    assert [row.accessibleName().rsplit(" ", 1)[1] for row in page.exceptions.rows] == ["2", "1", "1", "3"]
    with qtbot.waitSignal(page.decisions_wanted):
        page.exceptions.rows[3].click()


def test_what_was_put_right_stands_by_point_and_without_small_numbers(shown):
    page = shown(made.going_head_page())
    assert "Point 2.1: 14 people put something right" in words(page)
    quiet = shown(made.going_quiet_page())
    assert "Put right since signing" in words(quiet)
    assert "No request waits for you" in words(quiet)
    early = shown(GoingPage(made.HEADS, made.heads(settled=None), is_hr=False))
    assert not any("ut right" in said for said in words(early))


def test_before_anybody_has_begun_one_sentence_stands_for_the_pictures(shown):
    page = shown(made.going_begins_page())
    assert {"No one has started yet", "This fills in as people sign."} <= set(words(page))
    assert page.findChildren(Picture) == []


def trend_of(page, view: RegisterView):
    return PictureCards(page, pressable=True).trend(overview_of(view).progress).pictured.title


def test_the_title_of_the_trend_foretells_only_what_three_weeks_tell(shown):
    page = shown(made.going_page())
    assert page.trend.pictured.title == "At this pace, all signed by 28 Oct 2026"
    early = replace(SCHOOL, today=SCHOOL.opens.replace(day=28))
    few = tuple(line for line in early.lines if line.first_signed is None or line.first_signed <= early.today)
    assert trend_of(page, replace(early, lines=few)).endswith("signed in the last 7 days")
    everybody = tuple(line for line in SCHOOL.lines if line.signed)
    assert trend_of(page, replace(SCHOOL, lines=everybody)) == "Everyone has signed"
    nobody = replace(SCHOOL, today=SCHOOL.today.replace(month=12), lines=SCHOOL.lines)
    assert trend_of(page, nobody) == "No one signed in the last 7 days"


def test_the_sentence_of_the_trend_has_last_year_on_the_same_day(shown):
    page = shown(made.going_page())
    sentence = page.trend.pictured.parts[0].accessibleDescription()
    signed = SCHOOL.count(Filter.SIGNED)
    assert sentence.startswith(f"{signed} of 45 had signed by 20 October 2026; the day to sign by is 16 October")
    assert "Last year, as long after the opening: 34 of 44." in sentence


def test_many_roles_show_the_first_eight_and_the_table_has_them_all(shown):
    page = shown(made.going_page())
    lines = tuple(
        replace(line, role=f"Role {number}", state=CheckState.NOT_STARTED)
        for number, line in enumerate(SCHOOL.lines[:12])
    )
    groups = overview_of(replace(SCHOOL, lines=lines)).by_role
    card = PictureCards(page, pressable=True).groups(By.ROLE, groups)
    assert isinstance(card.pictured, Bars)
    assert len(card.pictured.chart.strips) == 8
    assert card.pictured.table.model().rowCount() == 12


def test_a_chair_who_may_know_no_names_sees_small_groups_together(shown):
    page = shown(GoingPage(made.HEADS, made.heads(exceptions=ExceptionsNow((0, 0, 0), 0)), is_hr=False))
    assert all(group.whole >= 5 for group in page.going.overview.by_role)
