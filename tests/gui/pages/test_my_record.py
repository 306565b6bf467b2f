from __future__ import annotations

from PySide6.QtCore import Qt
from tests.gui.pages.around import FRAME, RECORD_OF, REQUESTS, SCHOOL_RECORD, SCHOOL_TO_DO, TO_DO

from candour.gui.pages.my_record import MyRecordPage
from candour.gui.places import HELD
from candour.services.year_results import MyRecord


def shown(qtbot, record=RECORD_OF) -> MyRecordPage:
    page = MyRecordPage(FRAME, record)
    qtbot.addWidget(page)
    page.show()
    return page


def press(qtbot, button) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_declaration_request_and_to_do_stands_there(qtbot):
    page = shown(qtbot)
    assert list(page.declarations.saves) == ["D-2026-0038", "D-2025-0038"]
    assert page.requests.rows == len(REQUESTS)
    with qtbot.waitSignal(page.done_wanted) as done:
        press(qtbot, page.todos.buttons[TO_DO])
    assert done.args == [TO_DO]


def test_a_declaration_is_saved_by_its_reference(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.save_wanted) as saved:
        press(qtbot, page.declarations.saves["D-2025-0038"])
    assert saved.args == ["D-2025-0038"]


def test_something_has_changed_is_offered_once_there_is_something_signed(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.changed_wanted):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    assert shown(qtbot, MyRecord((), (), ())).changed == []


def test_each_check_that_was_signed_can_change_and_what_is_done_in_either_is_said_of_it(qtbot):
    page = shown(qtbot, SCHOOL_RECORD)
    words = ["Something has changed: Personal accounts", "Something has changed: School accounts"]
    assert [button.text() for button in page.changed] == words
    for button, checklist in zip(page.changed, ("personal", "school"), strict=True):
        with qtbot.waitSignal(page.changed_wanted) as changed:
            press(qtbot, button)
        assert changed.args == [checklist]
    name = page.todos.buttons[SCHOOL_TO_DO].accessibleName()
    assert name == "I have done this: photographs and videos, School accounts"


def test_what_is_held_is_one_press_away(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.went) as went:
        press(qtbot, page.held)
    assert went.args == [HELD]


def test_an_empty_record_says_so(qtbot):
    page = shown(qtbot, MyRecord((), (), ()))
    assert not page.todos.isVisible()
    assert (page.declarations.rows, page.requests.rows) == (0, 0)
