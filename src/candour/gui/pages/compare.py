"""Where a second person compares what was entered with its scan, and gives the word that they are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from candour.domain.scans import scan_kind
from candour.errors import Trouble
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.sign_card import Confirm
from candour.gui.painting import inside
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.flow import TwoColumns

if TYPE_CHECKING:
    from candour.gui.places import Frame

LARGEST_SIDE = 4000
"""A picture larger than this to a side is shown smaller: what is compared is read, not measured."""


class ScanPicture(QWidget):
    """A scan that is a picture, as wide as its column."""

    def __init__(self, content: bytes) -> None:
        """Take a picture; raises Trouble when it cannot be read."""
        super().__init__()
        image = QImage.fromData(QByteArray(content))
        if image.isNull():
            raise Trouble("This scan cannot be shown: take the entry back, and enter it with another scan.")
        largest = QSize(LARGEST_SIDE, LARGEST_SIDE)
        fits = image.width() <= LARGEST_SIDE and image.height() <= LARGEST_SIDE
        self._image = image if fits else image.scaled(largest, Qt.AspectRatioMode.KeepAspectRatio)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The scan"))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height in pixels."""
        return round(width * self._image.height() / max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(480, self.heightForWidth(480))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(inside(self), self._image)
        painter.end()


class ComparePage(PlacedPage):
    """`confirmed` says that entry and scan are alike; `scan_wanted` asks to see a scan that is a PDF.

    A subclass says in words what is compared.
    """

    confirmed = Signal()
    scan_wanted = Signal()

    def __init__(self, frame: Frame, entered: QWidget, scan: bytes) -> None:
        """Show what was entered beside its scan; raises Trouble for a picture that cannot be read."""
        super().__init__("", frame)
        columns = TwoColumns(shares=(1, 1))
        card = Card(self.tr("What was entered"), padding=24)
        card.body.addWidget(entered)
        columns.left.addWidget(card)
        columns.right.addWidget(self._scan(scan))
        self.content.addWidget(columns)
        self.back = SecondaryButton("")
        self.back.clicked.connect(self.went_back)

    def ask(self, alike: str, lacking: str, confirm: str, back: str) -> None:
        """Ask for the word that both are alike: the tick, what to say without it, and the buttons."""
        self._lacking = lacking
        self.compared = Confirm()
        self.compared.ask(alike)
        self.tick = self.compared.tick
        self.content.addWidget(self.compared)
        self.main_button = self.confirm = PrimaryButton(confirm)
        self.confirm.clicked.connect(self._confirm)
        self.back.setText(back)
        for button in (self.confirm, self.back):
            self.footer.add(button)

    def _scan(self, scan: bytes) -> QWidget:
        if scan_kind(scan) != "pdf":
            return ScanPicture(scan)
        self.see = SecondaryButton(self.tr("See the scan"))
        self.see.clicked.connect(self.scan_wanted)
        card = Card(self.tr("The scan"), padding=24)
        card.body.addWidget(self.see, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _confirm(self) -> None:
        self.show_errors([] if self.tick.isChecked() else [(self.compared, self._lacking)])
        if self.tick.isChecked():
            self.confirmed.emit()

    def show_refused(self, sentence: str) -> None:
        """Say why it was not confirmed, and what to do."""
        self.show_errors([(self.heading, sentence)])
