"""The one set of icons: single-colour drawings, tinted when they are painted, sharp on every screen."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from candour.resources import resource_text

IconName = Literal[
    "back",
    "calendar",
    "chevron",
    "chevron-left",
    "chevron-right",
    "circle",
    "clock",
    "cross",
    "dash",
    "diamond",
    "document",
    "eye",
    "eye-off",
    "filter",
    "folder",
    "info",
    "lock",
    "mail",
    "menu",
    "pen",
    "people",
    "person",
    "phone",
    "plus",
    "printer",
    "save",
    "search",
    "shield",
    "tick",
    "warning",
]


_STROKE = re.compile(r'stroke-width="[^"]*"')


@cache
def _renderer(name: IconName, colour: str, stroke: float) -> QSvgRenderer:
    drawing = resource_text("icons", f"{name}.svg").replace("currentColor", colour)
    if stroke:
        drawing = _STROKE.sub(f'stroke-width="{stroke}"', drawing)
    return QSvgRenderer(QByteArray(drawing.encode()))


def paint_icon(painter: QPainter, name: IconName, where: QRectF, colour: QColor, stroke: float = 0.0) -> None:
    """Paint one icon into a square, in logical pixels; vectors stay sharp at any device pixel ratio.

    `stroke` sets the width of its lines where the drawing is 24 wide, for large art in finer ones; 0 leaves them.
    """
    _renderer(name, colour.name(), stroke).render(painter, where)


def icon_pixmap(name: IconName, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """Return one icon as a pixmap of `size` logical pixels for a screen of that device pixel ratio."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap


def icon(name: IconName, size: int, colour: QColor) -> QIcon:
    """Return one icon for Qt's own widgets, drawn for ordinary and for dense screens."""
    drawn = QIcon()
    for ratio in (1.0, 2.0):
        drawn.addPixmap(icon_pixmap(name, size, colour, ratio))
    return drawn
