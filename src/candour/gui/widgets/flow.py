"""How parts flow: scrolling down and never sideways, two columns that fold into one, and the folding sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from candour.gui.metrics import RING
from candour.gui.theme import theme_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

FOLD = 720
"""Two columns stand beside each other from so many pixels on, at 11 points."""

_CLEAR = 4 * RING
"""What has the focus stands so many pixels clear of the edge."""


class _Inner(QWidget):
    """As wide as the room there is: what asks for more is squeezed, never cut off at the side."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that all has its place."""
        super().resizeEvent(event)
        self.resized.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


class FlowScroll(QScrollArea):
    """Scrolls its `column` of parts vertically; the part with the focus is always brought into view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The bar keeps its place even when there is nothing to scroll (it is then painted as nothing): a bar that
        # comes and goes changes the width, which wraps the text anew, which can call the bar again, without end.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = self._inner = _Inner()
        self.column = QVBoxLayout(inner)
        self.setWidget(inner)
        for ground in (self.viewport(), inner):
            ground.setAutoFillBackground(False)
        self._first: QWidget | None = None
        inner.resized.connect(self._show_first)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def begin_at(self, part: QWidget | None) -> None:
        """Begin at the top, or as far down as it takes to have a part in view, whatever size it comes to have."""
        self._first = part
        self._show_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the part in view that one begins at."""
        super().resizeEvent(event)
        self._show_first()

    def _show_first(self) -> None:
        if self._first is not None:
            self.verticalScrollBar().setValue(0)
            self._bring_into_view(self._first)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._inner.isAncestorOf(now):
            self._bring_into_view(now)

    def _bring_into_view(self, part: QWidget) -> None:
        """Scroll until the part shows as a whole, its label too; Qt itself would show no more than its cursor."""
        labelled = part.parentWidget()
        whole = labelled if labelled is not None and labelled.focusProxy() is part else part
        for each in (whole, part):
            top = each.mapTo(self._inner, QPoint(0, 0)).y() - _CLEAR
            bottom = top + each.height() + 2 * _CLEAR
            if bottom - top <= self.viewport().height():
                bar = self.verticalScrollBar()
                bar.setValue(min(max(bar.value(), bottom - self.viewport().height()), top))
                return
        self.ensureWidgetVisible(part, 0, _CLEAR)


class TwoColumns(QWidget):
    """Two columns, 2 to 1 unless said otherwise; where they are too narrow the right goes under the left.

    They begin at the same height, or with `even_foot` end there: fields stand level though one has a hint.
    """

    def __init__(
        self, parent: QWidget | None = None, *, shares: tuple[int, int] = (2, 1), even_foot: bool = False
    ) -> None:
        super().__init__(parent)
        self.left, self.right = QVBoxLayout(), QVBoxLayout()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._shares = shares
        for column, share in zip((self.left, self.right), shares, strict=True):
            holder = QVBoxLayout()
            holder.addLayout(column)
            holder.insertStretch(0 if even_foot else -1, 1)
            self._row.addLayout(holder, share)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    @property
    def folded(self) -> bool:
        """Return whether the right column stands under the left."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def retheme(self) -> None:
        """Follow the text size."""
        px = theme_of(self).metrics.px
        self._row.setSpacing(px(22))
        for column in (self.left, self.right):
            column.setSpacing(px(10))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < theme_of(self).metrics.px(FOLD)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            for place, share in enumerate(self._shares):
                self._row.setStretch(place, 0 if narrow else share)
