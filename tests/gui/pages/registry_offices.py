"""The pages of offices and of one person's answers, made with sample values for the registry."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages.registry_samples import sample_pdf

from candour.domain.opening import OpeningReason
from candour.domain.people import Office
from candour.domain.setting_up import LOCAL_AUTHORITY
from candour.gui.pages.answers_of_one import AnswersOfOnePage
from candour.gui.pages.answers_pick import AnswersPickPage
from candour.gui.pages.contacts import ContactsPage
from candour.gui.pages.full_copy import FullCopyPage
from candour.gui.pages.offices import OfficesPage
from candour.gui.pages.take_over import TakeOverPage
from candour.gui.places import Frame, places_of
from candour.services.office_results import (
    OfficeHolder,
    OfficeLine,
    OfficesView,
    OpenedAnswers,
    OpenedCopy,
    PersonToOpen,
)
from candour.services.results import ContactCard

if TYPE_CHECKING:
    from candour.gui.theme import Theme

FRAME = Frame("Ada Aldous-Example", "Headteacher", places_of((Office.HEADTEACHER, Office.KEEPER)))
HR_FRAME = Frame("Harriet Resource", "Business manager", places_of((Office.HR, Office.KEEPER)))


def holder(person: str, name: str, **said: object) -> OfficeHolder:
    known: dict[str, object] = {
        "person": person,
        "name": name,
        "since": date(2025, 9, 1),
        "until": None,
        "acting": False,
        "coming": False,
        "waits": False,
        "keyed": True,
        "reads": False,
        "me": False,
    }
    return OfficeHolder(**(known | said))  # type: ignore[arg-type]


def line(office: Office, *holders: OfficeHolder, **said: object) -> OfficeLine:
    known: dict[str, object] = {
        "office": office,
        "holders": holders,
        "reads_since": None,
        "receivers": (),
        "takes_over": False,
        "renews": False,
        "past": (),
    }
    return OfficeLine(**(known | said))  # type: ignore[arg-type]


CONTACTS = (
    ContactCard(Office.DESIGNATED_LEAD, "Lena Lead", "Room 1", "01632 960001"),
    ContactCard(Office.DEPUTY_LEAD, "Dee Puty", "Room 4", "01632 960004"),
    ContactCard(Office.CHAIR, "Cora Chair", "", "01632 960009"),
    ContactCard(LOCAL_AUTHORITY, "Duty officer", "", "01632 960010"),
)
VIEW = OfficesView(
    (
        line(
            Office.HEADTEACHER,
            holder("p2", "Ada Aldous-Example", reads=True, me=True, until=date(2026, 10, 31)),
            holder("p14", "Ben Beispiel", acting=True, since=date(2026, 10, 1), until=date(2026, 12, 18)),
            holder(
                "p9", "Wilhelmina Featherstonehaugh-Cholmondeley", since=date(2026, 11, 1), coming=True, waits=True
            ),
            reads_since=date(2025, 9, 1),
            receivers=(("p14", "Ben Beispiel"),),
            renews=True,
            past=("Olga Former-Example",),
        ),
        line(
            Office.DESIGNATED_LEAD,
            holder("p3", "Lena Lead", me=True),
            reads_since=date(2025, 9, 1),
            takes_over=True,
        ),
        line(Office.DEPUTY_LEAD, holder("p14", "Ben Beispiel")),
        line(Office.CHAIR),
        line(Office.HR, holder("p1", "Harriet Resource")),
        line(Office.KEEPER, holder("p1", "Harriet Resource"), holder("p6", "Kit Keeper-Sample", keyed=False)),
    ),
    CONTACTS,
)
QUIET = OfficesView(tuple(line(office) for office in Office), ())
PEOPLE_TO_OPEN = (
    PersonToOpen("p14", "Ben Beispiel", "Class teacher, Year 4", "D-2026-0014", date(2026, 9, 30)),
    PersonToOpen("p41", "Nguyễn Thị Mẫu", "Midday supervisor", "D-2025-0041", date(2025, 10, 2)),
)


def opened() -> OpenedAnswers:
    """Return what was opened, with a real PDF."""
    return OpenedAnswers(
        "Ben Beispiel",
        "Class teacher, Year 4",
        OpeningReason.OPEN.value,
        (
            OpenedCopy(
                "D-2026-0014",
                date(2026, 9, 30),
                (
                    ("Accounts", "Facebook, Instagram, WhatsApp"),
                    ("Parents", "Some are still there; I will remove them. By 14 October 2026"),
                    ("Worrying messages", "No"),
                ),
                sample_pdf("Social media declaration 2026–27, full copy"),
            ),
        ),
    )


def offices_page(_theme: Theme) -> OfficesPage:
    return OfficesPage(FRAME, VIEW, "Handed over.")


def quiet_offices_page(_theme: Theme) -> OfficesPage:
    return OfficesPage(HR_FRAME, QUIET, writes_contacts=False)


def take_over_page(_theme: Theme) -> TakeOverPage:
    return TakeOverPage(FRAME, Office.HEADTEACHER)


def contacts_page(_theme: Theme) -> ContactsPage:
    return ContactsPage(FRAME, CONTACTS)


def answers_pick_page(_theme: Theme) -> AnswersPickPage:
    return AnswersPickPage(FRAME, PEOPLE_TO_OPEN)


def nobody_to_open_page(_theme: Theme) -> AnswersPickPage:
    return AnswersPickPage(FRAME, ())


def answers_of_one_page(_theme: Theme) -> AnswersOfOnePage:
    return AnswersOfOnePage(FRAME, opened())


def full_copy_page(_theme: Theme) -> FullCopyPage:
    shown = opened()
    return FullCopyPage(shown.name, shown.copies[0])
