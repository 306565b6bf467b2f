"""The pages of rounds and policy by themselves: what each shows, says and carries on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.gui.pages import registry_rounds as samples
from tests.gui.pages.around import signed_home, signed_personal

from candour.domain.round_dates import Review
from candour.gui.pages.home import HomePage
from candour.gui.pages.pack_compare import NEXT, RUNNING, PackComparePage
from candour.gui.pages.people_add import PersonAddPage
from candour.gui.pages.round_change import RoundChangePage
from candour.gui.pages.round_start import RoundStartPage
from candour.gui.pages.rounds import RoundsPage
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.labels import BodyLabel
from candour.services.people_results import Joins
from candour.services.request_results import PolicyChanged


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.show()
    return page


def words_of(page):
    return {label.text() for label in page.findChildren(BodyLabel)}


def rounds(qtbot, **said):
    return shown(qtbot, RoundsPage(samples.FRAME, replace(samples.VIEW, **said)))


@pytest.mark.parametrize(
    ("today", "role", "begins"),
    [
        (samples.TODAY, "todo", "The policy is to be reviewed: February 2027"),
        (date(2027, 3, 1), "danger", "The policy was to be reviewed: February 2027"),
    ],
)
def test_the_review_is_announced_and_then_overdue(qtbot, today, role, begins):
    page = rounds(qtbot, today=today)
    banner = page.findChildren(Banner)[0]
    assert (banner._role, banner.title.text()) == (role, begins)


def test_without_a_review_near_nothing_is_announced(qtbot):
    assert rounds(qtbot, review=None).findChildren(Banner) == []
    far = Review(date(2029, 2, 1), date(2029, 2, 28))
    assert len(rounds(qtbot, review=far).findChildren(Banner)) == 1


def test_only_a_keeper_is_offered_slips(qtbot):
    page = rounds(qtbot)
    assert page.slips.isVisible()
    with qtbot.waitSignal(page.slips_wanted):
        page.slips.click()
    assert not page.slips.isEnabled()
    page.show_made(2)
    assert page.slips.isEnabled()
    assert page.said.text().startswith("2 slips were made.")
    other = rounds(qtbot, gives_codes=False)
    assert other.slips.parent() is None
    assert "A keeper makes slips: ask one of them." in words_of(other)


def test_each_check_leads_to_its_own_change(qtbot):
    page = rounds(qtbot)
    assert set(page.changes) == {"2026–27", "2027–28"}
    with qtbot.waitSignal(page.change_wanted) as wanted:
        page.changes["2027–28"].click()
    assert wanted.args == ["2027–28"]


def test_what_is_left_out_is_carried_and_can_be_put_back(qtbot):
    page = shown(qtbot, RoundStartPage(samples.FRAME, samples.START))
    for key in ("p6", "p5"):
        page.people.picker.choose(key)
        page.people.leave.click()
    assert page.people.names() == ("Chris Invented", "Ben Sample")
    page.people.backs["p6"].click()
    assert page.people.how_many.text() == "2 people are in it, 1 person left out."
    with qtbot.waitSignal(page.asked) as asked:
        page.start.click()
    assert asked.args == [2027, date(2027, 9, 13), date(2027, 10, 18), ("p5",)]
    assert not page.start.isEnabled()
    page.show_refused("Something else.")
    assert page.start.isEnabled()


def test_nobody_left_is_said_and_not_asked(qtbot):
    page = shown(qtbot, RoundStartPage(samples.FRAME, samples.START))
    for each in samples.PEOPLE:
        page.people.picker.choose(each.person)
        page.people.leave.click()
    with qtbot.assertNotEmitted(page.asked):
        page.start.click()
    assert "nobody is left in the check" in page.people.picker.error.text()


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        (samples.TODAY - timedelta(days=1), "Choose today or a later day"),
        (samples.TODAY, ""),
    ],
)
def test_the_day_moves_to_one_that_is_not_past(qtbot, day, problem):
    page = shown(qtbot, RoundChangePage(samples.FRAME, samples.CHANGE))
    page.due.set_date(day)
    page.move_day.click()
    assert page.due.error.text() == problem


def test_the_day_that_stands_is_no_other_and_none_before_the_first(qtbot):
    coming = replace(samples.CHANGE, round=samples.COMING)
    page = shown(qtbot, RoundChangePage(samples.FRAME, coming))
    page.move_day.click()
    assert "this is the one that stands" in page.due.error.text()
    page.due.set_date(samples.COMING.opens - timedelta(days=1))
    page.move_day.click()
    assert "not before the first day" in page.due.error.text()


def test_a_day_in_the_past_is_none_for_somebody_who_is_added(qtbot):
    page = shown(qtbot, RoundChangePage(samples.FRAME, samples.CHANGE))
    page.picker.choose("p4")
    page.own.set_date(samples.TODAY - timedelta(days=1))
    with qtbot.assertNotEmitted(page.added):
        page.add.click()
    assert page.own.error.text() == "Choose today or a later day"


def test_material_points_are_proposed_and_can_be_unticked(qtbot):
    page = shown(qtbot, PackComparePage(samples.FRAME, samples.LOOK))
    assert {point: tick.isChecked() for point, tick in page.ticks.items()} == {"2.8": True}
    page.when.choose(RUNNING)
    with qtbot.waitSignal(page.agreed) as agreed:
        page.take.click()
    assert agreed.args == [("2.8",), True]
    page.show_refused("Something else.")
    page.ticks["2.8"].setChecked(False)
    page.when.choose(NEXT)
    with qtbot.waitSignal(page.agreed) as agreed:
        page.take.click()
    assert agreed.args == [(), False]


def test_the_pack_in_force_is_not_offered_once_more(qtbot, theme):
    page = shown(qtbot, samples.same_page(theme))
    assert not page.take.isVisible()
    assert page.main_button is page.back


def test_without_a_running_check_the_pack_is_for_the_next(qtbot, theme):
    page = shown(qtbot, samples.no_round_page(theme))
    with qtbot.waitSignal(page.agreed) as agreed:
        page.take.click()
    assert agreed.args == [("2.8",), False]


def test_a_joiner_has_a_day_unless_they_sit_the_check_out(qtbot):
    page = shown(qtbot, PersonAddPage(samples.FRAME, None, Joins("2026–27", date(2026, 12, 24))))
    assert (page.due(), page.kept_out()) == (date(2026, 12, 24), False)
    page.comes.setChecked(False)
    assert (page.due(), page.kept_out()) == (None, True)
    assert not page.sign_by.isVisible()
    assert shown(qtbot, PersonAddPage(samples.FRAME)).due() is None


@pytest.mark.parametrize(
    ("policy", "words"),
    [
        (PolicyChanged(1, ("parents",)), "Only these are asked again: parents. Then sign an update."),
        (PolicyChanged(1, ()), "They ask you nothing new. Read the policy, and sign an update."),
        (PolicyChanged(1, (), afresh=True), "Your new keys cannot open your answers"),
    ],
)
def test_the_home_page_says_that_the_policy_changed(qtbot, policy, words):
    quiet = signed_home(signed_personal(policy=policy, todos=(), changed=()))
    page = shown(qtbot, HomePage(samples.FRAME, quiet, samples.TODAY))
    assert "The policy changed: 1 point" in words_of(page)
    assert any(each.startswith(words) for each in words_of(page))
    assert page.status.line.text() == "You have signed. Since then the policy has changed."
    with qtbot.waitSignal(page.policy.update_wanted):
        page.policy.button.click()
