"""The form of a declaration on paper, as it is printed: for somebody by name, for several, or blank."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class FormPoint:
    """One point: its place in the policy, its statement, and whether it may stay open or wait for the school."""

    point: str
    place: str
    statement: str
    may_stay_open: bool
    may_lack: bool


@dataclass(frozen=True)
class FormPaper:
    """All that a form says.

    `people` are names and staff numbers, a form for each; none makes one blank form. `excepts` are the points that
    share one box "Except", box by box. `hr` takes the form back ("" for the school office); `large` is large print.
    """

    school: str
    title: str
    policy: str
    due: date
    printed_on: date
    points: tuple[FormPoint, ...]
    excepts: tuple[tuple[str, ...], ...]
    declaration: str
    headteacher: str
    lead: str
    hr: str
    people: tuple[tuple[str, str], ...] = ()
    large: bool = False
