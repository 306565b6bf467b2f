"""How far work is: a flat bar with the same in words above it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from candour.gui.painting import border_width, paint_box
from candour.gui.theme import theme_of


class WorkBar(QProgressBar):
    """A progress bar without text of its own: words beside it say the count."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        self.setFixedHeight(theme_of(self).metrics.px(10))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove, and over it what is done."""
        painter = QPainter(self)
        theme = theme_of(self)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = box.height() / 2
        paint_box(
            painter,
            box,
            theme.tokens.of("surface"),
            theme.tokens.of("control"),
            width=border_width(theme),
            radius=radius,
        )
        done = QRectF(box)
        done.setWidth(box.width() * self.value() / max(self.maximum(), 1))
        if done.width() > box.height():
            paint_box(painter, done, theme.tokens.of("primary"), None, radius=radius)
        painter.end()
