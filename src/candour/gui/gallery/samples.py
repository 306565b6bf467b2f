"""The small drawings that only the gallery shows: a token with its colour, a step of the type ramp, an icon."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from candour.gui.icons import IconName, paint_icon
from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import TextLabel

_EM = 16
"""How wide a sample is, in em, so that the samples stand in columns."""


class _Sample(TextLabel):
    """A name beside a small drawing."""

    _side = 28

    def __init__(self, name: str) -> None:
        super().__init__(name, measure=_EM - 4)

    def retheme(self) -> None:
        super().retheme()
        self.setFixedWidth(round(_EM * self._metrics.em))

    def insets(self) -> QMargins:
        px = self._metrics.px
        return QMargins(RING + px(self._side + 12), px(6), RING, px(6))

    def square(self) -> QRectF:
        px = self._metrics.px
        top = px(6) + (self._block.line_height - px(self._side)) / 2
        return QRectF(RING, top, px(self._side), px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw(painter, self.square())
        self._paint_words(painter)
        painter.end()

    def _draw(self, painter: QPainter, where: QRectF) -> None:
        raise NotImplementedError


class TokenSample(_Sample):
    """One token by its name, beside its colour."""

    def _draw(self, painter: QPainter, where: QRectF) -> None:
        theme = theme_of(self)
        ground, border = theme.tokens.of(self.text()), theme.tokens.of("control")
        paint_box(painter, where, ground, border, width=border_width(theme))


class IconSample(_Sample):
    """One icon beside its name."""

    def __init__(self, name: IconName) -> None:
        self._icon: IconName = name
        super().__init__(name)

    def _draw(self, painter: QPainter, where: QRectF) -> None:
        inset = where.width() * 0.07
        ink = theme_of(self).tokens.of("primary")
        paint_icon(painter, self._icon, where.adjusted(inset, inset, -inset, -inset), ink)


def ramp() -> list[TextLabel]:
    """Return every step of the type ramp, set in itself."""
    return [TextLabel(f"{step.value[0].capitalize()}, {step.ratio:g}", step=step, measure=None) for step in Type]
