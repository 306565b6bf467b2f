"""The register of a check, made with sample lines for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tests.gui.pages.registry_people import ALL_PLACES

from candour.domain.register_view import LastYear, RegisterLine, RegisterView
from candour.domain.round import CheckState
from candour.gui.pages.register import RegisterPage
from candour.gui.pages.register_none import NoRegisterPage

if TYPE_CHECKING:
    from candour.gui.theme import Theme

FRAME = ALL_PLACES
TODAY, DUE = date(2026, 10, 20), date(2026, 10, 16)


def line(number: int, name: str, state: CheckState, **said: object) -> RegisterLine:
    known: dict[str, object] = {
        "person": f"p{number}",
        "number": f"{number:04}",
        "name": name,
        "role": "Class teacher",
        "phase": "Key Stage 1",
        "state": state,
        "signed_on": None,
        "due": DUE,
        "open_lines": 0,
        "next_date": None,
        "exceptions": (),
        "away_until": None,
    }
    return RegisterLine(**{**known, **said})  # type: ignore[arg-type]


LINES = (
    line(
        4,
        "Ada Aldous-Example",
        CheckState.SIGNED,
        signed_on=date(2026, 10, 3),
        first_signed=date(2026, 10, 3),
        exceptions=("E-2026-014",),
        exception_ends=date(2026, 11, 30),
    ),
    line(38, "Anna Beispiel", CheckState.NOT_STARTED, reminders=1, reminded_on=date(2026, 10, 6)),
    line(
        41,
        "Nguyễn Thị Mẫu",
        CheckState.SIGNED_OPEN,
        signed_on=date(2026, 10, 12),
        first_signed=date(2026, 9, 29),
        open_lines=1,
        next_date=date(2026, 10, 30),
    ),
    line(52, "Siân Sample", CheckState.IN_PROGRESS, due=date(2026, 10, 30), undecided=1),
    line(60, "Theo Invented", CheckState.NOT_STARTED, away_until=date(2026, 12, 18)),
)
OPENS = date(2026, 9, 14)
VIEW = RegisterView("2026–27", OPENS, DUE, TODAY, LINES)


def _one(number: int) -> RegisterLine:
    """Return one of the many people of a larger school: most have signed, some are late."""
    roles = ("Class teacher", "Teaching assistant", "Midday supervisor", "Office")
    said: dict[str, object] = {"role": roles[number % 4], "phase": ("Early years", "Key Stage 1", "")[number % 3]}
    name = f"Person {number:02} Invented"
    if number % 6 == 5:
        place = number // 6
        late = timedelta(days=(-9, 3, -9, 10, 20, -9, 2)[place])
        state = CheckState.IN_PROGRESS if place % 2 else CheckState.NOT_STARTED
        return line(number, name, state, due=TODAY - late, undecided=number % 2, **said)
    day = OPENS + timedelta(days=(number * 7) % 36)
    open_line = {"open_lines": 1, "next_date": TODAY - timedelta(days=2)} if number % 10 == 1 else {}
    state = CheckState.SIGNED_OPEN if open_line else CheckState.SIGNED
    return line(number, name, state, signed_on=day, first_signed=day, **open_line, **said)


LAST_YEAR = LastYear(date(2025, 9, 15), 44, tuple(date(2025, 9, 18) + timedelta(days=at) for at in range(40)))
SCHOOL = RegisterView(
    "2026–27", OPENS, DUE, TODAY, tuple(_one(number) for number in range(45)), last_year=LAST_YEAR
)
NOBODY = replace(
    VIEW,
    today=OPENS,
    lines=tuple(
        line(each, f"Person {each} Invented", CheckState.NOT_STARTED, due=date(2026, 10, 30)) for each in range(3)
    ),
)


def register_page(_theme: Theme | None = None) -> RegisterPage:
    return RegisterPage(FRAME, VIEW)


def school_page(_theme: Theme | None = None) -> RegisterPage:
    return RegisterPage(FRAME, SCHOOL)


def begins_page(_theme: Theme) -> RegisterPage:
    return RegisterPage(FRAME, NOBODY)


def nobody_page(_theme: Theme) -> RegisterPage:
    page = RegisterPage(FRAME, VIEW)
    page.search.field.setText("nobody at all")
    return page


def none_page(_theme: Theme) -> NoRegisterPage:
    return NoRegisterPage(FRAME)
