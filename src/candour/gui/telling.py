"""What a stop card notes: that somebody told the designated lead, or is going to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.stop_card import StopCardPage
    from candour.gui.tasks import Tasks


class Telling(QObject):
    """Notes what is pressed on a stop card, then lets the card lead on; a note that fails stays on the card."""

    def __init__(self, window: MainWindow, parent: QObject, doors: Doors, tasks: Tasks, asides: Asides) -> None:
        super().__init__(parent)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        asides.stop_card_shown.connect(self._serve)

    def _serve(self, card: StopCardPage) -> None:
        card.told.connect(lambda when, whom: self._told(card, when, whom))
        card.going_to_tell.connect(lambda: self._going(card))

    def _told(self, card: StopCardPage, when: datetime, whom: str) -> None:
        self._note(card, lambda: self._doors.desk().reports().told(whom, when), telling=False)

    def _going(self, card: StopCardPage) -> None:
        self._note(card, lambda: self._doors.desk().reports().going_to_tell(), telling=True)

    def _note(self, card: StopCardPage, note: Callable[[], None], *, telling: bool) -> None:
        def noted() -> None:
            self._window.telling = telling
            if isValid(card):  # else they went back meanwhile, and it is noted all the same
                card.went_on.emit()

        def failed() -> None:
            if not isValid(card):
                return
            card.show_not_noted()
            again = Qt.ConnectionType.SingleShotConnection
            card.tried_again.connect(lambda: self._note(card, note, telling=telling), again)

        self._tasks.run(note, lambda _: noted(), lambda _: failed(), lambda _: failed())
