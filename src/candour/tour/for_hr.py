"""What HR does once people have signed: an export, the check of its files, and the figures for governors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.domain.exports import DECLARATIONS
from candour.gui.pages.check_pdf import CheckPdfPage
from candour.gui.pages.governors import GovernorsPage
from candour.gui.places import CHECK_PDF, EXPORT, GOVERNORS
from candour.sample import people as cast
from candour.tour.stage import PDF_PAINTED, back, enter, go, lock, rest

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage

EXPORTED = "exported"
"""The folder of the tour into which the declarations of this year's check are exported."""

SUMMARY = "summary-for-governors.pdf"
"""The figures for governors, in the tour's folder."""


def export_the_check(stage: Stage) -> None:
    """Export every declaration of this year's check into a folder, with one PDF to print."""
    enter(stage, cast.BUSINESS_MANAGER.name, EXPORT)
    stage.driver.type_into("Folder", str(stage.out / EXPORTED))
    stage.driver.tick("Also one PDF to print")
    stage.driver.scroll_to("Also one PDF to print")
    stage.shoot("export")
    stage.driver.press("Export PDFs")
    rest(stage)
    stage.shoot("export-done")


def check_what_was_exported(stage: Stage) -> None:
    """Check the exported files, one of which somebody has changed since."""
    folder = stage.out / EXPORTED / DECLARATIONS
    first = min(folder.glob("*.pdf"))
    first.with_name("changed-by-somebody.pdf").write_bytes(first.read_bytes() + b"\n% changed\n")
    go(stage, CHECK_PDF)
    page = stage.app.window.page
    if not isinstance(page, CheckPdfPage):
        raise TypeError("the page that checks PDFs does not show")
    page.chosen.emit([folder])  # the system's own window stands between a press and this
    stage.driver.until(page.report.isVisible, "the check does not end")
    rest(stage)
    stage.shoot("check-pdf")


def show_the_governors(stage: Stage) -> None:
    """Show the figures without names, and save them as a PDF."""
    go(stage, GOVERNORS)
    page = stage.app.window.page
    if not isinstance(page, GovernorsPage):
        raise TypeError("the page for governors does not show")
    governors = stage.app.rooms.governors
    governors.saving.save_to(page, governors.paper, stage.out / SUMMARY)  # as where the system's window was left
    rest(stage)
    stage.shoot("governors")
    stage.driver.press("See and print")
    stage.driver.until_title("Summary for governors")
    stage.driver.wait(PDF_PAINTED)
    stage.shoot("pdf-governors")
    back(stage)
    stage.driver.until_title("For governors")


def pick_any_three(stage: Stage) -> None:
    """Pick three declarations, proved before the governors, and open one of them."""
    stage.driver.press("Pick any three")
    stage.driver.until_title("Any three declarations")
    rest(stage)
    stage.shoot("governors-pick")
    stage.driver.press("Open D-")
    stage.driver.until_title("D-")
    back(stage)
    stage.driver.until_title("Any three declarations")
    stage.shoot("governors-pick-opened")
    lock(stage)


FOR_HR: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("export the check", export_the_check),
    ("check what was exported", check_what_was_exported),
    ("show the governors", show_the_governors),
    ("pick any three", pick_any_three),
)
