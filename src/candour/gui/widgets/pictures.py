"""Pictures on a page: shown no larger than they are, and never wider than their column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from candour.gui.painting import border_width
from candour.gui.theme import theme_of

if TYPE_CHECKING:
    from candour.domain.speaking import Picture


class PictureView(QWidget):
    """One picture; its accessible name says which one it is, since what it shows nobody has put into words."""

    def __init__(self, picture: Picture, name: str, tallest: int = 0) -> None:
        """Show a picture under a name; `tallest` is a height in pixels at 100 per cent text, 0 for none."""
        super().__init__()
        self._image = QImage.fromData(picture.content)
        self._tallest = tallest
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_of(self).changed.connect(self._retheme)

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()

    def _wide(self, room: int) -> int:
        image = self._image
        wide = min(room, image.width())
        most = theme_of(self).metrics.px(self._tallest)
        if self._tallest and image.height() * wide > most * image.width():
            wide = most * image.width() // max(image.height(), 1)
        return max(wide, 1)

    def hasHeightForWidth(self) -> bool:
        """Say that it grows with its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture in a column of that width."""
        return max(1, round(self._image.height() * self._wide(width) / max(self._image.width(), 1)))

    def sizeHint(self) -> QSize:
        """Return its size where nothing is in its way."""
        wide = self._wide(self._image.width())
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return how small it may become."""
        return QSize(24, 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture and a thin line around it."""
        painter, theme = QPainter(self), theme_of(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        wide = self._wide(self.width())
        box = QRectF(0, 0, wide, self.heightForWidth(wide))
        painter.drawImage(box, self._image)
        painter.setPen(QPen(theme.tokens.of("line"), border_width(theme)))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
