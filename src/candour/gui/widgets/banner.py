"""What the page has to say at its top: a banner that stays, and the summary of what to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from candour.gui.icons import IconName, paint_icon
from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, inside, paint_box
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.labels import HeadingLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.widgets.chip import ChipRole

_ICONS: dict[ChipRole, IconName] = {
    "done": "tick",
    "todo": "clock",
    "danger": "warning",
    "waiting": "info",
    "neutral": "info",
}


class Banner(QFrame):
    """A message in the layout: 4 px left bar, icon, title, text and one action; no timer takes it away.

    `acted` is emitted when the action is pressed.
    """

    acted = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        role: ChipRole = "waiting",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role: ChipRole = role
        self.title = TextLabel(title, step=Type.STRONG, measure=None)
        self.text = TextLabel(text, measure=None)
        self.text.setVisible(bool(text))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        self.action: LinkButton | None = None
        if action:
            self.action = LinkButton(action, ink=role)
            self.action.clicked.connect(self.acted)
            self._column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Space the parts anew."""
        px = theme_of(self).metrics.px
        self._column.setContentsMargins(RING + px(4 + 16 + 20 + 12 - 3), px(14) + RING, px(16), px(14) + RING)
        self._column.setSpacing(px(4))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, bar and icon."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, px, box = theme.tokens, theme.metrics.px, inside(self)
        border = tokens.of(self._role) if theme.is_high_contrast else None
        paint_box(painter, box, tokens.of(f"{self._role}_soft"), border, width=2)
        painter.save()
        painter.setClipRect(QRectF(box.left(), box.top(), px(4), box.height()))
        paint_box(painter, box, tokens.of(self._role))
        painter.restore()
        top = self.title.y() + (self.title.minimumSizeHint().height() - px(20)) / 2
        mark = QRectF(box.left() + px(4 + 16), top, px(20), px(20))
        paint_icon(painter, _ICONS[self._role], mark, tokens.of(self._role))
        painter.end()


class ErrorSummary(QFrame):
    """The heading "Check this page", with one link per problem to its field; hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = HeadingLabel(self.tr("Check this page"), 2)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._links = QVBoxLayout()
        self._shown: list[LinkButton] = []
        self._column.addLayout(self._links)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, QWidget]]) -> None:
        """Show one link per problem (what to do, and the field that it leads to), and take the focus."""
        self.clear()
        for words, field in problems:
            link = LinkButton(words, ink="danger")
            link.clicked.connect(
                lambda _checked=False, field=field: field.setFocus(Qt.FocusReason.OtherFocusReason)
            )
            self._shown.append(link)
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(problems))
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(" ".join(words for words, _ in problems))
        if problems:
            self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def links(self) -> list[LinkButton]:
        """Return the links as they stand."""
        return list(self._shown)

    def clear(self) -> None:
        """Take all problems away and hide."""
        while self._shown:
            link = self._shown.pop()
            self._links.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.hide()

    def retheme(self) -> None:
        """Space the parts anew."""
        px = theme_of(self).metrics.px
        side = px(20) + RING
        self._column.setContentsMargins(side, px(16) + RING, side, px(14) + RING)
        self._column.setSpacing(px(6))
        self._links.setSpacing(0)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a box with the border of danger."""
        painter = QPainter(self)
        theme = theme_of(self)
        width = border_width(theme, heavy=True)
        paint_box(
            painter, inside(self), theme.tokens.of("surface"), theme.tokens.of("danger"), width=width, radius=8
        )
        painter.end()
