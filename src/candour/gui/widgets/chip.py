"""A chip: an icon and a word that say how something stands; never colour alone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QMargins, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from candour.gui.icons import IconName, paint_icon
from candour.gui.metrics import RING, Type
from candour.gui.painting import paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import TextLabel

ChipRole = Literal["done", "todo", "danger", "waiting", "neutral"]

CHIP_ICONS: dict[ChipRole, IconName] = {
    "done": "tick",
    "todo": "clock",
    "danger": "warning",
    "waiting": "diamond",
    "neutral": "circle",
}


class Chip(TextLabel):
    """A label with a coloured ground; `role` says what it means and picks colour and icon."""

    def __init__(self, text: str, role: ChipRole = "neutral", parent: QWidget | None = None) -> None:
        self._role: ChipRole = role
        super().__init__(text, parent, step=Type.CAPTION_STRONG, ink=role, measure=None)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def role(self) -> ChipRole:
        """Return what the chip means."""
        return self._role

    def say(self, text: str, role: ChipRole) -> None:
        """Show another state."""
        self._role = role
        self.setText(text)
        self.set_ink(role)

    def insets(self) -> QMargins:
        """Leave room for the icon and the ground."""
        px = self._metrics.px
        return QMargins(RING + px(9 + 13 + 5), px(2), RING + px(9), px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon and word; in high contrast an outline instead of the ground."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, px = theme.tokens, theme.metrics.px
        border = tokens.of(self._role) if theme.is_high_contrast else None
        tall = self.heightForWidth(self.width())
        painter.translate(0, (self.height() - tall) / 2)
        ground = QRectF(RING, 0, self.width() - 2 * RING, tall)
        paint_box(painter, ground, tokens.of(f"{self._role}_soft"), border, width=2, radius=4)
        top = px(2) + (self._block.line_height - px(13)) / 2
        mark = QRectF(RING + px(9), top, px(13), px(13))
        paint_icon(painter, CHIP_ICONS[self._role], mark, tokens.of(self._role))
        self._paint_words(painter)
        painter.end()
