"""Declarations on paper through real windows: HR enters one after another, a second person compares."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.pages.registry_deciding import scanned
from tests.gui.windows import playing
from tests.papers import ON_PAPER, on_paper
from tests.schools import TODAY, sign_with, there

from candour.domain.round import CheckState
from candour.gui.pages.envelope import EnvelopePage
from candour.gui.pages.home import HomePage
from candour.gui.pages.paper_compare import PaperComparePage
from candour.gui.pages.paper_enter import PaperEnterPage
from candour.gui.pages.paper_print import ALL, BLANK, ONE, PaperPrintPage
from candour.gui.pages.paper_view import PaperViewPage
from candour.gui.pages.papers import PapersPage
from candour.gui.pages.today import TodayPage
from candour.gui.places import PAPER
from candour.gui.places import TODAY as TODAY_PLACE
from candour.sample import people as cast


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "scan.png"
    path.write_bytes(scanned())
    return path


def enter(played, name=cast.BUSINESS_MANAGER.name):
    played.sign_in(name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.app.rooms.hr.go(PAPER)
    return page_of(played, PapersPage)


def page_of(played, kind):
    played.idle()
    page = played.app.window.page
    assert isinstance(page, kind)
    return page


def begun(played, page, scan, number=ON_PAPER.number):
    """Begin to enter papers: type a staff number as HR does, and choose a scan."""
    page.enter.click()
    page = page_of(played, PaperEnterPage)
    page.whose.field.setEditText(number.lstrip("0"))
    page.whose.left.emit()
    played.app.rooms.paper.scans.take(page, scan)
    played.idle()
    return page


def line_of(school, number):
    view = there(school.office().register_view().current())
    return next(line for line in view.lines if line.number == number)


def test_hr_enters_papers_one_after_another_and_a_second_person_makes_them_count(played, school, scan):
    page = begun(played, enter(played), scan)
    assert page.whose.field.currentText() == f"{ON_PAPER.name}, {ON_PAPER.number}"
    page.points.fields["posts"].box.choose("Open until")
    page.excepts.ticks["0"].setChecked(True)
    page.save.click()
    played.idle()
    assert page_of(played, PaperEnterPage) is page
    assert page.count.text() == "1 paper entered: 1 to compare, 0 confirmed."
    assert page.focusWidget() in (page.whose.field, page.whose.field.lineEdit())
    assert (page.whose.chosen(), page.scan.content, page.points.open_until()) == (None, b"", {})
    assert not page.excepts.ticked()
    page.back.click()
    (card,) = page_of(played, PapersPage).cards.values()
    assert not card.compare.isVisible()
    played.lock()
    (card,) = enter(played, cast.DEPUTY.name).cards.values()
    card.compare.click()
    page = page_of(played, PaperComparePage)
    page.confirm.click()
    assert page.has_errors
    page.tick.setChecked(True)
    page.confirm.click()
    page = page_of(played, PapersPage)
    assert (page.cards, len(page.again)) == ({}, 1)
    line = line_of(school, ON_PAPER.number)
    assert (line.state, line.on_paper, line.next_date) == (CheckState.SIGNED_OPEN, True, TODAY)


def test_enter_saves_from_the_list_of_a_point(played, school, scan):
    page = begun(played, enter(played), scan)
    page.points.fields["pupils"].box.setFocus()
    QTest.keyClick(page.points.fields["pupils"].box.field, Qt.Key.Key_O)
    assert list(page.points.open_until()) == ["pupils"]
    QTest.keyClick(page.points.fields["pupils"].box.field, Qt.Key.Key_Return)
    played.idle()
    assert page.count.text() == "1 paper entered: 1 to compare, 0 confirmed."


def test_what_is_missing_is_said_and_nothing_is_lost(played, scan):
    page = enter(played)
    page.enter.click()
    page = page_of(played, PaperEnterPage)
    page.points.fields["posts"].box.choose("Open until")
    page.save.click()
    assert [page.whose.error.text(), page.scan.error.text()] == [
        "Choose whose paper it is, by number or name",
        "Choose the scan of the paper",
    ]
    assert list(page.points.open_until()) == ["posts"]


def test_of_somebody_who_signed_in_the_app_no_paper_is_taken_and_the_page_says_why(played, school, scan):
    sign_with(school.desk(cast.CLASS_TEACHER.number))
    page = begun(played, enter(played), scan, cast.CLASS_TEACHER.number)
    assert "has signed in Candour already" in page.about.text()
    page.save.click()
    assert "has signed in Candour already" in page.whose.error.text()
    assert page.count.text().startswith("0 papers")


def test_a_part_of_one_name_is_enough_and_of_several_it_is_not(played, school, scan):
    page = begun(played, enter(played), scan, "zzz")
    for typed, found in ((ON_PAPER.name[:5], ON_PAPER.name), ("e", None)):
        page.whose.field.setEditText(typed)
        page.whose.left.emit()
        assert (page.whose.chosen() is not None) == (found is not None)
        page.whose.field.clearEditText()


def test_a_confirmed_paper_is_looked_at_again_and_taken_back_with_two_presses(played, school):
    paper = on_paper(school)
    page = enter(played)
    page.again[paper].click()
    page = page_of(played, PapersPage)  # the scan of the fixture is no picture
    assert page.has_errors
    school.office().paper_declarations().take_back(paper)
    on_paper(school, scan=scanned())
    played.app.rooms.hr.go(PAPER)
    page = page_of(played, PapersPage)
    (link,) = page.again.values()
    link.click()
    page = page_of(played, PaperComparePage)
    page.take_back.click()
    page = page_of(played, PapersPage)
    assert not page.again
    assert line_of(school, ON_PAPER.number).state is CheckState.NOT_STARTED


@pytest.mark.parametrize("which", [ALL, BLANK, ONE])
def test_forms_are_shown_to_be_printed(played, which):
    page = enter(played)
    page.print.click()
    page = page_of(played, PaperPrintPage)
    page.show_forms.click()
    assert page.whom.error.text() == "Choose for whom the forms are"
    page.whom.choose(which)
    page.large.setChecked(which == BLANK)
    if which == ONE:
        page.show_forms.click()
        assert page.one.error.text() == "Choose who it is for"
        page.one.choose(page._unsigned[0])
    page.show_forms.click()
    played.idle()
    assert isinstance(played.app.window.page, PaperViewPage)


def test_who_signed_on_paper_sees_that_it_counts_and_can_still_sign_here(played, school):
    on_paper(school)
    played.sign_in(ON_PAPER.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    page = page_of(played, HomePage)
    assert page.status.line.text() == "You have signed on paper."
    assert page.status.chip.text() == "Entered for you from paper"
    assert "that counts instead" in page.status.about.text()
    assert page.status.go_on.isVisible()


def test_the_headteacher_finds_an_envelope_on_today_and_notes_that_it_is_dealt_with(played, school):
    paper = on_paper(school, excepted=frozenset({0}))
    played.sign_in(cast.HEADTEACHER.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.app.rooms.hr.go(TODAY_PLACE)
    page = page_of(played, TodayPage)
    page.list.opened.emit(f"envelope {paper}")
    page = page_of(played, EnvelopePage)
    assert page.heading.text() == f"An envelope from {ON_PAPER.name}"
    page.done.click()
    page = page_of(played, TodayPage)
    assert school.desk(cast.HEADTEACHER.number).paper_envelopes().waiting() == ()
