"""Set up, the last page: invitation slips, and the first round."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog

from candour.gui.language import day_words
from candour.gui.pages.set_up_page import SetUpPage, beside
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.services.set_up_results import SlipsMade, Standing


class SetUpReadyPage(SetUpPage):
    """What is left to do: `slips_wanted` carries a path, `asked` the first and last day, `finished` ends it."""

    page_id: ClassVar[str] = "set-up-ready"
    step = "ready"

    slips_wanted = Signal(str)
    asked = Signal(object, object)
    finished = Signal()

    def __init__(self, standing: Standing) -> None:
        super().__init__("", "", "ready")
        self._announcer = Announcer(self)
        self.introduce(
            self.tr("Ready"),
            self.tr("Your school stands. Give out the slips, the Headteacher’s first, then open the check."),
            self.kicker.text(),
        )
        self._slips(standing)
        self._round(standing)
        self.home = LinkButton(self.tr("Go to my own check"))
        self.home.clicked.connect(self.finished)
        self.content.addWidget(self.home, 0, Qt.AlignmentFlag.AlignLeft)

    def _slips(self, standing: Standing) -> None:
        words = self.tr(
            "A slip holds a name, a code and how to sign in; after the slips comes what to read before coming. "
            "Each time you make slips, older ones that were never used end."
        )
        self.waiting = BodyLabel(self.tr("%n people have not signed in yet.", "", standing.uninvited), strong=True)
        self.slips = SecondaryButton(self.tr("Make slips for everyone …"), icon="printer")
        self.slips.clicked.connect(self._choose_path)
        self.made = Chip("", "done")
        self.made.hide()
        card = self.card(self.tr("Invitation slips"), [BodyLabel(words), self.waiting])
        for part in (self.slips, self.made):
            card.body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)

    def _round(self, standing: Standing) -> None:
        self.head = BodyLabel("", strong=True)
        self.opens = DateField(self.tr("First day"), standing.opens)
        self.due = DateField(self.tr("Day to sign by"), standing.due)
        self.card(self.tr("This year’s check"), [self.head, beside(self.opens, self.due)])
        self.show_head(standing)

    def show_head(self, standing: Standing) -> None:
        """Say whether the Headteacher has signed in, for whom the answers are sealed."""
        name = standing.head or self.tr("The Headteacher")
        waits = self.tr("{name} signs in first: answers are sealed to the Headteacher.")
        ready = self.tr("{name} has signed in: the check can open.")
        self.head.setText((ready if standing.head_ready else waits).format(name=name))

    def _choose_path(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.slips.words, self.tr("Invitation slips.pdf"), self.tr("PDF (*.pdf)")
        )
        if chosen:
            self.slips_wanted.emit(chosen)

    def show_slips(self, made: SlipsMade) -> None:
        """Say that the slips were made."""
        self.show_ready()
        self.slips.setEnabled(True)
        words = self.tr("%n slips saved, good until {day}", "", made.count)
        self.made.say(words.format(day=day_words(made.until)), "done")
        self.made.show()
        self._announcer.say(self.made.text())

    def show_making(self) -> None:
        """Let nobody press twice while slips are made."""
        self.show_busy()
        self.slips.setEnabled(False)

    def show_refused(self, sentence: str) -> None:
        """Say what to do."""
        self.slips.setEnabled(True)
        super().show_refused(sentence)

    def problem_part(self) -> QWidget:
        """Return the part that a refusal is shown beside."""
        return self.due

    def go_on(self) -> None:
        """Open the round."""
        late = self.due.date() < self.opens.date()
        self.show_errors([(self.due, self.tr("Choose a day that is not before the first day"))] if late else [])
        if not late:
            self.asked.emit(self.opens.date(), self.due.date())

    def main_words(self) -> str:
        """Return what stands on the main button."""
        return self.tr("Open the check")
