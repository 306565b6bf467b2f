"""How each checklist of a person stands: what their home page and their record are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.flow import asked, first_unanswered, unanswered
from candour.domain.policy import Group
from candour.register import papers as paper_rows
from candour.services.request_points import points_changed, policy_changed
from candour.services.to_dos import read_to_dos
from candour.services.year_results import CheckLine, GroupLine

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.checklist import Answers
    from candour.domain.policy import Checklist
    from candour.services.my_check import Ground, MyCheck
    from candour.services.session import Session
    from candour.services.standing import Standing


def check_lines(session: Session, check: MyCheck) -> tuple[CheckLine, ...]:
    """Return all that the signed-in person is asked now, everybody's checklist first; nothing without a round."""
    return tuple(_line(session, ground, stands) for ground, stands in check.all_asked())


def _line(session: Session, ground: Ground, stands: Standing) -> CheckLine:
    groups = groups_of(ground.checklist, stands.answers)
    stopped = first_unanswered(ground.checklist, stands.answers)
    return CheckLine(
        checklist=ground.checklist.id,
        title=ground.checklist.title,
        everyones=ground.checklist.everyones,
        signed=stands.signed is not None,
        begun=stands.signed is not None or bool(stands.answers),
        done=sum(group.done for group in groups),
        of=sum(group.of for group in groups),
        stopped_at="" if stopped is None else stopped.rail,
        groups=groups,
        todos=read_to_dos(session, ground, stands),
        changed=points_changed(session, ground, stands),
        updating=stands.updating,
        policy=policy_changed(ground, stands),
        on_paper=None if stands.signed is not None else _on_paper(session, ground),
    )


def _on_paper(session: Session, ground: Ground) -> date | None:
    with session.register.read() as at:
        found = paper_rows.latest(at, session.person, ground.round.round, ground.checklist.id)
    return None if found is None else found.signed_on


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
