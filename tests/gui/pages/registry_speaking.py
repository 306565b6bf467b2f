"""The pages of who wants to be heard, made with sample values for the registry."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from tests.documents.pictures_taken import screenshot

from candour.domain.people import Office
from candour.domain.speaking import Picture, Step
from candour.gui.pages.bring import BringPage
from candour.gui.pages.brought import BroughtOnePage, BroughtPage
from candour.gui.pages.speak import SpeakOnePage, SpeakPage
from candour.gui.places import Frame, places_of
from candour.services.speaking_results import BroughtLine, SpeakLine

if TYPE_CHECKING:
    from candour.gui.theme import Theme

WHEN = datetime(2026, 10, 1, 9, 30).astimezone()
FRAME = Frame("Ada Aldous-Example", "Headteacher", places_of((Office.HEADTEACHER, Office.DESIGNATED_LEAD)))
PICTURE = Picture("PNG", screenshot(), 50, 30)
LINES = (
    SpeakLine("report", "p14", "n1", "Ben Beispiel", "Class teacher, Year 4", WHEN, Step.NEW),
    SpeakLine("talk", "p41", "t1", "Nguyễn Thị Mẫu", "Midday supervisor", WHEN, Step.SEEN),
    SpeakLine(
        *("report", "p52", "n2", "Wilhelmina Featherstonehaugh-Cholmondeley", "Cook", WHEN, Step.RECORDED),
        told="Ada Aldous-Example, designated lead",
        told_at=WHEN,
        reference="MC-2026-118",
    ),
)
NOTE = "An open group says untrue things about our school trip."
THINGS = (
    BroughtLine("b1", "p14", "Ben Beispiel", WHEN, NOTE, (PICTURE, PICTURE), False, Step.NEW),
    BroughtLine("b2", "p41", "Nguyễn Thị Mẫu", WHEN, "", (PICTURE,), False, Step.CLOSED, WHEN),
)


def speak_page(_theme: Theme) -> SpeakPage:
    return SpeakPage(FRAME, LINES, "Noted.")


def nobody_page(_theme: Theme) -> SpeakPage:
    return SpeakPage(FRAME, ())


def speak_one_page(_theme: Theme) -> SpeakOnePage:
    return SpeakOnePage(FRAME, LINES[0])


def recorded_page(_theme: Theme) -> SpeakOnePage:
    return SpeakOnePage(FRAME, LINES[2])


def brought_page(_theme: Theme) -> BroughtPage:
    return BroughtPage(FRAME, THINGS)


def nothing_page(_theme: Theme) -> BroughtPage:
    return BroughtPage(FRAME, ())


def brought_one_page(_theme: Theme) -> BroughtOnePage:
    return BroughtOnePage(FRAME, THINGS[0])


def bring_page(_theme: Theme) -> BringPage:
    page = BringPage(FRAME, THINGS)
    page.pictures.add(PICTURE)
    return page
