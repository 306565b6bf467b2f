from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from tests.gui.pages.registry_samples import sample_check, sample_pack
from tests.gui.pages.settling import settle

from candour.domain.checklist import Given
from candour.gui.pages.where_to_look import WhereToLook, checked_on, ticked_platforms


def platforms(*ids):
    check = sample_check({"accounts": Given("accounts", ids)})
    return ticked_platforms(check.pack, check.checklist, check.answers)


@pytest.fixture
def where(qtbot):
    where = WhereToLook()
    qtbot.addWidget(where)
    where.show_platforms(platforms("facebook", "instagram"))
    where.resize(400, 800)
    where.show()
    settle()
    return where


def visible(where):
    return [label.text() for label in where.findChildren(QLabel) if label.isVisible()]


def test_only_the_ticked_accounts_are_shown_in_the_order_of_the_pack():
    assert [p.id for p in platforms("whatsapp", "facebook")] == ["facebook", "whatsapp"]


def test_about_the_school_s_own_pages_only_the_platforms_where_it_has_some_are_shown():
    pack = sample_pack()
    assert pack.school_platforms == ("Facebook", "LinkedIn", "Instagram")
    found = ticked_platforms(pack, pack.checklist("school"), {})
    assert [platform.id for platform in found] == ["facebook", "instagram", "linkedin"]


@pytest.mark.parametrize("answers", [{}, {"accounts": Given("accounts", ("no-accounts",))}])
def test_without_accounts_nothing_is_shown(answers):
    check = sample_check(answers)
    assert ticked_platforms(check.pack, check.checklist, check.answers) == ()


def test_the_first_platform_stands_open_and_the_others_open_on_a_press(where):
    first, second = where.platforms
    assert (first.opened, second.opened) == (True, False)
    assert "2. Go through the list. Look at Followers too." in visible(where)
    second.opener.click()
    settle()
    assert "3. To take somebody out, press Remove beside the name." in visible(where)
    assert second.opener.accessibleName() == "Instagram: hide the steps"


def test_a_tick_says_looked_and_is_remembered_while_the_check_is_open(where):
    where.platforms[0].tick.click()
    assert where.platforms[0].chip.text() == "Looked"
    where.show_platforms(platforms("facebook", "instagram"))
    assert [part.chip.text() for part in where.platforms] == ["Looked", "To do"]
    where.platforms[0].tick.click()
    assert where.platforms[0].chip.text() == "To do"


def test_what_stands_open_stays_open_from_question_to_question(where):
    where.platforms[1].opener.click()
    where.show_platforms(platforms("facebook", "instagram"))
    assert [part.opened for part in where.platforms] == [True, True]


def test_what_was_looked_at_is_remembered_when_another_account_is_ticked(where):
    where.platforms[0].tick.click()
    where.show_platforms(platforms("facebook", "instagram", "x"))
    assert [part.chip.text() for part in where.platforms] == ["Looked", "To do", "To do"]


def test_nothing_is_remembered_for_the_next_person(where):
    where.platforms[0].tick.click()
    where.forget()
    where.show_platforms(platforms("facebook"))
    assert where.platforms[0].chip.text() == "To do"


def test_where_it_is_true_it_says_that_others_are_not_told(where):
    words = "Other people are not told when you remove them."
    assert words not in visible(where)
    where.platforms[1].opener.click()
    settle()
    assert words in visible(where)


def test_each_tick_is_named_after_its_platform(where):
    names = [part.tick.accessibleName() for part in where.platforms]
    assert names == ["I have looked: Facebook", "I have looked: Instagram"]


def test_it_says_when_the_steps_were_checked():
    assert checked_on(sample_pack().platforms) == "September 2026"
    assert checked_on(()) == ""


def test_the_phone_is_looked_at_by_one_press(qtbot, where):
    with qtbot.waitSignal(where.looked_at_phone, timeout=1000):
        where.phone.click()
