"""A declaration on paper: the form, what was entered from it, and what the register keeps of it.

It holds outcomes alone. Where several points share one exception, so does the form: as in the app, a tick beside a
single one of them would tell HR whom it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from candour.domain.dates import uk_date
from candour.domain.journal import Row
from candour.domain.people_import import padded
from candour.domain.scans import scan_kind
from candour.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from candour.domain.policy import Checklist, Question
    from candour.domain.wording import Mark

CONFIRMED: Final = "Confirmed"
ENVELOPE: Final = "Waiting for the Headteacher"
SCHOOL: Final = "Waiting for the school"


class PaperState(StrEnum):
    """How a paper stands: it counts while it is confirmed."""

    ENTERED = "entered"
    CONFIRMED = "confirmed"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True)
class PaperDeclaration(Row):
    """A declaration on paper as HR entered it for `person`: it counts once a second person has compared the scan.

    `scan` is the SHA-256 of the stored file, `confirmed_by` "" until then; `open_lines` and `next_date` are counted
    as on a signed declaration. A later row of the same `paper` supersedes.
    """

    paper: str
    reference: str
    person: str
    round: str
    checklist: str
    signed_on: date
    scan: str
    entered_by: str
    confirmed_by: str
    state: str
    open_lines: int
    next_date: date | None


@dataclass(frozen=True)
class PaperLine(Row):
    """One line of a declaration on paper: the outcome in words and its date, if it has one."""

    paper: str
    line: str
    point: str
    outcome: str
    until: date | None


@dataclass(frozen=True)
class EnvelopeDealt(Row):
    """That the closed envelope of a paper was opened and decided by `dealt_by`; what was in it is kept nowhere."""

    paper: str
    person: str
    dealt_by: str
    dealt_on: date


@dataclass(frozen=True)
class FormLine:
    """One point of the form, and which boxes stand beside it; without any it is confirmed by the signature."""

    line: str
    point: str
    may_stay_open: bool
    may_lack: bool


@dataclass(frozen=True)
class Form:
    """The boxes of a form; `excepts` are the lines that share one box "Except", group by group."""

    lines: tuple[FormLine, ...]
    excepts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class NewPaper:
    """What HR types from a form, and its scan.

    `open_until` holds the day for each line that is open, `lacking` the lines that wait for the school's phone or
    account, `excepted` the groups of lines (by place in the form) whose details lie in the closed envelope.
    """

    person: str
    signed_on: date
    open_until: Mapping[str, date]
    lacking: frozenset[str]
    excepted: frozenset[int]
    scan: bytes


def form_of(checklist: Checklist) -> Form:
    """Return the boxes that a checklist's form has, from what its answers can lead to."""
    met = [question for question in checklist.questions if question.line]
    lines = tuple(
        FormLine(
            line.id,
            line.point,
            may_stay_open=_leads_to(met, line.id, "open"),
            may_lack=_leads_to(met, line.id, "school"),
        )
        for line in checklist.lines
    )
    return Form(lines, _sharing(checklist, met))


def _leads_to(questions: Iterable[Question], line: str, outcome: str) -> bool:
    return any(answer.outcome == outcome for q in questions if q.line == line for answer in q.answers)


def _sharing(checklist: Checklist, questions: Iterable[Question]) -> tuple[tuple[str, ...], ...]:
    """Return the lines that one request reaches, joined wherever two requests share one."""
    groups: list[set[str]] = []
    for question in questions:
        if all(answer.outcome != "ask" for answer in question.answers):
            continue
        reached = {question.line, *question.also_lines}
        for other in [group for group in groups if group & reached]:
            groups.remove(other)
            reached |= other
        groups.append(reached)
    order = [line.id for line in checklist.lines]
    return tuple(sorted((tuple(sorted(g, key=order.index)) for g in groups), key=lambda g: order.index(g[0])))


def check_paper(new: NewPaper, form: Form, opens: date, today: date) -> None:
    """Raise Refused, in a sentence that says what to do, for a form that cannot be so."""
    scan_kind(new.scan)
    if not opens <= new.signed_on <= today:
        raise Refused(
            f"Type the day beside the signature: not before {uk_date(opens)}, when the check opened, "
            "and not after today."
        )
    known = {line.line: line for line in form.lines}
    if any(line not in known or not known[line].may_stay_open for line in new.open_until):
        raise Refused("A point that cannot stay open is marked as open: look at the form once more.")
    if any(line not in known or not known[line].may_lack for line in new.lacking):
        raise Refused("A point that needs nothing of the school waits for it: look at the form once more.")
    if any(group not in range(len(form.excepts)) for group in new.excepted):
        raise Refused("The boxes have changed since: open the page once more.")
    if any(until < new.signed_on for until in new.open_until.values()):
        raise Refused("A point cannot be open until a day before the signature: look at the form once more.")


def paper_lines(new: NewPaper, form: Form, paper: str) -> tuple[PaperLine, ...]:
    """Return what a form says of each point, in the form's order."""
    waiting = {line for group in new.excepted for line in form.excepts[group]}
    return tuple(
        PaperLine(
            paper,
            each.line,
            each.point,
            _words(each.line in waiting, each.line in new.lacking, new.open_until.get(each.line)),
            new.open_until.get(each.line),
        )
        for each in form.lines
    )


def _words(waiting: bool, lacking: bool, until: date | None) -> str:  # noqa: FBT001 - one fact each
    parts = [
        ENVELOPE if waiting else "",
        SCHOOL if lacking else "",
        f"Open until {uk_date(until)}" if until else "",
    ]
    return "; ".join(part for part in parts if part) or CONFIRMED


def mark_of(line: PaperLine) -> Mark:
    """Return which sign stands before the words of a line, as on a declaration."""
    if line.until is not None:
        return "open"
    return "confirmed" if line.outcome == CONFIRMED else "waiting"


def open_in_paper(lines: Iterable[PaperLine]) -> tuple[int, date | None]:
    """Return how many lines are open, counted as on a signed declaration, and the first day of these."""
    found = tuple(lines)
    days = [line.until for line in found if line.until is not None]
    return sum(line.until is not None or SCHOOL in line.outcome for line in found), min(days, default=None)


def paper_reference(year: int, number: str, papers: int) -> str:
    """Return the reference of somebody's next paper in a round, after so many before it: "D-2026-0038-P"."""
    return f"D-{year}-{padded(number)}-P{papers + 1 if papers else ''}"
