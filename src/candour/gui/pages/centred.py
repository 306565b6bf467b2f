"""A page of one column in the middle of the window: signing in, and what stands before and after the check."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from candour.gui.icons import paint_icon
from candour.gui.metrics import RING
from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.pages.page import Page
from candour.gui.painting import paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from candour.gui.icons import IconName


class Mark(QWidget):
    """The mark of the check: a tick on the primary colour; for the eye alone, so it has no name."""

    def __init__(self, icon: IconName = "tick", side: int = 54) -> None:
        super().__init__()
        self._icon: IconName = icon
        self._side = side
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        side = theme_of(self).metrics.px(self._side)
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        theme, box = theme_of(self), QRectF(self.rect())
        inset = box.width() * 0.28
        paint_box(painter, box, theme.tokens.of("primary"), radius=box.width() * 0.22)
        paint_icon(painter, self._icon, box.adjusted(inset, inset, -inset, -inset), theme.tokens.of("on_primary"))
        painter.end()


class SpreadRow(FlowLayout):
    """Parts at equal distances from the left end to the right; under each other where they do not fit."""

    def setGeometry(self, rect: QRect) -> None:
        """Share the room between the parts."""
        items = (self.itemAt(place) for place in range(self.count()))
        widths = [item.sizeHint().width() for item in items if item is not None]
        spare = rect.width() - sum(widths)
        gaps = max(1, len(widths) - 1)
        self.setSpacing(max(RING, spare // gaps))
        super().setGeometry(rect)


class CentredPage(Page):
    """A page whose column is `wide` pixels at 100 per cent and stands in the middle of the window.

    `amid` puts it in the middle of the height too, with the heading centred, as on the sign-in page.
    """

    wide: ClassVar[int] = 760
    amid: ClassVar[bool] = False

    def _build(self) -> None:
        super()._build()
        if not self.amid:
            return
        column = self._column
        column.takeAt(column.count() - 1)
        column.insertStretch(0, 1)
        column.addLayout(self._spread_links())
        column.addStretch(1)
        for label in (self.kicker, self.heading, self.lead):
            label.set_align(Qt.AlignmentFlag.AlignHCenter)

    def _spread_links(self) -> SpreadRow:
        """Take the three links out of the footer, which goes: here they stand right under the card."""
        row = SpreadRow()
        self.links = self.footer.findChildren(LinkButton)
        for link in self.links:
            row.addWidget(link)
        self.footer.hide()
        return row

    def put_mark(self, mark: QWidget) -> None:
        """Put a mark above the heading, in the middle."""
        place = self._column.indexOf(self.heading)
        self._column.insertWidget(place, mark, 0, Qt.AlignmentFlag.AlignHCenter)

    def _space(self) -> None:
        super()._space()
        spare = self.width() - theme_of(self).metrics.px(self.wide) - 2 * RING
        for layout in (self._column, self._below):
            margins = layout.contentsMargins()
            more = max(spare // 2 - margins.left(), 0)
            layout.setContentsMargins(
                margins.left() + more, margins.top(), margins.right() + more, margins.bottom()
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._space()
