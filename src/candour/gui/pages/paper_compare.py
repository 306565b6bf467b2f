"""The second person's page for a declaration on paper; one that is confirmed is looked at here once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.pages.compare import ComparePage
from candour.gui.pages.papers import paper_facts
from candour.gui.places import PAPER
from candour.gui.widgets.buttons import SecondaryButton

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.paper_results import PaperView


class PaperComparePage(ComparePage):
    """A paper beside its scan; `back_wanted` takes back one that is confirmed."""

    page_id: ClassVar[str] = "paper-compare"
    place: ClassVar[str] = PAPER

    back_wanted = Signal()

    def __init__(self, frame: Frame, paper: PaperView, scan: bytes) -> None:
        """Show a paper beside its scan; raises Trouble for a picture that cannot be read."""
        super().__init__(frame, paper_facts(paper, every_point=True), scan)
        if paper.confirmed_by:
            self._look_again(paper)
            return
        self.introduce(
            self.tr("Compare the paper of {name}").format(name=paper.name),
            self.tr("With your word it counts, marked as entered for them from paper."),
        )
        self.ask(
            alike=self.tr("Everything here is as it stands on the scan, and it is signed"),
            lacking=self.tr("Compare the entry with its scan, and tick the box"),
            confirm=self.tr("Confirm this paper"),
            back=self.tr("Back to the papers"),
        )

    def _look_again(self, paper: PaperView) -> None:
        self.introduce(
            self.tr("The paper of {name}").format(name=paper.name),
            self.tr("Confirmed by {name}. Entered for the wrong person? Take it back.").format(
                name=paper.confirmed_by
            ),
        )
        self.main_button = self.back
        self.back.setText(self.tr("Back to the papers"))
        self.take_back = SecondaryButton(self.tr("Take this paper back"))
        self.take_back.clicked.connect(self.back_wanted)
        for button in (self.back, self.take_back):
            self.footer.add(button)
