"""The export page in each of its states, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages.registry_people import few

from candour.domain.exports import ExportLine, Step
from candour.gui.pages.export import ExportPage
from candour.gui.places import EXPORT
from candour.services.export_plan import ExportPlan
from candour.services.exporting import Exported

if TYPE_CHECKING:
    from candour.gui.theme import Theme

FRAME = few(EXPORT)
LINE = ExportLine(
    reference="D-2026-0038",
    name="Anna Beispiel",
    number="0038",
    role="Teaching assistant",
    phase="Key Stage 1",
    checklist="Personal accounts",
    signed_on=date(2026, 10, 16),
    sealed=True,
    open_lines=1,
    next_date=date(2026, 10, 30),
    exceptions=("E-2026-014",),
    digest="ab" * 32,
    file="2026-10-16 Declaration - Beispiel, Anna.pdf",
)
PLAN = ExportPlan(
    "2026–27", (LINE, replace(LINE, reference="D-2026-0041", name="Ben Sample", number="0041", sealed=False)), 1
)
FULL = "The disk is full: make room there, or choose another folder."
LEFT = Exported(
    1,
    0,
    0,
    ((PLAN.lines[1], "It is not sealed yet. Its key waits for a second person’s confirmation."),),
    whole=True,
)


def export_page(_theme: Theme | None = None) -> ExportPage:
    return ExportPage(FRAME, ("2026–27", "2025–26"), PLAN, ask_secret=True)


def none_page(_theme: Theme) -> ExportPage:
    return ExportPage(FRAME, (), None, ask_secret=False)


def working_page(_theme: Theme) -> ExportPage:
    page = ExportPage(FRAME, ("2026–27",), PLAN, ask_secret=False)
    page.begin_export()
    page.tell(Step(1, 2, 130.0))
    return page


def left_page(_theme: Theme) -> ExportPage:
    page = ExportPage(FRAME, ("2026–27",), PLAN, ask_secret=False)
    page.begin_export()
    page.finish(LEFT)
    return page


def clash_page(_theme: Theme) -> ExportPage:
    page = ExportPage(FRAME, ("2026–27",), PLAN, ask_secret=False)
    page.folder.setText("/srv/invented")
    page.ask_about(3)
    return page


def chosen_page(_theme: Theme) -> ExportPage:
    return ExportPage(FRAME, ("2026–27", "2025–26"), replace(PLAN, chosen=8), ask_secret=False)


def full_page(_theme: Theme) -> ExportPage:
    page = ExportPage(FRAME, ("2026–27",), PLAN, ask_secret=False)
    page.begin_export()
    page.finish(Exported(1, 0, 0, ((PLAN.lines[1], FULL),), whole=False, trouble=FULL))
    return page


def done_page(_theme: Theme) -> ExportPage:
    page = ExportPage(FRAME, ("2026–27",), PLAN, ask_secret=False)
    page.begin_export()
    page.finish(Exported(2, 0, 0, (), whole=True, copies=("Copy for printing.pdf",)))
    return page
