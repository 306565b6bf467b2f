"""The few shapes from which every part is painted: box, field, dot, tick box and focus ring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from candour.gui.icons import IconName, paint_icon
from candour.gui.metrics import RING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.theme import Theme

_RADIUS = 6.0


def inside(widget: QWidget) -> QRectF:
    """Return the widget's rectangle less the margin in which its focus ring is drawn, in pixels."""
    return QRectF(widget.rect()).adjusted(RING, RING, -RING, -RING)


def paint_box(
    painter: QPainter,
    box: QRectF,
    fill: QColor,
    border: QColor | None = None,
    *,
    width: float = 1.0,
    radius: float = _RADIUS,
) -> None:
    """Paint a rounded box whose border lies wholly inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(Qt.PenStyle.NoPen if border is None else QPen(border, width))
    half = 0 if border is None else width / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius - half, radius - half)


def paint_ring(painter: QPainter, box: QRectF, theme: Theme, *, radius: float = _RADIUS) -> None:
    """Paint the focus ring: 3 px around the box, 2 px just inside it."""
    tokens = theme.tokens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(tokens.of("focus_outer"), RING))
    half = RING / 2
    painter.drawRoundedRect(box.adjusted(-half, -half, half, half), radius + half, radius + half)
    painter.setPen(QPen(tokens.of("focus_inner"), 2))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius - 1, radius - 1)


def border_width(theme: Theme, *, heavy: bool = False) -> float:
    """Return the width of a border: 1 px, 2 px for what is chosen, and one more each in high contrast."""
    return (2.0 if heavy else 1.0) + (1.0 if theme.is_high_contrast else 0.0)


def paint_field(painter: QPainter, whole: QRectF, theme: Theme, *, focused: bool, wrong: bool) -> None:
    """Paint the ground of a field; `whole` includes the margin of the ring."""
    tokens = theme.tokens
    box = whole.adjusted(RING, RING, -RING, -RING)
    border = tokens.of("danger" if wrong else "control")
    paint_box(painter, box, tokens.of("surface"), border, width=border_width(theme, heavy=wrong))
    if focused:
        paint_ring(painter, box, theme)


def paint_tick_box(painter: QPainter, box: QRectF, theme: Theme, state: Qt.CheckState) -> None:
    """Paint a tick box: empty, ticked, or with a dash for "some"."""
    tokens = theme.tokens
    on = state != Qt.CheckState.Unchecked
    fill, border = tokens.of("primary" if on else "surface"), tokens.of("primary" if on else "control")
    paint_box(painter, box, fill, border, width=border_width(theme) * 1.2, radius=4)
    if on:
        inset = box.width() * 0.12
        mark: IconName = "tick" if state == Qt.CheckState.Checked else "dash"
        paint_icon(painter, mark, box.adjusted(inset, inset, -inset, -inset), tokens.of("on_primary"))


def paint_dot(painter: QPainter, box: QRectF, theme: Theme, *, on: bool) -> None:
    """Paint the dot of a choice: a ring, filled but for its middle when chosen."""
    tokens = theme.tokens
    colour = tokens.of("primary" if on else "control")
    paint_box(painter, box, tokens.of("surface"), colour, width=border_width(theme) * 1.2, radius=box.width() / 2)
    if on:
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(box)
        inset = box.width() * 0.31
        painter.setBrush(tokens.of("on_primary"))
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
