from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from tests.gui.pages.registry_checking import CHANGED, FRAME, GENUINE, SCAN

from candour.documents.verdicts import Verdict
from candour.gui.pages.check_finding import ROLES
from candour.gui.pages.check_pdf import MOST_CARDS, CheckPdfPage


@pytest.fixture
def page(qtbot):
    made = CheckPdfPage(FRAME)
    qtbot.addWidget(made)
    made.show()
    return made


def titles(page):
    return [card.title.text() for card in page._cards]


def test_each_of_the_six_verdicts_has_its_look():
    assert set(ROLES) == {verdict.value for verdict in Verdict}


def test_what_needs_a_look_stands_before_what_is_genuine(page):
    page.begin_check(3)
    for found in (GENUINE, CHANGED, SCAN):
        page.add(found)
    assert titles(page) == [CHANGED.file, SCAN.file]
    page.finish()
    assert titles(page) == [CHANGED.file, SCAN.file, "D-2026-0038 · Anna Beispiel"]


def test_while_it_works_the_page_counts_and_can_be_stopped(page, qtbot):
    page.begin_check(200)
    page.add(GENUINE)
    assert page.how_far.text() == "1 of 200 checked"
    assert (page.bar.value(), page.bar.maximum()) == (1, 200)
    assert not page.choose.isEnabled()
    with qtbot.waitSignal(page.stopped):
        page.stop.click()
    page.finish()
    assert page.choose.isEnabled()
    assert page.summary_banner.title.text().endswith("Stopped: 199 not checked")


def test_of_thousands_only_some_are_shown_and_the_report_has_them_all(page):
    page.begin_check(1000)
    for number in range(1000):
        page.add(replace(SCAN, file=f"scan-{number}.pdf"))
    page.finish()
    assert len(page._cards) == MOST_CARDS
    assert page.report.isVisible()
    assert page.print.isVisible()
    assert len(page.found) == 1000


def test_a_new_check_takes_the_earlier_findings_away(page):
    page.begin_check(1)
    page.add(SCAN)
    page.finish()
    page.begin_check(1)
    assert (titles(page), page.found, page.report.isVisible()) == ([], [], False)


def test_files_that_are_dropped_are_checked_and_links_of_the_web_are_not(page, qtbot, tmp_path):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.pdf")), QUrl("https://invented.example/b.pdf")])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(page.chosen) as emitted:
        page.area_of_drop.dropEvent(drop)
    assert emitted.args == [[Path(tmp_path / "a.pdf")]]
