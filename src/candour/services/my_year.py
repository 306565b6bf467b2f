"""A person's year at a glance: the home page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from candour.domain.flow import asked, first_unanswered, unanswered
from candour.domain.policy import Group
from candour.register import papers as paper_rows
from candour.register import rounds as round_rows
from candour.services.record import Record
from candour.services.reports import Reports
from candour.services.requests import SCHOOL_YEAR_BEGINS
from candour.services.results import GroupLine, Home

if TYPE_CHECKING:
    from candour.domain.checklist import Answers
    from candour.domain.policy import Checklist
    from candour.services.my_check import Ground, MyCheck
    from candour.services.ports import Keysmith
    from candour.services.results import MyRecord
    from candour.services.session import Session


class MyYear:
    """Reads the signed-in person's home page."""

    def __init__(self, session: Session, smith: Keysmith, check: MyCheck) -> None:
        self._session = session
        self._smith = smith
        self._check = check

    def home(self) -> Home:
        """Return where the person stands; with no round open for them, that there is nothing to do."""
        record = Record(self._session, self._smith, self._check).mine()
        telling = Reports(self._session, self._smith).telling()
        ground = self._check.ground_if_any()
        if ground is None:
            return self._nothing(record, telling=telling)
        stands = self._check.standing(ground)
        groups = groups_of(ground.checklist, stands.answers)
        stopped = first_unanswered(ground.checklist, stands.answers)
        on_paper = None if stands.signed is not None else self._on_paper(ground)
        return Home(
            kind="open" if stands.signed is None else "signed",
            round=ground.round.round,
            due=ground.due if on_paper is None else None,
            done=sum(group.done for group in groups),
            of=sum(group.of for group in groups),
            stopped_at="" if stopped is None else stopped.rail,
            groups=groups,
            todos=record.todos,
            requests=record.requests,
            declarations=record.declarations,
            telling=telling,
            next_opens=self._next_opens(),
            updating=stands.updating,
            changed=record.changed,
            look_again=record.look_again,
            on_paper=on_paper,
            policy=record.policy,
        )

    def _on_paper(self, ground: Ground) -> date | None:
        with self._session.register.read() as at:
            found = paper_rows.latest(at, self._session.person, ground.round.round, ground.checklist.id)
        return None if found is None else found.signed_on

    def _nothing(self, record: MyRecord, *, telling: bool) -> Home:
        return Home(
            kind="nothing",
            round="",
            due=None,
            done=0,
            of=0,
            stopped_at="",
            groups=(),
            todos=record.todos,
            requests=record.requests,
            declarations=record.declarations,
            telling=telling,
            next_opens=self._next_opens(),
            look_again=record.look_again,
        )

    def _next_opens(self) -> date | None:
        """Return when a round of the future opens, else the first day of the school year after the newest round's.

        None when there was no round yet, or when that day is past: then only HR knows.
        """
        with self._session.register.read() as at:
            found = round_rows.rounds(at)
        today = self._session.today()
        ahead = [each.opens for each in found if each.opens > today]
        usual = [date(each.year + 1, SCHOOL_YEAR_BEGINS, 1) for each in found[:1]]
        return min(ahead or [day for day in usual if day > today], default=None)


def groups_of(checklist: Checklist, answers: Answers) -> tuple[GroupLine, ...]:
    """Return the groups of what this person is asked; a question counts with its follow-ups.

    A checklist without headings is one group under its own title.
    """
    met = asked(checklist, answers)
    left = set(unanswered(checklist, answers))
    top = [q.id for q in met if q.asked_when is None]
    with_followed = {q.id: q.asked_when.question if q.asked_when else q.id for q in met}
    lines = []
    for group in checklist.groups or (Group(checklist.title, tuple(top)),):
        own = [q for q in group.questions if q in top]
        pages = [q for q, first in with_followed.items() if first in own]
        open_still = [q for q in pages if q in left]
        waiting = {with_followed[q] for q in open_still}
        if own:
            first = open_still[0] if open_still else own[0]
            lines.append(GroupLine(group.title, len(own) - len(waiting), len(own), first))
    return tuple(lines)
