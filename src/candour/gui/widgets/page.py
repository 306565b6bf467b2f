"""The frame of every page: heading, lead, a body that scrolls, and the bar with the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from candour.gui.metrics import RING, Type
from candour.gui.theme import theme_of
from candour.gui.widgets.banner import ErrorSummary
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Line
from candour.gui.widgets.flow import FlowScroll
from candour.gui.widgets.labels import BodyLabel, HeadingLabel, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Page(QWidget):
    """One page: put parts into `body`, name the ways on with `add_back`, `add_main` and `add_link`.

    Enter presses the main button, except in a box of several lines; Alt+Left and Esc emit `left`.
    """

    left = Signal()

    def __init__(self, title: str, lead: str = "", *, above: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.above = BodyLabel(above, muted=True, strong=True, caption=True)
        self.above.setVisible(bool(above))
        self.heading = HeadingLabel(title, 1)
        self.lead = TextLabel(lead, step=Type.LEAD, ink="muted", measure=44)
        self.lead.setVisible(bool(lead))
        self.errors = ErrorSummary()
        self.banners, self.beside_heading, self.body = QVBoxLayout(), QHBoxLayout(), QVBoxLayout()
        self.main: QAbstractButton | None = None
        self.back: QAbstractButton | None = None
        self._build()
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def _build(self) -> None:
        self._whole = QVBoxLayout(self)
        self._whole.setSpacing(0)
        self.flow = FlowScroll()
        self._whole.addWidget(self.flow, 1)
        column = self.flow.column
        column.addLayout(self.banners)
        column.addWidget(self.errors)
        self._words, top = QVBoxLayout(), QHBoxLayout()
        for part in (self.above, self.heading, self.lead):
            self._words.addWidget(part)
        top.addLayout(self._words, 1)
        top.addLayout(self.beside_heading)
        column.addLayout(top)
        column.addLayout(self.body)
        column.addStretch(1)
        self.bar = QWidget()
        self._bar_column = QVBoxLayout(self.bar)
        self._ways = QHBoxLayout()
        self._bar_column.addWidget(Line())
        self._bar_column.addLayout(self._ways)
        self._main_ways = QHBoxLayout()
        self._ways.addLayout(self._main_ways)
        self._ways.addStretch(1)
        self._whole.addWidget(self.bar)
        self.bar.hide()

    def retheme(self) -> None:
        """Space the parts anew."""
        px = theme_of(self).metrics.px
        narrow = self.width() < px(640)
        side = px(16 if narrow else 44) - RING
        self.flow.column.setContentsMargins(side, px(28), side, px(16))
        self.flow.column.setSpacing(px(16))
        self._words.setSpacing(px(6))
        self.beside_heading.setSpacing(px(10))
        self.banners.setSpacing(px(12))
        self.body.setSpacing(px(16))
        self._bar_column.setContentsMargins(side, 0, side, px(20))
        self._bar_column.setSpacing(px(12))
        for ways in (self._ways, self._main_ways):
            ways.setSpacing(px(6))

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Give narrow windows narrower margins."""
        self.retheme()

    def add_back(self, words: str = "Back") -> SecondaryButton:
        """Add the way back at the left of the bar."""
        button = SecondaryButton(words)
        button.clicked.connect(self.left)
        self.back = button
        self._add(button)
        return button

    def add_main(self, words: str) -> PrimaryButton:
        """Add the main action of the page to the bar; Enter presses it."""
        button = PrimaryButton(words)
        self.main = button
        self._add(button)
        return button

    def add_second(self, words: str) -> SecondaryButton:
        """Add another action to the bar, after those that stand there."""
        button = SecondaryButton(words)
        self._add(button)
        return button

    def add_link(self, words: str) -> LinkButton:
        """Add a link at the right of the bar."""
        link = LinkButton(words)
        self._ways.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
        self.bar.show()
        return link

    def _add(self, button: QAbstractButton) -> None:
        self._main_ways.addWidget(button)
        self.bar.show()

    def arrive(self) -> None:
        """Begin at the top with the heading focused, as a reader would."""
        self.flow.verticalScrollBar().setValue(0)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take what no part of the page took: Enter, Esc and Alt+Left."""
        several_lines = isinstance(self.focusWidget(), QPlainTextEdit | QTextEdit)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if enter and not several_lines and self.main is not None and self.main.isEnabled():
            self.main.click()
        elif event.key() == Qt.Key.Key_Escape or (alt and event.key() == Qt.Key.Key_Left):
            self.left.emit()
        else:
            super().keyPressEvent(event)
