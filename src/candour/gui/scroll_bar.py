"""The scroll bar: a flat handle without arrows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtWidgets import QStyle, QStyleOptionSlider

from candour.gui.painting import paint_box

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from candour.gui.theme import Theme

_SHORTEST = 32


def scroll_bar_part(option: QStyleOptionSlider, part: QStyle.SubControl, theme: Theme) -> QRect:
    """Return where a part of a scroll bar lies, in pixels: the whole groove, the handle, before and after it."""
    whole = QRect(option.rect)
    upright = option.orientation == Qt.Orientation.Vertical
    length = whole.height() if upright else whole.width()
    start, size = _handle(option, length, theme.metrics.px(_SHORTEST))
    spans = {
        QStyle.SubControl.SC_ScrollBarGroove: (0, length),
        QStyle.SubControl.SC_ScrollBarSlider: (start, size),
        QStyle.SubControl.SC_ScrollBarSubPage: (0, start),
        QStyle.SubControl.SC_ScrollBarAddPage: (start + size, length - start - size),
    }
    at, extent = spans.get(part, (0, 0))
    if upright:
        return QRect(whole.left(), whole.top() + at, whole.width(), extent)
    return QRect(whole.left() + at, whole.top(), extent, whole.height())


def _handle(option: QStyleOptionSlider, length: int, shortest: int) -> tuple[int, int]:
    least, most = option.minimum, option.maximum
    step, at = option.pageStep, option.sliderPosition
    span = most - least
    if span <= 0:
        return 0, length
    size = min(length, max(shortest, length * step // (span + step)))
    return QStyle.sliderPositionFromValue(least, most, at, length - size), size


def paint_scroll_bar(painter: QPainter, option: QStyleOptionSlider, theme: Theme) -> None:
    """Paint the handle; where there is nothing to scroll, nothing."""
    if option.maximum <= option.minimum:
        return
    inset = theme.metrics.px(3)
    handle = QRectF(scroll_bar_part(option, QStyle.SubControl.SC_ScrollBarSlider, theme))
    box = handle.adjusted(inset, inset, -inset, -inset)
    paint_box(painter, box, theme.tokens.of("control"), radius=min(box.width(), box.height()) / 2)
