"""The wall on the screen: of what staff keep sealed, no page of HR's shows, says or hints at a word."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from tests.gui.pages.rules.parts import description_of, name_of
from tests.gui.windows import playing
from tests.kept_secrets import ANSWERS, MARKERS
from tests.schools import TODAY, answer_all, let_post, sign_with, some_request

from candour.domain.checklist import Given
from candour.gui.pages.people import PeoplePage
from candour.gui.places import (
    ACTIVITY,
    CHECK,
    CHECK_PDF,
    CONFIRM,
    EXPORT,
    GOING,
    GOVERNORS,
    HELD,
    HOLIDAYS,
    OFFICES,
    PAPER,
    PEOPLE,
    RECORD,
    REGISTER,
    REMINDERS,
    ROUNDS,
    SITTING,
    SLIPS,
)
from candour.sample import people as cast

TEACHER, BUSINESS = cast.CLASS_TEACHER, cast.BUSINESS_MANAGER
SCHOOL_ANSWERS = (
    Given("names", ("mended",)),
    Given("photos", ("not-sure",), until=TODAY + timedelta(days=3)),
)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


@pytest.fixture
def kept(school):
    """Return a school in which a teacher asked, answered and signed, with a marker in all that is confidential."""
    let_post(school, TEACHER.number)
    theirs = school.desk(TEACHER.number)
    asked = {field: MARKERS[field] for field in ("connection", "who", "line", "ends")}
    lists = {field: (MARKERS[field],) for field in ("where", "safeguards")}
    reference = theirs.requests().ask(some_request(**asked, **lists))
    answer_all(theirs, (*ANSWERS, Given("family", ("some",), requests=(reference,))))
    declaring = theirs.declaring()
    declaring.prepare()
    declaring.sign("")
    sign_with(theirs, SCHOOL_ANSWERS, checklist="school")
    theirs.sign_in.lock()
    school.office().sealing().seal_new()
    return school


@pytest.fixture
def hr(qapp, kept, tmp_path):
    for played in playing(qapp, kept, tmp_path):
        played.sign_in(BUSINESS.name)
        played.driver.until_title("My check")
        played.idle()
        yield played


def everything_of(window):
    """Return all words of a window: on it, in its tips, for a screen reader, and in the cells of its lists."""
    words = [window.windowTitle()]
    for part in [window, *window.findChildren(QWidget)]:
        words += [name_of(part), description_of(part), part.toolTip(), part.whatsThis(), part.statusTip()]
        if isinstance(part, QLabel | QLineEdit):
            words.append(part.text())
        if isinstance(part, QPlainTextEdit):
            words.append(part.toPlainText())
        if isinstance(part, QComboBox | QAbstractItemView) and part.model() is not None:
            words += cells_of(part.model())
    return "\n".join(words)


def cells_of(model: QAbstractItemModel):
    places = [model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return [str(place.data(role)) for place in places for role in ROLES if place.data(role) is not None]


def leaks_in(words):
    """Return the markers in a text, and the answers by the labels that their author read."""
    return {name for name, marker in MARKERS.items() if marker in words} | {
        label for label in _labels() if label in words
    }


def _labels():
    from candour.app import shipped_pack  # noqa: PLC0415 - beside its one use

    chosen = {(given.question, choice) for given in (*ANSWERS, *SCHOOL_ANSWERS) for choice in given.choices}
    questions = [question for checklist in shipped_pack().checklists for question in checklist.questions]
    return {a.label for q in questions for a in q.answers if (q.id, a.id) in chosen and len(a.label.split()) > 2}


def test_no_place_of_hr_shows_what_somebody_kept_sealed(hr):
    staff = (PEOPLE, REGISTER, GOING, REMINDERS, ROUNDS, EXPORT, HOLIDAYS, SLIPS, PAPER, SITTING, ACTIVITY)
    for place in (*staff, CONFIRM, CHECK_PDF, OFFICES, GOVERNORS, CHECK, RECORD, HELD):
        hr.app.window.page.went.emit(place)
        hr.idle()
        assert leaks_in(everything_of(hr.app.window)) == set(), place


def test_the_page_about_that_very_person_shows_the_signed_day_and_nothing_behind_it(hr):
    hr.app.rooms.hr.go(PEOPLE)
    hr.idle()
    page = hr.app.window.page
    assert isinstance(page, PeoplePage)
    page.search.field.setText(TEACHER.number)
    page.table.selectRow(0)
    page.open.click()
    hr.driver.until_title(TEACHER.name)
    hr.idle()
    words = everything_of(hr.app.window)
    assert TEACHER.name in words
    assert "Signed" in words
    assert leaks_in(words) == set()


def test_the_walk_would_see_a_leak(hr):
    assert _labels()
    page = hr.app.window.page
    page.heading.setToolTip(MARKERS["who"])
    page.heading.setAccessibleDescription(MARKERS["line"])
    box = QComboBox(page)
    box.addItem(MARKERS["ends"])
    label = QLabel(min(_labels()), page)
    assert leaks_in(everything_of(hr.app.window)) >= {"who", "line", "ends", label.text()}
