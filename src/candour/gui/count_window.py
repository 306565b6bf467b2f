"""The count of a sitting, for the projector: how many have signed, without a name, in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QLabel, QSpacerItem, QVBoxLayout, QWidget

from candour.gui.metrics import Type
from candour.gui.theme import theme_of
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.count_bar import CountBar

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_USUAL = QSize(960, 600)
_LEAST = QSize(320, 220)
_WIDE = 0.86
"""So much of the window's width a line takes at most."""

_COUNT, _BELOW, _SCHOOL, _HINT, _BAR, _GAP = 0.42, 0.11, 0.07, 0.045, 0.05, 0.03
"""So much of its height each part takes at most."""


class CountWindow(QWidget):
    """“23 of 42 have signed”, as large as the window allows: F11 takes the whole screen, Esc gives it back."""

    def __init__(self) -> None:
        super().__init__()
        self._signed, self._of = 0, 0
        self._announcer = Announcer(self)
        self.school, self.count, self.below, self.hint = (QLabel() for _ in range(4))
        self.bar = CountBar()
        self.hint.setText(self.tr("F11 for the whole screen, Esc to come back"))
        self._column = column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addWidget(self.school)
        column.addStretch(1)
        column.addWidget(self.count)
        column.addWidget(self.below)
        self._gap = QSpacerItem(0, 0)
        column.addItem(self._gap)
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addWidget(self.hint)
        for label in (self.school, self.count, self.below, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        QShortcut(QKeySequence("F11"), self).activated.connect(self.turn)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.come_back)
        self.setMinimumSize(_LEAST)
        self.resize(_USUAL)
        theme_of(self).changed.connect(self.retheme)
        self.show_count("", 0, 0)

    def show_count(self, school: str, signed: int, of: int) -> None:
        """Show how many of all have signed; what has not changed is not said again."""
        changed = (signed, of) != (self._signed, self._of)
        self._signed, self._of = signed, of
        self.school.setText(school)
        self.count.setText(self.tr("{signed} of {of}").format(signed=signed, of=of))
        self.below.setText(self.tr("have signed"))
        words = self.tr("Sitting: {signed} of {of} have signed").format(signed=signed, of=of)
        self.setWindowTitle(words)
        self.setAccessibleName(words)
        self.bar.show_share(signed / max(of, 1))
        self.retheme()
        if changed and self.isActiveWindow():
            self._announcer.say(words)

    def turn(self) -> None:
        """Take the whole screen, or give it back."""
        if self.isFullScreen():
            self.come_back()
        else:
            self.showFullScreen()
            self.hint.hide()

    def come_back(self) -> None:
        """Give the whole screen back."""
        self.showNormal()
        self.hint.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the count fill the window."""
        super().resizeEvent(event)
        self.retheme()

    def retheme(self) -> None:
        """Fit every line to the window, and follow the theme."""
        theme = theme_of(self)
        for label, step, ink, share in (
            (self.count, Type.NUMBER, "text", _COUNT),
            (self.below, Type.STRONG, "muted", _BELOW),
            (self.school, Type.BODY, "muted", _SCHOOL),
            (self.hint, Type.BODY, "muted", _HINT),
        ):
            label.setFont(self._fitting(theme.metrics.font(step), label.text(), share))
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, theme.tokens.of(ink))
            label.setPalette(palette)
        self.bar.setFixedHeight(round(self.height() * _BAR))
        side, gap = round(self.width() * (1 - _WIDE) / 2), round(self.height() * _GAP)
        self._column.setContentsMargins(side, gap, side, gap)
        self._gap.changeSize(0, gap)
        self._column.invalidate()

    def _fitting(self, font: QFont, words: str, share: float) -> QFont:
        """Return the font at the size at which the words fill the width, or their share of the height."""
        font.setPixelSize(100)
        metrics = QFontMetricsF(font)
        wide = self.width() * _WIDE / max(metrics.horizontalAdvance(words), 1.0)
        tall = self.height() * share / metrics.height()
        font.setPixelSize(max(1, int(100 * min(wide, tall))))
        return font
