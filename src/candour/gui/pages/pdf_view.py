"""The PDF before it is signed: both copies, to look at and to read as text."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEvent, QIODevice, QObject
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from candour.errors import Trouble
from candour.gui.metrics import RING
from candour.gui.pages.answers import Choices
from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.pages.page import Page
from candour.gui.painting import inside, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.labels import BodyLabel

ZOOM_STEP = 1.25
LEAST_ZOOM, MOST_ZOOM = 0.5, 4.0

DECLARATION, FULL_COPY = "declaration", "full copy"


class PdfPages(QPdfView):
    """Shows a PDF from memory; its description holds the text, since the picture says nothing aloud."""

    def __init__(self) -> None:
        super().__init__(pageMode=QPdfView.PageMode.MultiPage, zoomMode=QPdfView.ZoomMode.FitToWidth)
        # No parent: a document that its view deletes last still tells the view of its end, which is a crash.
        self._buffer = QBuffer()
        self._pdf = QPdfDocument()
        self.setDocument(self._pdf)

    def load(self, content: bytes, name: str) -> None:
        """Show these bytes under that accessible name; raises Trouble when they are no PDF."""
        self._pdf.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._pdf.load(self._buffer)
        if self._pdf.error() is not QPdfDocument.Error.None_:
            raise Trouble(self.tr("This PDF cannot be shown. Nothing was signed."))
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.text())

    @property
    def pages(self) -> int:
        """Return how many pages there are."""
        return int(self._pdf.pageCount())

    def text(self) -> str:
        """Return the text of all pages, in reading order as the PDF gives it."""
        return "\n\n".join(self._pdf.getAllText(page).text() for page in range(self.pages))

    def zoom(self, factor: float) -> None:
        """Enlarge or make smaller, within bounds."""
        now = self.zoomFactor() if self.zoomMode() is QPdfView.ZoomMode.Custom else self._fitted()
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(MOST_ZOOM, max(LEAST_ZOOM, now * factor)))

    def _fitted(self) -> float:
        points = self._pdf.pagePointSize(0).width()
        return self.viewport().width() / (points * self.logicalDpiX() / 72) if points else 1.0


class Framed(QWidget):
    """Paints the focus ring around a part that paints none itself."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self._inner = inner
        inner.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint anew when the focus comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ring while the part inside has the focus."""
        if self._inner.hasFocus():
            painter = QPainter(self)
            paint_ring(painter, inside(self), theme_of(self), radius=2)
            painter.end()


class PdfPage(Page):
    """A page that shows a PDF, to look at and to read as text; `back` stands on the button that goes back."""

    def __init__(self, back: str) -> None:
        super().__init__("")
        self.view = PdfPages()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("The PDF as text"))
        self._shown = Framed(self.view)
        self._stack = QStackedWidget()
        around = QVBoxLayout(self._shown)
        around.setContentsMargins(*[RING + 2] * 4)  # where the focus ring goes
        around.addWidget(self._stack)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.text)
        self.let_content_grow()
        self.count = BodyLabel(muted=True)
        self.content.addLayout(self._tools())
        self.content.addWidget(self._shown, 1)
        self.main_button = PrimaryButton(back)
        self.main_button.clicked.connect(self.went_back)
        self.footer.add(self.main_button)
        theme_of(self).changed.connect(self._grow)
        self._grow()

    def _tools(self) -> FlowLayout:
        self.larger = SecondaryButton(self.tr("Larger"))
        self.smaller = SecondaryButton(self.tr("Smaller"))
        self.as_text = SecondaryButton(self.tr("Read as text"))
        self.larger.clicked.connect(lambda: self.view.zoom(ZOOM_STEP))
        self.smaller.clicked.connect(lambda: self.view.zoom(1 / ZOOM_STEP))
        self.as_text.clicked.connect(self._turn)
        self._row = row = FlowLayout()
        for part in (self.larger, self.smaller, self.as_text, self.count):
            row.addWidget(part)
        return row

    def _grow(self) -> None:
        self._row.setSpacing(theme_of(self).metrics.px(8))
        self._shown.setMinimumHeight(theme_of(self).metrics.px(320))

    def show_pdf(self, content: bytes, name: str) -> None:
        """Show a PDF under that accessible name; raises Trouble when it is none."""
        self.view.load(content, name)
        self.text.setPlainText(self.view.text())
        pages = self.view.pages
        self.count.setText(QCoreApplication.translate("PdfPage", "%n pages", "", pages))

    def _turn(self) -> None:
        self._as_text(wanted=self._stack.currentWidget() is self.view)

    def _as_text(self, *, wanted: bool) -> None:
        self._stack.setCurrentWidget(self.text if wanted else self.view)
        self.as_text.setText(self.tr("See the page") if wanted else self.tr("Read as text"))
        for button in (self.larger, self.smaller):
            button.setEnabled(not wanted)


class PdfViewPage(PdfPage):
    """Both copies as they will be signed; `went_back` leads back to signing."""

    page_id: ClassVar[str] = "pdf-view"

    def __init__(self, declaration: bytes, full_copy: bytes) -> None:
        """Show the declaration first; raises Trouble when either is no PDF."""
        super().__init__(QCoreApplication.translate("PdfViewPage", "Back to signing"))
        self.introduce(
            self.tr("The PDF before you sign"),
            self.tr("What you see here is exactly what you sign."),
        )
        self._copies = {DECLARATION: declaration, FULL_COPY: full_copy}
        self.which = self._choices()
        self.content.insertWidget(0, self.which)
        self.fold()
        for key in (FULL_COPY, DECLARATION):  # both, so that a broken one is found here and not in a slot
            self._show_copy(key)
        self.which.choose(DECLARATION)

    def _choices(self) -> Choices:
        which = Choices(
            self.tr("Which copy"),
            (
                (DECLARATION, self.tr("Declaration (what HR exports)"), ""),
                (FULL_COPY, self.tr("Full copy (only you and the Headteacher)"), ""),
            ),
        )
        which.chose.connect(self._show_copy)
        return which

    def fold(self) -> None:
        """Put the two copies to choose from under each other."""
        super().fold()
        row = self.which.group.layout()
        if isinstance(row, QBoxLayout):
            row.setDirection(QBoxLayout.Direction.TopToBottom if self.narrow else QBoxLayout.Direction.LeftToRight)

    def _show_copy(self, key: str) -> None:
        self.show_pdf(self._copies[key], self.which.cards[key].label)
