"""What services hand to the window of a person's year: how each check stands, what is to do, what was signed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from candour.services.request_results import LookAgain, PointChanged, PolicyChanged
    from candour.services.results import DeclarationLine, OpenRequest


@dataclass(frozen=True)
class ToDo:
    """Something the person promised to do by a day: which question, in words, and whether the day is past.

    `beside` is the title of a checklist that not everybody answers ("School accounts"), else "".
    """

    reference: str
    checklist: str
    question: str
    about: str
    words: str
    until: date
    past: bool
    beside: str = ""


@dataclass(frozen=True)
class GroupLine:
    """One row of the home page: a group of questions, and how many of its questions are answered.

    `first` is the id of the question that the row opens: the first without an answer, else the group's first.
    """

    title: str
    done: int
    of: int
    first: str


@dataclass(frozen=True)
class CheckLine:
    """How one checklist of the person stands in the round that runs; `checklist` is its id.

    `everyones`: everybody answers it. `signed`: a declaration is in force. `begun`: something was answered or
    signed. `stopped_at` is the rail's words of the first question without an answer ("" at Check and sign),
    `updating` whether an update was begun and not signed, `changed` what was decided since it was signed, `policy`
    what a pack taken into force since asks again. `on_paper` is the day of the paper that counts while they have
    not signed here.
    """

    checklist: str
    title: str
    everyones: bool
    signed: bool
    begun: bool
    done: int
    of: int
    stopped_at: str
    groups: tuple[GroupLine, ...]
    todos: tuple[ToDo, ...] = ()
    changed: tuple[PointChanged, ...] = ()
    updating: bool = False
    policy: PolicyChanged | None = None
    on_paper: date | None = None


@dataclass(frozen=True)
class Home:
    """A person's year at a glance: all that they are asked in this round, everybody's checklist first.

    `checks` is empty with no round, `next_opens` the day on which the next check is to open, `telling` whether they
    said that they are going to tell the designated lead and have not yet said that they did.
    """

    round: str
    due: date | None
    checks: tuple[CheckLine, ...]
    requests: tuple[OpenRequest, ...]
    declarations: tuple[DeclarationLine, ...]
    telling: bool
    next_opens: date | None
    look_again: tuple[LookAgain, ...] = ()

    @property
    def kind(self) -> str:
        """Return "open" while anything waits to be signed, "signed" once all is, "nothing" with no round."""
        if not self.checks:
            return "nothing"
        return "signed" if all(check.signed for check in self.checks) else "open"

    @property
    def is_done(self) -> bool:
        """Whether nothing of this round is left to do."""
        return self.kind != "open" and not self.todos and not self.changed and self.policy is None

    @property
    def policy(self) -> PolicyChanged | None:
        """Return the first update that a new policy asks for, if any."""
        return next((check.policy for check in self.checks if check.policy is not None), None)

    @property
    def todos(self) -> tuple[ToDo, ...]:
        """Return what is to do in all of it, the earliest day first."""
        return tuple(sorted((todo for check in self.checks for todo in check.todos), key=lambda each: each.until))

    @property
    def changed(self) -> tuple[PointChanged, ...]:
        """Return what was decided or has ended since it was signed, in all of it."""
        return tuple(point for check in self.checks for point in check.changed)


@dataclass(frozen=True)
class MyRecord:
    """What the person has here: declarations, newest first, requests, and what they still have to do.

    `can_change` are the checklists that they signed in the round that runs, as ids and titles.
    """

    declarations: tuple[DeclarationLine, ...]
    requests: tuple[OpenRequest, ...]
    todos: tuple[ToDo, ...]
    changed: tuple[PointChanged, ...] = ()
    look_again: tuple[LookAgain, ...] = ()
    policy: PolicyChanged | None = None
    can_change: tuple[tuple[str, str], ...] = ()
