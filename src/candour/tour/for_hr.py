"""What HR does once people have signed: the register, an export, and the check of what was exported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from candour.gui.pages.check_pdf import CheckPdfPage
from candour.sample import people as cast
from candour.services.export_folder import DECLARATIONS
from candour.tour.stage import CHECK, sign_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.tour.stage import Stage

EXPORTED = "exported"
"""The folder of the tour into which the declarations of this year's check are exported."""


def look_at_the_register(stage: Stage) -> None:
    """Look at the whole school's check, and at who has not signed."""
    sign_in(stage, cast.BUSINESS_MANAGER.name, cast.PASSPHRASE, title="")
    _rest(stage)
    stage.driver.press("Register")
    stage.driver.until_title("Register")
    stage.shoot("register")
    stage.driver.press("Not signed")
    stage.shoot("register-not-signed")


def export_the_check(stage: Stage) -> None:
    """Export every declaration of this year's check into a folder."""
    stage.driver.press("Exports")
    stage.driver.until_title("Export declarations")
    stage.driver.type_into("Folder", str(stage.out / EXPORTED))
    stage.driver.press("Export PDFs")
    _rest(stage)
    stage.shoot("export")


def check_what_was_exported(stage: Stage) -> None:
    """Check the exported files, one of which somebody has changed since."""
    folder = stage.out / EXPORTED / DECLARATIONS
    first = min(folder.glob("*.pdf"))
    first.with_name("changed-by-somebody.pdf").write_bytes(first.read_bytes() + b"\n% changed\n")
    stage.driver.press("Check a PDF")
    stage.driver.until_title("Check a PDF")
    page = stage.app.window.page
    if not isinstance(page, CheckPdfPage):
        raise TypeError("the page that checks PDFs does not show")
    page.chosen.emit([folder])  # the system's own window stands between a press and this
    stage.driver.until(page.report.isVisible, "the check does not end")
    _rest(stage)
    stage.shoot("check-pdf")
    stage.app.lock()
    stage.driver.until_title(CHECK)
    _rest(stage)


def _rest(stage: Stage) -> None:
    stage.driver.until(lambda: not stage.app.tasks.busy, "the worker does not rest")


FOR_HR: Final[tuple[tuple[str, Callable[[Stage], None]], ...]] = (
    ("look at the register", look_at_the_register),
    ("export the check", export_the_check),
    ("check what was exported", check_what_was_exported),
)
