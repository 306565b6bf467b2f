"""All pages of the gallery, in the order of its places, shown in the house's own window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject

from candour.gui.gallery.answering import CheckAnswersPage, ChoicesPage, RailPage, SignaturePage, TasksPage
from candour.gui.gallery.basics import ButtonsPage, ColoursPage, FieldsPage, IconsPage
from candour.gui.gallery.pictures import PicturesPage
from candour.gui.gallery.telling import (
    BannersPage,
    CardsPage,
    ChipsPage,
    DonutPage,
    EmptyPage,
    ErrorsPage,
    StopPage,
)
from candour.gui.gallery.working import WorkPage
from candour.gui.places import Frame, Place

if TYPE_CHECKING:
    from candour.gui.asides import Asides
    from candour.gui.gallery.page import GalleryPage
    from candour.gui.main_window import MainWindow

GALLERY: Final[tuple[type[GalleryPage], ...]] = (
    *(ColoursPage, IconsPage, ButtonsPage, FieldsPage, ChoicesPage, RailPage, TasksPage, CheckAnswersPage),
    *(SignaturePage, ChipsPage, CardsPage, BannersPage, ErrorsPage, EmptyPage, StopPage, WorkPage, DonutPage),
    PicturesPage,
)


class Gallery(QObject):
    """Shows one page of the gallery at a time; a press in the sidebar leads to another."""

    def __init__(self, window: MainWindow, asides: Asides) -> None:
        super().__init__(window)
        self._window, self._asides = window, asides

    def show(self, kind: type[GalleryPage]) -> GalleryPage:
        """Show a page, and return it."""
        page = kind(frame())
        page.went.connect(self._go)
        self._asides.serve(page)
        self._window.show_page(page)
        return page

    def _go(self, key: str) -> None:
        self.show(next(kind for kind in GALLERY if kind.place == key))


def frame() -> Frame:
    """Return the sidebar of the gallery: its pages by name."""
    words = {
        "gallery-colours": _tr("Colours and type"),
        "gallery-icons": _tr("Icons"),
        "gallery-buttons": _tr("Buttons"),
        "gallery-fields": _tr("Fields"),
        "gallery-choices": _tr("Answers to choose"),
        "gallery-rail": _tr("Rail"),
        "gallery-tasks": _tr("Rows of tasks"),
        "gallery-check-answers": _tr("Answers to check"),
        "gallery-signature": _tr("Signature"),
        "gallery-chips": _tr("Chips"),
        "gallery-cards": _tr("Cards"),
        "gallery-banners": _tr("Banners"),
        "gallery-errors": _tr("What to mend"),
        "gallery-empty": _tr("Nothing here yet"),
        "gallery-stop-card": _tr("Stop card"),
        "gallery-work": _tr("Lists and work"),
        "gallery-donut": _tr("Donut"),
        "gallery-pictures": _tr("Trend and bars"),
    }
    places = tuple(Place(kind.place, words[kind.place]) for kind in GALLERY)
    return Frame(_tr("Gallery"), _tr("Every part in each of its states"), places)


def _tr(words: str) -> str:
    return QCoreApplication.translate("gallery", words)
