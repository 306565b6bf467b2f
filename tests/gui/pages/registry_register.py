"""The register of a check, made with sample lines for the registry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.gui.pages.registry_people import FRAME as PEOPLE_FRAME

from candour.domain.register_view import RegisterLine, RegisterView
from candour.domain.round import CheckState
from candour.gui.pages.register import RegisterPage
from candour.gui.pages.register_none import NoRegisterPage
from candour.gui.places import REGISTER, Place

if TYPE_CHECKING:
    from candour.gui.theme import Theme

FRAME = replace(PEOPLE_FRAME, places=(*PEOPLE_FRAME.places, Place(REGISTER, "Register")))
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
    line(4, "Ada Aldous-Example", CheckState.SIGNED, signed_on=date(2026, 10, 3), exceptions=("E-2026-014",)),
    line(38, "Anna Beispiel", CheckState.NOT_STARTED, reminders=1, reminded_on=date(2026, 10, 6)),
    line(
        41,
        "Nguyễn Thị Mẫu",
        CheckState.SIGNED_OPEN,
        signed_on=date(2026, 10, 12),
        open_lines=1,
        next_date=date(2026, 10, 30),
    ),
    line(52, "Siân Sample", CheckState.IN_PROGRESS, due=date(2026, 10, 30)),
    line(60, "Theo Invented", CheckState.NOT_STARTED, away_until=date(2026, 12, 18)),
)
VIEW = RegisterView("2026–27", date(2026, 9, 14), DUE, TODAY, LINES)


def register_page(_theme: Theme | None = None) -> RegisterPage:
    return RegisterPage(FRAME, VIEW)


def nobody_page(_theme: Theme) -> RegisterPage:
    page = RegisterPage(FRAME, VIEW)
    page.search.field.setText("nobody at all")
    return page


def none_page(_theme: Theme) -> NoRegisterPage:
    return NoRegisterPage(FRAME)
