"""Where files are dropped: a dashed frame with a button in it for everybody who does not drag."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout

from candour.gui.metrics import RING
from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.painting import border_width
from candour.gui.theme import theme_of
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
    from PySide6.QtWidgets import QAbstractButton

_DASH, _GAP = 4, 3
"""The dashes of the frame and the gaps between them, in widths of its line."""


class DropArea(QFrame):
    """Takes files and folders that are dropped; `dropped` carries their paths. Buttons do the same by keyboard."""

    dropped = Signal(list)

    def __init__(self, words: str, buttons: tuple[QAbstractButton, ...]) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._over = False
        column = QVBoxLayout(self)
        self.words = BodyLabel(words)
        column.addWidget(self.words)
        self._row = FlowLayout()
        for button in buttons:
            self._row.addWidget(button)
        column.addLayout(self._row)
        self._column = column
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        px = theme_of(self).metrics.px
        side = px(20) + RING
        self._column.setContentsMargins(side, px(16) + RING, side, px(16) + RING)
        self._column.setSpacing(px(10))
        self._row.setSpacing(px(10))
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what are files of this computer, and nothing else."""
        if paths_of(event):
            self._over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._over = False
        self.update()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on the files."""
        self._over = False
        self.update()
        event.acceptProposedAction()
        self.dropped.emit(paths_of(event))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dashed frame, filled while something is held over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = theme_of(self)
        pen = QPen(theme.tokens.of("primary" if self._over else "control"), 2 * border_width(theme))
        pen.setDashPattern([_DASH, _GAP])
        painter.setPen(pen)
        painter.setBrush(theme.tokens.of("chosen" if self._over else "quiet"))
        inset = RING + pen.widthF() / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8, Qt.SizeMode.AbsoluteSize
        )
        painter.end()


def paths_of(event: QDropEvent) -> list[Path]:
    """Return the files and folders of this computer that a drag carries."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
