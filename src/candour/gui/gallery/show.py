"""Opens the gallery in a window, or leaves a picture of each of its pages where there is no screen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from candour.errors import Trouble
from candour.gui.asides import Asides
from candour.gui.gallery.rooms import GALLERY, Gallery
from candour.gui.main_window import MainWindow
from candour.gui.theme import Scheme, Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from candour.domain.policy import Pack
    from candour.gui.pages.page import Page

_USUAL = (1280, 960)
"""The size of a picture in pixels; one whose page needs more is taller."""

_ROUNDS = 4
"""So many rounds of events, and wrapped words have found their height and are painted."""


def show_gallery(pack: Callable[[], Pack], scheme: Scheme, text_size: int) -> int:
    """Show the gallery until its window is closed, and return the exit status."""
    application = _application()
    window, gallery = _open(application, pack, Theme(scheme, text_size))
    gallery.show(GALLERY[0])
    window.show()
    status = application.exec()
    _end(application, window)
    return status


def leave_pictures(out: Path, pack: Callable[[], Pack], scheme: Scheme, text_size: int) -> list[Path]:
    """Write a picture of each page, whole from head to foot, and return their paths.

    Raises Trouble where the folder takes no file.
    """
    application = _application()
    window, gallery = _open(application, pack, Theme(scheme, text_size))
    window.show()
    left = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for number, kind in enumerate(GALLERY, start=1):
            path = out / f"{number:02d}-{kind.page_id.removeprefix('gallery-')}.png"
            _whole(window, gallery.show(kind))
            if not window.grab().save(str(path), "PNG"):
                raise Trouble(f"The picture {path} could not be written. Choose a folder that takes files.")
            left.append(path)
    except OSError as reason:
        raise Trouble(f"The folder {out} cannot be used: {reason.strerror}.") from reason
    finally:
        _end(application, window)
    return left


def _application() -> QApplication:
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise TypeError("a gallery needs an application with windows")
    return application


def _open(application: QApplication, pack: Callable[[], Pack], theme: Theme) -> tuple[MainWindow, Gallery]:
    theme.apply(application)
    window = MainWindow(theme)
    return window, Gallery(window, Asides(window, pack))


def _whole(window: MainWindow, page: Page) -> None:
    """Make the window as tall as the page needs, so that nothing of it lies below the fold."""
    window.resize(*_USUAL)
    _settle()
    while below := page.area.verticalScrollBar().maximum():
        window.resize(_USUAL[0], window.height() + below)
        _settle()


def _settle() -> None:
    for _ in range(_ROUNDS):
        QCoreApplication.processEvents()


def _end(application: QApplication, window: MainWindow) -> None:
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.setStyle("Fusion")  # the house style is Python's, and Qt outlives Python by a moment
