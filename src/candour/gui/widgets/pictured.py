"""A picture with its takeaway as title, and the same numbers as a table in its place for whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QBoxLayout, QVBoxLayout, QWidget

from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from candour.gui.widgets.number_table import NumberTable


class Picture(QWidget):
    """A part that a screen reader meets as a chart: `title` is its name, `sentence` holds all its numbers."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self._face: QAccessibleWidget | None = None
        self.say(title, sentence)

    def say(self, title: str, sentence: str) -> None:
        """Take another title and sentence."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def face(self) -> QAccessibleWidget:
        """Return the accessible interface, kept as long as the picture lives."""
        if self._face is None:
            self._face = QAccessibleWidget(self, QAccessible.Role.Chart)
        return self._face


def _picture_face(_class_name: str, part: QObject | None) -> QAccessibleInterface | None:
    return part.face() if isinstance(part, Picture) else None


QAccessible.installFactory(_picture_face)


class Pictured(QWidget):
    """Parts of a picture, and a table of the same numbers that `as_table` puts in their place.

    `chosen` carries what a press on a part of the picture, or on a row of the table, is about.
    """

    chosen = Signal(object)

    def __init__(self, title: str, *parts: QWidget) -> None:
        super().__init__()
        self.title = title
        self.parts = list(parts)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.table: NumberTable | None = None
        self.as_table = LinkButton(self.tr("As a table"), caption=True)
        self.as_table.setAccessibleName(self.tr("Show as a table: {title}").format(title=title))
        self.as_table.clicked.connect(self._turn)

    def put_table(self, table: NumberTable) -> None:
        """Take the table; one that was there before goes."""
        shown = self.table is not None and not self.table.isHidden()
        if self.table is not None:
            self.column.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.table = table
        table.chosen.connect(self._choose)
        self.column.addWidget(table)
        table.setVisible(shown)

    def _choose(self, key: object) -> None:
        if key is not None:
            self.chosen.emit(key)

    def _turn(self) -> None:
        if self.table is None:
            raise LookupError("a picture without a table")
        as_table = self.table.isHidden()
        for part in self.parts:
            part.setVisible(not as_table)
        self.table.setVisible(as_table)
        words = self.tr("As a picture") if as_table else self.tr("As a table")
        spoken = self.tr("Show as a picture: {title}") if as_table else self.tr("Show as a table: {title}")
        self.as_table.setText(words)
        self.as_table.setAccessibleName(spoken.format(title=self.title))


class PictureCard(Card):
    """A card whose title is what the picture tells; beside the title the way to its table."""

    chosen = Signal(object)

    def __init__(self, pictured: Pictured, note: str = "", *, small: bool = False) -> None:
        super().__init__(padding=16, spacing=4)
        self.pictured = pictured
        head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(HeadingLabel(pictured.title, 3, small=small), 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(pictured.as_table, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(pictured)
        if note:
            self.body.addStretch(1)
            self.body.addWidget(BodyLabel(note, muted=True, caption=True, measure=None))
        pictured.chosen.connect(self.chosen)
        self._head = head
        self.retheme_head()
        theme_of(self).changed.connect(self.retheme_head)

    def retheme_head(self) -> None:
        """Space title and link anew."""
        self._head.setSpacing(theme_of(self).metrics.px(8))
