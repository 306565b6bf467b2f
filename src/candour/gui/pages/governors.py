"""For governors and inspectors: the check in figures without names, and any three declarations proved."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.governors import MEANING, NOTE
from candour.gui.language import day_words
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import GOVERNORS
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.figures_table import FiguresTable
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.domain.governors import GovernorsPaper
    from candour.gui.places import Frame


class GovernorsPage(PlacedPage):
    """`saved`, `print_wanted` and `pick_wanted` ask for the page as a PDF, on paper, and for three declarations."""

    page_id: ClassVar[str] = "governors"
    place: ClassVar[str] = GOVERNORS

    saved = Signal()
    print_wanted = Signal()
    pick_wanted = Signal()

    def __init__(self, frame: Frame, summary: GovernorsPaper | None, *, may_pick: bool) -> None:
        super().__init__("", frame)
        self.introduce(self.tr("For governors"), self._lead(summary))
        if summary is None:
            none = EmptyState(
                self.tr("No check has opened yet"), self.tr("This fills in once people sign."), art="calendar"
            )
            self.content.addWidget(none)
            return
        self._show(summary)
        self._add_buttons(may_pick=may_pick)

    def _lead(self, summary: GovernorsPaper | None) -> str:
        if summary is None:
            return ""
        words = self.tr("Check {round} in figures, without names. As of {day}.")
        return words.format(round=summary.round, day=day_words(summary.made_on))

    def _show(self, summary: GovernorsPaper) -> None:
        rounds = [each for each in (summary.round, summary.round_before) if each]
        rows = [(line.what, line.now, line.before)[: 1 + len(rounds)] for line in summary.lines]
        self.table = FiguresTable(self.tr("The check in figures"), (self.tr("What was counted"), *rounds), rows)
        self.content.addWidget(self.table)
        for words in (MEANING, NOTE):
            self.content.addWidget(BodyLabel(words, muted=True, caption=True, measure=None))

    def _add_buttons(self, *, may_pick: bool) -> None:
        self.main_button = self.save = PrimaryButton(self.tr("Save as PDF"))
        self.print = SecondaryButton(self.tr("See and print"), icon="printer")
        self.pick = SecondaryButton(self.tr("Pick any three"))
        self.save.clicked.connect(self.saved)
        self.print.clicked.connect(self.print_wanted)
        self.pick.clicked.connect(self.pick_wanted)
        for button in (self.save, self.print, *([self.pick] if may_pick else [])):
            self.footer.add(button)

    def begin_pick(self) -> None:
        """Say that the check of the three takes a moment."""
        self.pick.setEnabled(False)
        self.pick.setText(self.tr("Checking three …"))
        self._announcer.say(self.tr("Checking three declarations"))

    def show_pick_refused(self, sentence: str) -> None:
        """Say why none are picked."""
        self.pick.setEnabled(True)
        self.pick.setText(self.tr("Pick any three"))
        self.show_errors([(self.heading, sentence)])
