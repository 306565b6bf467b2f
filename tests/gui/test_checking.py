"""Check a PDF through a real window: files of the sample school, a changed one, and a check that is stopped."""

from __future__ import annotations

import pytest
from tests.gui.windows import playing
from tests.schools import sign_with

from candour.gui.pages.check_pdf import CheckPdfPage
from candour.gui.pages.paper_view import PaperViewPage
from candour.gui.places import CHECK_PDF
from candour.sample import people as cast


@pytest.fixture
def played(qapp, school, tmp_path):
    theirs = school.desk(cast.CLASS_TEACHER.number)
    sign_with(theirs)
    school.office().sealing().seal_new()
    sealed = theirs.copies().declaration("D-2026-0004")
    for number in range(3):
        (tmp_path / f"copy-{number}.pdf").write_bytes(sealed)
    (tmp_path / "changed.pdf").write_bytes(sealed + b"\n% more")
    yield from playing(qapp, school, tmp_path)


@pytest.fixture
def page(played):
    played.sign_in(cast.BUSINESS_MANAGER.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.driver.press("Check a PDF")
    played.driver.until_title("Check a PDF")
    shown = played.app.window.page
    assert isinstance(shown, CheckPdfPage)
    return shown


def test_a_folder_is_checked_and_each_file_told(played, page, tmp_path):
    page.chosen.emit([tmp_path])
    played.driver.until(lambda: len(page.found) == 4, "not every file is checked")
    played.idle()
    assert sorted(each.verdict for each in page.found) == ["Changed after signing"] + ["Genuine and unchanged"] * 3
    assert page.report.isVisible()


def test_a_folder_without_pdfs_is_said_on_the_page(played, page, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    page.chosen.emit([empty])
    played.driver.until(lambda: page.has_errors, "nothing is said")
    assert "choose PDF files" in page.summary.links()[0].words


def test_a_check_that_is_stopped_says_what_was_not_checked(played, page, tmp_path):
    page.chosen.emit([tmp_path])
    played.driver.until(lambda: page.stop.isVisible(), "the check does not begin")
    page.stop.click()
    played.idle()
    played.driver.until(lambda: not page.stop.isVisible(), "the check does not end")
    assert 0 < len(page.found) <= 4
    assert page.report.isVisible()


def test_the_report_is_saved_where_one_chooses(played, page, tmp_path):
    page.chosen.emit([tmp_path / "changed.pdf"])
    played.driver.until(lambda: len(page.found) == 1, "the file is not checked")
    played.idle()
    checking = played.app.rooms.hr.checking
    target = tmp_path / "report.pdf"
    found = tuple(page.found)
    checking._saving.save_to(page, lambda: played.app._doors.desk().checking().report(found), target)
    played.driver.until(lambda: page.said.isVisible(), "nothing is saved")
    assert target.read_bytes().startswith(b"%PDF")


def test_the_report_is_shown_over_the_page_to_be_printed_and_back_leads_to_the_findings(played, page, tmp_path):
    page.chosen.emit([tmp_path / "changed.pdf"])
    played.driver.until(lambda: len(page.found) == 1, "the file is not checked")
    played.idle()
    page.print.click()
    played.driver.until(lambda: played.app.window.findChildren(PaperViewPage), "no report is shown")
    (paper,) = played.app.window.findChildren(PaperViewPage)
    assert paper.heading.text() == "Check of 1 PDF"
    assert paper.print.isVisible()
    played.driver.press("Back")
    assert played.app.window.page is page
    assert len(page.found) == 1


def test_who_holds_no_office_has_no_such_place(played):
    played.sign_in(cast.CLASS_TEACHER.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    assert CHECK_PDF not in [place.key for place in played.app.rooms.hr.frame.places]
