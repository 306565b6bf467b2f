"""HR's pages of people, made with sample values for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages.around import KEYS

from candour.domain.activity import TimelineLine, TimelineYear
from candour.domain.people import Office, Person
from candour.domain.people_columns import proposed
from candour.domain.people_file import read_text
from candour.domain.people_import import Ground, plan_import
from candour.domain.round import CheckState
from candour.gui.pages.confirm_keys import ConfirmKeysPage
from candour.gui.pages.lost import LostPage
from candour.gui.pages.new_codes import NewCodesPage
from candour.gui.pages.people import PeoplePage
from candour.gui.pages.people_add import PersonAddPage
from candour.gui.pages.people_import import PeopleColumnsPage, PeopleImportPage
from candour.gui.pages.people_preview import PeoplePreviewPage
from candour.gui.pages.person import PersonPage
from candour.gui.pages.person_left import PersonLeftPage
from candour.gui.places import CHECK, CONFIRM, PEOPLE, Frame, places_of
from candour.services.keepers import Slip
from candour.services.people_results import (
    HoldingLine,
    ImportFile,
    PartLine,
    PersonFile,
    PersonLine,
    RoundLine,
    WaitingKey,
)
from candour.services.results import Named

if TYPE_CHECKING:
    from candour.gui.theme import Theme

TODAY = date(2026, 10, 1)
ALL_PLACES = Frame("Harriet Resource", "School business manager", places_of((Office.HR, Office.KEEPER)))
"""HR's sidebar as it is: the register stands in it, other pages in fewer places, walked through sooner."""


def few(*places: str) -> Frame:
    """Return HR's sidebar with a few of its places and these."""
    kept = {CHECK, PEOPLE, CONFIRM, *places}
    return replace(ALL_PLACES, places=tuple(each for each in ALL_PLACES.places if each.key in kept))


FRAME = few()


def line(number: str, name: str, role: str, **said: object) -> PersonLine:
    known: dict[str, object] = {
        "person": f"p{number}",
        "number": number,
        "name": name,
        "role": role,
        "phase": "Key Stage 1",
        "here": True,
        "away_until": None,
        "has_key": True,
        "code_until": None,
        "offices": (),
    }
    return PersonLine(**(known | said))  # type: ignore[arg-type]


LINES = (
    line("0002", "Ada Aldous-Example", "Headteacher", offices=(Office.HEADTEACHER,)),
    line("0014", "Ben Beispiel", "Class teacher, Year 4", away_until=date(2026, 12, 18)),
    line("0041", "Nguyễn Thị Mẫu", "Midday supervisor", has_key=False, code_until=date(2026, 10, 28)),
    line("0052", "Wilhelmina Featherstonehaugh-Cholmondeley", "Cook", has_key=False),
    line("0007", "Zoë Zuvor", "Teaching assistant", here=False),
)


def part(state: CheckState, title: str = "Personal accounts", signed_on: date | None = None) -> PartLine:
    return PartLine(title, state, signed_on)


PERSON = Person("p0014", "0014", "Ben Beispiel", "ben@school.example", "Class teacher, Year 4", "KS2", False, True)
FILE = PersonFile(
    line=LINES[1],
    details=PERSON,
    today=TODAY,
    holdings=(
        HoldingLine("h1", Office.DEPUTY_LEAD, date(2025, 9, 1), None, acting=True, over=False),
        HoldingLine("h2", Office.KEEPER, date(2024, 9, 1), date(2025, 8, 31), acting=False, over=True),
    ),
    rounds=(
        RoundLine("2026–27", CheckState.IN_PROGRESS, date(2026, 10, 16), (part(CheckState.IN_PROGRESS),)),
        RoundLine(
            "2025–26",
            CheckState.SIGNED_OPEN,
            date(2025, 10, 17),
            (part(CheckState.SIGNED_OPEN, signed_on=date(2025, 10, 2)),),
        ),
    ),
    keys=KEYS[:1],
    left_on=None,
    asked="2026–27",
    due=date(2026, 10, 16),
    gives_codes=True,
    years=(
        TimelineYear(
            "2026–27",
            (
                TimelineLine(date(2026, 9, 29), "Asked for E-2026-014: family or other connection", ""),
                TimelineLine(date(2026, 9, 21), "Away until 18 December 2026", "Harriet Resource"),
                TimelineLine(
                    date(2026, 9, 14), "Opened the check of 2026–27, due 16 October 2026", "Harriet Resource"
                ),
            ),
        ),
        TimelineYear("2025–26", (TimelineLine(date(2025, 10, 2), "Signed: D-2025-0014, 1 open", ""),)),
        TimelineYear("", (TimelineLine(date(2024, 9, 1), "Added to the list of people", "Harriet Resource"),)),
    ),
)
STAFF = read_text(
    "Staff Code,Surname,Forename,Job Title\n0014,Beispiel,Ben,Deputy headteacher\n0091,New,Nia,Cook\n", "UTF-8"
)
FAULTY = read_text("Staff Code,Surname,Forename,Job Title\n0091,New,Nia,\n9/1,Neu,Nat,Cook\n", "Windows-1252")
GROUND = Ground((PERSON, Person("p2", "0002", "Ada Aldous", "", "Head", "", False, True)), {"p2": "headteacher"})
SLIP = Slip("p0041", "Nguyễn Thị Mẫu", "0041", "RLCL-RJ4F-BN7N-MPLD")
WAITING = (
    WaitingKey(
        "key1",
        "Dara Sample",
        "Deputy headteacher",
        (Office.DEPUTY_LEAD, Office.KEEPER),
        date(2026, 9, 28),
        "Harriet Resource",
        ("anchor", "basket", "candle", "dragon", "ember", "forest"),
    ),
    WaitingKey(
        "key2",
        "Theo Invented",
        "Teaching assistant",
        (),
        date(2026, 9, 30),
        "Harriet Resource",
        ("garden", "harbour", "island", "jacket", "kettle", "ladder"),
        signed=("D-2026-0060", date(2026, 9, 30)),
    ),
)


def plan(faulty: bool = False, complete: bool = True):  # noqa: FBT001, FBT002
    file = FAULTY if faulty else STAFF
    return plan_import(file, proposed(file.headings), GROUND, lambda _: "", complete=complete)


def people_page(_theme: Theme) -> PeoplePage:
    return PeoplePage(FRAME, LINES, "2 added, 1 changed, 0 left.")


def person_add_page(_theme: Theme) -> PersonAddPage:
    return PersonAddPage(FRAME)


def person_change_page(_theme: Theme) -> PersonAddPage:
    return PersonAddPage(FRAME, PERSON)


def people_import_page(_theme: Theme) -> PeopleImportPage:
    return PeopleImportPage(FRAME)


def people_columns_page(_theme: Theme) -> PeopleColumnsPage:
    return PeopleColumnsPage(FRAME, ImportFile(STAFF, proposed(STAFF.headings), remembered=False))


def people_preview_page(_theme: Theme) -> PeoplePreviewPage:
    return PeoplePreviewPage(FRAME, plan())


def people_faults_page(_theme: Theme) -> PeoplePreviewPage:
    return PeoplePreviewPage(FRAME, plan(faulty=True))


def person_page(_theme: Theme) -> PersonPage:
    return PersonPage(FRAME, FILE, "Saved.")


def person_left_page(_theme: Theme) -> PersonLeftPage:
    return PersonLeftPage(FRAME, "Ben Beispiel", TODAY)


def new_codes_page(_theme: Theme) -> NewCodesPage:
    return NewCodesPage((SLIP,))


def confirm_keys_page(_theme: Theme) -> ConfirmKeysPage:
    return ConfirmKeysPage(FRAME, WAITING)


def no_keys_page(_theme: Theme) -> ConfirmKeysPage:
    return ConfirmKeysPage(FRAME, ())


def lost_form_page(_theme: Theme) -> LostPage:
    page = LostPage("Harriet Resource", (Named("0001", "Harriet Resource"), Named("0014", "Ben Beispiel")))
    page.show_form()
    return page
