from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages import registry_people as samples

from candour.domain.people import Person
from candour.gui.pages.people_add import PersonAddPage


def shown(qtbot, before=None):
    page = PersonAddPage(samples.FRAME, before)
    qtbot.addWidget(page)
    page.show()
    return page


def test_what_everybody_needs_is_asked_for(qtbot):
    page = shown(qtbot)
    qtbot.keyClick(page.name.field, Qt.Key.Key_Return)
    assert [link.words for link in page.summary.links()] == [
        "Type the staff number",
        "Type the name",
        "Type the role",
    ]


def test_a_new_person_has_no_id_yet(qtbot):
    page = shown(qtbot)
    for field, text in ((page.number, " 0091 "), (page.name, "Nia New"), (page.role, "Cook")):
        field.setText(text)
    page.posts.setChecked(True)
    with qtbot.waitSignal(page.saved) as saved:
        page.save.click()
    assert saved.args == [Person("", "0091", "Nia New", "", "Cook", "", posts_for_school=True, here=True)]


def test_details_change_and_the_number_is_not_asked_again(qtbot):
    page = shown(qtbot, samples.PERSON)
    assert page.number.isHidden()
    page.role.setText("Deputy headteacher")
    with qtbot.waitSignal(page.saved) as saved:
        page.save.click()
    (person,) = saved.args
    assert (person.person, person.number, person.role) == ("p0014", "0014", "Deputy headteacher")


@pytest.mark.parametrize("before", [None, samples.PERSON])
def test_what_is_refused_stands_beside_a_field_and_nothing_is_lost(qtbot, before):
    page = shown(qtbot, before)
    page.name.setText("Nia New")
    page.show_refused("Staff number 0014 is taken: give Nia New another.")
    assert page.has_errors
    assert page.name.text() == "Nia New"
