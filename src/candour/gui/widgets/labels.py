"""Text on the page: running text, headings and the words beside a field that needs attention."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QMargins, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QSizePolicy, QWidget

from candour.gui.icons import paint_icon
from candour.gui.metrics import MEASURE, RING, Type
from candour.gui.theme import theme_of
from candour.gui.widgets.text_block import TextBlock


class TextLabel(QLabel):
    """Plain text that wraps: `ink` names a token, `measure` is the widest line in em, None for no limit.

    The first `strong` characters are heavier. What people typed is shown as typed, never parsed.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        step: Type = Type.BODY,
        ink: str = "text",
        measure: float | None = MEASURE,
        strong: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._step, self._ink, self._measure = step, ink, measure
        self._strong, self._align = strong, align
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme = theme_of(self)
        theme.changed.connect(self.retheme)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show other words."""
        self._words = text
        super().setText(self._for_qt(text))
        self.retheme()

    def text(self) -> str:
        """Return the words as typed."""
        return self._words

    def _for_qt(self, text: str) -> str:
        return text

    def retheme(self) -> None:
        """Measure anew after a change of words, theme or text size."""
        self._metrics = theme_of(self).metrics
        self._block = TextBlock(self.text(), self._metrics.font(self._step), strong=self._strong, align=self._align)
        self.updateGeometry()
        self.update()

    def set_strong(self, characters: int) -> None:
        """Make the first so many characters heavier."""
        self._strong = characters
        self.retheme()

    def set_align(self, align: Qt.AlignmentFlag) -> None:
        """Set the lines to the left, or in the middle."""
        self._align = align
        self.retheme()

    def set_ink(self, ink: str) -> None:
        """Paint in the token of that name."""
        self._ink = ink
        self.update()

    def insets(self) -> QMargins:
        """Return the room around the text in pixels."""
        return self.contentsMargins() + QMargins(RING, 0, RING, 0)

    def _text_width(self, width: int) -> float:
        insets = self.insets()
        room = width - insets.left() - insets.right()
        if self._measure is None:
            return room
        return min(room, self._measure * self._metrics.em * max(1.0, self._step.ratio))

    def hasHeightForWidth(self) -> bool:
        """Say that the text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels that the wrapped text takes."""
        insets = self.insets()
        return self._block.height(self._text_width(width)) + insets.top() + insets.bottom()

    def sizeHint(self) -> QSize:
        """Return the size with as few lines as the measure allows."""
        insets = self.insets()
        widest = self._text_width(100_000)
        width = int(self._block.size(widest).width()) + insets.left() + insets.right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word, and one line."""
        insets = self.insets()
        width = self._block.least_width() + insets.left() + insets.right()
        return QSize(width, int(self._block.line_height) + insets.top() + insets.bottom())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words."""
        painter = QPainter(self)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        insets = self.insets()
        width = self._text_width(self.width())
        left: float = insets.left()
        if self._align & Qt.AlignmentFlag.AlignHCenter:
            left += (self.width() - insets.left() - insets.right() - width) / 2
        ink = theme_of(self).tokens.of(self._ink)
        self._block.paint(painter, QPointF(left, insets.top()), width, ink)


class BodyLabel(TextLabel):
    """Running text, at most 34 em wide unless `measure` says otherwise; `muted` and `strong` vary it."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        muted: bool = False,
        strong: bool = False,
        caption: bool = False,
        measure: float | None = MEASURE,
    ) -> None:
        steps = {
            (False, False): Type.BODY,
            (False, True): Type.STRONG,
            (True, False): Type.CAPTION,
            (True, True): Type.CAPTION_STRONG,
        }
        ink = "muted" if muted else "text"
        super().__init__(text, parent, step=steps[caption, strong], ink=ink, measure=measure)


class FieldLabel(BodyLabel):
    """The label of a field, whose buddy it is; Qt would make a shortcut of an ampersand there."""

    def __init__(self, text: str, field: QWidget) -> None:
        super().__init__(text, strong=True)
        self.setBuddy(field)

    def _for_qt(self, text: str) -> str:
        return text.replace("&", "&&")


class HeadingLabel(TextLabel):
    """A heading of level 1, 2 or 3, which a screen reader announces as one; a `small` one is as large as text."""

    def __init__(
        self, text: str = "", level: Literal[1, 2, 3] = 1, parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        self.level = level
        self._face: QAccessibleWidget | None = None
        step = Type.STRONG if small else {1: Type.H1, 2: Type.H2, 3: Type.H3}[level]
        super().__init__(text, parent, step=step, measure=30)

    def setText(self, text: str) -> None:
        """Show other words; the accessible name follows, since the role alone would leave it empty."""
        super().setText(text)
        self.setAccessibleName(text)

    def face(self) -> QAccessibleWidget:
        """Return the accessible interface, kept as long as the label lives."""
        if self._face is None:
            self._face = QAccessibleWidget(self, QAccessible.Role.Heading)
        return self._face


def _heading_face(_class_name: str, part: QObject | None) -> QAccessibleInterface | None:
    return part.face() if isinstance(part, HeadingLabel) else None


QAccessible.installFactory(_heading_face)


class FieldError(TextLabel):
    """What to do about a field, with a mark; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, step=Type.CAPTION_STRONG, ink="danger")
        self.hide()

    def say(self, problem: str) -> None:
        """Show what to do, or with an empty text hide."""
        self.setText(problem)
        self.setVisible(bool(problem))

    def insets(self) -> QMargins:
        """Leave room for the mark."""
        return QMargins(RING + self._metrics.px(22), 0, RING, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark and the words."""
        painter = QPainter(self)
        theme = theme_of(self)
        size = theme.metrics.px(16)
        top = (self._block.line_height - size) / 2
        mark = QRectF(QPointF(RING, top), QPointF(RING + size, top + size))
        paint_icon(painter, "warning", mark, theme.tokens.of(self._ink))
        self._paint_words(painter)
        painter.end()
