"""The gallery's page on lists and long work: filters with counts, progress, files to drop."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from candour.domain.activity import TimelineLine
from candour.gui.gallery.page import GalleryPage
from candour.gui.widgets.buttons import SecondaryButton
from candour.gui.widgets.count_bar import CountBar
from candour.gui.widgets.drop_area import DropArea
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.figures_table import FiguresTable
from candour.gui.widgets.filter_chip import FilterChip
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.name_grid import NameGrid
from candour.gui.widgets.progress import WorkBar
from candour.gui.widgets.timeline import Timeline


class WorkPage(GalleryPage):
    """What lists and long work need."""

    page_id: ClassVar[str] = "gallery-work"
    place: ClassVar[str] = "gallery-work"

    def about(self) -> str:
        """Return what the parts are for."""
        return self.tr("Filters say how many, progress says it in words too, and files may be dropped or chosen.")

    def fill(self) -> None:
        """Show filters of which one is on, work under way, and where files go."""
        filters = [FilterChip(self.tr("Everyone"), 46), FilterChip(self.tr("Signed"), 38)]
        filters += [FilterChip(self.tr("Not signed"), 8), FilterChip(self.tr("Open"), 3)]
        filters[1].setChecked(True)
        self.add(self.tr("Filters: one is on"), EvenRow(*filters))
        bar = WorkBar(self.tr("Saving declarations"))
        bar.setRange(0, 42)
        bar.setValue(31)
        self.add(self.tr("Progress"), bar, BodyLabel(self.tr("31 of 42 saved"), muted=True))
        came = (
            TimelineLine(date(2026, 10, 12), "Signed: D-2026-0038, 1 open", ""),
            TimelineLine(date(2026, 9, 21), "Away until 2 October 2026", "Harriet Resource"),
        )
        self.add(self.tr("Timeline, newest first"), Timeline(came, "2026–27"))
        choose = (SecondaryButton(self.tr("Choose files")), SecondaryButton(self.tr("Choose a folder")))
        self._add_counts()
        self.add(self.tr("Files"), DropArea(self.tr("Drop PDFs or folders here"), choose))

    def _add_counts(self) -> None:
        count = CountBar()
        count.show_share(23 / 42)
        self.add(self.tr("The count of a sitting, as on the projector"), count, BodyLabel(self.tr("23 of 42")))
        names = NameGrid(self.tr("Names to choose from"))
        names.names.set_names([(f"{place}", f"Example Person {place}") for place in range(1, 8)])
        self.add(self.tr("Many names"), names)
        rows = [(self.tr("People asked to sign"), "42"), (self.tr("Have signed"), self.tr("all but fewer than 5"))]
        headings = (self.tr("What was counted"), "2026–27")
        self.add(self.tr("Figures"), FiguresTable(self.tr("A check in figures"), headings, rows))
