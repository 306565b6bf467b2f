"""Entering the chair's answer slip: what is ticked and written on it, and its scan."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.answer_slips import NewSlip
from candour.domain.request_moves import RequestAct
from candour.gui.pages.answers import Choices
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.scan_field import ScanField
from candour.gui.pages.tick_group import TickGroup
from candour.gui.places import SLIPS
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.deciding_results import SlipGround


class SlipEnterPage(PlacedPage):
    """`entered` carries what was typed from the slip, with its scan."""

    page_id: ClassVar[str] = "slip-enter"
    place: ClassVar[str] = SLIPS

    entered = Signal(object)

    def __init__(self, frame: Frame, ground: SlipGround) -> None:
        super().__init__("", frame)
        self.introduce(
            self.tr("Enter a slip"),
            self.tr("Type what stands on it. A second person compares it with the scan before it counts."),
        )
        self._add_decision(ground)
        self._add_signature(ground)
        self.main_button = self.save = PrimaryButton(self.tr("Enter this slip"))
        self.back = SecondaryButton(self.tr("Back to the slips"))
        self.save.clicked.connect(self._save)
        self.back.clicked.connect(self.went_back)
        for button in (self.save, self.back):
            self.footer.add(button)

    def _add_decision(self, ground: SlipGround) -> None:
        self.reference = LabelledField(self.tr("The reference"), self.tr("It begins with E-"))
        offers = (
            (RequestAct.APPROVE.value, self.tr("Approved"), ""),
            (RequestAct.APPROVE_WITH_CONDITIONS.value, self.tr("Approved with conditions"), ""),
            (RequestAct.NOT_APPROVE.value, self.tr("Not approved"), ""),
        )
        self.choices = Choices(self.tr("What is ticked on the slip"), offers)
        self.head = BodyLabel(self.tr("What is ticked on the slip"), strong=True)
        self.conditions = TickGroup(self.tr("Conditions ticked"), [(words, words, "") for words in ground.ready])
        self.has_end = TickCard(self.tr("It has a last day"))
        self.until = DateField(self.tr("Approved until"), ground.today)
        parts = (self.reference, self.head, self.choices, self.conditions, self.has_end, self.until)
        for part in parts:
            self.content.addWidget(part)
        self.choices.chose.connect(self._follow)
        self.has_end.toggled.connect(self._follow)
        self._follow()

    def _add_signature(self, ground: SlipGround) -> None:
        self.signed_by = LabelledField(self.tr("The name that stands under the slip"))
        self.decided_on = DateField(self.tr("The day that stands on the slip"), ground.today)
        self.scan = ScanField()
        for part in (self.signed_by, self.decided_on, self.scan):
            self.content.addWidget(part)

    def _follow(self) -> None:
        act = self.choices.chosen()
        self.conditions.setVisible(act == RequestAct.APPROVE_WITH_CONDITIONS)
        self.has_end.setVisible(act in (RequestAct.APPROVE, RequestAct.APPROVE_WITH_CONDITIONS))
        self.until.setVisible(not self.has_end.isHidden() and self.has_end.isChecked())

    def _save(self) -> None:
        act = self.choices.chosen()
        lacking: list[tuple[QWidget, str]] = []
        if not self.reference.text().strip():
            lacking.append((self.reference, self.tr("Type the reference from the slip")))
        if not act:
            lacking.append((self.choices, self.tr("Choose the decision that is ticked on the slip")))
        if not self.signed_by.text().strip():
            lacking.append((self.signed_by, self.tr("Type the name that stands under the slip")))
        if not self.scan.content:
            lacking.append((self.scan, self.tr("Choose the scan of the slip")))
        self.show_errors(lacking)
        if not lacking:
            self.entered.emit(self._slip(RequestAct(act)))

    def _slip(self, act: RequestAct) -> NewSlip:
        return NewSlip(
            reference=self.reference.text(),
            act=act,
            conditions=self.conditions.ticked() if act is RequestAct.APPROVE_WITH_CONDITIONS else (),
            until=self.until.date() if not self.until.isHidden() else None,
            decided_on=self.decided_on.date(),
            signed_by=self.signed_by.text(),
            scan=self.scan.content,
        )

    def show_refused(self, sentence: str) -> None:
        """Say why it was not entered, and what to do."""
        self.show_errors([(self.heading, sentence)])
