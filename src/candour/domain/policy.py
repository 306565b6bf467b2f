"""The policy pack: a school's policy as points, checklists and help, in plain words.

The code knows no question by name. A pack says which questions there are, when each is asked, and what
each answer means for which line of the declaration. `candour.domain.pack_file` reads it from TOML.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal, TypeVar

import msgspec

OutcomeKind = Literal["confirmed", "open", "ask", "school"]
"""What an answer means for its line: Confirmed, Open until, Except or Waiting for E-, Waiting for the school."""

LeadsTo = Literal["", "date", "look", "talk", "request", "stop", "told", "untag"]
"""Where an answer leads before the next question: a date, help, a request, the stop card, a list of people."""

QuestionKind = Literal["accounts", "connections", "choice"]
"""accounts: tick every one; connections: none, or one request for each; choice: one answer of several."""

RequestKind = Literal["connection", "prior approval"]
"""The two kinds of exception request: family or other connection (2.1, 2.8), and prior approval (2.5)."""


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a pack: nothing beside its named fields is accepted, so that a slip of the pen is found."""


PartT = TypeVar("PartT", bound=Part)


class Point(Part, frozen=True):
    """A numbered rule of the school's document, in plain words of our own."""

    ref: str
    place: str
    words: str
    advice: bool = False


class Answer(Part, frozen=True):
    """One honest answer to a question, what it means, and who will see what.

    `days` is the usual time for an open answer, in days from signing; answers of one question that must look
    alike to HR carry the same, and `done_as` the Confirmed answer of the same question that an open one becomes
    once it is done. `beside` names answers that may be true together with this one.
    """

    id: str
    label: str
    outcome: OutcomeKind
    hint: str = ""
    leads_to: LeadsTo = ""
    days: int | None = None
    done_as: str = ""
    only_you_see: str = ""
    hr_sees: str = ""
    beside: tuple[str, ...] = ()
    thanks: str = ""


class Condition(Part, frozen=True):
    """A follow-up is asked when `question` was answered with one of `answers`."""

    question: str
    answers: tuple[str, ...]


class Question(Part, frozen=True):
    """One page of a checklist.

    `about` is a short phrase for errors and accessible names ("pupils"), `error` the sentence for a page left
    without an answer. `line` names the line of the declaration that the answer speaks to ("" for none), and
    `also_lines` further lines that a request from here covers: every question that may ask for a connection
    reaches the same lines, so that HR cannot infer who is meant. `needs_accounts`: not asked of somebody
    without personal accounts; its line is then Confirmed. `asked_when` makes it a follow-up, which shares the
    number of the question before it. `alone` is the id of the answer that excludes all others where several
    may be ticked. Texts may hold {headteacher}, {lead}, {deputy}, {hr}, {school}, {since}, {ex_pupil_year},
    {approved_systems}, {policy_date}: filled in by `candour.domain.wording`.
    """

    id: str
    kind: QuestionKind
    rail: str
    about: str
    heading: str
    error: str
    line: str = ""
    also_lines: tuple[str, ...] = ()
    body: str = ""
    point: str = ""
    why: str = ""
    answers: tuple[Answer, ...] = ()
    needs_accounts: bool = False
    where_to_look: bool = False
    asked_when: Condition | None = None
    alone: str = ""
    request: RequestKind | None = None


class Line(Part, frozen=True):
    """One printed statement of the declaration, with the point that it answers.

    `pupils`: it is about pupils, so that the Headteacher is shown what stays open there past its day.
    """

    id: str
    point: str
    statement: str
    pupils: bool = False


class Group(Part, frozen=True):
    """A heading of the home page and the ids of the questions under it."""

    title: str
    questions: tuple[str, ...]


class Checklist(Part, frozen=True):
    """An ordered list of questions; everyone's, or only of those who post for the school.

    `declaration_title` heads the document, before the name of the round ("Social media declaration").
    `declaration` and `closing_note` stand on it in place of the pack's own words; "": those of the pack.
    """

    id: str
    title: str
    declaration_title: str
    version: int
    for_whom: Literal["everyone", "posts for the school"]
    lines: tuple[Line, ...]
    questions: tuple[Question, ...]
    groups: tuple[Group, ...] = ()
    declaration: str = ""
    closing_note: str = ""

    @property
    def everyones(self) -> bool:
        """Whether everybody answers it, and not only who posts for the school."""
        return self.for_whom == "everyone"


class Platform(Part, frozen=True):
    """An app, and where in it the followers and the settings are; "checked on" because menus move."""

    id: str
    name: str
    steps: tuple[str, ...]
    checked_on: date
    settings: tuple[str, ...] = ()
    removed_are_not_told: bool = False


class Promise(Part, frozen=True):
    """What the school promises its staff, agreed with whom and when; with neither it is a proposal."""

    words: tuple[str, ...]
    agreed_with: str = ""
    agreed_on: date | None = None


class Setting(Part, frozen=True):
    """One text that an option puts in place, and where it stands: "checklists.school.lines.photos.point"."""

    at: str
    to: str


class Option(Part, frozen=True):
    """One answer of the school to a choice that its policy leaves open, and the texts that follow from it."""

    id: str
    label: str
    hint: str = ""
    sets: tuple[Setting, ...] = ()


class Choice(Part, frozen=True):
    """Something on which two points of the policy differ, for the school to settle; `chosen` is "" until then."""

    id: str
    heading: str
    options: tuple[Option, ...]
    body: str = ""
    chosen: str = ""


class Ages(Part, frozen=True):
    """Ages and years behind "ex-pupil under 18": the age, and the age at which the last year group leaves."""

    ex_pupil_under: int
    leaves_at: int
    last_year_group: str


class Pack(Part, frozen=True):
    """A whole policy pack, identified by the hash of its content: see `candour.domain.pack_file.pack_hash`.

    `untag` and `public_view` are numbered lines of help: how to come off somebody's post, and how to see what
    the public sees. `extension_days` are working days. `conditions` are the ready ones of a decision, each a line.
    """

    title: str
    policy_date: date
    review_due: str
    written_by: str
    school: str
    declaration: str
    confirm: str
    closing_note: str
    community: str
    points: tuple[Point, ...]
    checklists: tuple[Checklist, ...]
    platforms: tuple[Platform, ...]
    approved_systems: tuple[str, ...]
    school_platforms: tuple[str, ...]
    promise: Promise
    ages: Ages
    told: tuple[str, ...]
    talk_to: tuple[str, ...]
    extension_days: int
    connections: tuple[str, ...]
    safeguards: tuple[str, ...]
    ends: tuple[str, ...]
    untag: tuple[str, ...] = ()
    public_view: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    conditions: tuple[str, ...] = ()

    def point(self, ref: str) -> Point:
        """Return the point with that reference; KeyError if the pack has none."""
        return next_by(self.points, "ref", ref)

    def checklist(self, checklist_id: str) -> Checklist:
        """Return the checklist with that id; KeyError if the pack has none."""
        return next_by(self.checklists, "id", checklist_id)

    def asked_of(self, *, posts: bool, signed: Collection[str] = ()) -> tuple[Checklist, ...]:
        """Return what somebody is asked in a round, everybody's checklists first.

        `posts`: they post for the school. What they have `signed` (ids) in that round stays theirs though they post
        no more, so that its to-dos and its declaration do not vanish.
        """
        asked = [each for each in self.checklists if each.everyones or posts or each.id in signed]
        return tuple(sorted(asked, key=lambda each: not each.everyones))


def next_by(parts: tuple[PartT, ...], field: str, value: str) -> PartT:
    """Return the first part whose `field` equals `value`; KeyError if there is none."""
    for part in parts:
        if getattr(part, field) == value:
            return part
    raise KeyError(value)
