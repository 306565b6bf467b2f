"""Everyone in one sitting, between two people: the names of those who have not signed yet, and the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from candour.gui.pages.centred import CentredPage
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import EmptyState
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.name_grid import NameGrid

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from candour.services.results import Named
    from candour.services.sitting import SittingNow

THANKS_LAST = 10
"""Seconds after which the thanks go by themselves; the next key takes them away before."""

_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_FIRST_INPUT = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})


class SittingPage(CentredPage):
    """The list of names; letters search it from wherever one is. `picked` carries the key of a name."""

    page_id: ClassVar[str] = "sitting"
    wide = 1160

    picked = Signal(str)
    somebody_else = Signal()
    count_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, thanks: str = "") -> None:
        super().__init__("")
        self._announcer = Announcer(self)
        self.introduce(self.tr("Choose your name"), self.tr("Opening the list of names …"))
        self.search = LabelledField(self.tr("Find your name"), self.tr("Type a part of it, then press Enter"))
        self.grid = NameGrid(self.tr("Names of those who have not signed yet"))
        self.empty = EmptyState(self.tr("No one matches"), self.tr("Type fewer letters."), art="person")
        self.done = EmptyState(
            self.tr("Nobody is left on the list"),
            self.tr("End the sitting, or let somebody else sign in."),
            art="tick",
        )
        for part in (self.search, self.grid, self.empty, self.done):
            self.content.addWidget(part)
        self.content.setStretchFactor(self.grid, 1)
        self.content.addStretch(0)  # it takes the room where no names do
        for part in (self.empty, self.done):
            part.hide()
        self._add_buttons()
        self.let_content_grow()
        self.search.field.textChanged.connect(self._search)
        self.search.field.installEventFilter(self)
        self.grid.picked.connect(self.picked)
        self.grid.typed.connect(self._find)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.search.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._now: SittingNow | None = None
        self.thanks: Banner | None = None
        if thanks:
            self._thank(thanks)

    def _add_buttons(self) -> None:
        self.main_button = self.go_on = PrimaryButton(self.tr("Sign in"))
        self.else_ = SecondaryButton(self.tr("Somebody else"))
        self.count = SecondaryButton(self.tr("Show the count"))
        self.end = SecondaryButton(self.tr("End the sitting"))
        self.go_on.clicked.connect(self._go_on)
        self.else_.clicked.connect(self.somebody_else)
        self.count.clicked.connect(self.count_wanted)
        self.end.clicked.connect(self.end_wanted)
        for button in (self.go_on, self.else_, self.count, self.end):
            self.footer.add(button)

    def _thank(self, first_name: str) -> None:
        words = self.tr("Thank you, {name}. You have signed.").format(name=first_name)
        goes = QCoreApplication.translate(
            "SittingPage", "This goes with the next key, or after %n seconds.", "", THANKS_LAST
        )
        self.thanks = Banner(words, goes, "done")
        self._column.insertWidget(0, self.thanks)
        self._announcer.say(words)
        self._clock = QTimer(self, interval=THANKS_LAST * 1000, singleShot=True)
        self._clock.timeout.connect(self.end_thanks)
        self._clock.start()
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def end_thanks(self) -> None:
        """Take the thanks away: the list is the next person's."""
        thanks, self.thanks = self.thanks, None
        if thanks is None:
            return
        self._clock.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._column.removeWidget(thanks)
        thanks.hide()
        thanks.deleteLater()

    def show_now(self, now: SittingNow | None) -> None:
        """Show who has not signed yet; what was typed stays where it is."""
        if now == self._now and now is not None:
            return
        self._now = now
        names: tuple[Named, ...] = () if now is None else now.names
        self.grid.names.set_names([(each.person, each.name) for each in names])
        everybody = now is not None and not names
        heading = self.tr("Everybody has signed") if everybody else self.tr("Choose your name")
        self.introduce(heading, self._how_it_stands(now))
        self._show_what_is_there()

    def _how_it_stands(self, now: SittingNow | None) -> str:
        if now is None:
            return self.tr("No check is open: end the sitting.")
        return self.tr("{signed} of {of} have signed.").format(signed=now.signed, of=now.of)

    def _show_what_is_there(self) -> None:
        nobody = self._now is not None and not self._now.names
        found = bool(self.grid.names.shown)
        self.grid.setVisible(not nobody and (found or self._now is None))
        self.empty.setVisible(not nobody and not found and self._now is not None)
        self.done.setVisible(nobody)
        for part in (self.search, self.go_on):
            part.setHidden(nobody)

    def _search(self, text: str) -> None:
        self.grid.names.search(text)
        self._show_what_is_there()
        count = len(self.grid.names.shown)
        self._announcer.say(QCoreApplication.translate("SittingPage", "%n names match", "", count))

    def _go_on(self) -> None:
        chosen = self.grid.chosen()
        self.show_errors([] if chosen else [(self.search, self.tr("Choose your name from the list"))])
        if chosen:
            self.picked.emit(chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down lead from the search to the names, and the first key or press end the thanks."""
        if self.thanks is not None and event.type() in _FIRST_INPUT:
            self.end_thanks()
        down = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down  # type: ignore[attr-defined]
        if watched is self.search.field and down and self.grid.names.shown:
            self.grid.begin()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let letters that no part used find a name: the next person sits down and types."""
        letters = event.text()
        if letters.isprintable() and letters.strip() and not event.modifiers() & _KEYS:
            self._find(letters)
        else:
            super().keyPressEvent(event)

    def _find(self, letters: str) -> None:
        if not self.search.isHidden():
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.field.insert(letters)
