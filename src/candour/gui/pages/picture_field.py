"""Pictures to add: from files, dropped, or from the clipboard; shown as they would be kept, each to be removed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from candour.domain.speaking import MOST_PICTURES
from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.theme import theme_of
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.labels import BodyLabel, FieldError
from candour.gui.widgets.pictures import PictureView

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from candour.domain.speaking import Picture

_TALLEST = 150


class PictureField(QWidget):
    """Asks for pictures: `file_chosen` carries a path, `pasted` a PNG; `add` takes what came of them.

    `started` says that the person brought a picture, so that what was wrong with an earlier one goes.
    """

    file_chosen = Signal(object)
    pasted = Signal(bytes)
    started = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._announcer = Announcer(self)
        self._kept: list[Picture] = []
        self._shown: list[QWidget] = []
        self._queue: list[Path] = []
        self.error = FieldError()
        self.removes: list[LinkButton] = []
        self.choose = SecondaryButton(self.tr("Add a picture …"), icon="plus")
        self.paste = SecondaryButton(self.tr("Paste a picture"))
        self.count = BodyLabel("", muted=True, caption=True)
        self.choose.clicked.connect(self._choose)
        self.paste.clicked.connect(self._paste)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self._paste)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        hint = self.tr(
            "Up to {count}, PNG or JPEG: choose, drop or paste them. Place, time and device are taken out."
        ).format(count=MOST_PICTURES)
        row = FlowLayout()
        for button in (self.choose, self.paste):
            row.addWidget(button)
        self._column.addWidget(BodyLabel(self.tr("Pictures"), strong=True))
        for part in (BodyLabel(hint, muted=True, caption=True), self.error):
            self._column.addWidget(part)
        self._column.addLayout(row)
        self._column.addWidget(self.count)
        self.setFocusProxy(self.choose)
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self.wait(waiting=False)

    def _measure(self) -> None:
        self._column.setSpacing(theme_of(self).metrics.px(8))

    def pictures(self) -> tuple[Picture, ...]:
        """Return the pictures as they would be kept."""
        return tuple(self._kept)

    def add(self, picture: Picture) -> None:
        """Take a picture that was drawn anew, and show it."""
        self._kept.append(picture)
        self.wait(waiting=False)
        self._show_all()
        self._announcer.say(self.count.text())

    def clear(self) -> None:
        """Let every picture go."""
        self._kept.clear()
        self._queue = []
        self.wait(waiting=False)
        self._show_all()

    def wait(self, *, waiting: bool) -> None:
        """Say that a picture is being looked at, and take no other until then."""
        words = self.tr("Looking at the picture …") if waiting else self._counted()
        self.count.setText(words)
        self.count.setVisible(bool(words))
        for button in (self.choose, self.paste):
            button.setEnabled(not waiting and len(self._kept) < MOST_PICTURES)
        if not waiting:
            self._take_next()

    def _counted(self) -> str:
        count = len(self._kept)
        return self.tr("{count} of {most} added").format(count=count, most=MOST_PICTURES) if count else ""

    def show_error(self, problem: str) -> None:
        """Say what to do about a picture."""
        self.error.say(problem)
        self.choose.setAccessibleDescription(problem)

    def _show_all(self) -> None:
        for part in self._shown:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._shown, self.removes = [], []
        for place, picture in enumerate(self._kept):
            view = PictureView(picture, self.tr("Picture {place}").format(place=place + 1), _TALLEST)
            remove = LinkButton(self.tr("Remove picture {place}").format(place=place + 1))
            remove.clicked.connect(lambda _on=False, place=place: self._remove(place))
            self.removes.append(remove)
            self._column.addWidget(view)
            self._column.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
            self._shown += [view, remove]

    def _remove(self, place: int) -> None:
        del self._kept[place]
        self.wait(waiting=False)
        self._show_all()
        self.choose.setFocus()

    def _choose(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("The picture"), str(Path.home()), kinds)
        if chosen:
            self.take_files([Path(chosen)])

    def take_files(self, paths: list[Path]) -> None:
        """Have files looked at one after the other, as many as there is room for."""
        self.started.emit()
        self._queue = paths[: MOST_PICTURES - len(self._kept)]
        self._take_next()

    def _take_next(self) -> None:
        if self._queue:
            path = self._queue.pop(0)
            self.wait(waiting=True)
            self.file_chosen.emit(path)

    def _paste(self) -> None:
        image = QGuiApplication.clipboard().image()
        if image.isNull():
            self.show_error(self.tr("Copy a picture first, then paste it here"))
            return
        self.started.emit()
        self.wait(waiting=True)
        self.pasted.emit(_png(image))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here."""
        if event.mimeData().hasUrls() and self.choose.isEnabled():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files that were dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take_files(files)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
