"""The buttons: painted flat, 44 px tall, pressed by Enter as well as Space, wrapping when narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from candour.gui.icons import IconName, paint_icon
from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from candour.gui.palette import Tokens


def literal(words: str) -> str:
    """Return words so that Qt shows an ampersand as one, and makes no shortcut of it."""
    return words.replace("&", "&&")


class FlatButton(QPushButton):
    """What the buttons share: words, perhaps an icon before them, and how they are measured."""

    _step = Type.STRONG
    _height = 46
    _padding = 20

    def __init__(self, words: str, parent: QWidget | None = None, *, icon: IconName | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_of(self).changed.connect(self.retheme)
        self.setText(words)

    @property
    def words(self) -> str:
        """Return what stands on the button."""
        return self._words

    def setText(self, words: str) -> None:
        """Show other words, as typed."""
        self._words = words
        super().setText(literal(words))
        self.retheme()

    def retheme(self) -> None:
        """Measure anew after a change of words, theme or text size."""
        self._metrics = theme_of(self).metrics
        font = self._metrics.font(self._step)
        self._block = TextBlock(self._words, font, align=self._alignment(), underline=self._underlined())
        self.updateGeometry()
        self.update()

    def _alignment(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignHCenter if self._icon is None else Qt.AlignmentFlag.AlignLeft

    def _underlined(self) -> bool:
        return False

    def _icon_room(self) -> int:
        return 0 if self._icon is None else self._metrics.px(18 + 8)

    def _sides(self) -> int:
        return 2 * (RING + self._metrics.px(self._padding)) + self._icon_room()

    def hasHeightForWidth(self) -> bool:
        """Say that the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels, 44 or more and the ring's margin."""
        metrics = self._metrics
        words = self._block.height(width - self._sides()) + metrics.px(self._height - 24)
        return max(words, metrics.px(self._height)) + 2 * RING

    def sizeHint(self) -> QSize:
        """Return the size with all words on one line."""
        width = int(self._block.size().width()) + self._sides()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word and the least height."""
        width = min(self._block.least_width() + self._sides(), self.sizeHint().width())
        return QSize(width, self._metrics.px(self._height) + 2 * RING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, as on Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _colours(self, tokens: Tokens) -> tuple[QColor, QColor | None, QColor]:
        """Return ground, border and ink."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, words and, with the focus, the ring."""
        theme = theme_of(self)
        painter = QPainter(self)
        ground, border, ink = self._colours(theme.tokens)
        box = inside(self)
        paint_box(painter, box, ground, border, width=border_width(theme))
        self._paint_words(painter, ink)
        if self.hasFocus():
            paint_ring(painter, box, theme)
        painter.end()

    def _left(self, width: float) -> float:
        return (self.width() - width - self._icon_room()) / 2

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        width = min(self.width() - self._sides(), self._block.size().width())
        left = self._left(width)
        top = (self.height() - self._block.height(width)) / 2
        if self._icon is not None:
            size = self._metrics.px(18)
            paint_icon(painter, self._icon, QRectF(left, (self.height() - size) / 2, size, size), ink)
            left += self._icon_room()
        self._block.paint(painter, QPointF(left, top), width, ink)


def _pressed(colour: QColor, by: QColor, share: float) -> QColor:
    parts = (colour.redF(), by.redF()), (colour.greenF(), by.greenF()), (colour.blueF(), by.blueF())
    return QColor.fromRgbF(*(mine * (1 - share) + its * share for mine, its in parts))


class PrimaryButton(FlatButton):
    """The one main action of a page."""

    def _colours(self, tokens: Tokens) -> tuple[QColor, QColor | None, QColor]:
        if not self.isEnabled():
            return tokens.of("neutral_soft"), tokens.of("line"), tokens.of("neutral")
        ground = tokens.of("primary")
        if self.isDown() or self.underMouse():
            ground = _pressed(ground, tokens.of("text"), 0.3 if self.isDown() else 0.12)
        return ground, tokens.of("primary"), tokens.of("on_primary")


class _OutlineButton(FlatButton):
    _ink = "primary"
    _soft = "primary_soft"

    def _colours(self, tokens: Tokens) -> tuple[QColor, QColor | None, QColor]:
        if not self.isEnabled():
            return tokens.of("surface"), tokens.of("line"), tokens.of("neutral")
        lit = self.isDown() or self.underMouse()
        return tokens.of(self._soft if lit else "surface"), tokens.of(self._ink), tokens.of(self._ink)


class SecondaryButton(_OutlineButton):
    """Another action: an outline."""


class DangerButton(_OutlineButton):
    """An action that refuses, removes or ends something: an outline in the colour of danger."""

    _ink = "danger"
    _soft = "danger_soft"


class LinkButton(FlatButton):
    """A way to somewhere else, looking like a link: bold in the primary colour, underlined under the mouse."""

    _height = 32
    _padding = 0

    def __init__(
        self,
        words: str,
        parent: QWidget | None = None,
        *,
        icon: IconName | None = None,
        ink: str = "primary",
        caption: bool = False,
    ) -> None:
        self._ink = ink
        self._step = Type.CAPTION_STRONG if caption else Type.STRONG
        super().__init__(words, parent, icon=icon)

    def _underlined(self) -> bool:
        return self.underMouse() or theme_of(self).is_high_contrast

    def enterEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Underline."""
        self.retheme()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Take the line away."""
        self.retheme()

    def _alignment(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignLeft

    def _left(self, width: float) -> float:  # noqa: ARG002 - a link begins where text begins
        return RING

    def _colours(self, tokens: Tokens) -> tuple[QColor, QColor | None, QColor]:
        return QColor(Qt.GlobalColor.transparent), None, tokens.of(self._ink if self.isEnabled() else "muted")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words, and with the focus the ring around them."""
        theme = theme_of(self)
        painter = QPainter(self)
        self._paint_words(painter, self._colours(theme.tokens)[2])
        if self.hasFocus():
            paint_ring(painter, inside(self), theme, radius=4)
        painter.end()
