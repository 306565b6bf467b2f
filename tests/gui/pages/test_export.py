from __future__ import annotations

from dataclasses import replace

import pytest
from tests.gui.pages.around import problems
from tests.gui.pages.registry_exports import FRAME, LEFT, PLAN, export_page

from candour.domain.exports import Existing, Step
from candour.gui.pages.export import ExportAsked, ExportPage
from candour.gui.pages.export_result import MOST_NAMED
from candour.services.export_folder import FULL
from candour.services.exporting import Exported


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
    assert emitted.args == [ExportAsked("/srv/invented", Existing.SKIP, "four words of mine", merged=False)]


def test_other_files_there_are_asked_about_once_and_another_folder_forgets_it(page, qtbot):
    page.folder.setText("/srv/invented")
    page.ask_about(3)
    page.export.click()
    assert problems(page) == ["Choose what shall become of the files: 3"]
    page.existing.choose(Existing.REPLACE.value)
    with qtbot.waitSignal(page.asked) as emitted:
        page.export.click()
    assert emitted.args[0].existing is Existing.REPLACE
    page.folder.setText("/srv/elsewhere")
    assert page.existing.isHidden()


def test_while_it_works_it_counts_and_can_be_stopped(page, qtbot):
    page.begin_export()
    page.tell(Step(1, 2, None))
    assert page.how_far.text() == "1 of 2 done"
    assert not page.export.isEnabled()
    with qtbot.waitSignal(page.stopped):
        page.stop.click()


def test_what_was_not_saved_is_named_with_the_reason_and_can_be_tried_again(page):
    page.begin_export()
    page.finish(LEFT)
    assert shown_words(page).startswith("1 saved. 1 not saved: It is not sealed yet.")
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


def test_the_time_left_stands_beside_the_count_once_it_can_be_told(page):
    page.begin_export()
    page.tell(Step(40, 200, 119.0))
    assert page.how_far.text() == "40 of 200 done, about 2 minutes left"
    page.tell(Step(199, 200, 2.0))
    assert page.how_far.text() == "199 of 200 done, less than a minute left"
    page.tell(Step(200, 200, 0.0))
    assert page.how_far.text() == "200 of 200 done"
    page.tell(Step(200, 200, None, copy="Copy for printing.pdf"))
    assert page.how_far.text() == "Making Copy for printing.pdf …"


def test_the_copy_to_print_is_asked_for_by_a_tick(page, qtbot):
    page.folder.setText("/srv/invented")
    page.merged.click()
    with qtbot.waitSignal(page.asked) as emitted:
        page.export.click()
    assert emitted.args[0].merged
    page.begin_export()
    page.finish(Exported(2, 0, 0, (), whole=True, copies=("Copy for printing.pdf",)))
    assert page._result[0].text.text().startswith("1 PDF to print lies beside, without signatures.")


def test_one_reason_for_all_stands_beside_the_count_and_several_beside_each_file(page):
    page.begin_export()
    page.finish(Exported(31, 0, 0, tuple((line, FULL) for line in PLAN.lines), whole=False, trouble=FULL))
    assert page._result[0].title.text() == f"31 saved. 2 not saved: {FULL}"
    assert page.export.text() == "Try the 2 again"
    page.begin_export()
    page.finish(Exported(31, 0, 0, tuple((line, line.name) for line in PLAN.lines), whole=True))
    assert page._result[0].title.text() == "31 saved. 2 not saved."


def test_what_the_folder_did_not_take_at_the_end_is_said_though_every_file_was_saved(page):
    page.begin_export()
    page.finish(Exported(2, 0, 0, (), whole=False, trouble=FULL))
    assert (page._result[0].title.text(), page._result[0].text.text()) == ("2 saved.", FULL)


def test_people_chosen_in_the_register_are_counted_and_everybody_is_a_press_away(page, qtbot):
    assert page.everybody.isHidden()
    page.show_plan(replace(PLAN, chosen=8))
    assert page.what.text().startswith("8 people are chosen in the register. 2 declarations.")
    with qtbot.waitSignal(page.everybody_wanted):
        page.everybody.click()
    page.show_plan(replace(PLAN, chosen=8, lines=(), unsealed=0))
    assert page.what.text() == "8 people are chosen in the register. None of them has signed yet."
