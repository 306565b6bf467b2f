"""What services hand to the window of declarations on paper: frozen values, in outcomes alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.paper_declaration import FormLine
from candour.domain.wording import Mark


@dataclass(frozen=True)
class PaperPoint:
    """One point of the form: its line and boxes, where it stands in the policy, and its statement."""

    line: FormLine
    place: str
    statement: str


@dataclass(frozen=True)
class PaperPerson:
    """Somebody who is in the round; `not_wanted` says why no paper of theirs is entered now, else ""."""

    person: str
    number: str
    name: str
    not_wanted: str
    signed: bool


@dataclass(frozen=True)
class EnvelopeLine:
    """A closed envelope that waits: whose, of a paper of which day, and for which points."""

    paper: str
    name: str
    signed_on: date
    points: tuple[str, ...]


@dataclass(frozen=True)
class PaperView:
    """A declaration on paper as it was entered, and how it stands.

    `lines` are point, statement, sign and outcome. `counts`: it is confirmed and nothing has taken its place;
    `can_confirm`: whoever looks is a second person for it; else `why_not` says why not, "" where nothing waits.
    `dealt` is who dealt with its envelope, and when; None while it waits, or where there is none.
    """

    paper: str
    reference: str
    name: str
    number: str
    signed_on: date
    lines: tuple[tuple[str, str, Mark, str], ...]
    entered_by: str
    confirmed_by: str
    counts: bool
    can_confirm: bool
    why_not: str
    envelope: bool = False
    dealt: tuple[str, date] | None = None


@dataclass(frozen=True)
class PaperGround:
    """The papers of the running round, and what a new one is entered with; `may_enter`: whoever looks is HR.

    `excepts` names the points that share each box "Except"; `headteacher` opens the envelopes.
    """

    round: str
    opens: date
    today: date
    points: tuple[PaperPoint, ...]
    excepts: tuple[tuple[str, ...], ...]
    people: tuple[PaperPerson, ...]
    papers: tuple[PaperView, ...]
    headteacher: str
    may_enter: bool

    @property
    def to_compare(self) -> tuple[PaperView, ...]:
        """The papers that wait for a second person."""
        return tuple(each for each in self.papers if not each.confirmed_by)

    @property
    def confirmed(self) -> tuple[PaperView, ...]:
        """The papers that a second person has confirmed."""
        return tuple(each for each in self.papers if each.confirmed_by)
