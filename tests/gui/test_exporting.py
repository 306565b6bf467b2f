"""Exports through a real window: saved, stopped, asked about once, and the root apart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.gui.windows import playing
from tests.schools import sign_with

from candour.domain.exports import DECLARATIONS
from candour.gui.pages.export import ExportPage
from candour.sample import people as cast


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


def test_whom_a_filter_of_the_register_left_is_exported_and_everybody_is_a_press_away(played, page):
    played.driver.press("Register")
    played.driver.until_title("Register")
    played.idle()
    register = played.app.window.page
    register.search.setText(cast.ASSISTANT.name)
    register.export.click()
    played.driver.until_title("Export declarations")
    played.idle()
    chosen = played.app.window.page
    assert chosen.what.text().startswith("1 person is chosen in the register. 1 declaration.")
    chosen.everybody.click()
    played.driver.until(lambda: played.app.window.page is not chosen, "the page stays")
    played.idle()
    assert played.app.window.page.what.text().startswith("2 declarations.")


def test_a_copy_to_print_comes_with_the_export_when_it_is_ticked(played, page, tmp_path):
    page.merged.click()
    export(played, page, tmp_path / "out")
    assert page._result[0].text.text().startswith("1 PDF to print lies beside, without signatures.")
    assert (tmp_path / "out" / "Copy for printing.pdf").read_bytes().startswith(b"%PDF")


def test_an_export_that_is_stopped_in_the_window_goes_on_where_it_was(played, page, tmp_path):
    page.bar.valueChanged.connect(lambda done: page.stop.click() if done == 1 else None)
    export(played, page, tmp_path / "out")
    page.bar.valueChanged.disconnect()
    saved = len(pdfs(tmp_path / "out"))
    assert page._result[0].title.text() in (f"{saved} saved. Stopped.", "2 saved.")  # the press may come last
    page.export.click()
    played.idle()
    assert f"{saved} lay there already" in page._result[0].title.text()
    assert len(pdfs(tmp_path / "out")) == 2


def test_a_folder_in_the_way_of_a_file_is_said_and_the_others_are_tried_again(played, page, tmp_path):
    line = page.plan.lines[0]
    (tmp_path / DECLARATIONS / line.file).mkdir(parents=True)
    page.folder.setText(str(tmp_path))
    page.export.click()
    played.idle()
    page.existing.choose("replace")
    page.export.click()
    played.idle()
    assert page._result[0].title.text().startswith("1 saved. 1 not saved: The file there is in use")
    assert page.export.text() == "Try the 1 again"
    (tmp_path / DECLARATIONS / line.file).rmdir()
    page.export.click()
    played.idle()
    assert page._result[0].title.text() == "1 saved, 1 lay there already."
