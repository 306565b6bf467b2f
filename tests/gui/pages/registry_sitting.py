"""The pages of a sitting and for governors, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.gui.pages.around import SIGN_IN
from tests.gui.pages.registry_people import FRAME as PEOPLE_FRAME

from candour.gui.pages.sitting import SittingPage
from candour.gui.pages.sitting_sign_in import SittingElsePage, SittingSignInPage
from candour.gui.pages.sitting_start import SittingStartPage
from candour.gui.places import SITTING, Place
from candour.services.results import Named
from candour.services.sitting import SittingNow

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme

FRAME = replace(PEOPLE_FRAME, places=(*PEOPLE_FRAME.places, Place(SITTING, "Everyone in one sitting")))
SCHOOL = "Invented Primary School"
FIRST = ("Ada", "Bela", "Cleo", "Dana", "Emil", "Fay", "Gus", "Hope", "Ivo", "Jana")
NAMES = tuple(
    Named(f"{10 * f + l:04}", f"{first} {last}")
    for f, first in enumerate(FIRST)
    for l, last in enumerate(("Example", "Placeholder-Specimen"))
)
NOW = SittingNow(SCHOOL, "2026–27", NAMES, 22, 42)


def sitting_page(_theme: Theme) -> Page:
    page = SittingPage()
    page.show_now(NOW)
    return page


def thanks_page(_theme: Theme) -> Page:
    page = SittingPage("Ada")
    page.show_now(NOW)
    return page


def all_signed_page(_theme: Theme) -> Page:
    page = SittingPage()
    page.show_now(replace(NOW, names=(), signed=42))
    return page


def picked_page(_theme: Theme) -> Page:
    return SittingSignInPage(SCHOOL, NAMES[0])


def else_page(_theme: Theme) -> Page:
    page = SittingElsePage(ends=False)
    page.show_list(SIGN_IN)
    return page


def end_page(_theme: Theme) -> Page:
    page = SittingElsePage(ends=True)
    page.show_list(SIGN_IN)
    return page


def start_page(_theme: Theme) -> Page:
    return SittingStartPage(FRAME, NOW, running=False)


def running_page(_theme: Theme) -> Page:
    return SittingStartPage(FRAME, NOW, running=True)


def no_check_page(_theme: Theme) -> Page:
    return SittingStartPage(FRAME, None, running=False)
