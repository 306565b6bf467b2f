"""For governors, in a real window: the figures saved and printed, and three declarations named only once opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.test_role_wall import everything_of
from tests.gui.windows import playing
from tests.schools import sign_with

from candour.gui.pages.governors import GovernorsPage
from candour.gui.pages.governors_pick import GovernorsPickPage
from candour.gui.places import GOVERNORS
from candour.gui.widgets.chip import Chip
from candour.sample import people as cast

SIGNED = (cast.CLASS_TEACHER, cast.ASSISTANT, cast.DEPUTY)


@pytest.fixture
def played(qapp, school, tmp_path):
    for each in SIGNED:
        sign_with(school.desk(each.number))
    school.office().sealing().seal_new()
    yield from playing(qapp, school, tmp_path)


@pytest.fixture
def page(played):
    played.sign_in(cast.BUSINESS_MANAGER.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.driver.press("For governors")
    played.driver.until_title("For governors")
    played.idle()
    shown = played.app.window.page
    assert isinstance(shown, GovernorsPage)
    return shown


def test_the_figures_are_saved_as_a_pdf_and_said(played, page, tmp_path):
    governors = played.app.rooms.governors
    governors.saving.save_to(page, governors.paper, tmp_path / "summary.pdf")
    played.idle()
    assert (tmp_path / "summary.pdf").read_bytes().startswith(b"%PDF")
    assert "summary.pdf" in page.said.text()


def test_they_are_seen_before_they_are_printed(played, page):
    played.driver.press("See and print")
    played.driver.until_title("Summary for governors")
    assert "Have signed" in played.app.window.page.text.toPlainText()
    QTest.keyClick(played.app.window.page, Qt.Key.Key_Escape)
    played.driver.until_title("For governors")


def test_three_are_told_by_reference_and_named_once_opened(played, page):
    played.driver.press("Pick any three")
    played.driver.until_title("Any three declarations")
    played.idle()
    shown = played.app.window.page
    assert isinstance(shown, GovernorsPickPage)
    words = everything_of(shown)
    assert [chip.text() for chip in shown.findChildren(Chip)] == ["Genuine and unchanged"] * 3
    assert [each.name for each in SIGNED if each.name in words] == []
    one = SIGNED[1]
    played.driver.press(f"Open D-2026-{one.number}")
    played.driver.until_title(f"D-2026-{one.number}")
    assert one.name in played.app.window.page.text.toPlainText()
    played.driver.press("Back")
    played.driver.until_title("Any three declarations")
    words = everything_of(shown)
    assert [each.name for each in SIGNED if each.name in words] == [one.name]
    played.driver.press("Pick three others")
    played.driver.until(lambda: played.app.window.page is not shown, "the three stay")
    assert one.name not in everything_of(played.app.window.page)


@pytest.fixture
def unsigned(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def test_with_too_few_sealed_the_page_says_so_and_lets_one_try_again(unsigned):
    unsigned.sign_in(cast.HEADTEACHER.name)
    unsigned.driver.until(lambda: unsigned.app.signed_in, "nobody signed in")
    unsigned.idle()
    unsigned.app.rooms.hr.go(GOVERNORS)
    unsigned.driver.until_title("For governors")
    unsigned.driver.press("Pick any three")
    unsigned.driver.until_title("Error: For governors")
    assert "Fewer than three declarations" in everything_of(unsigned.app.window)
    assert unsigned.app.window.page.pick.isEnabled()
