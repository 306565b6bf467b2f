"""Printing a PDF from memory, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument

from candour.errors import Trouble

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

DOTS = 300
"""Dots to the inch at which pages are drawn: letters are sharp, and a page takes a moment."""


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print every page over the whole sheet; raises Trouble when the printer does not take it."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise Trouble("The printer does not answer: look whether it is on, then try again.")
    sheet = QRect(0, 0, printer.width(), printer.height())
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        size = (document.pagePointSize(page) * DOTS / 72).toSize()
        painter.drawImage(sheet, document.render(page, size))
    painter.end()
    document.close()
