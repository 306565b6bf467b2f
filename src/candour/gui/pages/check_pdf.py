"""R6 Check a PDF: drop files or folders, and read of each what to think of it; nothing leaves the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.pdf_check import tally
from candour.gui.pages.check_finding import finding_card
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import CHECK_PDF
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.drop_area import DropArea
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.progress import WorkBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.domain.pdf_check import CheckedPdf
    from candour.gui.places import Frame
    from candour.gui.widgets.card import Card

MOST_CARDS = 20
"""So many files are shown one by one; of more, those that are not genuine first, and the report lists them all."""


class CheckPdfPage(PlacedPage):
    """`chosen` carries paths to check, `stopped` ends a check under way, `report_wanted` asks for the report.

    `print_wanted` asks to see the report and print it.
    """

    page_id: ClassVar[str] = "check-pdf"
    place: ClassVar[str] = CHECK_PDF

    chosen = Signal(list)
    files_wanted = Signal()
    folder_wanted = Signal()
    stopped = Signal()
    report_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__("", frame)
        self._announcer = Announcer(self)
        self.found: list[CheckedPdf] = []
        self._cards: list[Card] = []
        self._shown: list[CheckedPdf] = []
        self.introduce(
            self.tr("Check a PDF"),
            self.tr("Drop declarations or full copies here, or choose them. Nothing leaves this computer."),
        )
        self.main_button = self.choose = PrimaryButton(self.tr("Choose files"))
        self.folder = SecondaryButton(self.tr("Choose a folder"))
        self.area_of_drop = DropArea(self.tr("Drop PDF files or a folder here, or"), (self.choose, self.folder))
        self.how_far = BodyLabel("")
        self.bar = WorkBar(self.tr("How far the check is"))
        self.summary_banner: Banner | None = None
        self.stop = SecondaryButton(self.tr("Stop"))
        self.report = SecondaryButton(self.tr("Save a report"), icon="save")
        self.print = SecondaryButton(self.tr("Print a report"), icon="printer")
        for part in (self.area_of_drop, self.how_far, self.bar):
            self.content.addWidget(part)
        for button in (self.stop, self.report, self.print):
            self.footer.add(button)
        self.area_of_drop.dropped.connect(self.chosen)
        self.choose.clicked.connect(self.files_wanted)
        self.folder.clicked.connect(self.folder_wanted)
        self.stop.clicked.connect(self.stopped)
        self.report.clicked.connect(self.report_wanted)
        self.print.clicked.connect(self.print_wanted)
        self._show_working(working=False)
        self._offer_report(offered=False)

    def _show_working(self, *, working: bool) -> None:
        for part in (self.how_far, self.bar, self.stop):
            part.setVisible(working)
        for button in (self.choose, self.folder):
            button.setEnabled(not working)
        self.area_of_drop.setAcceptDrops(not working)

    def _offer_report(self, *, offered: bool) -> None:
        for button in (self.report, self.print):
            button.setVisible(offered)

    def begin_check(self, count: int) -> None:
        """Show that so many files are being checked; what an earlier check found goes."""
        self.clear_trouble()
        self.show_errors([])
        self._clear()
        self.bar.setRange(0, count)
        self.bar.setValue(0)
        self._say_how_far()
        self._offer_report(offered=False)
        self._show_working(working=True)

    def _clear(self) -> None:
        self.found = []
        self._clear_cards()
        if self.summary_banner is not None:
            self._take_away(self.summary_banner)
            self.summary_banner = None

    def _clear_cards(self) -> None:
        for card in self._cards:
            self._take_away(card)
        self._cards, self._shown = [], []

    def _take_away(self, part: QWidget) -> None:
        self.content.removeWidget(part)
        part.hide()
        part.deleteLater()

    def add(self, checked: CheckedPdf) -> None:
        """Take one more finding; files that are not genuine show at once, up to `MOST_CARDS`."""
        self.found.append(checked)
        self.bar.setValue(len(self.found))
        self._say_how_far()
        if len(self._cards) < MOST_CARDS and not checked.genuine:
            self._show(checked)

    def _say_how_far(self) -> None:
        self.how_far.setText(
            self.tr("{done} of {count} checked").format(done=len(self.found), count=self.bar.maximum())
        )

    def finish(self) -> None:
        """Show what the check found, once it has ended or was stopped."""
        self._show_working(working=False)
        self._offer_report(offered=bool(self.found))
        self._sum_up()
        for checked in self.found:
            if len(self._cards) >= MOST_CARDS:
                break
            if checked.genuine:
                self._show(checked)

    def end_without(self) -> None:
        """Show the page as it was before the check: something of the computer failed, and the page says what."""
        self._clear()
        self._show_working(working=False)

    def _sum_up(self) -> None:
        counts = " · ".join(f"{verdict}: {count}" for verdict, count in tally(tuple(self.found)))
        unchecked = self.bar.maximum() - len(self.found)
        if unchecked:
            stopped = self.tr("Stopped: {count} not checked").format(count=unchecked)
            counts = " · ".join(part for part in (counts, stopped) if part)
        self._announcer.say(counts)
        if self.bar.maximum() == 1:
            return
        good = not unchecked and all(each.genuine for each in self.found)
        more = self.tr("The report lists every file.") if len(self.found) > MOST_CARDS else ""
        self.summary_banner = Banner(counts, more, "done" if good else "todo")
        self.content.insertWidget(self.content.indexOf(self.bar) + 1, self.summary_banner)

    def _show(self, checked: CheckedPdf) -> None:
        card = finding_card(checked, narrow=self.narrow)
        self._shown.append(checked)
        self._cards.append(card)
        self.content.addWidget(card)

    def fold(self) -> None:
        """Put each verdict under its title where there is no room beside it."""
        super().fold()
        shown = self._shown
        self._clear_cards()
        for checked in shown:
            self._show(checked)

    def show_refused(self, sentence: str) -> None:
        """Say what to do instead."""
        self.end_without()
        self.show_errors([(self.area_of_drop, sentence)])
