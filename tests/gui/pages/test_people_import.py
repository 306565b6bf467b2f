from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from tests.gui.pages import registry_people as samples

from candour.domain.people_columns import Field
from candour.gui.pages.people_import import PeopleColumnsPage, PeopleImportPage
from candour.gui.pages.people_preview import MOST_SHOWN, PeoplePreviewPage
from candour.gui.widgets.labels import BodyLabel
from candour.services.people_results import ImportFile


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def words(page):
    return [label.text() for label in page.findChildren(BodyLabel) if label.isVisible()]


def test_what_was_pasted_is_read_and_an_empty_paste_is_not(qtbot):
    page = shown(qtbot, PeopleImportPage(samples.FRAME))
    page.read.click()
    assert page.title() == "Error: Import or paste a list"
    page.text.field.setPlainText("Staff code\tName\tRole\n1\tNia\tCook")
    with qtbot.waitSignal(page.pasted) as pasted:
        page.read.click()
    assert pasted.args == ["Staff code\tName\tRole\n1\tNia\tCook"]


def test_what_cannot_be_read_is_said_beside_where_it_came_from(qtbot):
    page = shown(qtbot, PeopleImportPage(samples.FRAME))
    page.show_refused("Row 3: a quotation mark in column B (line 3) is not closed.", pasted=True)
    assert "Row 3" in page.text.error.text()
    assert [link.words for link in page.summary.links()] == [
        "Row 3: a quotation mark in column B (line 3) is not closed."
    ]


def columns_page(qtbot, *, remembered=False, matched=None):
    matched = {Field.NUMBER: "Staff Code"} if matched is None else matched
    return shown(qtbot, PeopleColumnsPage(samples.FRAME, ImportFile(samples.STAFF, matched, remembered=remembered)))


def test_columns_stand_as_proposed_and_the_rest_is_not_in_the_list(qtbot):
    page = columns_page(qtbot)
    assert page.columns[Field.NUMBER].words() == "Staff Code"
    assert page.columns[Field.ROLE].words() == "Not in this list"
    assert page.lead.text() == "2 rows, read as UTF-8. Matched by their headings."
    assert columns_page(qtbot, remembered=True).lead.text().endswith("Matched as you did last time.")


def test_the_matches_go_on_with_whether_the_list_is_complete(qtbot):
    page = columns_page(qtbot)
    page.columns[Field.ROLE].choose("Job Title")
    with qtbot.waitSignal(page.matched) as matched:
        page.go_on.click()
    assert matched.args == [{Field.NUMBER: "Staff Code", Field.ROLE: "Job Title"}, False]
    page.complete.setChecked(True)
    with qtbot.waitSignal(page.matched) as matched:
        qtbot.keyClick(page.complete, Qt.Key.Key_Return)
    assert matched.args[1] is True


def test_a_column_that_is_still_to_be_matched_is_led_to(qtbot):
    page = columns_page(qtbot)
    page.show_refused("Say which column holds this: role.")
    assert page.columns[Field.FORENAME].error.text() == "Say which column holds this: role."


def test_the_preview_names_who_is_added_changed_and_stays(qtbot):
    page = shown(qtbot, PeoplePreviewPage(samples.FRAME, samples.plan()))
    said = words(page)
    assert "Nia New, Cook (0091)" in said
    assert "Ben Beispiel (0014): role: Class teacher, Year 4 → Deputy headteacher" in said
    assert "Ada Aldous is Headteacher: end that first" in said
    with qtbot.waitSignal(page.agreed):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    assert not page.import_all.isEnabled()


def test_a_list_with_faults_names_them_and_cannot_be_imported(qtbot):
    page = shown(qtbot, PeoplePreviewPage(samples.FRAME, samples.plan(faulty=True)))
    assert "Row 2: role is missing (line 2, column D (Job Title))" in words(page)
    assert not page.import_all.isVisible()
    with qtbot.waitSignal(page.went_back):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_of_very_many_the_first_are_named_and_the_rest_is_counted(qtbot):

    plan = samples.plan()
    page = shown(qtbot, PeoplePreviewPage(samples.FRAME, replace(plan, added=plan.added * (MOST_SHOWN + 7))))
    assert "and 7 more" in words(page)
