"""The count of a sitting, for the projector: how many have signed, without a name, in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPalette, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from candour.gui.metrics import Type
from candour.gui.painting import border_width, paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.announcer import Announcer

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_USUAL = QSize(960, 600)
_LEAST = QSize(320, 220)
_WIDE, _TALL = 0.86, 0.42
"""Of the window's width and height, so much is the count's at most."""

_SMALLER = 0.22
"""How large the other lines are beside the count."""


class CountBar(QWidget):
    """How far it is, for the eye: the words above say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        theme_of(self).changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """Show a share between nothing and one."""
        self._share = share
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove, and over it what is done."""
        painter = QPainter(self)
        theme = theme_of(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground, edge, radius = theme.tokens.of("surface"), theme.tokens.of("control"), box.height() / 2
        paint_box(painter, box, ground, edge, width=2 * border_width(theme), radius=radius)
        done = QRectF(box)
        done.setWidth(box.width() * self._share)
        if done.width() >= box.height():
            paint_box(painter, done, theme.tokens.of("primary"), None, radius=radius)
        painter.end()


class CountWindow(QWidget):
    """“23 of 42 have signed”, as large as the window allows: F11 takes the whole screen, Esc gives it back."""

    def __init__(self) -> None:
        super().__init__()
        self._signed, self._of = 0, 0
        self._announcer = Announcer(self)
        self.school, self.count, self.below, self.hint = (QLabel() for _ in range(4))
        self.bar = CountBar()
        self.hint.setText(self.tr("F11 for the whole screen, Esc to come back"))
        column = QVBoxLayout(self)
        column.addWidget(self.school)
        column.addStretch(1)
        for part in (self.count, self.below, self.bar):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.hint)
        for label in (self.school, self.count, self.below, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for key in (QKeySequence("F11"), QKeySequence(QKeySequence.StandardKey.FullScreen)):
            QShortcut(key, self).activated.connect(self.turn)
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
        """Fit the type to the window, and follow the theme."""
        theme = theme_of(self)
        size = self._fitting(theme.metrics.font(Type.NUMBER))
        for label, step, ink, share in (
            (self.count, Type.NUMBER, "text", 1.0),
            (self.below, Type.STRONG, "muted", _SMALLER),
            (self.school, Type.BODY, "muted", _SMALLER * 0.6),
            (self.hint, Type.BODY, "muted", 0.0),
        ):
            font = theme.metrics.font(step)
            font.setPixelSize(max(round(size * share), round(theme.metrics.em)))
            label.setFont(font)
            palette = QPalette(label.palette())
            palette.setColor(QPalette.ColorRole.WindowText, theme.tokens.of(ink))
            label.setPalette(palette)
        self.bar.setFixedHeight(max(round(size * 0.14), theme.metrics.px(12)))
        self.layout().setContentsMargins(*[round(self.width() * (1 - _WIDE) / 2)] * 2, *[theme.metrics.px(24)] * 2)  # type: ignore[union-attr]

    def _fitting(self, font: QFont) -> float:
        """Return the pixels at which the count fills its share of width and height."""
        font.setPixelSize(100)
        metrics = QFontMetricsF(font)
        wide = self.width() * _WIDE / max(metrics.horizontalAdvance(self.count.text()), 1.0)
        tall = self.height() * _TALL / metrics.height()
        return 100 * min(wide, tall)
