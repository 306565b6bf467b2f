"""S11 My record: declarations, exceptions and to-dos, and the way to say that something has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.request_cards import ChangedPointsCard, LookAgainCard, PolicyCard
from candour.gui.pages.year_cards import DeclarationsCard, RequestsCard, ToDosCard
from candour.gui.places import HELD, RECORD
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from candour.gui.places import Frame
    from candour.services.year_results import MyRecord


class MyRecordPage(PlacedPage):
    """Everything that the person signed or asked for; `changed_wanted` carries the id of the check to update."""

    page_id: ClassVar[str] = "my-record"
    place: ClassVar[str] = RECORD

    done_wanted = Signal(object)
    changed_wanted = Signal(str)
    save_wanted = Signal(str)

    def __init__(self, frame: Frame, record: MyRecord) -> None:
        super().__init__("", frame)
        self.introduce(self.tr("My record"), self.tr("What you signed and what you asked for, newest first."))
        self.todos = ToDosCard(record.todos)
        self.todos.done.connect(self.done_wanted)
        self.todos.setVisible(bool(record.todos))
        self.declarations = DeclarationsCard(self.tr("My declarations"), record.declarations)
        self.declarations.save_wanted.connect(self.save_wanted)
        self.requests = RequestsCard(record.requests, can_ask=True)
        self.policy = PolicyCard(record.policy, updating=False)
        self.policy.setVisible(record.policy is not None)
        self.changed_points = ChangedPointsCard(record.changed, updating=False)
        self.changed_points.setVisible(bool(record.changed))
        self.look_again = LookAgainCard(record.look_again)
        self.look_again.setVisible(bool(record.look_again))
        for card in (
            self.policy,
            self.changed_points,
            self.look_again,
            self.todos,
            self.declarations,
            self.requests,
            self._more(record.can_change),
        ):
            self.content.addWidget(card)

    def _more(self, can_change: tuple[tuple[str, str], ...]) -> Card:
        card = Card(padding=24, ground="quiet")
        words = (
            self.tr("You can say at any time that something has changed. Only what changed is asked again.")
            if can_change
            else self.tr("Once you have signed this year, you can say here that something has changed.")
        )
        self.changed = [self._change(checklist, title, can_change) for checklist, title in can_change]
        self.held = LinkButton(self.tr("See everything that is held about me"))
        self.held.clicked.connect(lambda: self.went.emit(HELD))
        card.body.addWidget(BodyLabel(words))
        for button in (*self.changed, self.held):
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.main_button = self.changed[0] if self.changed else self.held
        return card

    def _change(self, checklist: str, title: str, offered: tuple[tuple[str, str], ...]) -> QAbstractButton:
        words = self.tr("Something has changed")
        said = f"{words}: {title}" if len(offered) > 1 else words
        button = PrimaryButton(said) if checklist == offered[0][0] else SecondaryButton(said)
        button.clicked.connect(lambda: self.changed_wanted.emit(checklist))
        return button
