"""The frame at the left: who is here, the few places that this person has, and a word at its foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.card import Line
from candour.gui.widgets.flow import FlowScroll
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.row_button import RowButton

_MOST = 99


class Place(RowButton):
    """One place of the sidebar, with a count of what waits there."""

    _least = 40

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        self.count = 0
        super().__init__(words, parent)
        self.show_state(current=False, count=0)

    def show_state(self, *, current: bool, count: int) -> None:
        """Say whether this is where the person is, and how much waits there."""
        self.current, self.count = current, count
        waiting = self.tr("{count} waiting").format(count=count) if count else ""
        here = self.tr("you are here") if current else ""
        self.setAccessibleName(", ".join(part for part in (self.words, waiting, here) if part))
        self.retheme()

    def right(self) -> int:
        """Leave room for the count."""
        return RING + self.metrics.px(12 + (30 if self.count else 0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar, words and count."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, px, box = theme.tokens, theme.metrics.px, inside(self)
        if self.current or self.underMouse():
            paint_box(painter, box, tokens.of("primary_soft"))
        if self.current:
            painter.save()
            painter.setClipRect(QRectF(box.left(), box.top(), px(4), box.height()))
            paint_box(painter, box, tokens.of("primary"))
            painter.restore()
        ink = tokens.of("primary" if self.current else "text")
        top = (self.height() - self.words_height(self.width())) / 2
        self._block.paint(painter, QPointF(self.left(), top), self.room(self.width()), ink)
        if self.count:
            self._paint_count(painter, box)
        if self.hasFocus():
            paint_ring(painter, box, theme)
        painter.end()

    def _paint_count(self, painter: QPainter, box: QRectF) -> None:
        theme = theme_of(self)
        tokens, side = theme.tokens, theme.metrics.px(24)
        disc = QRectF(box.right() - side - theme.metrics.px(10), box.center().y() - side / 2, side, side)
        border = tokens.of("todo") if theme.is_high_contrast else None
        paint_box(painter, disc, tokens.of("todo_soft"), border, width=2, radius=side / 2)
        painter.setFont(theme.metrics.font(Type.CAPTION_STRONG))
        painter.setPen(tokens.of("todo"))
        painter.drawText(
            disc, Qt.AlignmentFlag.AlignCenter, str(self.count) if self.count <= _MOST else f"{_MOST}+"
        )


class Sidebar(QFrame):
    """Head, parts and foot; `went` carries the key of the place that was pressed."""

    went = Signal(str)

    def __init__(self, head: str, below: str = "", parent: QWidget | None = None, *, width: int = 224) -> None:
        super().__init__(parent)
        self._wide = width
        self.head = BodyLabel(head, strong=True)
        self.below = BodyLabel(below, muted=True, caption=True)
        self.foot = BodyLabel("", muted=True, caption=True)
        self.places: dict[str, Place] = {}
        self._groups: list[BodyLabel] = []
        self._scroll = FlowScroll()
        # Its lines only ever wrap to more, so that a bar which comes stays: no room need be kept for it.
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.foot)
        self._flow = self._scroll.column
        for part in (self.head, self.below, Line()):
            self._flow.addWidget(part)
        self.below.setVisible(bool(below))
        self._parts = QVBoxLayout()
        self._parts.setSpacing(0)
        self._flow.addLayout(self._parts)
        self._flow.addStretch(1)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        px = theme_of(self).metrics.px
        self.setFixedWidth(px(self._wide))
        self._column.setContentsMargins(px(9), px(20), px(9), px(24))
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._flow.setSpacing(px(8))
        for label in (self.head, self.below, self.foot):
            label.setContentsMargins(px(12), 0, px(8), 0)
        for label in self._groups:
            label.setContentsMargins(px(12), px(16), 0, px(4))
        self.update()

    def add_group(self, name: str) -> None:
        """Begin a group of places under a small heading."""
        label = BodyLabel(name, muted=True, strong=True, caption=True)
        self._groups.append(label)
        self._parts.addWidget(label)
        self.retheme()

    def add_place(self, key: str, words: str) -> Place:
        """Add a place and return its row."""
        place = Place(words)
        place.clicked.connect(lambda: self.went.emit(key))
        self.places[key] = place
        self._parts.addWidget(place)
        return place

    def add_part(self, part: QWidget) -> None:
        """Add anything else, such as the rail."""
        self._parts.addWidget(part)

    def set_current(self, key: str) -> None:
        """Mark the place where the person is; a key that is no place marks none."""
        for own, place in self.places.items():
            place.show_state(current=own == key, count=place.count)
        self._scroll.begin_at(self.places.get(key))

    def set_count(self, key: str, count: int) -> None:
        """Say how much waits at a place."""
        self.places[key].show_state(current=self.places[key].current, count=count)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the line at the right."""
        painter = QPainter(self)
        theme = theme_of(self)
        painter.fillRect(self.rect(), theme.tokens.of("surface"))
        width = int(border_width(theme))
        painter.fillRect(self.width() - width, 0, width, self.height(), theme.tokens.of("line"))
        painter.end()
