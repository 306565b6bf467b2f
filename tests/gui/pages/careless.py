"""A page that breaks every rule at once: that each rule can find something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPixmap, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QLineEdit, QRadioButton, QTableView, QWidget

from candour.gui.pages.page import Page
from candour.gui.widgets.buttons import LinkButton, PrimaryButton
from candour.gui.widgets.card import Art
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel, HeadingLabel, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class ForgetfulLine(QLineEdit):
    """Forgets on Esc and takes no paste."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)


class MuteField(QWidget):
    """Is told what is wrong and says nothing."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(30, 30)

    def show_error(self, problem: str) -> None:
        """Keep it to itself."""


class Careless(Page):
    """Breaks every rule at once."""

    def __init__(self) -> None:
        super().__init__("A heading")
        self.radios = [QRadioButton("&A choice"), QRadioButton("&A choice")]
        self.main_button = PrimaryButton("Go")
        self.main_button.setFixedHeight(20)
        self.tell = LinkButton("Change")
        self.radios[1].toggled.connect(self.tell.click)
        for part in self._parts():
            self.content.addWidget(part)
        self.footer.add(self.main_button)
        self.footer.add(LinkButton("Help"))
        self._hurry = QTimer(self)
        self._hurry.timeout.connect(self.clear_trouble)

    def _parts(self) -> list[QWidget]:
        squeezed = BodyLabel("Words that need more than one line of room here")
        squeezed.setFixedSize(40, 10)
        small = BodyLabel("Its text keeps its size")
        small.setFont(QFont("Noto Sans", 7))
        art = Art("tick")
        art.setAccessibleName("A tick")
        return [
            HeadingLabel("Another first heading"),
            ForgetfulLine(),
            MuteField(),
            *self.radios,
            self.tell,
            BodyLabel("Sorry, that is invalid"),
            TextLabel("As good as unseen", ink="line"),
            squeezed,
            small,
            art,
            Chip("", "danger"),
            _picture(),
            _table(),
        ]

    def focusNextPrevChild(self, _forwards: bool) -> bool:  # noqa: FBT001, N802 - Qt's signature
        """Go nowhere."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Answer no key."""
        event.ignore()

    def begin(self) -> None:
        """Begin somewhere else."""
        self.radios[0].setFocus()


def _picture() -> QLabel:
    picture = QLabel()
    drawn = QPixmap(20, 20)
    drawn.fill(QColor("red"))
    picture.setPixmap(drawn)
    return picture


def _table() -> QTableView:
    table = QTableView()
    rows = QStandardItemModel(1, 1, table)
    rows.setHorizontalHeaderLabels([""])
    red = QStandardItem("")
    red.setBackground(QColor("red"))
    rows.setItem(0, 0, red)
    table.setModel(rows)
    table.setSortingEnabled(True)
    return table
