"""Sample values for the pages around the check: plainly invented people, and the real policy pack."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from candour.domain.pack_file import read_pack
from candour.domain.wording import names_for
from candour.gui.places import CHECK, HELD, RECORD, Frame, Place
from candour.resources import resource_text
from candour.services.results import (
    ContactCard,
    DeclarationLine,
    Held,
    HeldLine,
    KeyLine,
    Named,
    OpenCheck,
    OpenedLine,
    OpenRequest,
    Signed,
    SignInList,
)
from candour.services.year_results import CheckLine, GroupLine, Home, MyRecord, ToDo

if TYPE_CHECKING:
    from candour.gui.pages.page import Page

PACK = read_pack(resource_text("policies", "milton-road-2025.toml"))
NAMES = names_for(
    PACK,
    headteacher="Hetty Head",
    lead="Lena Lead",
    deputy="Dee Puty",
    hr="Harriet Resource",
    since=date(2025, 10, 3),
    start_year=2026,
)
CONTACTS = (
    ContactCard("Designated lead", "Lena Lead", "Room 1", "01632 960001"),
    ContactCard("Deputy lead", "Dee Puty", "Room 4", "01632 960004"),
    ContactCard("Chair of governors", "Cora Chair", "", "01632 960009"),
    ContactCard("Local authority", "Duty officer", "", "01632 960010"),
)
KEYS = (
    KeyLine(date(2025, 10, 3), "Harriet Resource", "good", ("able", "bird", "coat", "dune", "echo", "fern")),
    KeyLine(
        date(2026, 10, 1),
        "Harriet Resource",
        "waiting for confirmation",
        ("gold", "hill", "iron", "jade", "kite", "lamp"),
    ),
)
SIGN_IN = SignInList(
    "Invented Primary School",
    (Named("a1", "Anna Beispiel"), Named("b2", "Ben Sample"), Named("s3", "Siân Example")),
    "Harriet Resource",
    CONTACTS,
    can_list=True,
)
WORDS = tuple(f"word{number}" for number in range(1, 25))
TITLE, SCHOOL_TITLE = "Social media declaration", "School accounts declaration"
LAST_YEAR = DeclarationLine("D-2025-0038", "2025–26", date(2025, 10, 3), 0, None, sealed=True, title=TITLE)
THIS_YEAR = DeclarationLine(
    "D-2026-0038", "2026–27", date(2026, 10, 16), 1, date(2026, 10, 30), sealed=False, title=TITLE
)
SCHOOL_YEAR = DeclarationLine(
    "D-2026-0038-S", "2026–27", date(2026, 10, 19), 1, date(2026, 11, 2), sealed=False, title=SCHOOL_TITLE
)
TODAY = date(2026, 10, 7)
FRAME = Frame(
    "Anna Beispiel",
    "Teaching assistant",
    (Place(CHECK, "My check"), Place(RECORD, "My record"), Place(HELD, "What is held about me")),
)
REQUESTS = (
    OpenRequest("E-2026-014", "Family or other connection", "Approved", "My sister", date(2027, 7, 31)),
    OpenRequest("E-2026-021", "Prior approval", "Waiting for the Headteacher", "The residential trip", None),
)
TO_DO = ToDo(
    "D-2026-0038",
    "personal",
    "own-phone",
    "your own phone",
    "I still do, I will stop",
    date(2026, 10, 30),
    past=False,
)
SCHOOL_TO_DO = ToDo(
    "D-2026-0038-S",
    "school",
    "photos",
    "photographs and videos",
    "Still to do",
    date(2026, 11, 2),
    past=False,
    beside="School accounts",
)
GROUPS = (
    GroupLine("Your accounts", 1, 1, "accounts"),
    GroupLine("Family and others", 1, 1, "family"),
    GroupLine("People who follow you or are your friends", 2, 3, "ex-pupils"),
    GroupLine("Being in touch", 0, 1, "in-touch"),
    GroupLine("Phone and e-mail", 0, 2, "own-phone"),
    GroupLine("Children and messages", 0, 2, "child-messages"),
    GroupLine("What you post", 0, 2, "posts"),
)
SCHOOL_GROUPS = (
    GroupLine("The pages", 3, 3, "platforms"),
    GroupLine("People in the posts", 1, 3, "names"),
    GroupLine("Links, comments and posts", 0, 3, "links"),
)
RECORD_OF = MyRecord((THIS_YEAR, LAST_YEAR), REQUESTS, (TO_DO,), can_change=(("personal", "Personal accounts"),))
SCHOOL_RECORD = MyRecord(
    (SCHOOL_YEAR, THIS_YEAR, LAST_YEAR),
    REQUESTS,
    (TO_DO, SCHOOL_TO_DO),
    can_change=(("personal", "Personal accounts"), ("school", "School accounts")),
)
HELD_OF = Held(
    (
        HeldLine("Name, staff number, role", date(2024, 9, 1), "you, HR", "until a year after you leave"),
        HeldLine("Declaration D-2026-0038", date(2026, 10, 16), "you, HR, the Headteacher", "for six years"),
        HeldLine("Answers behind it", date(2026, 10, 16), "you, the Headteacher", "for six years"),
    ),
    (
        OpenedLine(
            "Hetty Head", datetime(2026, 10, 20, 8, 30, tzinfo=UTC), "your answers", "A to-do is past its day"
        ),
    ),
    b"%PDF",
    b"{}",
)


def personal(**changed: object) -> CheckLine:
    values: dict[str, object] = {
        "checklist": "personal",
        "title": "Personal accounts",
        "everyones": True,
        "signed": False,
        "begun": True,
        "done": 4,
        "of": 12,
        "stopped_at": "Ex-pupils under 18",
        "groups": GROUPS,
    }
    return CheckLine(**{**values, **changed})  # type: ignore[arg-type]


def school(**changed: object) -> CheckLine:
    values: dict[str, object] = {
        "checklist": "school",
        "title": "School accounts",
        "everyones": False,
        "of": 9,
        "stopped_at": "Names",
        "groups": SCHOOL_GROUPS,
    }
    return personal(**{**values, **changed})


def signed_personal(**changed: object) -> CheckLine:
    return personal(**{"signed": True, "done": 12, "stopped_at": "", "todos": (TO_DO,), **changed})


def home(*checks: CheckLine, **changed: object) -> Home:
    values: dict[str, object] = {
        "round": "2026–27",
        "due": date(2026, 10, 16),
        "checks": checks or (personal(),),
        "requests": REQUESTS,
        "declarations": (LAST_YEAR,),
        "telling": False,
        "next_opens": None,
    }
    return Home(**{**values, **changed})  # type: ignore[arg-type]


def signed_home(*checks: CheckLine, **changed: object) -> Home:
    return home(*(checks or (signed_personal(),)), **{"declarations": (THIS_YEAR, LAST_YEAR), **changed})


def nothing_home(**changed: object) -> Home:
    return home(**{"checks": (), **changed})


def check(**changed: object) -> OpenCheck:
    values: dict[str, object] = {
        "round": "2026–27",
        "due": date(2026, 10, 16),
        "pack": PACK,
        "checklist": PACK.checklist("personal"),
        "answers": {},
        "names": NAMES,
        "policy_opened": False,
        "requests": (),
        "signed": None,
    }
    return OpenCheck(**{**values, **changed})  # type: ignore[arg-type]


def signed(**changed: object) -> Signed:
    values: dict[str, object] = {
        "reference": "D-2026-0038",
        "title": TITLE,
        "name": "Anna Beispiel",
        "signed_at": datetime(2026, 10, 16, 9, 42, tzinfo=UTC),
        "policy": "Social Networking and Social Media Policy of 5 February 2025",
        "open_until": None,
        "offer_passphrase": False,
        "must_choose_passphrase": False,
        "proposed_passphrase": "acorn velvet harbour mitten",
    }
    return Signed(**{**values, **changed})  # type: ignore[arg-type]


def problems(page: Page) -> list[str]:
    return [link.words for link in page.summary.links()]


def cut_sideways(page: Page) -> list[str]:
    """Return the parts that have less width than they need in a window of 800 × 600."""
    page.resize(800, 600)
    page.show()
    QCoreApplication.sendPostedEvents()
    return [
        f"{type(part).__name__} {part.accessibleName()}"
        for part in page.findChildren(QWidget)
        if part.isVisible() and part.minimumSizeHint().width() > part.width() and not isinstance(part, QComboBox)
    ]
