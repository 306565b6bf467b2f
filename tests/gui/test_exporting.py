"""Exports through a real window: saved, stopped, asked about once, and the root apart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.gui.windows import playing
from tests.schools import sign_with

from candour.gui.pages.export import ExportPage
from candour.sample import people as cast
from candour.services.export_folder import DECLARATIONS


@pytest.fixture
def played(qapp, school, tmp_path):
    for number in (cast.CLASS_TEACHER.number, cast.ASSISTANT.number):
        sign_with(school.desk(number))
    yield from playing(qapp, school, tmp_path)


@pytest.fixture
def page(played):
    played.sign_in(cast.BUSINESS_MANAGER.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.driver.press("Exports")
    played.driver.until_title("Export declarations")
    played.idle()
    shown = played.app.window.page
    assert isinstance(shown, ExportPage)
    return shown


def export(played, page, folder):
    page.folder.setText(str(folder))
    page.export.click()
    played.idle()


def pdfs(folder):
    return sorted((folder / DECLARATIONS).glob("2026-*.pdf"))


def test_a_check_is_exported_and_said(played, page, tmp_path):
    export(played, page, tmp_path / "out")
    assert len(pdfs(tmp_path / "out")) == 2
    assert page._result[0].title.text() == "2 saved."
    export(played, page, tmp_path / "out")
    assert page._result[0].title.text() == "0 saved, 2 lay there already."


def test_files_with_other_content_are_asked_about_before_anything_is_written(played, page, tmp_path):
    (tmp_path / DECLARATIONS).mkdir()
    (tmp_path / DECLARATIONS / page.plan.lines[0].file).write_bytes(b"other")
    export(played, page, tmp_path)
    assert page.existing.isVisible()
    assert len(pdfs(tmp_path)) == 1
    page.existing.choose("keep both")
    page.export.click()
    played.idle()
    assert len(pdfs(tmp_path)) == 3


def test_a_wrong_passphrase_is_said_beside_its_field_and_nothing_is_written(played, page, school, tmp_path):
    school.clock.at += timedelta(minutes=16)
    played.driver.press("Check a PDF")
    played.driver.until_title("Check a PDF")
    played.driver.press("Exports")
    played.driver.until_title("Export declarations")
    played.idle()
    asking = played.app.window.page
    assert asking.secret.isVisible()
    asking.secret.setText("not mine at all")
    export(played, asking, tmp_path / "out")
    assert asking.has_errors
    assert not pdfs(tmp_path / "out")
    asking.secret.setText(cast.PASSPHRASE)
    played.driver.until(lambda: asking.export.isEnabled(), "the button stays off")


def test_the_root_is_saved_apart(played, page, school, tmp_path):
    exports = played.app.rooms.hr.exports
    exports._saving.save_to(page, lambda: played.app._doors.desk().exporting().root(), tmp_path / "root.cer")
    played.driver.until(lambda: page.said.isVisible(), "nothing is saved")
    assert (tmp_path / "root.cer").read_bytes() == school.root()
