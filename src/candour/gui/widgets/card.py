"""Boxes that hold other parts: the card, and what stands where there is nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from candour.gui.icons import IconName, paint_icon
from candour.gui.metrics import RING
from candour.gui.painting import border_width, inside, paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton


class Line(QWidget):
    """A thin line between parts; decoration only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        theme_of(self).changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect().adjusted(RING, 0, -RING, 0), theme_of(self).tokens.of("line"))
        painter.end()


class Card(QFrame):
    """A box on the page: a title with a line below, if there is one, and `body` for the parts.

    `ground`, `border` and `bar` name tokens; `bar` paints a thick left edge, as on the verdict of a check.
    """

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        ground: str = "surface",
        border: str = "line",
        bar: str = "",
        padding: int = 20,
        spacing: int = 12,
    ) -> None:
        super().__init__(parent)
        self._ground, self._border, self._bar = ground, border, bar
        self._padding, self._spacing = padding, spacing
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.body = QVBoxLayout()
        whole.addLayout(self.body)
        whole.addStretch(1)
        self.title = HeadingLabel(title, 3) if title else None
        self._beside: QHBoxLayout | None = None
        if self.title is not None:
            self._beside = QHBoxLayout()
            self._beside.addWidget(self.title, 1)
            self.body.addLayout(self._beside)
            self.body.addWidget(Line())
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def beside_title(self, part: QWidget) -> None:
        """Put a chip or a button at the right of the title; a card without a title has no such place."""
        if self._beside is None:
            raise ValueError("a card without a title has nothing beside it")
        self._beside.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def retheme(self) -> None:
        """Space the parts anew."""
        px = theme_of(self).metrics.px
        side = px(self._padding) + RING
        left = side + (px(6) if self._bar else 0)
        top = px(max(16, self._padding - 4)) + RING
        self.body.setContentsMargins(left, top, side, top)
        self.body.setSpacing(px(self._spacing) if self._spacing else 0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, box, radius = theme.tokens, inside(self), 8.0
        paint_box(
            painter, box, tokens.of(self._ground), tokens.of(self._border), width=border_width(theme), radius=radius
        )
        if self._bar:
            edge = QRectF(box.left(), box.top(), theme.metrics.px(6), box.height())
            painter.setClipRect(edge)
            paint_box(painter, box, tokens.of(self._bar), None, radius=radius)
        painter.end()


_FINE, _SMALL = 1.1, 40
"""The lines of a drawing that is wider than so many pixels are finer than those of an icon."""


class Art(QWidget):
    """A line drawing, for the eye alone: no name, no focus."""

    def __init__(self, name: IconName, size: int = 96, ink: str = "primary", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._size, self._ink = name, size, ink
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        side = min(96, theme_of(self).metrics.px(self._size))
        self.setFixedSize(QSize(side, side))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the drawing."""
        painter = QPainter(self)
        ink = theme_of(self).tokens.of(self._ink)
        paint_icon(painter, self._name, QRectF(self.rect()), ink, _FINE if self.width() > _SMALL else 0.0)
        painter.end()


class EmptyState(QWidget):
    """What stands where there is nothing yet: a drawing, one line, one sentence and at most one button."""

    def __init__(
        self,
        line: str,
        sentence: str = "",
        button: QAbstractButton | None = None,
        *,
        art: IconName = "document",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.addWidget(Art(art, 56), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(HeadingLabel(line, 3))
        if sentence:
            column.addWidget(BodyLabel(sentence, muted=True))
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column = column
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Space the parts anew."""
        px = theme_of(self).metrics.px
        self._column.setContentsMargins(0, px(24), 0, px(24))
        self._column.setSpacing(px(8))
