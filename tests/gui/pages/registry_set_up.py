"""The pages of the first run, made with sample values for the registry."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import TYPE_CHECKING

from tests.first_runs import DEPUTY, ME, NAME, OFFICES
from tests.gui.pages.around import PACK, WORDS

from candour.domain.people import Office
from candour.domain.setting_up import OfficesAsked, SomebodyAsked
from candour.gui.pages.recover import RecoverPage
from candour.gui.pages.set_up_backup import SetUpBackupPage
from candour.gui.pages.set_up_offices import SetUpOfficesPage
from candour.gui.pages.set_up_people import SetUpPeoplePage
from candour.gui.pages.set_up_policy import SetUpPolicyPage
from candour.gui.pages.set_up_ready import SetUpReadyPage
from candour.gui.pages.set_up_recovery import SetUpRecoveryPage
from candour.gui.pages.set_up_school import SetUpSchoolPage, SetUpStandsPage
from candour.services.set_up_results import Sheet, Standing

if TYPE_CHECKING:
    from candour.gui.pages.page import Page
    from candour.gui.theme import Theme

FOLDER = "/srv/harbour-lane/school"
STAFF = (
    SomebodyAsked("4", "Teo Teacher-Invented", "teo@harbour.example", "Class teacher"),
    SomebodyAsked("5", "Ann Aide-Invented", "", "Teaching assistant"),
)


def standing(**changed: object) -> Standing:
    values: dict[str, object] = {
        "step": "ready",
        "school": NAME,
        "register": "0123456789abcdef" * 2,
        "me": ME,
        "folder": FOLDER,
        "offices": OFFICES,
        "pack": PACK,
        "staff": STAFF,
        "backup": "/media/stick",
        "round": "",
        "head": "Hal Head-Invented",
        "head_ready": False,
        "uninvited": 4,
        "today": date(2026, 9, 1),
        "opens": date(2026, 9, 1),
        "due": date(2026, 10, 13),
    }
    return Standing(**(values | changed))  # type: ignore[arg-type]


def school_page(_theme: Theme) -> Page:
    page = SetUpSchoolPage()
    page.show_place(FOLDER)
    return page


def stands_page(_theme: Theme) -> Page:
    return SetUpStandsPage(NAME, ME, FOLDER, "people")


def offices_page(_theme: Theme) -> SetUpOfficesPage:
    page = SetUpOfficesPage(ME, "offices")
    page.show_filled(OFFICES)
    return page


def alone_page() -> SetUpOfficesPage:
    """Return the second page of a school whose business manager is Headteacher too."""
    page = SetUpOfficesPage(ME, "policy")
    mine = tuple(
        dataclasses.replace(each, number=ME.number)
        for each in OFFICES.offices
        if each.office in (Office.HEADTEACHER, Office.DESIGNATED_LEAD)
    )
    page.show_filled(OfficesAsked((DEPUTY,), (*mine, *OFFICES.offices[2:]), OFFICES.outside))
    return page


def policy_page(_theme: Theme) -> SetUpPolicyPage:
    return SetUpPolicyPage(PACK, date(2026, 9, 1), "policy")


def people_page(_theme: Theme) -> SetUpPeoplePage:
    return SetUpPeoplePage(STAFF, "people")


def backup_page(_theme: Theme) -> SetUpBackupPage:
    return SetUpBackupPage(FOLDER, "", "backup")


def recovery_page(_theme: Theme) -> SetUpRecoveryPage:
    return SetUpRecoveryPage(Sheet(WORDS, (3, 11, 20), b""), "recovery")


def ready_page(_theme: Theme) -> SetUpReadyPage:
    return SetUpReadyPage(standing())


def recover_page(_theme: Theme) -> RecoverPage:
    return RecoverPage(FOLDER)
