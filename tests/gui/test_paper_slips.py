"""Decisions on paper through real windows: HR enters, a second person compares, and then it is decided."""

from __future__ import annotations

import pytest
from tests.deciders import HEAD, asked
from tests.gui.pages.registry_deciding import scanned
from tests.gui.windows import playing

from candour.gui.pages.slip_compare import SlipComparePage
from candour.gui.pages.slip_enter import SlipEnterPage
from candour.gui.pages.slips import SlipsPage
from candour.gui.places import SLIPS
from candour.sample import people as cast

CHAIR = "Govind Specimen"


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def enter(played, name):
    played.sign_in(name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.app.rooms.hr.go(SLIPS)
    return page_of(played, SlipsPage)


def page_of(played, kind):
    played.idle()
    page = played.app.window.page
    assert isinstance(page, kind)
    return page


def filled(played, page, reference, scan):
    page.enter.click()
    page = page_of(played, SlipEnterPage)
    page.reference.setText(reference)
    page.choices.choose("exception approved with conditions")
    page.conditions.ticks["No talk of school"].setChecked(True)
    page.signed_by.setText(CHAIR)
    played.app.rooms.slips.scans.take(page, scan)
    played.idle()
    return page


def test_hr_enters_a_slip_and_a_second_person_decides_by_comparing_it(played, school, tmp_path):
    reference = asked(school, HEAD)
    scan = tmp_path / "slip.png"
    scan.write_bytes(scanned())
    page = filled(played, enter(played, cast.BUSINESS_MANAGER.name), reference, scan)
    page.save.click()
    page = page_of(played, SlipsPage)
    (card,) = page.cards.values()
    assert not card.compare.isVisible()
    played.lock()
    page = enter(played, cast.DEPUTY.name)
    (card,) = page.cards.values()
    card.compare.click()
    page = page_of(played, SlipComparePage)
    page.confirm.click()
    assert page.has_errors
    page.tick.setChecked(True)
    page.confirm.click()
    page = page_of(played, SlipsPage)
    (card,) = page.cards.values()
    assert not card.drop.isVisible()
    assert school.desk(HEAD).my_requests().one(reference).state == "Approved with conditions"


def test_what_is_missing_is_said_beside_its_field(played, tmp_path):
    page = enter(played, cast.BUSINESS_MANAGER.name)
    page.enter.click()
    page = page_of(played, SlipEnterPage)
    page.save.click()
    fields = (page.reference, page.choices, page.signed_by, page.scan)
    assert [field.error.text() for field in fields] == [
        "Type the reference from the slip",
        "Choose the decision that is ticked on the slip",
        "Type the name that stands under the slip",
        "Choose the scan of the slip",
    ]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"MZ a program", "Choose the scan as a PDF, a PNG or a JPEG."), (b"%PDF-" + bytes(10_000_000), "10 MB")],
)
def test_a_file_that_is_no_scan_is_said_beside_the_button(played, tmp_path, content, sentence):
    page = enter(played, cast.BUSINESS_MANAGER.name)
    page.enter.click()
    page = page_of(played, SlipEnterPage)
    path = tmp_path / "slip"
    path.write_bytes(content)
    played.app.rooms.slips.scans.take(page, path)
    played.idle()
    assert sentence in page.scan.error.text()
    assert page.scan.content == b""


def test_a_reference_that_nobody_has_is_refused_and_what_was_typed_stays(played, tmp_path):
    scan = tmp_path / "slip.png"
    scan.write_bytes(scanned())
    page = filled(played, enter(played, cast.BUSINESS_MANAGER.name), "E-2026-999", scan)
    page.save.click()
    played.idle()
    assert page_of(played, SlipEnterPage) is page
    assert page.has_errors
    assert page.signed_by.text() == CHAIR


def test_a_broken_picture_is_said_and_the_slip_can_be_taken_back(played, school, tmp_path):
    reference = asked(school, HEAD)
    scan = tmp_path / "slip.png"
    scan.write_bytes(scanned()[:60])
    page = filled(played, enter(played, cast.BUSINESS_MANAGER.name), reference, scan)
    page.save.click()
    page_of(played, SlipsPage)
    played.lock()
    page = enter(played, cast.DEPUTY.name)
    (card,) = page.cards.values()
    card.compare.click()
    played.idle()
    assert page_of(played, SlipsPage).has_errors
    card.drop.click()
    assert page_of(played, SlipsPage).cards == {}
