"""The one window: it shows a page, keeps what lies under an aside, and says its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from candour.gui.pages.page import Page
from candour.gui.widgets.sample_strip import SampleStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from candour.gui.theme import Theme

SMALLEST = (800, 600)
USUAL = (1280, 832)


class MainWindow(QMainWindow):
    """Shows one page at a time; asides (help, the policy, the stop card) lie over it until one goes back."""

    lock_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.school = ""
        self.doubt = ""
        self.telling = False
        self._kept: set[Page] = set()
        self._openers: list[QWidget | None] = []
        self._stack = QStackedWidget()
        self.sample = SampleStrip(self.tr("Sample data: invented people, nothing here is real"))
        self.sample.hide()
        self._lay_out()
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._shortcut(QKeySequence("Ctrl+L"), self.lock_wanted.emit)
        for keys in (QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")):
            self._shortcut(keys, lambda: self.theme.larger())
        self._shortcut(QKeySequence("Ctrl+-"), lambda: self.theme.smaller())
        self._shortcut(QKeySequence("Ctrl+0"), lambda: self.theme.set_text_size(100))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.sample)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(inside)

    def _shortcut(self, keys: QKeySequence, act: object) -> None:
        QShortcut(keys, self).activated.connect(act)

    @property
    def page(self) -> Page | None:
        """Return the page that is on top."""
        return self._stack.currentWidget()  # type: ignore[return-value]  # only pages are ever put in

    def show_page(self, page: Page, *, keep: bool = False) -> None:
        """Show a page in place of everything that was there; a kept one is shown again later, and never deleted."""
        if keep:
            self._kept.add(page)
        self._clear(but=page)
        self._openers.clear()
        self._put(page)

    def forget_kept(self) -> None:
        """Delete the pages that were kept: what somebody typed leaves with them."""
        kept, self._kept = self._kept, set()
        for page in kept:
            self._drop(page)

    def show_aside(self, page: Page) -> None:
        """Show a page over the present one, which waits with all that was typed in it."""
        self._openers.append(self.page.focusWidget() if self.page is not None else None)
        self._put(page)

    def leave_aside(self) -> None:
        """Go back to the page that waits under this one, and to where one was on it (WCAG 2.2, 2.4.3).

        Nothing happens where none waits.
        """
        if self._stack.count() > 1:
            self._drop(self._stack.currentWidget())
            self._stack.setCurrentIndex(self._stack.count() - 1)
            if self.page is not None:
                self.page.show_telling(self.telling)
            self.say_title()
            self._go_back_to(self._openers.pop() if self._openers else None)

    def _go_back_to(self, opener: QWidget | None) -> None:
        if opener is not None and isValid(opener) and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def name_school(self, school: str) -> None:
        """Say in the title whose register this is."""
        self.school = school
        self.say_title()

    def mark_sample(self, *, sample: bool) -> None:
        """Say above every page that this is sample data, or take that away for a real school."""
        self.sample.setVisible(sample)

    def say_title(self) -> None:
        """Write the title: the page, what this is, the school."""
        parts = [self.tr("Social media check"), self.school]
        if self.page is not None:
            parts.insert(0, self.page.title())
        self.setWindowTitle(" – ".join(part for part in parts if part))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes: what was answered is saved, and the keys are dropped."""
        self.closed.emit()
        super().closeEvent(event)

    def _put(self, page: Page) -> None:
        if self._stack.indexOf(page) < 0:
            page.title_changed.connect(self.say_title)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.show_doubt(self.doubt)
        page.show_telling(self.telling)
        self.say_title()

    def _clear(self, but: Page) -> None:
        for place in reversed(range(self._stack.count())):
            if self._stack.widget(place) is not but:
                self._drop(self._stack.widget(place))

    def _drop(self, page: QWidget | None) -> None:
        if page is None:
            return
        page.hide()
        if isinstance(page, Page) and self._stack.indexOf(page) >= 0:
            page.title_changed.disconnect(self.say_title)  # or a kept page would say its title once more each time
        self._stack.removeWidget(page)
        if page not in self._kept:
            page.deleteLater()
