"""The activity, made with sample lines for the registry."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tests.gui.pages.registry_people import few

from candour.domain.activity import ActivityLine, Group
from candour.domain.activity import ActivityPage as Lines
from candour.gui.pages.activity import ActivityPage
from candour.gui.places import ACTIVITY

if TYPE_CHECKING:
    from candour.gui.theme import Theme

FRAME = few(ACTIVITY)
TODAY = date(2026, 10, 20)
ANNA, THEO, OFFICE = "Anna Beispiel", "Theo Invented", "Harriet Resource"


def line(day: int, who: str, what: str, whom: str, group: Group, person: str = "") -> ActivityLine:
    return ActivityLine(datetime(2026, 10, day, 9 + day % 7, 42, tzinfo=UTC), who, what, whom, group, person)


LINES = (
    line(20, OFFICE, "Exported the declarations of 2026–27", "", Group.EXPORTS),
    line(19, "Not shown", "Approved exception E-2026-014, until 31 July 2027", ANNA, Group.EXCEPTIONS, "p38"),
    line(19, "Not shown", "Day to sign by: 30 October 2026", THEO, Group.PEOPLE, "p60"),
    line(
        16,
        "Ada Aldous-Example",
        "Opened the answers. A duty of the office that reads it.",
        ANNA,
        Group.OPENINGS,
        "p38",
    ),
    line(12, ANNA, "Signed: D-2026-0038, 1 open", "", Group.SIGNING, "p38"),
    line(9, ANNA, "Asked for E-2026-014: family or other connection", "", Group.EXCEPTIONS, "p38"),
    line(5, OFFICE, "Made a new code", "11 people", Group.KEYS),
    line(2, OFFICE, "Office given: deputy lead, acting, from 2 October 2026", THEO, Group.OFFICES, "p60"),
)
COUNTS = {
    Group.SIGNING: 38,
    Group.PEOPLE: 61,
    Group.KEYS: 49,
    Group.EXCEPTIONS: 17,
    Group.OPENINGS: 1,
    Group.OFFICES: 9,
    Group.ROUNDS: 0,
    Group.EXPORTS: 41,
    Group.SCHOOL: 0,
}


def activity_page(_theme: Theme | None = None) -> ActivityPage:
    page = ActivityPage(FRAME, Lines(LINES, "more"), TODAY)
    page.show_counts(COUNTS)
    return page


def activity_of_one_page(_theme: Theme | None = None) -> ActivityPage:
    page = ActivityPage(FRAME, Lines(LINES[3:6], ""), TODAY, "p38", ANNA)
    page.show_counts({**dict.fromkeys(Group, 0), Group.SIGNING: 1, Group.EXCEPTIONS: 1, Group.OPENINGS: 1})
    return page


def activity_none_page(_theme: Theme | None = None) -> ActivityPage:
    page = ActivityPage(FRAME, Lines((), ""), TODAY)
    page.filters.search.setText("nobody at all")
    page.show_counts(dict.fromkeys(Group, 0))
    return page


def activity_days_page(_theme: Theme | None = None) -> ActivityPage:
    page = activity_page()
    page.filters.days.choose("Choose days")
    page.begin_save()
    return page
