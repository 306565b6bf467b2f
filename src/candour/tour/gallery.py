"""The last step of the tour: every part of the window, each in all of its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.gui.gallery.rooms import GALLERY, frame

if TYPE_CHECKING:
    from candour.tour.stage import Stage


def show_gallery(stage: Stage) -> None:
    """Lay each page of the gallery over the page that shows, take its picture, and go back."""
    for kind in GALLERY:
        page = kind(frame())
        stage.app.asides.lay_over(page)
        stage.driver.until(page.isVisible, "the page of the gallery does not show")
        stage.shoot(kind.page_id)
        stage.app.window.leave_aside()
