"""The second person's page for a chair's answer slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from candour.gui.pages.compare import ComparePage
from candour.gui.pages.slips import slip_facts
from candour.gui.places import SLIPS

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.deciding_results import SlipLine


class SlipComparePage(ComparePage):
    """A slip beside its scan."""

    page_id: ClassVar[str] = "slip-compare"
    place: ClassVar[str] = SLIPS

    def __init__(self, frame: Frame, line: SlipLine, scan: bytes) -> None:
        """Show a slip beside its scan; raises Trouble for a picture that cannot be read."""
        super().__init__(frame, slip_facts(line), scan)
        self.introduce(
            self.tr("Compare {reference}").format(reference=line.reference),
            self.tr("With your word the request is decided, as the chair wrote it."),
        )
        self.ask(
            alike=self.tr("Everything here is as it stands on the scan"),
            lacking=self.tr("Compare the slip with its scan, and tick the box"),
            confirm=self.tr("Confirm the decision"),
            back=self.tr("Back to the slips"),
        )
