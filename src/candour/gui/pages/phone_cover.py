"""A cover while somebody looks at their phone: only where to look, and one press to come back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from candour.gui.metrics import Type
from candour.gui.pages.page import Page
from candour.gui.pages.where_to_look import checked_on, numbered
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.labels import BodyLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from candour.domain.policy import Platform

MINUTES: Final = 20
"""How long the cover stays before the app locks (screens 2.1, shared computers)."""


class PhoneCover(Page):
    """Shows the steps, large, for 20 minutes; no answer and no name, and nothing goes back to them by a key.

    `came_back` needs no passphrase; `timed_out` locks.
    """

    page_id: ClassVar[str] = "phone-cover"
    says_telling: ClassVar[bool] = False

    came_back = Signal()
    timed_out = Signal()

    def __init__(self, platforms: Sequence[Platform]) -> None:
        super().__init__("")
        self.introduce(self.tr("Looking at your phone"), self.tr("Nobody can see your answers here."))
        self.minutes = BodyLabel(strong=True)
        self.cards = QVBoxLayout()
        self.checked = BodyLabel(muted=True)
        self.content.addWidget(self.minutes)
        self.content.addLayout(self.cards)
        self.content.addWidget(self.checked)
        self.main_button = PrimaryButton(self.tr("I am back"))
        self.main_button.clicked.connect(self._come_back)
        self.footer.add(self.main_button)
        self.back_key.setEnabled(False)
        self._left = MINUTES
        self._minute = QTimer(self)
        self._minute.setInterval(60_000)
        self._minute.timeout.connect(self.pass_minute)
        self._show_platforms(platforms)
        self._minute.start()

    def _show_platforms(self, platforms: Sequence[Platform]) -> None:
        for platform in platforms:
            self.cards.addWidget(self._card(platform))
        self.checked.setText(
            self.tr(
                "Steps checked {month}; menus move, so search the app’s settings for the words in bold."
            ).format(month=checked_on(platforms))
        )
        self.checked.setVisible(bool(platforms))
        self._say_minutes()

    def _card(self, platform: Platform) -> Card:
        card = Card(platform.name)
        for step in numbered(platform.steps):
            card.body.addWidget(TextLabel(step, step=Type.LEAD))
        if platform.settings:
            card.body.addWidget(BodyLabel(self.tr("Settings to search for:"), muted=True))
            card.body.addWidget(BodyLabel(" · ".join(platform.settings), strong=True))
        if platform.removed_are_not_told:
            card.body.addWidget(BodyLabel(self.tr("Other people are not told when you remove them."), muted=True))
        return card

    def pass_minute(self) -> None:
        """Count one minute; after the last one the app locks."""
        self._left -= 1
        self._say_minutes()
        if self._left <= 0:
            self._minute.stop()
            self.timed_out.emit()

    def _say_minutes(self) -> None:
        self.minutes.setText(self.tr("%n minutes left. Then this locks; your answers stay.", "", self._left))

    def _come_back(self) -> None:
        self._minute.stop()
        self.came_back.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc without effect: nothing here goes back to answers that others could then see."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
        else:
            super().keyPressEvent(event)
