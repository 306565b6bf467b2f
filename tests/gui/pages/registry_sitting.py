"""The pages of a sitting, and for governors, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages.around import SIGN_IN
from tests.gui.pages.registry_checking import GENUINE
from tests.gui.pages.registry_people import few

from candour.domain.governors import Figures, GovernorsPaper, lines_of
from candour.gui.pages.governors import GovernorsPage
from candour.gui.pages.governors_pick import GovernorsPickPage
from candour.gui.pages.sitting import SittingPage
from candour.gui.pages.sitting_sign_in import SittingElsePage, SittingSignInPage
from candour.gui.pages.sitting_start import SittingStartPage
from candour.gui.places import GOVERNORS, SITTING
from candour.services.governors import Picked
from candour.services.results import Named
from candour.services.sitting import SittingNow

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme

FRAME = few(SITTING, GOVERNORS)
SCHOOL = "Invented Primary School"
FIRST = ("Ada", "Bela", "Cleo", "Dana", "Emil", "Fay", "Gus", "Hope", "Ivo", "Jana")
NAMES = tuple(
    Named(f"{10 * row + place:04}", f"{first} {last}")
    for row, first in enumerate(FIRST)
    for place, last in enumerate(("Example", "Placeholder-Specimen"))
)
NOW = SittingNow(SCHOOL, "2026–27", NAMES, 22, 42)

FIGURES = Figures("2026–27", 42, 40, 7, 9, 6, 2, 0, 0, (1, 2, 2, 3, 4, 4, 6, 9))
BEFORE = Figures("2025–26", 40, 31, 0, 12, 12, 0, 0, 12, (5,) * 12)
SUMMARY = GovernorsPaper(SCHOOL, "2026–27", "2025–26", date(2026, 10, 30), "ab" * 32, lines_of(FIGURES, BEFORE))
PICKED = tuple(Picked(f"D-2026-{number}", GENUINE, b"", "Anna Beispiel") for number in ("0038", "0004", "0017"))


def governors_page(_theme: Theme) -> Page:
    return GovernorsPage(FRAME, SUMMARY, may_pick=True)


def governors_first_page(_theme: Theme) -> Page:
    """The first check of all, as the chair sees it."""
    first = replace(SUMMARY, round_before="", lines=lines_of(FIGURES, None))
    return GovernorsPage(FRAME, first, may_pick=False)


def governors_none_page(_theme: Theme) -> Page:
    return GovernorsPage(FRAME, None, may_pick=True)


def governors_pick_page(_theme: Theme) -> Page:
    page = GovernorsPickPage(FRAME, "2026–27", PICKED)
    page.name("D-2026-0004", "Anna Beispiel")
    return page


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
    return SittingStartPage(FRAME, replace(NOW, without_way_in=3), running=False)


def running_page(_theme: Theme) -> Page:
    return SittingStartPage(FRAME, NOW, running=True)


def no_check_page(_theme: Theme) -> Page:
    return SittingStartPage(FRAME, None, running=False)
