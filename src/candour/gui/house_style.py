"""Fusion with the house's measures: flat fields, tick boxes and headers, drawn from the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionSlider,
    QWidget,
)

from candour.gui.icons import paint_icon
from candour.gui.metrics import RING
from candour.gui.painting import paint_field, paint_tick_box
from candour.gui.scroll_bar import paint_scroll_bar, scroll_bar_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPainter

    from candour.gui.icons import IconName
    from candour.gui.theme import Theme

_FIXED_HINTS = {
    QStyle.StyleHint.SH_Widget_Animation_Duration: 0,
    QStyle.StyleHint.SH_UnderlineShortcut: 0,
    QStyle.StyleHint.SH_ItemView_ActivateItemOnSingleClick: 0,
    QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
}
_SCALED_METRICS = {
    QStyle.PixelMetric.PM_IndicatorWidth: 20,
    QStyle.PixelMetric.PM_IndicatorHeight: 20,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: 20,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: 20,
    QStyle.PixelMetric.PM_SmallIconSize: 16,
    QStyle.PixelMetric.PM_FocusFrameHMargin: 8,
    QStyle.PixelMetric.PM_ScrollBarExtent: 14,
    QStyle.PixelMetric.PM_HeaderMargin: 9,
}


class HouseStyle(QProxyStyle):
    """What Fusion draws, except where the house draws it: nothing here keeps a colour or a size."""

    def __init__(self, theme: Callable[[], Theme]) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Scale indicators, icons and scroll bars with the text."""
        length = _SCALED_METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if length is None else self._theme().metrics.px(length)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        """Answer at once what the house has decided: no motion, no underlined letters."""
        fixed = _FIXED_HINTS.get(hint)
        return super().styleHint(hint, option, widget, returned) if fixed is None else fixed

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw fields and tick boxes flat."""
        if element == QStyle.PrimitiveElement.PE_PanelLineEdit and isinstance(widget, QLineEdit):
            if isinstance(option, QStyleOptionFrame) and option.lineWidth > 0:
                self._field(option, painter, widget)
        elif element in (
            QStyle.PrimitiveElement.PE_IndicatorCheckBox,
            QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
        ):
            paint_tick_box(painter, QRectF(option.rect), self._theme(), _is_on(option))
        elif element != QStyle.PrimitiveElement.PE_FrameLineEdit:
            super().drawPrimitive(element, option, painter, widget)

    def _field(self, option: QStyleOption, painter: QPainter, widget: QLineEdit | QPlainTextEdit) -> None:
        paint_field(
            painter,
            QRectF(option.rect),
            self._theme(),
            focused=bool(option.state & QStyle.StateFlag.State_HasFocus),
            wrong=bool(widget.property("wrong")),
        )

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the headers of tables flat, with a line below."""
        if element == QStyle.ControlElement.CE_HeaderSection and isinstance(option, QStyleOptionHeader):
            tokens = self._theme().tokens
            painter.fillRect(option.rect, tokens.of("quiet"))
            line = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
            painter.fillRect(line, tokens.of("line"))
        elif element == QStyle.ControlElement.CE_ShapedFrame and isinstance(widget, QPlainTextEdit):
            self._field(option, painter, widget)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw what drops down as a field with a mark at its right end."""
        if control == QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            paint_scroll_bar(painter, option, self._theme())
            return
        if control != QStyle.ComplexControl.CC_ComboBox or not isinstance(option, QStyleOptionComboBox):
            super().drawComplexControl(control, option, painter, widget)
            return
        theme = self._theme()
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        wrong = widget is not None and bool(widget.property("wrong"))
        paint_field(painter, QRectF(option.rect), theme, focused=focused, wrong=wrong)
        mark = self.subControlRect(control, option, QStyle.SubControl.SC_ComboBoxArrow, widget)
        side = theme.metrics.px(18)
        square = QRectF(mark.center().x() - side / 2, mark.center().y() - side / 2 + 1, side, side)
        name: IconName = "calendar" if isinstance(widget, QDateTimeEdit) else "chevron"
        paint_icon(painter, name, square, theme.tokens.of("text"))

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        """Keep the text of a field clear of its border and ring."""
        rect = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        if element == QStyle.SubElement.SE_LineEditContents and isinstance(option, QStyleOptionFrame):
            inset = RING + self._theme().metrics.px(8) if option.lineWidth > 0 else 0
            return rect.adjusted(inset, 0, -inset, 0)
        return rect

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """Make fields as tall as a finger needs: 44 px with their ring."""
        wanted = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        tall = self._theme().metrics.px(44) + 2 * RING
        if kind == QStyle.ContentsType.CT_LineEdit and isinstance(option, QStyleOptionFrame):
            return wanted.expandedTo(QSize(0, tall)) if option.lineWidth > 0 else wanted
        if kind in (QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox):
            return QSize(wanted.width() + self._theme().metrics.px(36), tall)
        if kind == QStyle.ContentsType.CT_ItemViewItem:
            return wanted.expandedTo(QSize(0, self._theme().metrics.px(34)))
        return wanted

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Give a group all its room: its title is a name for screen readers, and painted as a heading."""
        if control == QStyle.ComplexControl.CC_GroupBox:
            whole = part == QStyle.SubControl.SC_GroupBoxContents
            return QRect(option.rect) if whole else QRect()
        if control == QStyle.ComplexControl.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return scroll_bar_part(option, part, self._theme())
        if control == QStyle.ComplexControl.CC_ComboBox and part != QStyle.SubControl.SC_ComboBoxListBoxPopup:
            return self._combo_part(option.rect, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def _combo_part(self, whole: QRect, part: QStyle.SubControl) -> QRect:
        px = self._theme().metrics.px
        box = whole.adjusted(RING, RING, -RING, -RING)
        arrow = px(40)
        if part == QStyle.SubControl.SC_ComboBoxEditField:
            return box.adjusted(px(10), 2, -arrow, -2)
        if part == QStyle.SubControl.SC_ComboBoxArrow:
            return QRect(box.right() - arrow, box.top(), arrow, box.height())
        return box


def _is_on(option: QStyleOption) -> Qt.CheckState:
    if option.state & QStyle.StateFlag.State_On:
        return Qt.CheckState.Checked
    if option.state & QStyle.StateFlag.State_NoChange:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Unchecked
