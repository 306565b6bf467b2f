"""The story of a declaration on paper: printed, entered when it comes back, and compared by a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPen, QPolygon

from candour.gui.pages.paper_enter import PaperEnterPage
from candour.gui.places import PAPER
from candour.sample import people as cast
from candour.tour.stage import PDF_PAINTED, back, enter, lock, rest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from candour.tour.stage import Stage

WHO = next(each for each in cast.SUPPORT if each.number == "0047")
"""Somebody who would rather sign on paper."""

SCAN = "scan.png"
"""The scan of the paper, in the tour's folder."""

WIDTH, HEIGHT, MARGIN, LINE, LETTERS = 620, 877, 50, 46, 21
HAND = ((0, 20), (14, 2), (22, 26), (36, 6), (46, 24), (70, 10), (84, 22), (130, 12))
"""A squiggle that stands for a signature."""


def print_forms(stage: Stage) -> None:
    """Look at a blank form to print."""
    enter(stage, cast.BUSINESS_MANAGER.name, PAPER)
    stage.driver.press("Print forms")
    stage.driver.until_title("Print forms")
    stage.driver.press("A blank form")
    stage.driver.scroll_to("A blank form")
    stage.shoot("paper-print")
    stage.driver.press("Show the forms")
    stage.driver.until_title("Forms to print")
    stage.driver.wait(PDF_PAINTED)
    stage.shoot("pdf-paper-form")
    back(stage)
    stage.driver.until_title("Print forms")


def enter_a_paper(stage: Stage) -> None:
    """Enter what somebody signed on paper, with its scan."""
    stage.driver.press("Back to the papers")
    stage.driver.until_title("Paper declarations")
    rest(stage)
    stage.driver.press("Enter papers")
    stage.driver.until_title("Enter papers")
    page = stage.app.window.page
    if not isinstance(page, PaperEnterPage):
        raise TypeError("the page on which papers are entered does not show")
    stage.driver.pick("Staff number or name", f"{WHO.name}, {WHO.number}")
    _paint_scan(stage.out / SCAN)
    stage.app.rooms.paper.scans.take(page, stage.out / SCAN)  # the system's own window stands between
    rest(stage)
    stage.driver.scroll_to("Choose the scan")
    stage.shoot("paper-enter")
    stage.driver.press("Save, then the next")
    rest(stage)
    stage.shoot("paper-entered")
    lock(stage)


def compare_it(stage: Stage) -> None:
    """Let the deputy hold the entry against the scan, and confirm it."""
    enter(stage, cast.DEPUTY.name, PAPER)
    stage.shoot("papers")
    stage.driver.press(f"Compare and confirm {WHO.name}")
    stage.driver.until_title(f"Compare the paper of {WHO.name}")
    stage.shoot("paper-compare")
    stage.driver.tick("Everything here is as it stands on the scan")
    stage.driver.scroll_to("Everything here is as it stands on the scan")
    stage.shoot("paper-compare-alike")
    stage.driver.press("Confirm this paper")
    stage.driver.until_title("Paper declarations")
    rest(stage)
    stage.shoot("papers-confirmed")
    lock(stage)


def _paint_scan(target: Path) -> None:
    """Paint a sheet that is plainly invented, and save it as a PNG."""
    sheet = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.setPen(QPen(Qt.GlobalColor.black, 2))
    font = QFont()
    font.setPixelSize(LETTERS)
    painter.setFont(font)
    lines = (
        *(
            "SAMPLE – an invented paper, nothing here is real",
            "",
            cast.SCHOOL,
            "Social media declaration on paper",
            "",
        ),
        *(f"Name: {WHO.name}", f"Staff number: {WHO.number}", "", "Every point: Confirmed", "", "Signed:"),
    )
    for place, words in enumerate(lines):
        painter.drawText(MARGIN, MARGIN + place * LINE, words)
    below = QPoint(MARGIN + 90, MARGIN + (len(lines) - 1) * LINE - 20)
    painter.drawPolyline(QPolygon([QPoint(x, y) + below for x, y in HAND]))
    painter.end()
    if not sheet.save(str(target)):
        raise OSError(f"{target} could not be written")


ON_PAPER: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("print forms", print_forms),
    ("enter a paper", enter_a_paper),
    ("compare it", compare_it),
)
