from __future__ import annotations

from dataclasses import replace

import pytest
from tests.gui.pages.around import problems
from tests.gui.pages.registry_exports import FRAME, LEFT, PLAN, export_page

from candour.domain.exports import Existing
from candour.gui.pages.export import MOST_NAMED, ExportPage
from candour.services.export_work import Exported


@pytest.fixture
def page(qtbot):
    made = export_page()
    qtbot.addWidget(made)
    made.show()
    return made


def shown_words(page):
    return " ".join(part.title.text() for part in page._result)


def test_it_says_how_many_there_are_and_what_is_sealed_first(page):
    assert page.what.text() == "2 declarations. Not sealed yet: 1. They are sealed first."


def test_without_a_folder_it_says_what_to_do(page):
    page.export.click()
    assert problems(page) == ["Choose a folder"]


def test_what_is_asked_for_is_handed_on_with_the_passphrase(page, qtbot):
    page.folder.setText("/srv/invented")
    page.secret.setText("four words of mine")
    with qtbot.waitSignal(page.asked) as emitted:
        page.export.click()
    assert emitted.args == ["/srv/invented", Existing.SKIP, "four words of mine"]


def test_other_files_there_are_asked_about_once_and_another_folder_forgets_it(page, qtbot):
    page.folder.setText("/srv/invented")
    page.ask_about(3)
    page.export.click()
    assert problems(page) == ["Choose what shall become of the files: 3"]
    page.existing.choose(Existing.REPLACE.value)
    with qtbot.waitSignal(page.asked) as emitted:
        page.export.click()
    assert emitted.args[1] is Existing.REPLACE
    page.folder.setText("/srv/elsewhere")
    assert page.existing.isHidden()


def test_while_it_works_it_counts_and_can_be_stopped(page, qtbot):
    page.begin_export()
    page.tell(1)
    assert page.how_far.text() == "1 of 2 done"
    assert not page.export.isEnabled()
    with qtbot.waitSignal(page.stopped):
        page.stop.click()


def test_what_was_not_saved_is_named_with_the_reason_and_can_be_tried_again(page):
    page.begin_export()
    page.finish(LEFT)
    assert shown_words(page).startswith("1 saved, 1 not saved.")
    assert page.export.text() == "Try the 1 again"
    assert page.secret.isHidden()


def test_of_many_that_were_not_saved_the_first_are_named(page):
    page.begin_export()
    page.finish(replace(LEFT, left=LEFT.left * (MOST_NAMED + 5)))
    assert len(page._result) == 2


def test_an_export_that_was_stopped_says_how_to_go_on(page):
    page.begin_export()
    page.finish(Exported(1, 0, 0, (), whole=False))
    assert shown_words(page) == "1 saved. Stopped."
    assert "go on where it stopped" in page._result[0].text.text()


def test_before_the_first_check_there_is_nothing_to_export(qtbot):
    page = ExportPage(FRAME, (), None, ask_secret=False)
    qtbot.addWidget(page)
    assert not page.export.isEnabled()
    assert "No check has been opened yet" in page.what.text()


def test_a_check_that_nobody_has_signed_says_so(page):
    page.show_plan(replace(PLAN, lines=(), unsealed=0))
    assert page.what.text() == "No one has signed yet."
    assert not page.export.isEnabled()
