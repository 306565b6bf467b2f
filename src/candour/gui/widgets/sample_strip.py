"""The strip at the top of every page of a sample school: nobody takes what it shows for real."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from candour.gui.metrics import RING, Type
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SampleStrip(TextLabel):
    """One quiet line across the window; in high contrast a rule takes the place of the ground."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        align = Qt.AlignmentFlag.AlignHCenter
        super().__init__(text, parent, step=Type.CAPTION_STRONG, ink="waiting", measure=None, align=align)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def insets(self) -> QMargins:
        """Leave a little room above and below the words."""
        px = self._metrics.px
        return QMargins(RING + px(12), px(3), RING + px(12), px(3))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the words."""
        painter = QPainter(self)
        theme = theme_of(self)
        painter.fillRect(self.rect(), theme.tokens.of("waiting_soft"))
        if theme.is_high_contrast:
            rule = QRectF(self.rect())
            rule.setTop(rule.bottom() - 2)
            painter.fillRect(rule, theme.tokens.of("waiting"))
        self._paint_words(painter)
        painter.end()
