"""Who wants to be heard, through real windows on a real register."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from tests.documents.pictures_taken import photograph
from tests.gui.windows import playing
from tests.schools import dump

from candour.domain.checklist import Given
from candour.domain.speaking import Step
from candour.gui.pages.bring import CHILD, HEADTEACHER, SCHOOL, BringPage
from candour.gui.pages.brought import BroughtOnePage, BroughtPage
from candour.gui.pages.speak import SpeakOnePage, SpeakPage
from candour.gui.places import BRING, BROUGHT, SPEAK
from candour.gui.widgets.pictures import PictureView
from candour.sample import people as cast

TEACHER, HEAD = cast.CLASS_TEACHER, cast.HEADTEACHER
NOTE = "An open group says untrue things about our school trip."


@pytest.fixture
def played(qapp, school, tmp_path):
    yield from playing(qapp, school, tmp_path)


def enter(played, who, place):
    played.sign_in(who.name)
    played.driver.until(lambda: played.app.signed_in, "nobody signed in")
    played.idle()
    played.app.rooms.hr.go(place)
    played.idle()


def page_of(played, kind):
    played.idle()
    page = played.app.window.page
    assert isinstance(page, kind)
    return page


def places(played):
    return {place.key for place in played.app.rooms.hr.frame.places}


def test_only_who_holds_an_office_has_its_places(played):
    enter(played, TEACHER, BRING)
    assert BRING in places(played)
    assert not {SPEAK, BROUGHT} & places(played)
    played.lock()
    enter(played, cast.BUSINESS_MANAGER, BRING)
    assert not {SPEAK, BROUGHT} & places(played)
    played.lock()
    enter(played, cast.DEPUTY, SPEAK)
    assert places(played) & {SPEAK, BROUGHT} == {SPEAK}


def test_the_lead_finds_who_asked_and_records_the_reference(played, school):
    school.desk(TEACHER.number).reports().going_to_tell()
    enter(played, HEAD, SPEAK)
    page_of(played, SpeakPage).rows[0].click()
    one = page_of(played, SpeakOnePage)
    one.buttons[Step.RECORDED].click()
    played.driver.until_title("Error: Person to speak to")
    one.reference.setText("MC-2026-118")
    one.buttons[Step.RECORDED].click()
    played.driver.until_title("People to speak to")
    (line,) = school.desk(HEAD.number).speaking().all()
    assert (line.step, line.reference) == (Step.RECORDED, "MC-2026-118")


def test_who_would_rather_talk_is_on_the_list(played, school):
    talk = Given("posts", ("talk",), until=school.clock().date(), told="{headteacher}, Headteacher")
    school.desk(TEACHER.number).my_check().save(talk)
    enter(played, HEAD, SPEAK)
    (row,) = page_of(played, SpeakPage).rows
    assert row.words.startswith(f"{TEACHER.name} would rather talk to you first")


def test_something_is_brought_with_a_file_and_a_pasted_picture_and_read(played, school, tmp_path):
    (tmp_path / "post.jpg").write_bytes(photograph())
    enter(played, TEACHER, BRING)
    page = page_of(played, BringPage)
    page.send.click()
    assert page.has_errors
    page.about.choose(SCHOOL)
    page.note.field.setPlainText(NOTE)
    drop(page.pictures, tmp_path / "post.jpg", tmp_path / "post.jpg")
    played.idle()
    played.driver.until(lambda: len(page.pictures.pictures()) == 2, "the pictures do not come")
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(image)
    page.pictures.paste.click()
    played.driver.until(lambda: len(page.pictures.pictures()) == 3, "the pasted picture does not come")
    page.pictures.removes[0].click()
    page.send.click()
    played.driver.until(lambda: played.app.window.page is not page, "it is not sent")
    assert [line.note for line in school.desk(TEACHER.number).bringing().mine()] == [NOTE]
    played.lock()
    enter(played, HEAD, BROUGHT)
    page_of(played, BroughtPage).rows[0].click()
    played.driver.until_title("What was brought")
    one = page_of(played, BroughtOnePage)
    assert len(one.findChildren(PictureView)) == 2
    one.buttons[Step.DEALT_WITH].click()
    played.driver.until_title("Brought to you")
    assert school.desk(TEACHER.number).bringing().mine()[0].step is Step.DEALT_WITH


def drop(field, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    field.dropEvent(QDropEvent(QPointF(1, 1), Qt.DropAction.CopyAction, data, *none))


def test_what_is_no_picture_is_refused_beside_the_field(played, tmp_path):
    (tmp_path / "post.png").write_bytes(b"no picture")
    enter(played, TEACHER, BRING)
    page = page_of(played, BringPage)
    page.pictures.take_files([tmp_path / "post.png"])
    played.driver.until(lambda: page.has_errors, "it is not refused")
    assert "choose a PNG or a JPEG" in page.pictures.error.text()
    assert page.pictures.choose.isEnabled()


def test_a_child_leads_to_the_stop_card_and_nothing_is_kept(played, school):
    enter(played, TEACHER, BRING)
    page = page_of(played, BringPage)
    page.note.field.setPlainText(NOTE)
    before = dump(school.register())
    page.about.choose(CHILD)
    assert not page.note.isVisible()
    page.send.click()
    played.driver.until_title("Go to")
    assert page.note.text() == ""
    assert dump(school.register()) == before


def test_about_the_headteacher_it_is_not_sent_where_no_chair_reads(played, school):
    enter(played, TEACHER, BRING)
    page = page_of(played, BringPage)
    page.about.choose(HEADTEACHER)
    page.note.field.setPlainText(NOTE)
    page.send.click()
    played.driver.until(lambda: page.has_errors, "it is not refused")
    assert "Nothing was kept" in page.note.error.text()
    assert page.note.text() == NOTE
    assert dump(school.register())["brought"] == []
