from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from tests.first_runs import DEPUTY, ME, OFFICES
from tests.gui.pages import registry_set_up as made
from tests.gui.pages.around import PACK, problems

from candour.documents.recovery_sheet import draw_recovery_sheet
from candour.domain.papers import RecoveryPaper
from candour.domain.people import Office
from candour.domain.setting_up import PolicyAsked, SomebodyAsked
from candour.errors import Trouble
from candour.gui.printing import print_pdf
from candour.services.set_up_results import SlipsMade


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def enter(qtbot, page):
    qtbot.keyClick(page.heading, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("name", "count"),
    [("school", 4), ("offices", 0), ("policy", 1), ("people", 0), ("backup", 1), ("recovery", 3), ("recover", 3)],
)
def test_what_a_page_lacks_is_named_and_nothing_is_asked_for(qtbot, theme, name, count):
    page = shown(qtbot, getattr(made, f"{name}_page")(theme))
    signal = page.continued if name == "people" else page.asked
    asked: list[object] = []
    signal.connect(lambda *said: asked.append(said))
    enter(qtbot, page)
    assert len(problems(page)) == count
    assert bool(asked) is (count == 0)


def test_the_offices_come_back_as_they_were_filled_in(qtbot, theme):
    page = shown(qtbot, made.offices_page(theme))
    assert set(page.filled().offices) == set(OFFICES.offices)
    assert [(p.number, p.name) for p in page.filled().people] == [(p.number, p.name) for p in OFFICES.people]
    assert page.filled().outside == OFFICES.outside


def test_a_business_manager_who_is_headteacher_too_chooses_themselves(qtbot):
    page = shown(qtbot, made.alone_page())
    filled = page.filled()
    numbers = {each.office: each.number for each in filled.offices}
    assert numbers[Office.HEADTEACHER] == numbers[Office.DESIGNATED_LEAD] == ME.number
    assert [p.number for p in filled.people] == [DEPUTY.number]
    page.keeper.choose("head")
    with qtbot.assertNotEmitted(page.asked):
        enter(qtbot, page)
    assert problems(page) == ["Choose somebody other than yourself as the second keeper"]


def test_a_keeper_who_is_the_deputy_needs_a_deputy(qtbot, theme):
    page = shown(qtbot, made.offices_page(theme))
    page.deputy.who.field.setCurrentIndex(-1)
    page.keeper.choose("deputy")
    enter(qtbot, page)
    assert problems(page) == ["Choose who is the deputy lead"]


def test_the_promise_is_a_proposal_until_it_is_agreed_with_somebody(qtbot, theme):
    page = shown(qtbot, made.policy_page(theme))
    page.choices["photographs"].choose("none")
    with qtbot.waitSignal(page.asked) as asked:
        enter(qtbot, page)
    assert asked.args == [PolicyAsked((("photographs", "none"),), PACK.promise.words)]
    page.agreed.setChecked(True)
    enter(qtbot, page)
    assert problems(page) == ["Write with whom it is agreed"]
    page.with_whom.setText("staff and unions")
    with qtbot.waitSignal(page.asked) as asked:
        enter(qtbot, page)
    assert asked.args == [
        replace(
            PolicyAsked((("photographs", "none"),), PACK.promise.words),
            agreed_with="staff and unions",
            agreed_on=date(2026, 9, 1),
        )
    ]


def test_somebody_typed_and_not_added_is_not_lost_in_silence(qtbot, theme):
    page = shown(qtbot, made.people_page(theme))
    page.name.setText("Sam Single-Invented")
    page.lines.field.setPlainText("8, Sue Second-Invented")
    with qtbot.assertNotEmitted(page.continued):
        page.go.click()
    assert problems(page) == [
        "Add this person first, or empty the fields",
        "Add these people first, or empty the box",
    ]
    page.number.setText("7")
    with qtbot.waitSignal(page.added) as added:
        page.add.click()
    assert added.args == [SomebodyAsked("7", "Sam Single-Invented", "", "")]
    page.show_added(made.STAFF, pasted=False)
    assert page.name.text() == ""
    assert page.count.text() == "2 people"


def test_several_bad_lines_are_several_problems_beside_the_box(qtbot, theme):
    page = shown(qtbot, made.people_page(theme))
    page.lines.field.setPlainText("x")
    page.paste.click()
    page.show_refused("Line 1: write more.\nLine 2: write more.")
    assert problems(page) == ["Line 1: write more.", "Line 2: write more."]
    assert page.lines.error.text()


def test_what_was_done_can_be_gone_back_to_and_what_comes_cannot_be_skipped(qtbot, theme):
    page = shown(qtbot, made.people_page(theme))
    with qtbot.waitSignal(page.jumped) as jumped:
        page.rail.steps[2].click()
    assert jumped.args == ["policy"]
    assert [step.isEnabled() for step in page.rail.steps] == [True, True, True, False, False, False, False]


def test_proposed_words_are_shown_plainly_and_a_typed_folder_stays(qtbot, theme):
    page = shown(qtbot, made.school_page(theme))
    page.show_words("acorn velvet harbour mitten")
    assert page.passphrase.field.displayText() == "acorn velvet harbour mitten"
    page.show_place("/somewhere/else")
    assert page.folder.folder() == made.FOLDER


def test_ready_says_who_must_sign_in_first_and_how_many_slips_were_made(qtbot, theme):
    page = shown(qtbot, made.ready_page(theme))
    assert "signs in first" in page.head.text()
    page.show_head(made.standing(head_ready=True))
    assert "the check can open" in page.head.text()
    page.show_making()
    assert not page.slips.isEnabled()
    page.show_slips(SlipsMade(4, date(2026, 10, 1), b""))
    assert page.slips.isEnabled()
    assert page.made.text() == "4 slips saved, good until 1 October 2026"
    page.due.set_date(date(2026, 8, 1))
    with qtbot.assertNotEmitted(page.asked):
        enter(qtbot, page)
    assert problems(page) == ["Choose a day that is not before the first day"]


@pytest.mark.qt_log_level_fail("CRITICAL")  # Qt itself warns of the folder that is not there
def test_the_sheet_is_printed_page_by_page(qtbot, tmp_path):
    pdf = draw_recovery_sheet(RecoveryPaper("School", "0" * 32, date(2026, 9, 1), ("word",) * 24))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    print_pdf(pdf, printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed.count(b"/Type /Page\n") == 2
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(Trouble, match="printer does not answer"):
        print_pdf(pdf, printer)
